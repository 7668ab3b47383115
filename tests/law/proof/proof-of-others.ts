import { addDays, addMonths, type CalendarDate, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { type DutySource, dutiesAfter } from '../../../lambdas/law/compliance-deadlines.ts'
import type { Deadline } from '../../../lambdas/law/deadline.ts'
import {
  afterDecisionDeadline,
  COMPLAINT_STAGES,
  complaintAnswerDeadline,
  type OtherTime,
  otherDeadline,
} from '../../../lambdas/law/other-deadlines.ts'
import {
  keepPlanDeadline,
  phaseTransferDeadline,
  planTransferDeadline,
  reviewAfterTransferDeadline,
} from '../../../lambdas/law/plan-deadlines.ts'
import { whichDates } from '../../../lambdas/law/which-dates.ts'
import { youngPersonDeadline } from '../../../lambdas/law/young-person.ts'
import * as oracle from './oracle-of-dispute.ts'
import { daysAfter } from './plain-days.ts'

export interface ProofOfOthers {
  /** Dates compared, each with its aim date, by their rules. */
  readonly compared: Readonly<Record<string, number>>
  /** Every difference in full. */
  readonly differences: readonly string[]
}

/** How long after the day that is proved something else happened, where a date depends on two days. */
const LATER = 5

/**
 * Asks the engine and the oracle for every date but that of the appeal, each started on every day from one to another, or
 * on every so many.
 */
export function proveOthers(from: string, to: string, step = 1): ProofOfOthers {
  const compared: Record<string, number> = {}
  const differences: string[] = []
  for (let text = from; text <= to; text = daysAfter(text, step)) {
    for (const [name, deadline, expected] of datesStartedOn(text)) {
      const rule = deadline?.ruleId ?? 'none'
      compared[rule] = (compared[rule] ?? 0) + 1
      const [said, should] = [deadline && `${deadline.lawDate} (${deadline.aimDate})`, inWords(expected)]
      if (said !== should) differences.push(`${name} from ${text}: ${said}, not ${should}`)
    }
  }
  return { compared, differences }
}

type Compared = readonly [name: string, deadline: Deadline | undefined, expected: oracle.OracleDate | undefined]

function datesStartedOn(text: string): Compared[] {
  const day = parseCalendarDate(text)
  const laterDay = addDays(day, LATER)
  const later = daysAfter(text, LATER)
  const notice = { printedOn: day, sentOn: day, placementOnly: false } as const
  const { dates: alone } = whichDates({ ...notice, councilToldOn: day, healthIssue: 'some', askedOn: addDays(day, 31) })
  const { dates: asked } = whichDates({ councilToldOn: laterDay, providerAskedOn: day })
  const { dates: told } = whichDates({ councilToldOn: day, boardToldOn: laterDay, healthIssue: 'only' })
  const { dates: untold } = whichDates({ councilToldOn: day, healthIssue: 'only' })
  const { dates: more } = whichDates({
    meetingOn: day,
    declinedToldOn: day,
    mediationConcludedOn: day,
    agreement: { on: day },
    appealSentToCouncilOn: day,
    becameAwareOn: day,
  })
  const { dates: adjourned } = whichDates({ adjournedOn: day, cannotArrangeToldOn: day, responseDueInLetter: day })
  return [
    ['contact', alone.contact, oracle.contactDate(text)],
    ['certificateBar', alone.certificateBar, oracle.certificateBarDate(text)],
    ['boardTold', alone.boardTold, oracle.boardToldDate(text)],
    ['mediation', alone.mediation, oracle.councilMediationDate(text)],
    ['mediation, the provider asked first', asked.mediation, oracle.councilMediationDate(later, text)],
    ['mediation by the board', told.mediation, oracle.boardMediationDate(text, later)],
    ['mediation by a board that was not told', untold.mediation, oracle.boardMediationDate(text)],
    [
      'certificateNotArranged after silence',
      alone.certificateNotArranged,
      oracle.certificateDate(oracle.firstDayAfterSilence(text)),
    ],
    ['certificateNotArranged', adjourned.certificateNotArranged, oracle.certificateDate(text)],
    ['certificateDeclined', more.certificateDeclined, oracle.certificateDate(text)],
    ['certificateMediated', more.certificateMediated, oracle.certificateDate(text)],
    ['certificateMediated, adjourned', adjourned.certificateMediated, oracle.certificateDate(text)],
    ['meetingNotice', more.meetingNotice, oracle.meetingNoticeDate(text)],
    ['agreement', more.agreement, oracle.agreementDate(text)],
    ['response', more.response, oracle.responseDate(text)],
    ['response by the letter', adjourned.response, oracle.responseDate(undefined, text)],
    ['ombudsman', more.ombudsman, oracle.ombudsmanDate(text)],
    ...claimStartedOn(day),
    ...timesStartedOn(day),
    ...complaintStartedOn(day),
    ...ofThePlan(day),
    ...(['agreement', 'order', 'concession'] as const).flatMap((source) => dutiesStartedOn(source, day)),
  ]
}

function claimStartedOn(day: CalendarDate): Compared[] {
  if (day < '2020-07-21') return []
  const { discriminationClaim } = whichDates({ discriminationActOn: day }).dates
  return [['discriminationClaim', discriminationClaim, oracle.discriminationClaimDate(day)]]
}

const TIMES = {
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
} as const satisfies Record<OtherTime, string>

/** The regulations on recommendations are younger than the rest. */
const SINCE: Readonly<Partial<Record<string, string>>> = {
  D44: '2018-04-03',
  D45: '2018-04-03',
}

function timesStartedOn(day: CalendarDate): Compared[] {
  return (Object.keys(TIMES) as OtherTime[])
    .filter((time) => day >= (SINCE[TIMES[time]] ?? ''))
    .map((time) => [time, otherDeadline(time, day), oracle.otherDate(TIMES[time], day)])
}

function complaintStartedOn(day: CalendarDate): Compared[] {
  const acknowledgedOn = addDays(day, LATER)
  return COMPLAINT_STAGES.flatMap((stage): Compared[] => [
    [
      `complaint, ${stage} stage`,
      complaintAnswerDeadline({ receivedOn: day, acknowledgedOn, stage }),
      oracle.complaintAnswerDate(day, acknowledgedOn, stage),
    ],
    [
      `complaint, ${stage} stage, never acknowledged`,
      complaintAnswerDeadline({ receivedOn: day, acknowledgedOn: undefined, stage }),
      oracle.complaintAnswerDate(day, undefined, stage),
    ],
  ])
}

/** Days of awareness around the 15th working day before a move, which is 19 to 26 days before it. */
const AWARE_BEFORE = [0, LATER, 19, 21, 23, 26, 40]

function ofThePlan(day: CalendarDate): Compared[] {
  const year = Number(day.slice(0, 4))
  const bornOn = addMonths(day, -16 * 12)
  const transferredOn = addDays(day, 290)
  const { appeal } = whichDates({ printedOn: day, sentOn: addDays(day, LATER), placementOnly: false }).dates
  return [
    ...AWARE_BEFORE.map((days): Compared => {
      const movedOn = addDays(day, days)
      return [
        `transfer ${days} days after`,
        planTransferDeadline({ movedOn, becameAwareOn: day }),
        oracle.planTransferDate(movedOn, day),
      ]
    }),
    // Both rows of the rule set the date in turn.
    ...[transferredOn, day].map(
      (transfer): Compared => [
        'review after the transfer',
        reviewAfterTransferDeadline({ madeOrReviewedOn: day, transferredOn: transfer }),
        oracle.reviewAfterTransferDate(day, transfer),
      ],
    ),
    ...[false, true].map(
      (toPost16): Compared => [
        'transfer between phases',
        phaseTransferDeadline({ year, toPost16 }),
        oracle.phaseTransferDate(year, toPost16),
      ],
    ),
    ['young person', youngPersonDeadline({ bornOn }), oracle.youngPersonDate(bornOn)],
    ['plan kept', keepPlanDeadline(appeal), oracle.keepPlanDate(day, addDays(day, LATER))],
    ...(['challenge', 'reinstate'] as const).map(
      (step): Compared => [step, afterDecisionDeadline(step, day), oracle.afterDecisionDate(day)],
    ),
  ]
}

function dutiesStartedOn(source: DutySource, on: CalendarDate): Compared[] {
  const duties = dutiesAfter(source)
  const agreed =
    source === 'agreement'
      ? ({ agreedDate: addDays(on, LATER), agreedDateFor: ['not-appealable', 'make-plan'] } as const)
      : {}
  const answer = whichDates({ [source]: { on, duties, councilTookPart: false, ...agreed } })
  const expected = oracle.dutiesAfter({ source, on, duties, byBoard: source === 'agreement', ...agreed })
  const rules = new Set([...answer.duties.map(({ ruleId }) => ruleId as string), ...expected.map(({ rule }) => rule)])
  return [...rules].map((rule) => [
    `${rule}, ${source}`,
    answer.duties.find(({ ruleId }) => ruleId === rule),
    expected.find((one) => one.rule === rule),
  ])
}

function inWords(date: oracle.OracleDate | undefined): string | undefined {
  return date && `${date.last} (${date.aim})`
}
