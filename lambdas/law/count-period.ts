import { formatDay, monthName } from './calendar-date.ts'
import { civilDay, daysInMonth } from './day-number.ts'
import { daysThatDoNotCount } from './day-reasons.ts'
import { endOfCount } from './period-days.ts'
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
  const end = endOfCount(period, start)
  return { end, working: workingOf(period, start, end, startWords) }
}

function workingOf(period: Period, start: number, end: number, startWords: string): readonly string[] {
  const { length, startDayCounts } = period
  switch (period.unit) {
    case 'calendar-months':
      if (startDayCounts === true) return firstDayCountsInWords(inWords(length, 'month'), end, startWords)
      return monthsInWords(length, start, end, startWords)
    case 'weeks':
      return fixedInWords(inWords(length, 'week'), period, end, startWords)
    case 'days':
      return fixedInWords(inWords(length, 'day'), period, end, startWords)
    case 'working-days':
      return workingDaysInWords(period, start, end)
    case 'tribunal-working-days':
      return [
        `The time is ${inWords(period.length, 'Tribunal working day')}, counted from the day after ${formatDay(start)}.`,
        'Weekends, bank holidays, August and 25 December to 1 January do not count.',
        `Day ${period.length} is ${formatDay(end)}.`,
      ]
    case 'days-before':
      return [`This must be done before ${startWords}, so its last day is ${formatDay(end)}.`]
    case 'immediately':
      return [`This must be done at once: on ${formatDay(end)}.`]
    case 'clear-working-days-before':
      return clearWorkingDaysInWords(period.length, start, end)
  }
}

function monthsInWords(months: number, start: number, end: number, startWords: string): readonly string[] {
  const { day: startDay } = civilDay(start)
  const { year, month } = civilDay(end)
  const length = inWords(months, 'month')
  if (startDay <= daysInMonth(year, month)) return [`${length} after ${startWords} is ${formatDay(end)}.`]
  const endMonth = `${monthName(month)} ${year}`
  return [
    `${length} after ${startWords} ends in ${endMonth}.`,
    `${endMonth} has no ${ordinal(startDay)} day, so the time ends on its last day: ${formatDay(end)}.`,
  ]
}

function fixedInWords(length: string, period: Period, end: number, startWords: string): readonly string[] {
  if (period.startDayCounts === true) return firstDayCountsInWords(length, end, startWords)
  return [`${length} after ${startWords} is ${formatDay(end)}.`]
}

function firstDayCountsInWords(length: string, end: number, startWords: string): readonly string[] {
  return [`The time is ${length}, and ${startWords} counts as its first day.`, `So its last day is ${formatDay(end)}.`]
}

function workingDaysInWords({ length, startDayCounts }: Period, start: number, end: number): readonly string[] {
  const from = startDayCounts === true ? formatDay(start) : `the day after ${formatDay(start)}`
  const working = [`The time is ${inWords(length, 'working day')}, counted from ${from}.`]
  let day = startDayCounts === true ? start - 1 : start
  for (let count = 1; day < end; count += 1) {
    const next = firstWorkingDayFrom(day + 1)
    working.push(...daysThatDoNotCount(day + 1, next), `Day ${count} is ${formatDay(next)}.`)
    day = next
  }
  return working
}

function clearWorkingDaysInWords(length: number, event: number, end: number): readonly string[] {
  const working = [`${inWords(length, 'whole working day')} must lie before the meeting on ${formatDay(event)}.`]
  let day = event
  for (let count = 1; count <= length; count += 1) {
    const previous = lastWorkingDayUpTo(day - 1)
    working.push(...daysThatDoNotCount(day - 1, previous), `Counting back, day ${count} is ${formatDay(previous)}.`)
    day = previous
  }
  return [
    ...working,
    ...daysThatDoNotCount(day - 1, end),
    `So the notice must be given on or before the working day before those: ${formatDay(end)}.`,
  ]
}

function inWords(length: number, unit: string): string {
  return `${length} ${unit}${length === 1 ? '' : 's'}`
}

/** The ordinals of the days that some months do not have: 29th, 30th, 31st. */
function ordinal(day: number): string {
  return day === 31 ? '31st' : `${day}th`
}
