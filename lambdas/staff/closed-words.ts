/**
 * What the closed words of facts and of contact details are called on the pages for staff: as the options of a form and, through `inLine`, in a
 * sentence. Each word is worded here once.
 */

import type { ComplaintBody, ComplaintPoint, ComplaintResult } from '../cases/complaint/closed-words.ts'
import type { ActsFor, OtherFormat, PrintSize, Relationship, WaysToWrite } from '../cases/contact.ts'
import type { ReasonToBeLate } from '../cases/duties/closed-words.ts'
import type {
  AgreedPoint,
  AttendingRole,
  DecisionMaker,
  HealthIssue,
  MediationResult,
  REASONS_NOT_ARRANGED,
  YoungPersonsPart,
} from '../cases/mediation/closed-words.ts'
import type { CancelledBy, ChangeReason, MeetingFormat } from '../cases/meeting/meetings.ts'
import type { Ombudsman, OmbudsmanResult } from '../cases/ombudsman/closed-words.ts'
import type { NoticeFault, WithdrawnReason } from '../cases/opening/closed-words.ts'
import type { CaseOutcome } from '../cases/outcome.ts'
import type {
  ResolutionOccasion,
  ResolutionParty,
  ResolutionResult,
  ResolutionSubject,
} from '../cases/resolution/closed-words.ts'
import type { LeftOutReason } from '../cases/taking-over/closed-words.ts'
import type {
  AppealOutcome,
  Asker,
  Extent,
  FurtherAppealStep,
  LetGoAhead,
  TribunalDecision,
  WayToOpenAgain,
} from '../cases/tribunal/closed-words.ts'
import type { Hearing, TimetableDay } from '../cases/tribunal/timetable.ts'
import type { DecisionKind, NoticeContent, PlanSection } from '../law/appealable-decisions.ts'
import type { Duty, DutySource } from '../law/compliance-deadlines.ts'
import type { ComplaintStage } from '../law/other-deadlines.ts'

/** What each word of a list is called. */
type Words<Word extends string> = Readonly<Record<Word, string>>

