import type { ComplaintBody, ComplaintPoint, ComplaintResult } from '../../cases/complaint/closed-words.ts'
import type { ReasonToBeLate } from '../../cases/duties/closed-words.ts'
import type {
  AgreedPoint,
  AttendingRole,
  DecisionMaker,
  HealthIssue,
  YoungPersonsPart,
} from '../../cases/mediation/closed-words.ts'
import type { CancelledBy, ChangeReason, MeetingFormat } from '../../cases/meeting/meetings.ts'
import type { Ombudsman, OmbudsmanResult } from '../../cases/ombudsman/closed-words.ts'
import type { WithdrawnReason } from '../../cases/opening/closed-words.ts'
import type {
  ResolutionOccasion,
  ResolutionParty,
  ResolutionResult,
  ResolutionSubject,
} from '../../cases/resolution/closed-words.ts'
import type { LetGoAhead, TribunalDecision } from '../../cases/tribunal/closed-words.ts'
import type { DecisionKind, PlanSection } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Duty, DutySource } from '../../law/compliance-deadlines.ts'

/**
 * The closed words of facts as families read them, each in one place. What a message says because of a word (what to do,
 * where to go next) stands in the passage or the message that says it. The words for staff are in lambdas/staff, those of
 * the council's digests in lambdas/messages/digest/words.
 */

/** The integrated care board, the first time that a message names it. */
export const HEALTH_BODY = 'the health body (the integrated care board)'

/** The decision, as it follows "our decision". */
export const DECISION_KIND_WORDS: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'not to carry out an Education, Health and Care (EHC) needs assessment',
  'refusal-to-reassess': 'not to carry out a new Education, Health and Care (EHC) needs assessment',
  'refusal-to-issue-plan': 'not to issue an Education, Health and Care (EHC) plan',
  'plan-contents': 'on what is in the Education, Health and Care (EHC) plan',
  'refusal-to-amend-plan': 'not to change the Education, Health and Care (EHC) plan',
  'ceasing-plan': 'to end the Education, Health and Care (EHC) plan',
}

const PLAN_SECTION_WORDS: Readonly<Record<PlanSection, string>> = {
  B: 'the needs in the plan (section B)',
  F: 'the help with learning in the plan (section F)',
  I: 'the school or college in the plan (section I)',
}

/** The parts of a plan that can be appealed, one for each: "the needs in the plan (section B)". */
export function sectionWords(sections: readonly PlanSection[]): readonly string[] {
  return sections.map((section) => PLAN_SECTION_WORDS[section])
}

/** Whether the disagreement is about health care in the plan. */
export const HEALTH_ISSUE_WORDS: Readonly<Record<HealthIssue, string>> = {
  none: 'Health care is no part of what you want to talk about.',
  some: 'Health care is a part of what you want to talk about.',
  only: 'Health care is all that you want to talk about.',
}

interface MeetingFormatWords {
  /** Of a meeting that is to come. */
  readonly ahead: string
  /** Of a meeting as it was planned, whether it is to come, is over or fell through. */
  readonly planned: string
}

/** How those who come to a meeting meet, as a sentence. */
export const MEETING_FORMAT_WORDS: Readonly<Record<MeetingFormat, MeetingFormatWords>> = {
  'in-person': { ahead: 'You meet in person.', planned: 'It was planned as a meeting in person.' },
  online: { ahead: 'You meet online.', planned: 'It was planned as an online meeting.' },
  'by-phone': { ahead: 'You meet by phone.', planned: 'It was planned as a meeting by phone.' },
}

/** Who comes to a meeting, in the middle of a sentence. */
export const ATTENDING_ROLE_WORDS: Readonly<Record<AttendingRole, string>> = {
  'head-of-service': 'the head of the service',
  manager: 'a manager',
  'case-officer': 'a case officer',
  'health-manager': 'a manager of the health body',
  'somebody-else': 'someone else of our staff',
}

/** Who did not come to the meeting, as a sentence. */
export const DID_NOT_COME: Readonly<Record<CancelledBy, string>> = {
  council: 'We, the council, did not come. We are sorry.',
  family: 'Our records show that you did not come.',
  'mediation-provider': 'The mediation provider did not come.',
  'health-body': `${atBeginning(HEALTH_BODY)} did not come.`,
}

/** Who cancelled or moved the meeting, as a sentence. */
export const CANCELLED_BY_WORDS: Readonly<Record<CancelledBy, (deed: 'cancelled' | 'moved') => string>> = {
  council: (deed) => `We, the council, ${deed} it. We are sorry.`,
  family: (deed) => (deed === 'moved' ? 'You asked to move it.' : 'You asked to cancel it.'),
  'mediation-provider': (deed) => `The mediation provider ${deed} it.`,
  'health-body': (deed) => `${atBeginning(HEALTH_BODY)} ${deed} it.`,
}

/** Why it was cancelled or moved. */
export const CHANGE_REASON_WORDS: Readonly<Record<ChangeReason, string>> = {
  illness: 'The reason is that someone was ill.',
  'not-available': 'The reason is that someone could not come on that day.',
  'not-ready': 'The reason is that someone needed more time to get ready.',
  'another-reason': 'If you want to know the reason, ask the mediation adviser.',
}

