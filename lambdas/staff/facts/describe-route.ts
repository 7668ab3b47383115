import {
  type Case,
  type Complaint,
  disputedSections,
  disputesPlacementOnly,
  type Resolution,
  type TakenToOmbudsman,
  type Undertaking,
} from '../../cases/case.ts'
import type { DutyDate } from '../../cases/duty-dates.ts'
import type { MeetingDetails } from '../../cases/meeting/meetings.ts'
import {
  APPEALABLE_DECISIONS,
  type DecisionKind,
  noticeContents,
  type PlanSection,
} from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Duty } from '../../law/compliance-deadlines.ts'
import { periodOf } from '../../law/periods.ts'
import { formatTime } from '../../messages/clock-time.ts'
import {
  COMPLAINT_BODY_WORDS,
  DECISION_WORDS,
  DUTY_SOURCE_WORDS,
  DUTY_WORDS,
  inLine,
  MEETING_FORMAT_WORDS,
  NOTICE_CONTENT_WORDS,
  OMBUDSMAN_WORDS,
  RESOLUTION_SUBJECT_WORDS,
} from '../closed-words.ts'

const APPEAL_ABOUT: Readonly<Record<DecisionKind, string>> = {
  'refusal-to-assess': 'the refusal to assess',
  'refusal-to-reassess': 'the refusal to re-assess',
  'refusal-to-issue-plan': 'the refusal of a plan',
  'plan-contents': 'sections B, F and I',
  'refusal-to-amend-plan': 'the refusal to amend, also in a letter that says “no change”',
  'ceasing-plan': 'the stopping of the plan',
}

/** What the family can appeal, on which form, and whether it can ask for more, in a line or two. */
export function describeAppeal(kind: DecisionKind): string {
  const { form, recommendations } = APPEALABLE_DECISIONS[kind]
  const more = recommendations
    ? 'also health and social care recommendations'
    : 'no health and social care recommendations'
  return `Appeal about ${APPEAL_ABOUT[kind]}: form ${form}, ${more}.`
}

/** What the written notice of a decision has to say, and by which regulation. */
export function describeNotice(kind: DecisionKind) {
  const [first, ...others] = APPEALABLE_DECISIONS[kind].notice.map(({ title }) => title)
  return {
    contents: noticeContents(kind).map((content) => inLine(NOTICE_CONTENT_WORDS[content])),
    regulations: [first, ...others.map((title) => title.replace(/^.*(?=regulation)/, ''))].join(' or '),
  }
}

/** The decision of a case with what is disputed of it now, in one line. */
export function describeDispute(subject: Case): string {
  const { decision, dispute } = subject
  return describeDecision(
    dispute
      ? { ...decision, placementOnly: disputesPlacementOnly(subject), sections: disputedSections(subject) }
      : decision,
  )
}

/** What is disputed, in one line. */
export function describeDecision({
  decisionKind,
  placementOnly,
  sections = [],
}: {
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
  readonly sections?: readonly PlanSection[]
}): string {
  const text = DECISION_WORDS[decisionKind]
  if (placementOnly) return `${text}: only the school or other place named`
  return sections.length > 0 ? `${text}: ${sectionsInWords(sections)}` : text
}

/** "section B", "sections B and F", "sections B, F and I". */
export function sectionsInWords(sections: readonly PlanSection[]): string {
  const last = sections.at(-1)
  return sections.length < 2 ? `section ${last}` : `sections ${sections.slice(0, -1).join(', ')} and ${last}`
}

/** "Thursday 26 March 2026 at 2:30pm, online." */
export function describeMeeting({ meetingOn, startsAt, format }: MeetingDetails): string {
  return `${formatDate(meetingOn)} at ${formatTime(startsAt)}, ${inLine(MEETING_FORMAT_WORDS[format])}.`
}

/** "The agreement at mediation, on Monday 2 March 2026". */
export function describeUndertaking({ source, on }: Pick<Undertaking, 'source' | 'on'>): string {
  return `${DUTY_SOURCE_WORDS[source]}, on ${formatDate(on)}`
}

/** One thing that the council has to do: "Send the draft plan". The rules have the words. */
export function describeDuty({ rule, deadline }: Pick<DutyDate, 'rule' | 'deadline'>): string {
  return periodOf(deadline)?.name ?? rule
}

/** What is to be done, in one line. */
export function describeDuties(duties: readonly Duty[]): string {
  return duties.map((duty) => DUTY_WORDS[duty]).join('; ')
}

/** Tells one disagreement resolution of a case from another. */
export function describeResolution({ about, askedOn }: Pick<Resolution, 'about' | 'askedOn'>): string {
  return `${RESOLUTION_SUBJECT_WORDS[about]}, asked for on ${formatDate(askedOn)}`
}

/** "Complaint about the council, made on Monday 2 March 2026": tells one complaint of a case from another. */
export function describeComplaint({ about, madeOn }: Pick<Complaint, 'about' | 'madeOn'>): string {
  return `Complaint about ${inLine(COMPLAINT_BODY_WORDS[about])}, made on ${formatDate(madeOn)}`
}

/** What was taken to which Ombudsman, in one line. */
export function describeOmbudsman({ askedOn, ombudsman }: TakenToOmbudsman): string {
  return `${OMBUDSMAN_WORDS[ombudsman]}, since ${formatDate(askedOn)}`
}
