import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { periodInForce } from './periods.ts'
import { firstWorkingDayFrom } from './working-day-number.ts'

/**
 * The last day on which the family can be told the date and place of the mediation meeting (D07), unless it agrees to
 * less: at least 5 working days before, kept as 5 clear working days (J10). SEND Regulations 2014, regulation 37.
 *
 * @throws RuleNotInForceError when `meetingOn` is before 1 September 2014
 * @throws HolidaysNotKnownError when the meeting lies beyond the bank holidays that can be computed
 */
export function meetingNoticeDeadline(facts: { readonly meetingOn: CalendarDate }): Deadline {
  const period = periodInForce('D07', facts.meetingOn)
  const meeting = dayOf(facts.meetingOn)
  const counted = countPeriod(period, meeting)
  // The other reading lets the day of the notice be the first of the five, which is one working day later.
  const notClear = firstWorkingDayFrom(counted.end + 1)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: counted.end,
    lastDayExamined: meeting - 1,
    working: counted.working,
    judgements: judgementIfDifferent('J10', counted.end, notClear),
  })
}
