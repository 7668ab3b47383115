import { addMonthsToDay } from './day-number.ts'
import type { Period } from './periods.ts'
import { firstWorkingDayFrom, lastWorkingDayUpTo } from './working-day-number.ts'

/**
 * The day on which a period ends before any roll, by its row: the arithmetic alone, on day numbers. `start` is the day
 * that starts it (or the day that it runs up to), which is not counted. The same count in words is count-period.ts.
 *
 * @throws HolidaysNotKnownError when working days are counted beyond the bank holidays that can be computed
 */
export function endOfCount(period: Period, start: number): number {
  switch (period.unit) {
    case 'calendar-months':
      return addMonthsToDay(start, period.length)
    case 'weeks':
      return start + period.length * 7
    case 'days':
      return start + period.length
    case 'working-days':
      return nthWorkingDayAfter(start, period.length)
    case 'clear-working-days-before':
      return workingDaysBefore(start, period.length + 1)
  }
}

function nthWorkingDayAfter(start: number, length: number): number {
  let day = start
  for (let left = length; left > 0; left -= 1) day = firstWorkingDayFrom(day + 1)
  return day
}

function workingDaysBefore(end: number, length: number): number {
  let day = end
  for (let left = length; left > 0; left -= 1) day = lastWorkingDayUpTo(day - 1)
  return day
}
