import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which a complaint to the Local Government and Social Care Ombudsman is in time (D21): twelve calendar
 * months after the family became aware of the matter. It never moves. Whether the day of becoming aware counts is not
 * settled (J17): the aim date is in time on both readings. Local Government Act 1974, section 26B.
 *
 * @throws RuleNotInForceError when `awareOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function ombudsmanDeadline(facts: { readonly awareOn: CalendarDate }): Deadline {
  const period = periodInForce('D21', facts.awareOn)
  const counted = countPeriod(period, dayOf(facts.awareOn))
  const withFirstDay = counted.end - 1
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    aimUpToDay: withFirstDay,
    working: counted.working,
    judgements: judgementIfDifferent('J17', counted.end, withFirstDay),
  })
}
