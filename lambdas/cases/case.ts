import { isPlacementOnly, type PlanSection } from '../law/appealable-decisions.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { CertificateGround } from '../law/certificate-deadline.ts'
import type { Duty, DutySource } from '../law/compliance-deadlines.ts'
import type { DecisionNotice } from '../law/decision-day.ts'
import type { PeriodId } from '../law/periods.ts'
import type { DaysOfAge } from './days-of-age.ts'
import type { ReasonToBeLate } from './duties/closed-words.ts'
import type { Fact, FactDetails, FactType } from './fact.ts'
import type { DecisionMaker, MediationResult, NotArrangedBecause } from './mediation/closed-words.ts'
import type { MeetingDetails } from './meeting/meetings.ts'
import { isOpenedWrongly } from './opening/closed-words.ts'
import type { Decision } from './opening/facts.ts'
import type { ResolutionParty } from './resolution/closed-words.ts'
import type { Sequence } from './sequence.ts'
import type { History } from './taking-over/history.ts'
import type { AppealOutcome } from './tribunal/closed-words.ts'
import type { Timetable } from './tribunal/timetable.ts'

export interface Meeting extends MeetingDetails {
  /** The sequence of the fact that arranged it: the meeting's identity while it is moved. */
  readonly arrangedBy: Sequence
  /** The sequence of the latest fact about it. */
  readonly lastChangedBy: Sequence
  /** `missed`: somebody did not come, so that it was not held. */
  readonly state: 'planned' | 'cancelled' | 'missed' | 'held' | 'adjourned'
}

/** What an agreement, an order or a concession asks of the council, and what of it is done. */
export interface Undertaking {
  /** The sequence of the fact that it follows from. */
  readonly of: Sequence
  readonly source: DutySource
  readonly on: CalendarDate
  readonly duties: readonly Duty[]
  /** The day that the parties set in writing, instead of the times in law. */
  readonly agreedDate?: CalendarDate
  /** What that day is for. Absent where it is for everything. */
  readonly agreedDateFor?: readonly Duty[]
  /** The day that the order names, and what it is for, in the same way. */
  readonly orderedDate?: CalendarDate
  readonly orderedDateFor?: readonly Duty[]
  /** The day of one thing alone, set in writing or by a direction of the Tribunal. The last one said of a thing counts. */
  readonly days: readonly { readonly rule: PeriodId; readonly day: CalendarDate }[]
  /** What may pass its day for a reason in law (regulation 44(3) or 45(7)). */
  readonly excused: readonly { readonly rule: PeriodId; readonly reason: ReasonToBeLate }[]
  /** When the request for the assessment was received, from which a late concession counts. */
  readonly requestReceivedOn?: CalendarDate
  /** The order that it follows from was set aside: nothing of it is to be done meanwhile (J36). */
  readonly setAside?: true
  /** The integrated care board made the agreement, about health care alone: the council took no part. */
  readonly byBoard?: true
  readonly done: readonly { readonly rule: PeriodId; readonly doneOn: CalendarDate }[]
}

type ResolutionAsked = FactDetails['disagreement-resolution-asked']
type ComplaintMade = FactDetails['complaint-made']
type OmbudsmanAsked = FactDetails['ombudsman-asked']

/** A disagreement resolution, from the asking to its end. */
export interface Resolution extends Omit<ResolutionAsked, 'subject'> {
  readonly of: Sequence
  readonly about: ResolutionAsked['subject']
  /** Who has answered. Whoever asked agrees. */
  readonly answers: readonly { readonly party: ResolutionParty; readonly agrees: boolean }[]
  readonly meeting?: MeetingDetails & { readonly sequence: Sequence }
  readonly ended?: Heard & Pick<FactDetails['disagreement-resolution-ended'], 'endedOn' | 'result'>
}

/** A complaint, from the day it was made to its answer. */
export interface Complaint extends ComplaintMade {
  readonly of: Sequence
  readonly acknowledged?: Heard & Pick<FactDetails['complaint-acknowledged'], 'acknowledgedOn' | 'answerPromisedBy'>
  readonly answered?: Heard & Pick<FactDetails['complaint-answered'], 'answeredOn' | 'result'>
}