/** In the middle of a sentence, but for abbreviations: "Online" becomes "online". */
export function inLine(words: string): string {
  return /^[A-Z][a-z ]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** As it goes on after "the council decided". */
export const DECISION_WORDS: Words<DecisionKind> = {
  'refusal-to-assess': 'Not to carry out an education, health and care (EHC) needs assessment',
  'refusal-to-reassess': 'Not to re-assess needs',
  'refusal-to-issue-plan': 'Not to issue an EHC plan after an assessment',
  'plan-contents': 'The contents of a final or amended EHC plan',
  'refusal-to-amend-plan': 'Not to amend an EHC plan after a review or re-assessment',
  'ceasing-plan': 'To stop maintaining an EHC plan',
}

/** The same as a line of a table names them. */
export const DECISION_NAMES: Words<DecisionKind> = {
  'refusal-to-assess': 'Refusal to assess',
  'refusal-to-reassess': 'Refusal to re-assess',
  'refusal-to-issue-plan': 'Refusal to issue a plan',
  'plan-contents': 'Contents of a plan',
  'refusal-to-amend-plan': 'Refusal to amend a plan',
  'ceasing-plan': 'Ceasing a plan',
}

/** The parts of a plan that can be appealed. */
export const SECTION_WORDS: Words<PlanSection> = {
  B: 'Section B: special educational needs',
  F: 'Section F: special educational provision',
  I: 'Section I: the school or other place named, its type, or that none is named',
}

/** What the written notice of a decision has to say. */
export const NOTICE_CONTENT_WORDS: Words<NoticeContent> = {
  'right-to-appeal': 'The right to appeal to the Tribunal',
  'time-limits': 'The time limits',
  'mediation-information':
    'What regulation 32 asks for: the right to mediation, the certificate, how to reach the adviser, by when, and what to tell the council',
  'disagreement-resolution-and-advice':
    'That disagreement resolution, and information and advice about special educational needs, are there',
  recommendations: 'That the Tribunal can recommend things on health and social care',
}

export const NOTICE_FAULT_WORDS: Words<NoticeFault> = {
  'never-sent': 'It was never sent: there is no written decision',
  'wrong-person': 'It went to somebody who does not have the right of appeal',
  incomplete: 'It left out something that it has to say',
}

/** Who can be a party to something. */
const WHO = {
  family: 'The family',
  council: 'The council',
  'health-body': 'The health body (integrated care board)',
} as const

export const CANCELLED_BY_WORDS: Words<CancelledBy> = {
  council: WHO.council,
  family: WHO.family,
  'mediation-provider': 'The mediation provider',
  'health-body': WHO['health-body'],
}

export const MEETING_FORMAT_WORDS: Words<MeetingFormat> = {
  'in-person': 'In person',
  online: 'Online',
  'by-phone': 'By phone',
}

export const CHANGE_REASON_WORDS: Words<ChangeReason> = {
  illness: 'Somebody was ill',
  'not-available': 'Somebody could not come on that day',
  'not-ready': 'Somebody was not ready',
  'another-reason': 'Another reason',
}

/** Whether mediation is about health care in the plan. */
export const HEALTH_ISSUE_WORDS: Words<HealthIssue> = {
  none: 'No',
  some: 'Yes, besides other things',
  only: 'Yes, and about nothing else',
}

/** Whether somebody was there who could decide. */
export const DECISION_MAKER_WORDS: Words<DecisionMaker> = {
  present: 'Yes',
  absent: 'No',
}

export const MEDIATION_RESULT_WORDS: Words<MediationResult> = {
  agreed: 'Agreement in full',
  'partly-agreed': 'Agreement in part',
  'not-agreed': 'No agreement',
}

/** How the Tribunal ended an appeal. */
export const TRIBUNAL_DECISION_WORDS: Words<TribunalDecision> = {
  'decided-for-appellant': 'For the family',
  'decided-in-part': 'In part for the family',
  'decided-for-council': 'For the council: the appeal was dismissed',
  'consent-order': 'By consent: both sides agreed and the Tribunal made the order',
  'struck-out': 'Struck out',
  'not-registered': 'Not registered: the Tribunal did not take the appeal',
}

/** What came of an appeal, as a line of a table. */
export const APPEAL_OUTCOME_WORDS: Words<AppealOutcome | 'open'> = {
  open: 'Still open',
  'decided-for-appellant': 'Decided for the family',
  'decided-in-part': 'Decided in part for the family',
  'decided-for-council': 'Decided for the council',
  'consent-order': 'Consent order',
  'struck-out': 'Struck out',
  'not-registered': 'Not registered',
  conceded: 'Conceded by the council',
  withdrawn: 'Withdrawn by the family',
}

/** Whether the Tribunal has let an appeal go ahead that it did not have to take. */
export const LET_GO_AHEAD_WORDS: Words<LetGoAhead> = {
  yes: 'Yes, it goes ahead',
  'not-yet': 'Not yet, a judge decides',
}

/** What the council has to do, as an agreement, an order or a concession says it. */
export const DUTY_WORDS: Words<Duty> = {
  assess: 'Assess needs, or assess them again',
  'make-plan': 'Make an EHC plan',
  reconsider: 'Consider its decision again',
  'amend-contents': 'Change the needs or provision in the plan (section B or F)',
  'amend-placement': 'Change only the school or other place in the plan (section I)',
  continue: 'Go on with the plan as it is',
  'continue-and-amend': 'Go on with the plan, and change it',
  cease: 'Stop maintaining the plan',
  'not-appealable': 'Something that could not have been appealed, such as health or social care provision',
}

/** What the parties agreed on. */
export const AGREED_POINT_WORDS: Words<AgreedPoint> = {
  assess: 'An EHC needs assessment',
  'issue-plan': 'An EHC plan',
  'amend-b': 'A change of section B (needs)',
  'amend-f': 'A change of section F (provision)',
  'amend-i': 'A change of section I (school or other place)',
  'health-provision': 'Health care provision',
  'back-to-panel': 'Back to panel: the council decides again',
  'more-information': 'More information first',
  'decision-stands': 'The decision stands',
  'other-support': 'Other support',
}

/** The young person’s or child’s part in the mediation. */
export const YOUNG_PERSONS_PART_WORDS: Words<YoungPersonsPart> = {
  'was-there': 'They were at the meeting',
  'gave-views': 'They gave their views, and were not there',
  'asked-and-declined': 'They were asked, and did not want to',
  'not-asked': 'They were not asked',
}

/** Why mediation is not arranged. */
export const ATTENDING_ROLE_WORDS: Words<AttendingRole> = {
  'head-of-service': 'The head of the service',
  manager: 'A manager',
  'case-officer': 'A case officer',
  'health-manager': 'A manager of the health board (integrated care board)',
  'somebody-else': 'Somebody else',
}

export const COMPLAINT_STAGE_WORDS: Words<ComplaintStage> = {
  first: 'The first',
  second: 'The second: the family is not content with the answer',
}

export const NOT_ARRANGED_WORDS: Words<(typeof REASONS_NOT_ARRANGED)[number]> = {
  'not-in-time': 'It cannot be arranged within 30 days',
  refused: 'The council does not take part, or the health board (integrated care board) where it has to arrange it',
}

export const OPEN_AGAIN_WORDS: Words<WayToOpenAgain> = {
  'set-aside': 'The Tribunal set its decision aside',
  reviewed: 'The Tribunal reviewed its decision, and looks at the appeal again',
  'sent-back': 'The Upper Tribunal sent the appeal back',
  reinstated: 'The Tribunal opened again an appeal that the family took back',
}

/** The steps to the Upper Tribunal. */
export const FURTHER_APPEAL_WORDS: Words<FurtherAppealStep> = {
  'asked-tribunal': 'The Tribunal was asked for permission',
  'tribunal-refused': 'The Tribunal refused permission',
  'asked-upper-tribunal': 'The Upper Tribunal was asked for permission',
  'permission-given': 'Permission was given: the Upper Tribunal has the appeal',
  'decision-stands': 'The Upper Tribunal refused permission or dismissed the appeal: the decision stands',
}

export const ASKER_WORDS: Words<Asker> = { family: 'The family', council: 'The council' }

/** How much of what the family asks for the council gave in on. */
export const EXTENT_WORDS: Words<Extent> = {
  all: 'Everything that the appeal asks for',
  part: 'A part of it',
}

/** Why the law lets the council be late with something. */
export const REASON_TO_BE_LATE_WORDS: Words<ReasonToBeLate> = {
  'exceptional-circumstances': 'Exceptional personal circumstances of the child, the parent or the young person',
  'family-away': 'The child, the parent or the young person is away from the area for at least 2 weeks',
  'institution-closed': 'A school or other institution that has to be asked is closed for at least 4 weeks',
}

/** Where something that the council has to do comes from. */
export const DUTY_SOURCE_WORDS: Words<DutySource> = {
  agreement: 'The agreement at mediation',
  order: 'The Tribunal’s order',
  concession: 'Conceding the appeal',
  'late-concession': 'Agreeing to assess after the response',
}

/** The three kinds of disagreement, as SEND Code of Practice 11.8 tells them apart. */
export const RESOLUTION_SUBJECT_WORDS: Words<ResolutionSubject> = {
  duties: 'How the council, a school or a college carries out its duties',
  'special-educational-provision': 'Special educational provision',
  'health-or-social-care': 'Health or social care provision',
}

export const RESOLUTION_OCCASION_WORDS: Words<ResolutionOccasion> = {
  'during-assessment': 'During an EHC needs assessment',
  'while-plan-is-drawn-up': 'While an EHC plan is drawn up',
  'while-waiting-for-tribunal': 'While waiting for the Tribunal',
  'at-review': 'At a review',
  'during-reassessment': 'During a re-assessment',
  'at-another-time': 'At another time',
}

export const RESOLUTION_PARTY_WORDS: Words<ResolutionParty> = {
  family: WHO.family,
  council: WHO.council,
  'school-or-college': 'The school, college or early years provider',
  'health-body': WHO['health-body'],
}

export const RESOLUTION_RESULT_WORDS: Words<ResolutionResult> = {
  ...MEDIATION_RESULT_WORDS,
  'not-held': 'No meeting was held',
}

/** Whom a complaint is about. */
export const COMPLAINT_BODY_WORDS: Words<ComplaintBody> = {
  school: 'A school',
  college: 'A college',
  council: WHO.council,
  'health-body': 'A health body',
}

/** What a complaint usually needs. */
export const COMPLAINT_POINT_WORDS: Words<ComplaintPoint> = {
  'has-spoken-to-the-right-people': 'The family has tried to resolve it by speaking to the right people',
  'is-in-writing': 'It is in writing, and uses the word “complaint”',
  'says-all-the-issues': 'It is clear about all the issues',
  'says-what-should-happen': 'It says what the family wants to happen',
  'gives-a-time-to-answer': 'It gives a reasonable time for a response',
}

export const COMPLAINT_RESULT_WORDS: Words<ComplaintResult> = {
  upheld: 'Upheld',
  'partly-upheld': 'Upheld in part',
  'not-upheld': 'Not upheld',
}

export const WITHDRAWN_REASON_WORDS: Words<WithdrawnReason> = {
  'family-does-not-want-to-go-on': 'The family does not want to go on',
  'council-changed-decision': 'The council has changed its decision',
  'opened-in-error': 'The case was opened in error',
  'passed-on': 'Another council has the case',
  duplicate: 'The case was opened twice: the other one goes on',
}

export const OMBUDSMAN_WORDS: Words<Ombudsman> = {
  council: 'The Local Government and Social Care Ombudsman',
  health: 'The Parliamentary and Health Service Ombudsman',
}

export const OMBUDSMAN_RESULT_WORDS: Words<OmbudsmanResult> = {
  'fault-and-remedy': 'It found fault, and asked for a remedy',
  fault: 'It found fault, and asked for nothing more',
  'no-fault': 'It found no fault',
  'not-looked-at': 'It did not look at the complaint',
}

/** Why a family is not told where its case stands when its history is complete. */
export const LEFT_OUT_WORDS: Words<LeftOutReason> = {
  'told-before': 'No: it has been told all of this before',
  'told-in-person': 'No: somebody tells it in person',
  'not-wanted': 'No: it has asked not to get it',
}

export const RELATIONSHIP_WORDS: Words<Relationship> = {
  parent: 'The parent or carer',
  'young-person': 'The young person',
}

export const WAYS_TO_WRITE_WORDS: Words<WaysToWrite> = {
  email: 'By email',
  post: 'By post',
  'not-at-all': 'Do not write',
}

export const ACTS_FOR_WORDS: Words<ActsFor> = {
  family: 'The person that we write to',
  second: 'The second person',
  both: 'Both of them',
}

export const PRINT_SIZE_WORDS: Words<PrintSize> = { standard: 'Standard', large: 'Large print' }

export const OTHER_FORMAT_WORDS: Words<OtherFormat> = {
  'easy-read': 'Easy read',
  braille: 'Braille',
  audio: 'Audio',
}

/** The days in the Tribunal's letter, as it calls them. */
export const TIMETABLE_WORDS: Words<TimetableDay> = {
  response: 'The council’s response',
  evidence: 'Final evidence',
  attendanceForm: 'Attendance form (SEND11)',
  caseReviewForm: 'Case review form (SEND45)',
  workingDocument: 'Working document',
  bundle: 'Bundle',
  hearing: 'Hearing',
}

export const HEARING_WORDS: Words<Hearing> = {
  'no-date-yet': 'There is no day for the hearing yet',
  oral: 'There is a hearing',
  'on-paper': 'The Tribunal decides on the papers',
}

/** Said wherever the two days are. */
export const BUNDLE_IS_LATE =
  'The bundle is due less than 10 working days before the hearing. The Tribunal usually asks for it earlier, so look at its letter again'

export const OUTCOME_WORDS: Words<CaseOutcome> = {
  appealed: 'Appealed',
  agreed: 'Agreed',
  'time-to-appeal-over': 'No appeal in time',
  withdrawn: 'Withdrawn',
  'passed-on': 'Another council has it',
  'closed-as-error': 'Opened in error',
  'ended-without-news': 'No news',
  'ended-by-death': 'The child or young person has died',
}
