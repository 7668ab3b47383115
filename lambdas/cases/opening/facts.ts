import * as v from 'valibot'
import {
  DECISION_KINDS,
  isPlacementOnly,
  NOTICE_CONTENTS,
  noticeContents,
  PLAN_SECTIONS,
  type PlanSection,
} from '../../law/appealable-decisions.ts'
import { type CalendarDate, earlierOf, formatDate } from '../../law/calendar-date.ts'
import { type Case, disputesPlacementOnly, isOpenedInError, wantsMediation } from '../case.ts'
import { RELATIONSHIPS } from '../contact.ts'
import { daysOfAgeDetails } from '../days-of-age.ts'
import { calendarDay, type Details } from '../details.ts'
import {
  A_NOTE,
  AN_AWAITED_EVENT,
  AN_EVENT,
  AT_ANY_TIME,
  type FactKind,
  NOTHING_TO_SAY,
  STARTS_NOTHING,
} from '../fact-kind.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  happened,
  notBefore,
  notInFuture,
  notRecorded,
  problem,
} from '../fact-problem.ts'
import { RECIPIENT_ROLES } from '../recipient.ts'
import { NOTICE_FAULTS, WITHDRAWN_REASONS, type WithdrawnReason } from './closed-words.ts'

const decisionDetails = v.strictObject({
  decisionKind: v.picklist(DECISION_KINDS),
  /** The family disagrees only with the school or college named, its type, or that none is named (section 55(2)). */
  placementOnly: v.boolean(),
  printedOn: calendarDay,
  sentOn: calendarDay,
  /** The parts of the plan that are disputed, where the decision is about what is in a plan. */
  sections: v.optional(v.array(v.picklist(PLAN_SECTIONS))),
  /** When the council received the request for an assessment. Absent: not known yet. */
  requestReceivedOn: v.optional(calendarDay),
})
/** What the council decided, and when. */
export type Decision = Details<typeof decisionDetails>

const openingDetails = v.strictObject({
  ...decisionDetails.entries,
  /** Absent: the date of birth was not known. A correction of the decision leaves it as it is. */
  daysOfAge: v.optional(daysOfAgeDetails),
  /** The case was under way when it was opened, and what had happened by then is recorded next. Absent: it was not. */
  history: v.optional(v.literal('being-recorded')),
})

/** The decision that the case is about. */
export const caseOpened: FactKind<Details<typeof openingDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: openingDetails,
  happenedOn: ({ printedOn, sentOn }) => earlierOf(printedOn, sentOn),
  canHappenAgain: false,
  canBeTakenBack: false,
  changes: (before, { sequence }) => {
    throw new Error(`Case ${before.caseId} was opened twice: fact ${sequence} says "case-opened" again.`)
  },
  problems: ({ today }, details) => decisionProblems(details, today),
  canBeRecorded: () => false,
  expectedOnOpenCase: () => false,
  expectedOnClosedCase: () => false,
  canStart: ['mediation-advice', 'appeal-window'],
  // An appeal that is only about the placement needs no certificate (Children and Families Act 2014, section 55(2)).
  starts: ({ placementOnly }) => [placementOnly ? 'appeal-window' : 'mediation-advice'],
}

const sentAgainDetails = v.strictObject({ sentAgainOn: calendarDay })

/** The letter was sent again, or the plan issued again, with no real change: the first clock goes on. */
export const noticeSentAgain: FactKind<Details<typeof sentAgainDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: sentAgainDetails,
  happenedOn: ({ sentAgainOn }) => sentAgainOn,
  canHappenAgain: true,
  changes: (before, { details }) => ({ ...before, noticeSentAgainOn: details.sentAgainOn }),
  problems: sentAgainProblems,
}

const faultDetails = v.strictObject({
  /** When the council found it out. */
  foundOn: calendarDay,
  fault: v.picklist(NOTICE_FAULTS),
  /** What a notice of this decision has to say and the letter did not (SEND Regulations 2014, regulation 5(3) and others). */
  lacks: v.optional(v.pipe(v.array(v.picklist(NOTICE_CONTENTS)), v.minLength(1))),
})

/** The decision letter is no full notice to whoever has the right of appeal, or there was none (J24, J26). */
export const noticeAtFault: FactKind<Details<typeof faultDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: faultDetails,
  happenedOn: ({ foundOn }) => foundOn,
  canHappenAgain: false,
  tells: 'rights',
  canBeRecorded: ({ subject }) => !subject.noticeFault && !isOpenedInError(subject),
  changes: (before, { sequence, details }) => ({ ...before, noticeFault: { sequence, ...details } }),
  problems: faultProblems,
}

const fullNoticeDetails = v.strictObject({ printedOn: calendarDay, sentOn: calendarDay })

/**
 * A full notice was sent to whoever has the right of appeal, after a letter that was at fault or never sent. The dates of a
 * letter that was sent stay beside its own (J25).
 */
