import * as v from 'valibot'
import { isPlacementOnly, PLAN_SECTIONS, type PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { DUTIES } from '../../law/compliance-deadlines.ts'
import { basisOf, othersOf, othersOnBasis } from '../basis.ts'
import { type Case, hasHealthIssue, isAboutHealth, needsNoCertificate } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import { dayForDutiesProblems, dutyProblems } from '../duties/checks.ts'
import { dutiesStage, undertaken } from '../duties/undertakings.ts'
import { A_SELDOM_EVENT, AN_AWAITED_EVENT, type FactKind, type FactWith, STARTS_NOTHING } from '../fact-kind.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  happened,
  notBefore,
  problem,
} from '../fact-problem.ts'
import { duringMediation, notBeforeArranged } from '../meeting/checks.ts'
import { callOffMeeting, endMeeting } from '../meeting/meetings.ts'
import {
  AGREED_POINTS,
  DECISION_MAKER,
  type MediationResult,
  REASONS_NOT_ARRANGED,
  YOUNG_PERSONS_PARTS,
} from './closed-words.ts'
import { notArranged } from './not-arranged.ts'

const boardToldDetails = v.strictObject({ boardToldOn: calendarDay })

/** The council told the integrated care board of the health issue. */
export const healthBoardTold: FactKind<Details<typeof boardToldDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: boardToldDetails,
  happenedOn: ({ boardToldOn }) => boardToldOn,
  canHappenAgain: false,
  belongsTo: ['mediation-chosen'],
  changes: (before, { details }) => ({ ...before, boardToldOn: details.boardToldOn }),
  problems: boardToldProblems,
  expectedOnOpenCase: ({ subject, isAwaited }) => isAwaited && hasHealthIssue(subject) && !subject.boardToldOn,
}

const cannotDetails = v.strictObject({
  adviserToldOn: calendarDay,
  /** Absent on a fact from before it was asked: not in time. */
  because: v.optional(v.picklist(REASONS_NOT_ARRANGED)),
})

/** Whoever has to arrange mediation told the adviser that it cannot within the 30 days, or that it takes no part. */
export const mediationCannotBeArranged: FactKind<Details<typeof cannotDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: cannotDetails,
  happenedOn: ({ adviserToldOn }) => adviserToldOn,
  canHappenAgain: false,
  belongsTo: ['mediation-chosen'],
  changes: (before, { sequence, details: { adviserToldOn, because = 'not-in-time' } }) =>
    notArranged(callOffMeeting(before, sequence), sequence, because, adviserToldOn),
  problems: (situation, { adviserToldOn }) =>
    duringMediation(situation, {
      field: 'adviserToldOn',
      what: 'The date the council told the adviser',
      day: adviserToldOn,
    }),
}

const ended = {
  concludedOn: calendarDay,
  decisionMaker: v.optional(v.picklist(DECISION_MAKER)),
  youngPersonsPart: v.optional(v.picklist(YOUNG_PERSONS_PARTS)),
}
/** What was agreed, and the day that the parties set for it in writing instead of the time in law (regulation 42(5)). */
const agreed = {
  /** What the parties agreed on, whether or not the law gives a day for it. */
  points: v.optional(v.array(v.picklist(AGREED_POINTS))),
  /** When it was signed, where that was after the meeting: the duties run from it, the certificate from the meeting. */
  agreedOn: v.optional(calendarDay),
  duties: v.optional(v.array(v.picklist(DUTIES))),
  agreedDate: v.optional(calendarDay),
  /** What that day is for. Absent where it is for everything that was agreed. */
  agreedDateFor: v.optional(v.array(v.picklist(DUTIES))),
}
const { agreedOn: _agreedOn, ...agreedEntries } = agreed
const notAgreedDetails = v.strictObject(ended)
const agreedDetails = v.strictObject({ ...ended, ...agreed })
const partlyAgreedDetails = v.strictObject({
  ...ended,
  ...agreed,
  /** The parts of the plan that are still disputed: the appeal can be about these. */
  stillDisputed: v.optional(v.array(v.picklist(PLAN_SECTIONS))),
})
type Agreed = Details<typeof agreedDetails>
type PartlyAgreed = Details<typeof partlyAgreedDetails>

export const mediationAgreed: FactKind<Agreed> = {
  ...AN_AWAITED_EVENT,
  details: agreedDetails,
  happenedOn: ({ concludedOn }) => concludedOn,
  canHappenAgain: false,
  belongsTo: ['mediation-chosen', 'meeting-arranged'],
  changes: (before, fact) => undertaken(concluded(before, fact, 'agreed'), fact, 'agreement', signedOn(fact.details)),
  problems: (situation, details) =>
    firstOf(endProblems(situation, details), agreementProblems(situation.subject, details)),
  canStart: ['duties'],
  starts: dutiesStage,
}

