import { formatDay } from './calendar-date.ts'
import { civilDay, weekday } from './day-number.ts'
import { daysThatDoNotCount, whyNotAWorkingDay } from './day-reasons.ts'
import type { Period } from './periods.ts'
import { rolledUnderRule12, rollUnderRule12 } from './tribunal-roll.ts'

/** The last day of a period after any roll, with the working of the roll. */
export interface PeriodEnd {
  /** A day number. */
  readonly lawDay: number
  readonly working: readonly string[]
}

/** The last day of a period, rolled or not as its row says: `endOfPeriod` without the words. Day numbers. */
export function lawDayOf(period: Period, unrolled: number): number {
  return period.rolls === 'tribunal-rule-12' ? rolledUnderRule12(unrolled) : unrolled
}

/** Rolls the end of a period, or says that it does not move, as the period's row says. `unrolled` is a day number. */
export function endOfPeriod(period: Period, unrolled: number): PeriodEnd {
  return period.rolls === 'tribunal-rule-12' ? rolledEnd(unrolled) : fixedEnd(unrolled)
}

function fixedEnd(unrolled: number): PeriodEnd {
  const reason = whyNotAWorkingDay(unrolled)
  return {
    lawDay: unrolled,
    working: reason === undefined ? [] : [`That day is ${reason}, but this time limit does not move to a later day.`],
  }
}

function rolledEnd(unrolled: number): PeriodEnd {
  const { day, because } = rollUnderRule12(unrolled)
  const end = formatDay(day)
  const firstOfMonth = day - civilDay(day).day + 1
  switch (because) {
    case 'working-day':
      return { lawDay: day, working: ['That day is a working day, so it does not move.'] }
    case 'august':
      return {
        lawDay: day,
        working: [
          `That day is in August, so the time ends on the first working day of September: ${end}.`,
          ...daysThatDoNotCount(firstOfMonth, day),
        ],
      }
    case 'christmas':
      return {
        lawDay: day,
        working: [
          'That day is in the Christmas break, 25 December to 1 January.',
          `So the time ends on the first working day after 1 January: ${end}.`,
          ...daysThatDoNotCount(firstOfMonth + 1, day),
        ],
      }
    case 'not-a-working-day':
      return {
        lawDay: day,
        working: [
          `That day is ${whyNotAWorkingDay(unrolled)}, so the time ends on the next working day: ${end}.`,
          // The Sunday after a Saturday needs no sentence of its own.
          ...daysThatDoNotCount(isSaturday(unrolled) ? unrolled + 2 : unrolled + 1, day),
        ],
      }
  }
}

function isSaturday(day: number): boolean {
  return weekday(day) === 6
}
