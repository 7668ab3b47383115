import { type CalendarDate, dayOf, formatDate } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { DateOrderError } from './law-errors.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which the council must do what was agreed at mediation, where it could not have been appealed (D12):
 * two weeks after the date of the agreement. It never moves (J11). SEND Regulations 2014, regulation 42(3).
 * A date that the parties agreed in writing (`agreedDate`) replaces the two weeks: regulation 42(5).
 *
 * @throws DateOrderError when `agreedDate` is before `agreedOn`
 * @throws RuleNotInForceError when `agreedOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function agreementDeadline(facts: {
  readonly agreedOn: CalendarDate
  readonly agreedDate?: CalendarDate | undefined
}): Deadline {
  const period = periodInForce('D12', facts.agreedOn)
  if (facts.agreedDate === undefined) return fixedDeadline(period, dayOf(facts.agreedOn))
  if (facts.agreedDate < facts.agreedOn) {
    throw new DateOrderError(
      `The date agreed in writing, ${formatDate(facts.agreedDate)}, is before the agreement of ` +
        `${formatDate(facts.agreedOn)}. Check both dates.`,
    )
  }
  const day = dayOf(facts.agreedDate)
  return makeDeadline({
    period,
    unrolledDay: day,
    lawDay: day,
    working: [
      `The parties agreed in writing on another date: ${formatDate(facts.agreedDate)}.`,
      `That date replaces the time that the law gives after an agreement.`,
    ],
    judgements: [],
  })
}
