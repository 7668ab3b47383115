import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which a claim that a school discriminated because of disability is in time (D22): six calendar months
 * of which the day of the act is the first (J18). It never moves: since 21 July 2020 rule 12(3) does not take these
 * claims out of August or Christmas. There is no mediation step. Equality Act 2010, schedule 17.
 *
 * @throws RuleNotInForceError when `actOn` is before 21 July 2020
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function discriminationClaimDeadline(facts: { readonly actOn: CalendarDate }): Deadline {
  const period = periodInForce('D22', facts.actOn)
  const counted = countPeriod(period, dayOf(facts.actOn))
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: [...counted.working, 'This time limit does not move for August, Christmas, a weekend or a bank holiday.'],
    judgements: judgementIfDifferent('J18', counted.end, counted.end + 1),
  })
}