export const fullNoticeSent: FactKind<Details<typeof fullNoticeDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: fullNoticeDetails,
  happenedOn: ({ sentOn }) => sentOn,
  canHappenAgain: false,
  belongsTo: ['notice-at-fault'],
  tells: 'rights',
  canBeRecorded: ({ subject }) => !subject.fullNotice && !isOpenedInError(subject),
  changes: (before, { sequence, details }) => ({ ...before, fullNotice: { sequence, ...details } }),
  problems: fullNoticeProblems,
}

const disputeDetails = v.strictObject({
  changedOn: calendarDay,
  /** What the family disagrees with from then on, in place of what was recorded before. */
  sections: v.pipe(v.array(v.picklist(PLAN_SECTIONS)), v.minLength(1)),
})

/**
 * The family disagrees with more of the plan than before, or with less. For the contents it needs a certificate (J13); for the
 * placement alone it needs none (Children and Families Act 2014, section 55(2)).
 */
export const disputeChanged: FactKind<Details<typeof disputeDetails>> = {
  ...AN_AWAITED_EVENT,
  details: disputeDetails,
  happenedOn: ({ changedOn }) => changedOn,
  canHappenAgain: true,
  tells: 'what-you-disagree-with',
  canBeRecorded: ({ subject }) => subject.decision.decisionKind === 'plan-contents' && !isOpenedInError(subject),
  changes: (before, { sequence, details }) => ({ ...before, dispute: { sequence, ...details } }),
  problems: (situation, { changedOn }) =>
    firstOf(
      happened(situation, { field: 'changedOn', what: 'The date the family said so', day: changedOn }),
      situation.subject.decision.decisionKind === 'plan-contents'
        ? []
        : problem('sections', 'Parts of a plan are for a decision about the contents of a plan'),
    ),
  canStart: ['mediation-advice', 'appeal-window'],
  starts: ({ sections }, before) => stageOfDispute(sections, before),
}

/** What comes next for a family that has neither a certificate nor an appeal, where that is another thing than before. */
function stageOfDispute(
  sections: readonly PlanSection[],
  before: Case,
): readonly ('mediation-advice' | 'appeal-window')[] {
  if (before.certificate || before.appeal) return []
  const isPlacement = isPlacementOnly(sections)
  if (isPlacement === disputesPlacementOnly(before)) return []
  if (isPlacement) return ['appeal-window']
  // The certificate of a family that mediates comes with that.
  return wantsMediation(before) || before.mediationResult ? [] : ['mediation-advice']
}

const withdrawnDetails = v.strictObject({
  withdrawnOn: calendarDay,
  reason: v.picklist(WITHDRAWN_REASONS),
  /** The case about the same decision that goes on, of one that was opened twice. */
  duplicateOf: v.optional(v.string()),
})

/** The council ends its record of the case. */
export const caseWithdrawn: FactKind<Details<typeof withdrawnDetails>> = {
  ...AN_EVENT,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
  details: withdrawnDetails,
  happenedOn: ({ withdrawnOn }) => withdrawnOn,
  canHappenAgain: false,
  changes: (before, { sequence, details }) => ({ ...before, withdrawn: { sequence, ...details } }),
  problems: (situation, { withdrawnOn, reason, duplicateOf }) =>
    firstOf(
      happened(situation, { field: 'withdrawnOn', what: 'The date the case ended', day: withdrawnOn }),
      duplicateProblems(situation, reason, duplicateOf),
    ),
  expectedOnOpenCase: () => true,
  expectedOnClosedCase: () => false,
}

const diedDetails = v.strictObject({ toldOn: calendarDay })

/**
 * The child or young person has died. No provision says what follows (J42): from the minute of its recording nothing is sent,
 * nothing is asked for, and everything under way ends. The day is the one on which the council was told.
 */
export const childDied: FactKind<Details<typeof diedDetails>> = {
  ...AN_EVENT,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
  details: diedDetails,
  happenedOn: ({ toldOn }) => toldOn,
  canHappenAgain: false,
  changes: (before, { sequence, details }) => ({ ...before, died: { sequence, ...details } }),
  problems: (situation, { toldOn }) =>
    happened(situation, { field: 'toldOn', what: 'The date the council was told', day: toldOn }),
  canBeRecorded: ({ subject }) => !subject.died,
  expectedOnOpenCase: () => false,
  expectedOnClosedCase: () => false,
}

const KEEPS_THE_RECORD = {
  ...A_NOTE,
  ...AT_ANY_TIME,
  ...STARTS_NOTHING,
  ...NOTHING_TO_SAY,
} as const

const contactChangeDetails = v.strictObject({
  /** What follows from the date of birth as it is known now. Absent: it is not known. */
  daysOfAge: v.optional(daysOfAgeDetails),
  /** Who the party is after the end of compulsory school age, where whoever changed the details has made sure of it. */
  party: v.optional(v.picklist(RELATIONSHIPS)),
  /** Who hears of the case for the first time: see `whoJoins`. Absent: nobody. */
  joins: v.optional(v.pipe(v.array(v.picklist(RECIPIENT_ROLES)), v.minLength(1))),
})