/** Whether somebody who could decide came to the meeting. */
export const DECISION_MAKER_WORDS: Readonly<Record<DecisionMaker, string>> = {
  present: 'Someone who could decide came.',
  absent: 'Nobody who could decide came.',
}

/** Whether the Tribunal lets an appeal go ahead that is late, or has no certificate though it needs one. */
export const LET_GO_AHEAD_WORDS: Readonly<Record<LetGoAhead, string>> = {
  yes: 'The Tribunal let your appeal go ahead.',
  'not-yet': 'A judge has still to decide if your appeal goes ahead.',
}

/** How the Tribunal ended the appeal: as a title, and what it means. */
export const TRIBUNAL_DECISION_WORDS: Readonly<
  Record<TribunalDecision, { readonly title: string; readonly meaning: string }>
> = {
  'decided-for-appellant': {
    title: 'The Tribunal decided for you',
    meaning: 'The Tribunal decided your appeal for you. We must do what it ordered.',
  },
  'decided-in-part': {
    title: 'The Tribunal decided for you in part',
    meaning: 'The Tribunal decided your appeal for you in part. We must do what it ordered. The rest stays as it was.',
  },
  'decided-for-council': {
    title: 'The Tribunal decided for the council',
    meaning: 'The Tribunal decided that our decision stands.',
  },
  'consent-order': {
    title: 'The Tribunal made the order that you and we agreed on',
    meaning: 'You and we agreed, and the Tribunal made an order of it. We must do what it says. Your appeal has ended.',
  },
  'struck-out': {
    title: 'The Tribunal ended your appeal without deciding it',
    meaning: 'The Tribunal struck out your appeal. That means that it ended the appeal without deciding it.',
  },
  'not-registered': {
    title: 'The Tribunal did not register your appeal',
    meaning: 'The Tribunal did not register your appeal. Its letter tells you why. Often something is missing.',
  },
}

/** What was agreed, ordered or conceded. */
export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  assess: 'We must carry out an assessment.',
  'make-plan': 'We must make a plan.',
  reconsider: 'We must decide again.',
  'amend-contents': 'We must change what is in the plan.',
  'amend-placement': 'We must change the school or other place in the plan.',
  continue: 'We must go on with the plan.',
  'continue-and-amend': 'We must go on with the plan and change it.',
  cease: 'We must end the plan.',
  'not-appealable': 'We must do other things that were agreed.',
}

/** Why the law lets the council be late with something, as a sentence of its own. */
export const REASON_TO_BE_LATE_WORDS: Readonly<Record<ReasonToBeLate, string>> = {
  'exceptional-circumstances': 'The reason is that something very serious has happened in your family.',
  'family-away': 'The reason is that you or your child are away from the area for 2 weeks or more.',
  'institution-closed':
    'The reason is that a school or another place that we have to ask is closed for 4 weeks or more.',
}

/** What a duty follows from: the event, and the paper that says it. */
export const DUTY_SOURCE_WORDS: Readonly<
  Record<DutySource, { readonly happened: (on: CalendarDate) => string; readonly document: string }>
> = {
  agreement: {
    happened: (on) => `You and we agreed at mediation on ${formatDate(on)}.`,
    document: 'the written agreement',
  },
  order: {
    happened: (on) => `The Tribunal made its order on ${formatDate(on)}.`,
    document: 'the order of the Tribunal',
  },
  concession: {
    happened: (on) => `On ${formatDate(on)} we told the Tribunal that we do not oppose your appeal.`,
    document: 'the letter of the Tribunal',
  },
  'late-concession': {
    happened: (on) => `On ${formatDate(on)} we agreed to an assessment. The Tribunal made no order about it.`,
    document: 'what we wrote to you about it',
  },
}

/** The three kinds of disagreement that disagreement resolution is for, as they follow "It is about". */
export const RESOLUTION_SUBJECT_WORDS: Readonly<Record<ResolutionSubject, string>> = {
  duties: 'how a nursery, a school, a college or the council does what the law asks of it',
  'special-educational-provision': 'the special help with learning that a nursery, a school or a college gives',
  'health-or-social-care': 'health care or social care',
}

/** When it comes about, as a sentence of its own. */
export const RESOLUTION_OCCASION_WORDS: Readonly<Record<ResolutionOccasion, string>> = {
  'during-assessment': 'It is while an EHC needs assessment goes on.',
  'while-plan-is-drawn-up': 'It is while an EHC plan is written.',
  'while-waiting-for-tribunal': 'It is while you wait for the Tribunal.',
  'at-review': 'It is at a review of the plan.',
  'during-reassessment': 'It is while a new EHC needs assessment goes on.',
  'at-another-time': 'You can use it at any time.',
}

const RESOLUTION_PARTY_WORDS: Readonly<Record<ResolutionParty, string>> = {
  family: 'you',
  council: 'we (the council)',
  'school-or-college': 'the nursery, school or college',
  'health-body': HEALTH_BODY,
}

