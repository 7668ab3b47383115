import { type CalendarDate, dayOf } from './calendar-date.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { periodInForce } from './periods.ts'

/**
 * The last day on which the council can arrange mediation in time (D04): 30 calendar days after it was told that the
 * family wants mediation. August counts, and the day never moves (J11). SEND Regulations 2014, regulation 36.
 *
 * A request to the mediation provider is another date; as an earlier target, pass that one.
 *
 * @throws RuleNotInForceError when `councilToldOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function mediationDeadline(facts: { readonly councilToldOn: CalendarDate }): Deadline {
  return fixedDeadline(periodInForce('D04', facts.councilToldOn), dayOf(facts.councilToldOn))
}