/** What the family took to an Ombudsman, up to its decision and what came of that. */
export interface TakenToOmbudsman extends OmbudsmanAsked {
  readonly of: Sequence
  readonly decided?: Heard & Omit<FactDetails['ombudsman-decided'], 'of'>
  readonly remedied?: Heard & Omit<FactDetails['remedy-done'], 'of'>
}

/** What is so, on the facts recorded up to now. Built from them by `buildCase`; never stored by itself. */
export interface Case {
  readonly caseId: string
  /** The number of facts that were recorded. */
  readonly version: number
  readonly openedAt: string
  readonly decision: Decision
  /** The sequence of the last fact that said what was decided: the opening, or a correction that changed it. */
  readonly decisionStatedBy: Sequence
  /** What follows from the date of birth. Absent: that is not known yet. */
  readonly daysOfAge?: DaysOfAge
  /** When it was last said who the party is, ISO 8601. */
  readonly partySaidAt?: string
  /** What had happened before the case was opened. Absent: nothing had. */
  readonly history?: History
  /** The last day on which the letter was sent again without a real change (J14). */
  readonly noticeSentAgainOn?: CalendarDate
  /** What was found wrong with the decision letter last, and the full one that followed. */
  readonly noticeFault?: Heard & FactDetails['notice-at-fault']
  readonly fullNotice?: Heard & FactDetails['full-notice-sent']
  /** The first day on which the family is known to have spoken to the adviser. */
  readonly adviserContactedOn?: CalendarDate
  /** The id of the mediation adviser that the family has, where the council has several and it was said. */
  readonly adviser?: string
  /** What the family disagrees with, as it said last. */
  readonly dispute?: Heard & FactDetails['dispute-changed']
  readonly declined?: Heard & { readonly declinedOn: CalendarDate }
  readonly chosen?: Heard & Omit<FactDetails['mediation-chosen'], 'contactedOn'>
  /** When the council told the integrated care board of the health issue. */
  readonly boardToldOn?: CalendarDate
  /** Every meeting, in the order in which they were arranged. The last is the present one. */
  readonly meetings: readonly Meeting[]
  /** Who comes for the council to the meeting that was arranged last. */
  readonly attendance?: Heard & FactDetails['attendance-named']
  /** The first adjournment: the certificate can be asked for from then on (J8). */
  readonly adjourned?: Heard & { readonly adjournedOn: CalendarDate }
  /** The last word that the mediation is not arranged in its 30 days, and why. */
  readonly cannotBeArranged?: Heard & {
    readonly on: CalendarDate
    readonly because: NotArrangedBecause
    /** The day of the first such word: the adviser's time for the certificate runs from it. */
    readonly firstOn: CalendarDate
  }
  readonly mediationResult?: Heard & {
    readonly result: MediationResult
    readonly concludedOn: CalendarDate
    readonly decisionMaker?: DecisionMaker
    readonly stillDisputed?: readonly PlanSection[]
  }
  /** The first certificate (J7: a later one is not relied on). */
  readonly certificate?: Heard & Omit<FactDetails['certificate-issued'], 'contactedOn' | 'adviser'>
  /** The days of those after it: staff see the day that they would give (J7). */
  readonly laterCertificatesOn?: readonly CalendarDate[]
  readonly appeal?: Heard & FactDetails['appeal-registered']
  /** The Tribunal's days, as its last letter has them. */
  readonly timetable?: Heard & Timetable & { readonly setOn: CalendarDate }
  /** The council's response to the appeal. */
  readonly response?: Heard & FactDetails['response-sent']
  readonly appealEnded?: Heard & { readonly outcome: AppealOutcome; readonly on: CalendarDate }
  /** What the council gave in on without an order, in the order in which it did. A promise is no duty in law. */
  readonly promises: readonly (Heard & FactDetails['council-gave-in'])[]
  readonly agreement?: Heard & { readonly agreedOn: CalendarDate }
  /** In the order in which they began. */
  readonly undertakings: readonly Undertaking[]
  readonly resolutions: readonly Resolution[]
  readonly complaints: readonly Complaint[]
  readonly ombudsmen: readonly TakenToOmbudsman[]
  /** The last step on the way to the Upper Tribunal. */
  readonly furtherAppeal?: Heard & FactDetails['further-appeal']
  readonly withdrawn?: Heard & Withdrawn
  /** The plan was issued again with real changes, and whether the appeal can be about the new one. */
  readonly newPlan?: Heard & FactDetails['plan-issued-again']
  readonly newPlanInAppeal?: Heard & FactDetails['new-plan-in-appeal']
  /** The family moves to another council, and the case is this one's until it is passed on. */
  readonly moves?: Heard & FactDetails['family-moves']
  /** It came from another council. */
  readonly cameFrom?: Heard & FactDetails['case-came-from-council']
  /** The child or young person has died: nothing is sent or asked for any more. */
  readonly died?: Heard & FactDetails['child-died']
  /** The facts as they are right, in the order in which they happened: see `effectiveFacts`. */
  readonly facts: readonly Fact[]
  /** The facts as they were recorded, in that order. */
  readonly recorded: readonly Fact[]
}

