import { formatDay, monthName } from './calendar-date.ts'
import { addMonthsToDay, civilDay, daysInMonth } from './day-number.ts'
import { daysThatDoNotCount } from './day-reasons.ts'
import type { Period } from './periods.ts'
import { firstWorkingDayFrom, lastWorkingDayUpTo } from './working-day-number.ts'

/** Where a period ends before any roll, with the working. */
export interface CountedPeriod {
  /** A day number. */
  readonly end: number
  /** One step a sentence, in plain English. */
  readonly working: readonly string[]
}

/**
 * Counts a period by its row. `start` is the day that starts it (or the day that it runs up to), which is not counted.
 * `startWords` is how that day reads in a sentence, where the date alone is not enough.
 */
export function countPeriod(period: Period, start: number, startWords = formatDay(start)): CountedPeriod {
  switch (period.unit) {
    case 'calendar-months':
      return countMonths(period.length, start, startWords)
    case 'weeks':
      return countDays(period.length * 7, inWords(period.length, 'week'), start, startWords)
    case 'days':
      return countDays(period.length, inWords(period.length, 'day'), start, startWords)
    case 'working-days':
      return countWorkingDays(period.length, start)
    case 'clear-working-days-before':
      return countClearWorkingDaysBefore(period.length, start)
  }
}

function countMonths(months: number, start: number, startWords: string): CountedPeriod {
  const end = addMonthsToDay(start, months)
  const { day: startDay } = civilDay(start)
  const { year, month } = civilDay(end)
  const length = inWords(months, 'month')
  if (startDay <= daysInMonth(year, month)) {
    return { end, working: [`${length} after ${startWords} is ${formatDay(end)}.`] }
  }
  const endMonth = `${monthName(month)} ${year}`
  return {
    end,
    working: [
      `${length} after ${startWords} ends in ${endMonth}.`,
      `${endMonth} has no ${ordinal(startDay)} day, so the time ends on its last day: ${formatDay(end)}.`,
    ],
  }
}

function countDays(days: number, length: string, start: number, startWords: string): CountedPeriod {
  const end = start + days
  return { end, working: [`${length} after ${startWords} is ${formatDay(end)}.`] }
}

function countWorkingDays(length: number, start: number): CountedPeriod {
  const working = [`The time is ${inWords(length, 'working day')}, counted from the day after ${formatDay(start)}.`]
  let end = start
  for (let count = 1; count <= length; count += 1) {
    const next = firstWorkingDayFrom(end + 1)
    working.push(...daysThatDoNotCount(end + 1, next), `Day ${count} is ${formatDay(next)}.`)
    end = next
  }
  return { end, working }
}

function countClearWorkingDaysBefore(length: number, event: number): CountedPeriod {
  const working = [`${inWords(length, 'whole working day')} must lie before the meeting on ${formatDay(event)}.`]
  let day = event
  for (let count = 1; count <= length; count += 1) {
    const previous = lastWorkingDayUpTo(day - 1)
    working.push(...daysThatDoNotCount(day - 1, previous), `Counting back, day ${count} is ${formatDay(previous)}.`)
    day = previous
  }
  const end = lastWorkingDayUpTo(day - 1)
  working.push(
    ...daysThatDoNotCount(day - 1, end),
    `So the notice must be given on or before the working day before those: ${formatDay(end)}.`,
  )
  return { end, working }
}

function inWords(length: number, unit: string): string {
  return `${length} ${unit}${length === 1 ? '' : 's'}`
}

/** The ordinals of the days that some months do not have: 29th, 30th, 31st. */
function ordinal(day: number): string {
  return day === 31 ? '31st' : `${day}th`
}
