import { addMonthsToDay } from './day-number.ts'
import type { Period } from './periods.ts'
import { isProtectedDay } from './tribunal-roll.ts'
import { firstWorkingDayFrom, lastWorkingDayUpTo } from './working-day-number.ts'

/**
 * The day on which a period ends before any roll, by its row: the arithmetic alone, on day numbers. `start` is the day
 * that starts it (or the day that it runs up to), which is not counted unless the row says so. The same count in words is count-period.ts.
 *
 * @throws HolidaysNotKnownError when working days are counted beyond the bank holidays that can be computed
 */
export function endOfCount(period: Period, start: number): number {
  const counted = period.startDayCounts === true ? 1 : 0
  switch (period.unit) {
    case 'calendar-months':
      return addMonthsToDay(start, period.length) - counted
    case 'weeks':
      return start + period.length * 7 - counted
    case 'days':
      return start + period.length - counted
    case 'working-days':
      return nthWorkingDayAfter(start - counted, period.length)
    case 'tribunal-working-days':
      return nthTribunalWorkingDayAfter(start, period.length)
    case 'clear-working-days-before':
      return workingDaysBefore(start, period.length + 1)
    case 'days-before':
      return start - period.length
    case 'immediately':
      return start
  }
}

function nthWorkingDayAfter(start: number, length: number): number {
  let day = start
  for (let left = length; left > 0; left -= 1) day = firstWorkingDayFrom(day + 1)
  return day
}

/** Rule 12(3)(b): August and 25 December to 1 January "must not be counted". */
function nthTribunalWorkingDayAfter(start: number, length: number): number {
  let day = start
  for (let left = length; left > 0; left -= 1) {
    do day = firstWorkingDayFrom(day + 1)
    while (isProtectedDay(day))
  }
  return day
}

/** The working day that lies so many working days before a day number. */
export function workingDaysBefore(end: number, length: number): number {
  let day = end
  for (let left = length; left > 0; left -= 1) day = lastWorkingDayUpTo(day - 1)
  return day
}