export const mediationPartlyAgreed: FactKind<PartlyAgreed> = {
  ...AN_AWAITED_EVENT,
  details: partlyAgreedDetails,
  happenedOn: ({ concludedOn }) => concludedOn,
  canHappenAgain: false,
  belongsTo: ['mediation-chosen', 'meeting-arranged'],
  changes: (before, fact) => {
    const { stillDisputed } = fact.details
    const after = concluded(before, fact, 'partly-agreed')
    const result = after.mediationResult && { ...after.mediationResult, ...(stillDisputed && { stillDisputed }) }
    return undertaken(
      { ...after, ...(result && { mediationResult: result }) },
      fact,
      'agreement',
      signedOn(fact.details),
    )
  },
  problems: (situation, details) =>
    firstOf(endProblems(situation, details), [
      ...agreementProblems(situation.subject, details),
      ...stillDisputedProblems(situation.subject, details.stillDisputed ?? []),
    ]),
  // The appeal window hears of it too, because it can change what is disputed. Only mediation brings it about.
  expectedOnOpenCase: ({ file }) =>
    file.waits.some(
      (wait) =>
        wait.stage === 'mediation' && wait.state === 'waiting' && wait.awaits.includes('mediation-partly-agreed'),
    ),
  canStart: ['duties', 'appeal-window'],
  starts: (details, before) => [
    ...dutiesStage(details),
    ...(leavesOnlyPlacement(details, before) ? (['appeal-window'] as const) : []),
  ],
}

const agreedLaterDetails = v.strictObject({
  agreedOn: calendarDay,
  ...agreedEntries,
  duties: v.array(v.picklist(DUTIES)),
})

/**
 * The family and the council agreed what is to be done, weeks after mediation or without it: as that the decision goes "back to
 * panel". It ends nothing: the family's time to appeal runs on. After mediation the times of regulation 42 count from it; without
 * one the law knows no day but that which the parties set in writing.
 */
export const agreedLater: FactKind<Details<typeof agreedLaterDetails>> = {
  ...A_SELDOM_EVENT,
  details: agreedLaterDetails,
  happenedOn: ({ agreedOn }) => agreedOn,
  canHappenAgain: true,
  changes: (before, fact) => undertaken(before, fact, 'agreement', fact.details.agreedOn),
  problems: agreedLaterProblems,
  canStart: ['duties'],
  starts: dutiesStage,
}

const wayForwardDetails = v.strictObject({
  askedOn: calendarDay,
  meetingOn: v.optional(calendarDay),
})

/**
 * The council asked the family to a meeting of its own before mediation, as several councils do. No Act knows it: it stops no time,
 * and the family need not go to it first (Children and Families Act 2014, sections 51 and 52).
 */
export const wayForwardMeeting: FactKind<Details<typeof wayForwardDetails>> = {
  ...A_SELDOM_EVENT,
  tells: 'an-offer-to-talk',
  details: wayForwardDetails,
  happenedOn: ({ askedOn }) => askedOn,
  canHappenAgain: true,
  changes: (before) => before,
  problems: (situation, { askedOn, meetingOn }) => {
    const asked = { field: 'askedOn', what: 'The date the family was asked', day: askedOn }
    const meeting = meetingOn && { field: 'meetingOn', what: 'The date of the meeting', day: meetingOn }
    const since = `the family was asked, on ${formatDate(askedOn)}`
    return firstOf(happened(situation, asked), meeting ? notBefore(meeting, askedOn, since) : [])
  },
}

export const mediationNotAgreed: FactKind<Details<typeof notAgreedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: notAgreedDetails,
  happenedOn: ({ concludedOn }) => concludedOn,
  canHappenAgain: false,
  belongsTo: ['mediation-chosen', 'meeting-arranged'],
  changes: (before, fact) => concluded(before, fact, 'not-agreed'),
  problems: endProblems,
}

function concluded(before: Case, fact: FactWith<Details<typeof notAgreedDetails>>, result: MediationResult): Case {
  const { concludedOn, decisionMaker } = fact.details
  return {
    ...endMeeting(before, fact, 'held'),
    mediationResult: { sequence: fact.sequence, result, concludedOn, ...(decisionMaker && { decisionMaker }) },
  }
}

/** All but the placement was agreed, so that the family can appeal without a certificate, which it does not have. */
function leavesOnlyPlacement({ stillDisputed = [] }: PartlyAgreed, before: Case): boolean {
  return isPlacementOnly(stillDisputed) && !needsNoCertificate(before)
}