/** The council's record has ended: for a reason of its own, or because another council has the case. */
export type Withdrawn =
  | FactDetails['case-withdrawn']
  | { readonly withdrawnOn: CalendarDate; readonly reason: 'passed-on' }

interface Heard {
  /** The fact that said so. */
  readonly sequence: Sequence
}

/** Whether the family has no written decision: its letter was never sent, and no full one since. Then no time to appeal runs. */
export function hasNoWrittenNotice({ noticeFault, fullNotice }: Pick<Case, 'noticeFault' | 'fullNotice'>): boolean {
  return noticeFault?.fault === 'never-sent' && !fullNotice
}

/** The letter from which the time is counted: the first, or the full one where the first was never sent. */
export function noticeThatCounts({ decision, noticeFault, fullNotice }: Case): DecisionNotice {
  return noticeFault?.fault === 'never-sent' && fullNotice ? fullNotice : decision
}

/**
 * When the letter was sent again without a real change, where that stands beside an earlier one. What was sent before the first
 * full letter was no second one.
 */
export function sentAgainOn({ noticeSentAgainOn, noticeFault, fullNotice }: Case): CalendarDate | undefined {
  if (noticeFault?.fault !== 'never-sent') return noticeSentAgainOn
  return fullNotice && noticeSentAgainOn && noticeSentAgainOn > fullNotice.sentOn ? noticeSentAgainOn : undefined
}

/** Why a certificate issued now would be issued. */
export function certificateGround(subject: Case): CertificateGround {
  if (subject.mediationResult || subject.adjourned) return 'mediated'
  return wantsMediation(subject) ? 'not-arranged' : 'declined'
}

/** Whether the last thing that the family said of mediation is that it wants it. */
export function wantsMediation(subject: Case): boolean {
  const { chosen, declined } = subject
  return chosen !== undefined && (declined === undefined || happenedBefore(subject, declined, chosen))
}

/** Whether mediation is about health care, alone or beside other things: the integrated care board then takes part. */
export function hasHealthIssue({ chosen }: Case): boolean {
  return chosen !== undefined && isAboutHealth(chosen)
}

/** Whether one request for mediation is about health care, alone or beside other things. */
export function isAboutHealth({ healthIssue }: Pick<FactDetails['mediation-chosen'], 'healthIssue'>): boolean {
  return healthIssue === 'some' || healthIssue === 'only'
}

/** Who has to arrange mediation and to take part in it: the board where only health care is disputed (sections 53 and 54). */
export function mediationArranger(subject: Pick<Case, 'chosen'>): 'council' | 'health-body' {
  return boardArranges(subject) ? 'health-body' : 'council'
}

/** Whether the integrated care board arranges it: only health care is disputed (SEND Regulations 2014, regulation 35). */
export function boardArranges({ chosen }: Pick<Case, 'chosen'>): boolean {
  return chosen?.healthIssue === 'only'
}

/** The meeting that is planned now, if there is one. */
export function plannedMeeting(subject: Case): Meeting | undefined {
  const last = subject.meetings.at(-1)
  return last?.state === 'planned' ? last : undefined
}

