import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'
import { firstWorkingDayFrom } from './working-day-number.ts'

/**
 * The last day on which the council can tell the integrated care board that mediation is wanted on a health issue
 * (D03): three working days after the family told the council. A message on a day that is not a working day counts
 * from that day (J12). SEND Regulations 2014, regulations 35 and 36.
 *
 * @throws RuleNotInForceError when `councilToldOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function boardToldDeadline(facts: { readonly councilToldOn: CalendarDate }): Deadline {
  const period = periodInForce('D03', facts.councilToldOn)
  const start = dayOf(facts.councilToldOn)
  const counted = countPeriod(period, start)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    working: counted.working,
    judgements: judgementIfDifferent('J12', counted.end, countPeriod(period, firstWorkingDayFrom(start)).end),
  })
}

/**
 * The last day on which the integrated care board can arrange mediation in time where only health is in issue (D05):
 * 30 calendar days after the council told it. It never moves (J11). SEND Regulations 2014, regulation 35.
 *
 * @throws RuleNotInForceError when `boardToldOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function boardMediationDeadline(facts: { readonly boardToldOn: CalendarDate }): Deadline {
  return fixedDeadline(periodInForce('D05', facts.boardToldOn), dayOf(facts.boardToldOn))
}

/**
 * The last day on which the integrated care board can tell the council what was agreed, where the council took no part
 * in the mediation (D13): one week after the agreement. It never moves (J11), and the parties cannot agree another
 * time. SEND Regulations 2014, regulation 42(4).
 *
 * @throws RuleNotInForceError when `agreedOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function agreementToldDeadline(facts: { readonly agreedOn: CalendarDate }): Deadline {
  return fixedDeadline(periodInForce('D13', facts.agreedOn), dayOf(facts.agreedOn))
}