/** The new details are in the contacts table. */
export const contactDetailsChanged: FactKind<Details<typeof contactChangeDetails>> = {
  ...KEEPS_THE_RECORD,
  details: contactChangeDetails,
  changes: (before, { recordedAt, details: { daysOfAge, party } }) => ({
    ...before,
    daysOfAge,
    ...(party && { partySaidAt: recordedAt }),
  }),
}

/** The words of the note are in the contacts table. */
export const noteAdded: FactKind<object> = {
  ...KEEPS_THE_RECORD,
  details: v.strictObject({}),
  changes: (before) => before,
}

/** What is wrong with a decision by itself, whatever the law says of its time. @param today the day in England */
export function decisionProblems(
  { decisionKind, placementOnly, sections, printedOn, sentOn, requestReceivedOn }: Decision,
  today: CalendarDate,
): readonly FactProblem[] {
  const problems = [
    ...notInFuture({ field: 'printedOn', what: 'The date printed on the letter', day: printedOn }, today),
    ...notInFuture({ field: 'sentOn', what: 'The date the letter was sent', day: sentOn }, today),
  ]
  if (sentOn < printedOn) {
    problems.push({
      field: 'sentOn',
      message: `The date the letter was sent (${formatDate(sentOn)}) must be the same as or after the date printed on it (${formatDate(printedOn)})`,
    })
  }
  if (requestReceivedOn && requestReceivedOn > printedOn) {
    problems.push({
      field: 'requestReceivedOn',
      message: `The request was received (${formatDate(requestReceivedOn)}) on or before the date printed on the decision letter (${formatDate(printedOn)}). Change one of the dates, or leave this blank if it is not known yet`,
    })
  }
  if ((placementOnly || sections) && decisionKind !== 'plan-contents') {
    problems.push({
      field: 'sections',
      message:
        'Parts of a plan are for a decision about the contents of a plan. Change the decision, or select no part of a plan',
    })
  }
  return problems
}

/** A letter that is sent again comes after the first. */
function sentAgainProblems(
  situation: CheckSituation,
  { sentAgainOn }: Details<typeof sentAgainDetails>,
): readonly FactProblem[] {
  const given = { field: 'sentAgainOn', what: 'The date the letter was sent again', day: sentAgainOn }
  const { sentOn } = situation.subject.decision
  return firstOf(
    happened(situation, given),
    sentAgainOn <= sentOn
      ? problem(
          given.field,
          `The letter was first sent on ${formatDate(sentOn)}, so it was sent again on a later day. If that first day is wrong, correct it`,
        )
      : [],
  )
}

/** What a letter left out is for a letter, and for what a notice of this decision has to say. */
function faultProblems(
  situation: CheckSituation,
  { foundOn, fault, lacks }: Details<typeof faultDetails>,
): readonly FactProblem[] {
  const { decisionKind } = situation.subject.decision
  const field = 'lacks'
  const contents = noticeContents(decisionKind)
  return firstOf(
    happened(situation, { field: 'foundOn', what: 'The date it was found out', day: foundOn }),
    fault === 'incomplete' && !lacks ? problem(field, 'Select what the letter left out') : [],
    fault === 'never-sent' && lacks
      ? problem(field, 'A letter that was never sent left out nothing: select nothing here')
      : [],
    lacks?.every((content) => contents.includes(content)) === false
      ? problem(field, 'The law does not ask for that in a letter about this decision')
      : [],
  )
}

/** The full notice comes after the letter that was at fault. */
function fullNoticeProblems(
  situation: CheckSituation,
  { printedOn, sentOn }: Details<typeof fullNoticeDetails>,
): readonly FactProblem[] {
  const { decision, noticeFault } = situation.subject
  const given = { field: 'sentOn', what: 'The date the full letter was sent', day: sentOn }
  if (!noticeFault) return notRecorded('sentOn', 'notice-at-fault')
  return firstOf(
    [
      ...happened(situation, { field: 'printedOn', what: 'The date printed on the full letter', day: printedOn }),
      ...happened(situation, given),
    ],
    sentOn < printedOn
      ? problem(given.field, `The full letter was sent on or after the date printed on it (${formatDate(printedOn)})`)
      : [],
    notBefore(given, noticeFault.foundOn, `the day it was found out, ${formatDate(noticeFault.foundOn)}`),
    noticeFault.fault !== 'never-sent' && sentOn < decision.sentOn
      ? problem(
          given.field,
          `The first letter was sent on ${formatDate(decision.sentOn)}, so a full one came after that`,
        )
      : [],
  )
}

/** A case that was opened twice names the one that goes on, which is another. */
function duplicateProblems(
  { subject }: CheckSituation,
  reason: WithdrawnReason,
  duplicateOf: string | undefined,
): readonly FactProblem[] {
  const field = 'duplicateOf'
  if (reason !== 'duplicate') {
    return duplicateOf ? problem(field, 'Leave this blank, or choose that the case was opened twice') : []
  }
  if (!duplicateOf) return problem(field, 'Enter the reference of the case that goes on')
  return duplicateOf === subject.caseId
    ? problem(field, 'This is the case that ends. Enter the reference of the other')
    : []
}
