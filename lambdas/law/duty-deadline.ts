import { type CalendarDate, dayOf, formatDate } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { type PeriodId, periodInForce } from './periods.ts'

/** A date that stands instead of the time that the law gives. */
export interface DateInstead {
  readonly date: CalendarDate
  /** What the parties agreed in writing (regulation 42(5)), or a direction in the Tribunal's order (44(1)). */
  readonly by: 'agreement' | 'order'
}

const WORDS = {
  agreement: {
    named: 'The date agreed in writing',
    is: 'The parties agreed in writing on another date',
  },
  order: {
    named: 'The date that the order names',
    is: 'The order of the Tribunal names another date',
  },
} as const satisfies Record<DateInstead['by'], unknown>

/**
 * A duty that follows an agreement, an order, a concession or a request of the day `on`: its period after that day, never
 * moved (J11), or another date instead.
 *
 * @throws DateOrderError when the date instead is before `on`
 * @throws RuleNotInForceError when no row of the period was the law on that day
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function dutyDeadline(id: PeriodId, on: CalendarDate, instead?: DateInstead): Deadline {
  const period = periodInForce(id, on)
  const byLaw = fixedDeadline(period, dayOf(on))
  if (instead === undefined) return byLaw
  const { date, by } = instead
  const words = WORDS[by]
  if (date < on) {
    throw new DateOrderError(
      `${words.named}, ${formatDate(date)}, is before the ${by} of ${formatDate(on)}. Check both dates.`,
    )
  }
  const day = dayOf(date)
  return makeDeadline({
    period,
    unrolledDay: day,
    lawDay: day,
    working: [
      `${words.is}: ${formatDate(date)}.`,
      `That date replaces the time that the law gives after an ${by}.`,
      // Staff see the day of regulation 44 beside the order's own.
      ...(by === 'order' ? [`Without it the time would end on ${formatDate(byLaw.lawDate)}.`] : []),
    ],
    judgements: [],
  })
}