/** Who takes part, at the beginning of a sentence: "The nursery, school or college", "You". */
export function partyBegins(party: ResolutionParty): string {
  return atBeginning(RESOLUTION_PARTY_WORDS[party])
}

/** How disagreement resolution ended: as a title, and what it means. */
export const RESOLUTION_RESULT_WORDS: Readonly<
  Record<ResolutionResult, { readonly title: string; readonly meaning: string }>
> = {
  agreed: { title: 'Disagreement resolution: you agreed', meaning: 'You and the others agreed.' },
  'partly-agreed': {
    title: 'Disagreement resolution: you agreed in part',
    meaning: 'You and the others agreed on some things but not on all.',
  },
  'not-agreed': { title: 'Disagreement resolution: no agreement', meaning: 'You and the others did not agree.' },
  'not-held': { title: 'Disagreement resolution did not take place', meaning: 'It did not take place.' },
}

/** Whom the family complained to: as it follows "to" the first time, and at the beginning of a later sentence. */
export const COMPLAINT_BODY_WORDS: Readonly<Record<ComplaintBody, { readonly to: string; readonly begins: string }>> = {
  school: { to: 'the school', begins: 'The school' },
  college: { to: 'the college', begins: 'The college' },
  council: { to: 'us (the council)', begins: 'We' },
  'health-body': { to: HEALTH_BODY, begins: 'The health body' },
}

/** The factsheet's five points of a good complaint: met, and how to mend one that is not. */
export const COMPLAINT_POINT_WORDS: Readonly<
  Record<ComplaintPoint, { readonly met: string; readonly toMend: string }>
> = {
  'has-spoken-to-the-right-people': {
    met: 'You spoke to the right people first.',
    toMend: 'Speak first to someone who can put it right.',
  },
  'is-in-writing': {
    met: 'Your complaint is in writing.',
    toMend: 'Put your complaint in writing. Use the word “complaint”.',
  },
  'says-all-the-issues': {
    met: 'Your complaint says everything that you want sorted out.',
    toMend: 'Say clearly each thing that you want sorted out.',
  },
  'says-what-should-happen': {
    met: 'Your complaint says what you want to happen.',
    toMend: 'Say what you want to happen.',
  },
  'gives-a-time-to-answer': {
    met: 'Your complaint gives a day for the answer.',
    toMend: 'Give a fair day by which you would like an answer.',
  },
}

/** What the answer says of the complaint. */
export const COMPLAINT_RESULT_WORDS: Readonly<Record<ComplaintResult, string>> = {
  upheld: 'The answer is that your complaint was right.',
  'partly-upheld': 'The answer is that your complaint was right in part.',
  'not-upheld': 'The answer is that nothing was done wrong.',
}

/** Why the council does not follow a case any more. */
export const WITHDRAWN_REASON_WORDS: Readonly<Record<WithdrawnReason, string>> = {
  'family-does-not-want-to-go-on': 'We understood that you do not want to go on.',
  'council-changed-decision': 'We have changed our decision. We write to you about the new one in another letter.',
  'opened-in-error': 'We opened this case by mistake. We are sorry.',
  'passed-on': 'Another council has your case now.',
  duplicate: 'We had opened it twice. The other one goes on, with its dates. We are sorry.',
}

/** An Ombudsman by its name. */
export const OMBUDSMAN_WORDS: Readonly<Record<Ombudsman, string>> = {
  council: 'the Local Government and Social Care Ombudsman',
  health: 'the Parliamentary and Health Service Ombudsman',
}

/** What an Ombudsman decided, in a sentence. */
export const OMBUDSMAN_RESULT_WORDS: Readonly<Record<OmbudsmanResult, string>> = {
  'fault-and-remedy': 'It found that something was done wrongly, and asked for it to be put right.',
  fault: 'It found that something was done wrongly, and asked for nothing more.',
  'no-fault': 'It found that nothing was done wrongly.',
  'not-looked-at': 'It decided not to look at your complaint.',
}

function atBeginning(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What was agreed on, as a sentence of its own. */
export const AGREED_POINT_WORDS: Readonly<Record<AgreedPoint, string>> = {
  assess: 'It was agreed that there will be an assessment.',
  'issue-plan': 'It was agreed that there will be a plan.',
  'amend-b': 'It was agreed to change the needs in the plan (section B).',
  'amend-f': 'It was agreed to change the help in the plan (section F).',
  'amend-i': 'It was agreed to change the school or other place in the plan (section I).',
  'health-provision': 'Something was agreed about health care.',
  'back-to-panel': 'It was agreed that we look at our decision again.',
  'more-information': 'It was agreed to get more information.',
  'decision-stands': 'It was agreed that our decision stays as it is.',
  'other-support': 'Other help was agreed.',
}

/** What part the child or young person had in the mediation. */
export const YOUNG_PERSONS_PART_WORDS: Readonly<Record<YoungPersonsPart, string>> = {
  'was-there': 'The child or young person was at the meeting.',
  'gave-views': 'The child or young person gave their views, and was not at the meeting.',
  'asked-and-declined': 'The child or young person was asked for their views and did not want to give them.',
  'not-asked': 'The child or young person was not asked for their views.',
}
