import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { type DecisionNotice, decisionDate, otherDecisionDay, whichDecisionDay } from './decision-day.ts'
import { judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfCount } from './period-days.ts'
import { endOfPeriod } from './period-end.ts'
import { periodInForce } from './periods.ts'
import { isProtectedDay, rolledUnderRule12 } from './tribunal-roll.ts'

/**
 * The last day on which the family can contact the mediation adviser (D01): two calendar months after the decision
 * notice was sent, counted from the earlier of printed and sent (J1). It never moves, not for a weekend, a bank
 * holiday, August or Christmas (J4). SEND Regulations 2014, regulation 33.
 *
 * It does not apply where the appeal is only about the school or institution named.
 *
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function adviserContactDeadline(notice: DecisionNotice): Deadline {
  const decision = decisionDate(notice)
  const period = periodInForce('D01', decision)
  const counted = countPeriod(period, dayOf(decision))
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [
      ...whichDecisionDay(notice),
      ...counted.working,
      ...end.working,
      ...(isProtectedDay(counted.end)
        ? ['The time to contact the adviser does not move for August or Christmas.']
        : []),
    ],
    judgements: [
      ...judgementIfDifferent('J1', end.lawDay, countPeriod(period, otherDecisionDay(notice)).end),
      ...judgementIfDifferent('J4', end.lawDay, rolledUnderRule12(counted.end)),
    ],
  })
}

/**
 * The last day of a first contact after which the adviser may issue a certificate to a family that declines mediation
 * (D57): two calendar months after the date of the notice. SEND Regulations 2014, regulation 34(2). Regulation 33 counts
 * from the day on which the notice was sent; where that is another day, the certificate of a contact between the two is
 * J45. A notice that was sent again on `reissuedOn` may start a time of its own (J14), and so may a full one of `fullNoticeOn`
 * after one that was at fault (J25).
 *
 * @throws RuleNotInForceError when the decision is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function certificateBarDeadline(
  notice: DecisionNotice,
  { reissuedOn, fullNoticeOn }: { readonly reissuedOn?: CalendarDate; readonly fullNoticeOn?: CalendarDate } = {},
): Deadline {
  const period = periodInForce('D57', notice.printedOn)
  const counted = countPeriod(period, dayOf(notice.printedOn))
  const end = endOfPeriod(period, counted.end)
  const ofSent = endOfCount(period, dayOf(notice.sentOn))
  const ofLater = (day: CalendarDate | undefined) => (day === undefined ? end.lawDay : endOfCount(period, dayOf(day)))
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...counted.working, ...end.working],
    judgements: [
      ...judgementIfDifferent('J45', end.lawDay, ofSent),
      ...judgementIfDifferent('J14', end.lawDay, ofLater(reissuedOn)),
      ...judgementIfDifferent('J25', end.lawDay, ofLater(fullNoticeOn)),
    ],
  })
}
