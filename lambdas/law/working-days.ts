import { type CalendarDate, dateOfDay, dayOf } from './calendar-date.ts'
import { firstWorkingDayFrom, isWorkingDayNumber, lastWorkingDayUpTo } from './working-day-number.ts'

/**
 * Working days: every day except a Saturday, a Sunday, Christmas Day, Good Friday and a bank holiday in England and
 * Wales. The words of the Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules
 * 2008, rule 1(3); the SEND Regulations 2014 use the term without defining it.
 *
 * Each function throws HolidaysNotKnownError where it would need bank holidays outside `coverage` (bank-holidays.ts).
 */

/** Whether a day is a working day. */
export function isWorkingDay(date: CalendarDate): boolean {
  return isWorkingDayNumber(dayOf(date))
}

/**
 * The n-th working day after a day; the day itself is day 0 and need not be a working day. A negative n counts back.
 * With n = 0 it is the day itself.
 */
export function addWorkingDays(date: CalendarDate, n: number): CalendarDate {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of working days.`)
  let day = dayOf(date)
  for (let left = n; left > 0; left -= 1) day = firstWorkingDayFrom(day + 1)
  for (let left = n; left < 0; left += 1) day = lastWorkingDayUpTo(day - 1)
  return dateOfDay(day)
}

/** The day itself if it is a working day, or else the last working day before it. */
export function workingDayOnOrBefore(date: CalendarDate): CalendarDate {
  return dateOfDay(lastWorkingDayUpTo(dayOf(date)))
}

/** The day itself if it is a working day, or else the next working day. */
export function nextWorkingDayOnOrAfter(date: CalendarDate): CalendarDate {
  return dateOfDay(firstWorkingDayFrom(dayOf(date)))
}

/** How many working days there are after the first day, up to the last and with it; none where the last is not after the first. */
export function workingDaysBetween(first: CalendarDate, last: CalendarDate): number {
  let count = 0
  for (let day = dayOf(first) + 1; day <= dayOf(last); day += 1) if (isWorkingDayNumber(day)) count += 1
  return count
}
