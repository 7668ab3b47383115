import { type CalendarDate, dayOf } from './calendar-date.ts'
import { countPeriod } from './count-period.ts'
import type { Deadline } from './deadline.ts'
import { type DateInstead, dutyDeadline } from './duty-deadline.ts'
import { fixedDeadline } from './fixed-deadline.ts'
import { judgement, judgementIfDifferent } from './judgements.ts'
import { makeDeadline } from './make-deadline.ts'
import { endOfCount } from './period-days.ts'
import { endOfPeriod } from './period-end.ts'
import { type PeriodId, periodInForce } from './periods.ts'
import { isProtectedDay, rolledUnderRule12 } from './tribunal-roll.ts'

/** The times that depend on the day that starts them and on nothing else, by name. */
const OTHER_TIMES = {
  decideOnRequest: 'D33',
  refusePlanAfterRequest: 'D34',
  sendPlanAfterRequest: 'D35',
  tellOfTransfer: 'D37',
  boardTellsBoard: 'D39',
  boardAsksCouncil: 'D40',
  permissionOfUpperTribunal: 'D42',
  answerRecommendation: 'D44',
  copyAnswerToSecretaryOfState: 'D45',
  acknowledgeComplaint: 'D46a',
  acknowledgeSecondStage: 'D47a',
  answerSecondStage: 'D47b',
  complainToHealthService: 'D48a',
  healthServiceAcknowledges: 'D48b',
  decideAfterReview: 'D49',
  sendPlanAfterReview: 'D50',
  commentOnDraftPlan: 'D52',
  answerReassessmentRequest: 'D53',
  sendPlanAfterReassessment: 'D54',
} as const satisfies Readonly<Record<string, PeriodId>>
/** What is to be done by one of these times. */
export type OtherTime = keyof typeof OTHER_TIMES

/**
 * The last day of a time that runs from the day `on` alone; it never moves (J11). A direction of the Tribunal stands
 * `instead`, as for the answer to a recommendation (SI 2017/1306, regulation 6(3)). Each row says what starts its time, who
 * must act, what a miss means and where it is written (plan-periods.ts, tribunal-periods.ts, other-route-periods.ts).
 *
 * @throws DateOrderError when the date instead is before `on`
 * @throws RuleNotInForceError when `on` is before the rule was the law
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function otherDeadline(time: OtherTime, on: CalendarDate, instead?: DateInstead): Deadline {
  return dutyDeadline(OTHER_TIMES[time], on, instead)
}

const AFTER_DECISION = { challenge: 'D41', reinstate: 'D43' } as const satisfies Readonly<Record<string, PeriodId>>

/**
 * The last day to ask the Tribunal to set its decision aside, to review it or to permit an appeal (`challenge`, D41), or
 * to put back an appeal that was withdrawn (`reinstate`, D43): 28 days after the decision was sent, or the withdrawal
 * received. Tribunal Procedure (HESC Chamber) Rules 2008, rules 17(4) and 45 to 48. The plain 28 days are shown; on the
 * words of rule 12(3)(b) the protected days are not counted (J35).
 *
 * @throws RuleNotInForceError when `on` is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function afterDecisionDeadline(step: keyof typeof AFTER_DECISION, on: CalendarDate): Deadline {
  const period = periodInForce(AFTER_DECISION[step], on)
  const counted = countPeriod(period, dayOf(on))
  const end = endOfPeriod(period, counted.end)
  return makeDeadline({
    period,
    unrolledDay: counted.end,
    lawDay: end.lawDay,
    working: [...counted.working, ...end.working],
    judgements: judgementIfDifferent('J35', end.lawDay, onRule12(dayOf(on), period.length)),
  })
}

/** Rule 12(3)(b) and (2): the protected days are not counted, and an end on another day than a working day moves. */
function onRule12(start: number, days: number): number {
  let day = start
  for (let left = days; left > 0; left -= 1) {
    do day += 1
    while (isProtectedDay(day))
  }
  return rolledUnderRule12(day)
}

/** The steps of a complaint about the council, with the periods to acknowledge it and to answer it. */
export const COMPLAINT_STAGES = ['first', 'second'] as const
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number]
const PERIODS_OF_STAGE = {
  first: { toAcknowledge: 'D46a', toAnswer: 'D46b' },
  second: { toAcknowledge: 'D47a', toAnswer: 'D47b' },
} as const satisfies Record<ComplaintStage, Record<'toAcknowledge' | 'toAnswer', PeriodId>>

/** The last day on which the council can acknowledge a complaint in time (D46, D47). Throws as `complaintAnswerDeadline` does. */
export function complaintAcknowledgementDeadline(receivedOn: CalendarDate, stage: ComplaintStage): Deadline {
  return otherDeadline(stage === 'first' ? 'acknowledgeComplaint' : 'acknowledgeSecondStage', receivedOn)
}

/**
 * The last day on which the council can answer a complaint in time (D46, D47): 10 working days after it acknowledged it, or 20 at
 * the second stage. Where it never did, the 5 working days for that come first (J44). Complaint Handling Code of the Local Government and Social Care Ombudsman.
 *
 * @throws RuleNotInForceError when the complaint is before 1 September 2014
 * @throws HolidaysNotKnownError when the date lies beyond the bank holidays that can be computed
 */
export function complaintAnswerDeadline(facts: {
  readonly receivedOn: CalendarDate
  readonly acknowledgedOn: CalendarDate | undefined
  readonly stage: ComplaintStage
}): Deadline {
  const { receivedOn, acknowledgedOn, stage } = facts
  const period = periodInForce(PERIODS_OF_STAGE[stage].toAnswer, receivedOn)
  if (acknowledgedOn !== undefined) return fixedDeadline(period, dayOf(acknowledgedOn))
  const toAcknowledge = endOfCount(periodInForce(PERIODS_OF_STAGE[stage].toAcknowledge, receivedOn), dayOf(receivedOn))
  return { ...fixedDeadline(period, toAcknowledge), cautions: [judgement('J44')] }
}

/**
 * How many working days the council has to acknowledge a complaint, and from then to answer it (D46, D47), for those who are told
 * how a day was counted.
 *
 * @throws RuleNotInForceError when the complaint is before 1 September 2014
 */
export function complaintWorkingDays(
  receivedOn: CalendarDate,
  stage: ComplaintStage,
): {
  readonly toAcknowledge: number
  readonly toAnswer: number
} {
  return {
    toAcknowledge: periodInForce(PERIODS_OF_STAGE[stage].toAcknowledge, receivedOn).length,
    toAnswer: periodInForce(PERIODS_OF_STAGE[stage].toAnswer, receivedOn).length,
  }
}
