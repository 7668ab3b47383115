import { bankHolidayDays, firstDayKnown, holidaysNotKnown, lastDayKnown } from './bank-holidays.ts'
import { weekday } from './day-number.ts'
import { once } from './once.ts'

/** As working-days.ts, for day numbers. The rules are documented there. */

/** One entry a day from `firstDayKnown` to `lastDayKnown`: 1 for a working day. Asked millions of times by the proof. */
const working: () => Uint8Array = once(workingDays)

function workingDays(): Uint8Array {
  const daysKnown = lastDayKnown - firstDayKnown + 1
  const days = Uint8Array.from({ length: daysKnown }, (_, index) => (isWeekendDay(firstDayKnown + index) ? 0 : 1))
  for (const day of bankHolidayDays()) days[day - firstDayKnown] = 0
  return days
}

/** Whether a day number is a Saturday or a Sunday. */
export function isWeekendDay(day: number): boolean {
  const dayOfWeek = weekday(day)
  return dayOfWeek === 0 || dayOfWeek === 6
}

/**
 * Whether a day number is a working day.
 *
 * @throws HolidaysNotKnownError outside the years of `coverage` (bank-holidays.ts)
 */
export function isWorkingDayNumber(day: number): boolean {
  const isWorking = working()[day - firstDayKnown]
  if (isWorking === undefined) throw holidaysNotKnown(day)
  return isWorking === 1
}

/**
 * The first working day on or after a day number.
 *
 * @throws HolidaysNotKnownError when it would lie outside the years of `coverage`
 */
export function firstWorkingDayFrom(day: number): number {
  let found = day
  while (!isWorkingDayNumber(found)) found += 1
  return found
}

/**
 * The last working day on or before a day number.
 *
 * @throws HolidaysNotKnownError when it would lie outside the years of `coverage`
 */
export function lastWorkingDayUpTo(day: number): number {
  let found = day
  while (!isWorkingDayNumber(found)) found -= 1
  return found
}
