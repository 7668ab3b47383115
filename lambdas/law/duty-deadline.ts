import { type CalendarDate, dayOf, formatDate } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { type PeriodId, periodInForce } from './periods.ts'

/**
 * A duty that follows an agreement, an order or a concession of the day `on`: its period after that day, never moved
 * (J11), or the date that the parties agreed in writing instead (`agreedDate`; regulation 42(5)).
 *
 * @throws DateOrderError when `agreedDate` is before `on`
 * @throws RuleNotInForceError when no row of the period was the law on that day
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function dutyDeadline(id: PeriodId, on: CalendarDate, agreedDate?: CalendarDate): Deadline {
  const period = periodInForce(id, on)
  if (agreedDate === undefined) return fixedDeadline(period, dayOf(on))
  if (agreedDate < on) {
    throw new DateOrderError(
      `The date agreed in writing, ${formatDate(agreedDate)}, is before the agreement of ${formatDate(on)}. ` +
        'Check both dates.',
    )
  }
  const day = dayOf(agreedDate)
  return makeDeadline({
    period,
    unrolledDay: day,
    lawDay: day,
    working: [
      `The parties agreed in writing on another date: ${formatDate(agreedDate)}.`,
      'That date replaces the time that the law gives after an agreement.',
    ],
    judgements: [],
  })
}
