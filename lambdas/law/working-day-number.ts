import { holidayName } from './bank-holidays.ts'
import { weekday } from './day-number.ts'

/** As working-days.ts, for day numbers. The rules are documented there. */

/** Whether a day number is a Saturday or a Sunday. */
export function isWeekendDay(day: number): boolean {
  const dayOfWeek = weekday(day)
  return dayOfWeek === 0 || dayOfWeek === 6
}

export function isWorkingDayNumber(day: number): boolean {
  // The holiday is looked up first: it also refuses a year for which none are known.
  return holidayName(day) === undefined && !isWeekendDay(day)
}

export function firstWorkingDayFrom(day: number): number {
  let found = day
  while (!isWorkingDayNumber(found)) found += 1
  return found
}

export function lastWorkingDayUpTo(day: number): number {
  let found = day
  while (!isWorkingDayNumber(found)) found -= 1
  return found
}