function boardToldProblems(
  situation: CheckSituation,
  { boardToldOn }: Details<typeof boardToldDetails>,
): readonly FactProblem[] {
  const field = 'boardToldOn'
  const request = basisOf(situation.subject, situation.fact, 'mediation-chosen')
  const problems = duringMediation(situation, { field, what: 'The date the health board was told', day: boardToldOn })
  if (problems.length > 0 || (request && isAboutHealth(request.details))) return problems
  return problem(field, 'It is not recorded that mediation is about health care. Correct what the family wants first')
}

/** The day on which mediation ended: no meeting of the same request was adjourned, or arranged, after it. */
function endProblems(
  situation: CheckSituation,
  { concludedOn }: { readonly concludedOn: CalendarDate },
): readonly FactProblem[] {
  const { subject, fact } = situation
  const end: GivenDay = { field: 'concludedOn', what: 'The date mediation ended', day: concludedOn }
  const request = basisOf(subject, fact, 'mediation-chosen')
  const ofRequest = request ? othersOnBasis(subject, fact, request, ['mediation-adjourned', 'meeting-arranged']) : []
  return firstOf(
    duringMediation(situation, end),
    ...ofRequest.map((one) =>
      one.type === 'meeting-arranged'
        ? notBeforeArranged(end, one.details.arrangedOn)
        : notBefore(end, one.details.adjournedOn, adjournedInWords(one.details.adjournedOn)),
    ),
  )
}

function adjournedInWords(adjournedOn: CalendarDate): string {
  return `the meeting that was adjourned, on ${formatDate(adjournedOn)}`
}

/** The day of the agreement (regulation 42), which need not be that of the meeting (regulation 39(1)). */
function signedOn({ agreedOn, concludedOn }: Pick<Agreed, 'agreedOn' | 'concludedOn'>): CalendarDate {
  return agreedOn ?? concludedOn
}

/** What was agreed, and by when. */
function agreementProblems(subject: Case, details: Agreed): readonly FactProblem[] {
  const { concludedOn, agreedOn, duties = [] } = details
  return [...dutyProblems(subject, duties), ...signedProblems(), ...agreedDateProblems(details, signedOn(details))]

  function signedProblems(): readonly FactProblem[] {
    if (!agreedOn) return []
    const day = { field: 'agreedOn', what: 'The date of the agreement', day: agreedOn }
    return notBefore(day, concludedOn, `mediation ended, on ${formatDate(concludedOn)}`)
  }
}

/** The day that the parties set in writing (regulation 42(5)). */
function agreedDateProblems(
  { duties = [], agreedDate, agreedDateFor = [] }: Pick<Agreed, 'duties' | 'agreedDate' | 'agreedDateFor'>,
  signed: CalendarDate,
): readonly FactProblem[] {
  return dayForDutiesProblems({
    duties,
    day: agreedDate,
    dayFor: agreedDateFor,
    fields: { day: 'agreedDate', dayFor: 'agreedDateFor' },
    words: {
      what: 'The day set in writing',
      noDay: 'Enter the day that is set in writing, or select nothing that it is for',
      otherDuties: 'Select only what you selected above as what the council has to do',
      noDuties: 'Select what the council has to do by the day set in writing, or leave that day blank',
    },
    since: { day: signed, inWords: `the agreement, on ${formatDate(signed)}` },
  })
}

/** Only what was disputed from the start can be disputed still. */
function stillDisputedProblems({ decision }: Case, still: readonly PlanSection[]): readonly FactProblem[] {
  const field = 'stillDisputed'
  if (still.length === 0) return []
  if (decision.decisionKind !== 'plan-contents') {
    return problem(field, 'This case is not about the contents of a plan, so select no part of a plan')
  }
  const others = decision.sections ? still.filter((section) => !decision.sections?.includes(section)) : []
  if (others.length === 0) return []
  return problem(
    field,
    `The family did not dispute section ${others.join(' or ')} when the case was opened. Select only what was disputed, or correct the opening first`,
  )
}

function agreedLaterProblems(
  situation: CheckSituation,
  details: Details<typeof agreedLaterDetails>,
): readonly FactProblem[] {
  const { subject, fact } = situation
  const { agreedOn, duties, agreedDate, agreedDateFor = [] } = details
  const given = { field: 'agreedOn', what: 'The date of the agreement', day: agreedOn }
  const wasMediated = othersOf(subject, fact, [
    'mediation-agreed',
    'mediation-partly-agreed',
    'mediation-not-agreed',
  ]).some(({ details }) => details.concludedOn <= agreedOn)
  const isForEverything = agreedDate !== undefined && agreedDateFor.length === 0
  return firstOf(
    happened(situation, given),
    dutyProblems(subject, duties),
    duties.length === 0
      ? problem('duties', 'Select what the council will do, or record that the family and the council agreed')
      : [],
    agreedDateProblems(details, agreedOn),
    wasMediated || isForEverything
      ? []
      : problem(
          'agreedDate',
          'Enter the day by which it will be done, for everything: without mediation the law sets none',
        ),
  )
}