/**
 * Whether an appeal now would be only about the school or other place: from the start, because everything else was agreed at
 * mediation, or because the family says so. Such an appeal needs no certificate (Children and Families Act 2014, section 55(2)).
 */
export function disputesPlacementOnly(subject: Case): boolean {
  const { decision, mediationResult } = subject
  const dispute = disputeSaidLast(subject)
  if (dispute) return isPlacementOnly(dispute.sections)
  return decision.placementOnly || isPlacementOnly(mediationResult?.stillDisputed ?? [])
}

/** Since when that is so of a dispute that was about more: the mediation that left nothing else, or the family's word. */
export function placementOnlySince(subject: Case): CalendarDate | undefined {
  if (subject.decision.placementOnly || !disputesPlacementOnly(subject)) return undefined
  return disputeSaidLast(subject)?.changedOn ?? subject.mediationResult?.concludedOn
}

/** Whether it has been so from the start, so that no certificate was ever needed. */
export function neverNeededCertificate(subject: Case): boolean {
  return subject.decision.placementOnly && disputesPlacementOnly(subject)
}

/** Whether the family came to disagree with more than the placement: the day for that is kept for all of it (J13). */
export function isWidened(subject: Case): boolean {
  return subject.decision.placementOnly && !disputesPlacementOnly(subject)
}

/** The parts of a plan that the family disagrees with, by what was said of them last; undefined where nobody knows. */
export function disputedSections(subject: Case): readonly PlanSection[] | undefined {
  const { decision, mediationResult } = subject
  return disputeSaidLast(subject)?.sections ?? mediationResult?.stillDisputed ?? decision.sections
}

/** What the family said of it after everything else that says so. */
function disputeSaidLast(subject: Case): Case['dispute'] {
  const { dispute, mediationResult } = subject
  const isLast = !mediationResult?.stillDisputed || (dispute && happenedBefore(subject, mediationResult, dispute))
  return isLast ? dispute : undefined
}

/** Whether a certificate is of no use to the family: it has one, or has appealed, or its appeal needs none. */
export function needsNoCertificate(subject: Case): boolean {
  return subject.certificate !== undefined || subject.appeal !== undefined || disputesPlacementOnly(subject)
}

/**
 * Whether an appeal can be recorded: there is none yet, it was not registered, or it ended in a way after which the
 * Tribunal can open it again (Tribunal Procedure Rules 2008, rules 8(5) and 17(4)).
 */
export function canAppeal({ appeal, appealEnded }: Case): boolean {
  return !appeal || appealEnded?.outcome === 'withdrawn' || appealEnded?.outcome === 'struck-out'
}

/** Whether the case should never have been opened: nothing more can then happen on it. */
export function isOpenedInError({ withdrawn }: Case): boolean {
  return isOpenedWrongly(withdrawn?.reason)
}

/** Whether a fact belongs to the route that `startedFrom` opened. A fact that names no route belongs to all. */
export function belongsTo({ details }: Fact, startedFrom: Sequence): boolean {
  return !('of' in details) || details.of === startedFrom
}

/** The place of a fact among those of its case, from 0; -1 where it is not one of them. */
export function placeOf({ facts }: Pick<Case, 'facts'>, sequence: Sequence): number {
  return facts.findIndex((fact) => fact.sequence === sequence)
}

/**
 * Whether one fact of a case happened before another, whichever was recorded first. A sequence says the other thing: a
 * fact with a lower one was known before.
 */
export function happenedBefore(subject: Pick<Case, 'facts'>, one: Heard, other: Heard): boolean {
  return placeOf(subject, one.sequence) < placeOf(subject, other.sequence)
}

/** The facts of a case that happened after one of them. */
export function factsAfter(subject: Pick<Case, 'facts'>, sequence: Sequence): readonly Fact[] {
  return subject.facts.slice(placeOf(subject, sequence) + 1)
}

/** The first fact of one of these types, of this route, that happened after `heard`. */
export function firstFactAfter(
  subject: Case,
  heard: Sequence,
  types: readonly FactType[],
  startedFrom: Sequence,
): Fact | undefined {
  return factsAfter(subject, heard).find((fact) => types.includes(fact.type) && belongsTo(fact, startedFrom))
}
