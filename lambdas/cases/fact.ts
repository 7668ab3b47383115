import type { DecisionKind, PlanSection } from '../law/appealable-decisions.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Duty } from '../law/compliance-deadlines.ts'
import type { PeriodId } from '../law/periods.ts'
import type { ComplaintBody, ComplaintPoint, ComplaintResult } from './complaint.ts'
import type {
  ResolutionOccasion,
  ResolutionParty,
  ResolutionResult,
  ResolutionSubject,
} from './disagreement-resolution.ts'
import type { TribunalDecision } from './tribunal.ts'

export const MEETING_FORMATS = ['in-person', 'online', 'by-phone'] as const
export type MeetingFormat = (typeof MEETING_FORMATS)[number]

export const CANCELLED_BY = ['council', 'family', 'mediation-provider', 'health-body'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]

export const WITHDRAWN_REASONS = [
  'family-does-not-want-to-go-on',
  'council-changed-decision',
  'opened-in-error',
] as const
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number]

/** Why a meeting was moved or cancelled. */
export const CHANGE_REASONS = ['illness', 'not-available', 'not-ready', 'another-reason'] as const
export type ChangeReason = (typeof CHANGE_REASONS)[number]

/** Whether what the family wants to mediate is about health care in the plan. */
export const HEALTH_ISSUES = ['none', 'some', 'only'] as const
export type HealthIssue = (typeof HEALTH_ISSUES)[number]

/** Whether the Tribunal gave more time, or leave to appeal without a certificate (its Rules of 2008, rule 5(3)(a)). */
export const LET_GO_AHEAD = ['yes', 'not-yet'] as const
export type LetGoAhead = (typeof LET_GO_AHEAD)[number]

/** Whether somebody who could decide was sent to the meeting (SEND Regulations 2014, regulation 37). */
export const DECISION_MAKER = ['present', 'absent'] as const
export type DecisionMaker = (typeof DECISION_MAKER)[number]

/**
 * What each kind of fact says. Dates and closed words only: names, places and free text live in the contacts table.
 * `contactedOn` is the day on which the family first spoke to the adviser; it is asked for while the case does not know it.
 * `of` is the sequence of the fact that opened the route that this one belongs to: a case can have two complaints.
 */
export interface FactDetails {
  'case-opened': {
    readonly decisionKind: DecisionKind
    /** The family disagrees only with the school or college named, its type, or that none is named (section 55(2)). */
    readonly placementOnly: boolean
    readonly printedOn: CalendarDate
    readonly sentOn: CalendarDate
    /** The parts of the plan that are disputed, where the decision is about what is in a plan. */
    readonly sections?: readonly PlanSection[]
  }
  /** The letter was sent again, or the plan issued again, with no real change: the first clock goes on (J14). */
  'notice-sent-again': { readonly sentAgainOn: CalendarDate }
  'adviser-contacted': { readonly contactedOn: CalendarDate }
  /** The family told the adviser that it does not want mediation. */
  'mediation-declined': { readonly declinedOn: CalendarDate; readonly contactedOn?: CalendarDate }
  /** The council was told that the family wants mediation. The 30 days run from this day. */
  'mediation-chosen': {
    readonly councilToldOn: CalendarDate
    readonly contactedOn?: CalendarDate
    /** The day on which the family asked the mediation provider, where that was before the council was told (J19). */
    readonly providerAskedOn?: CalendarDate
    readonly healthIssue?: HealthIssue
  }
  /** The council told the integrated care board of the health issue. */
  'health-board-told': { readonly boardToldOn: CalendarDate }
  'meeting-arranged': MeetingDetails
  'meeting-moved': MeetingDetails & { readonly movedBy?: CancelledBy; readonly reason?: ChangeReason }
  'meeting-cancelled': {
    readonly cancelledBy: CancelledBy
    readonly cancelledOn: CalendarDate
    readonly reason?: ChangeReason
  }
  /** The meeting was held and is to go on another day (J8). */
  'mediation-adjourned': { readonly adjournedOn: CalendarDate; readonly decisionMaker?: DecisionMaker }
  /** The council told the adviser that it cannot arrange mediation within the 30 days. */
  'mediation-cannot-be-arranged': { readonly adviserToldOn: CalendarDate }
  'mediation-agreed': MediationEnded & Agreed
  'mediation-partly-agreed': MediationEnded &
    Agreed & {
      /** The parts of the plan that are still disputed: the appeal can be about these. */
      readonly stillDisputed?: readonly PlanSection[]
    }
  'mediation-not-agreed': MediationEnded
  'certificate-issued': {
    readonly issuedOn: CalendarDate
    readonly contactedOn?: CalendarDate
  }
  'appeal-registered': {
    readonly receivedOn: CalendarDate
    /** The day on which the Tribunal sent the appeal to the council: its 30 working days run from it. */
    readonly sentToCouncilOn?: CalendarDate
    /** The day for the council's response in the Tribunal's letter: it replaces the 30 days. */
    readonly responseDueOn?: CalendarDate
    /** Whether the Tribunal has let an appeal go ahead that is late, or has no certificate though it needs one. */
    readonly letGoAhead?: LetGoAhead
  }
  /** The council sent the Tribunal its response. */
  'response-sent': { readonly sentOn: CalendarDate }
  /** The council told the Tribunal, before its response, that it does not oppose the appeal (regulation 45). */
  'appeal-conceded': { readonly concededOn: CalendarDate; readonly duties: readonly Duty[] }
  'appeal-withdrawn': { readonly withdrawnOn: CalendarDate }
  'appeal-decided': {
    readonly decidedOn: CalendarDate
    readonly decision: TribunalDecision
    readonly duties: readonly Duty[]
  }
  'agreement-reached': { readonly agreedOn: CalendarDate }
  /** The council did what an agreement, an order or a concession asked of it. */
  'duty-done': { readonly of: string; readonly rule: PeriodId; readonly doneOn: CalendarDate }
  'disagreement-resolution-asked': {
    readonly askedOn: CalendarDate
    readonly askedBy: ResolutionParty
    readonly subject: ResolutionSubject
    readonly occasion: ResolutionOccasion
    /** Everybody who would take part. */
    readonly parties: readonly ResolutionParty[]
  }
  'disagreement-resolution-answered': {
    readonly of: string
    readonly party: ResolutionParty
    readonly agrees: boolean
    readonly answeredOn: CalendarDate
  }
  'disagreement-resolution-meeting': MeetingDetails & { readonly of: string }
  'disagreement-resolution-ended': {
    readonly of: string
    readonly endedOn: CalendarDate
    readonly result: ResolutionResult
  }
  'complaint-made': {
    readonly madeOn: CalendarDate
    readonly about: ComplaintBody
    /** Which of the five points it meets. */
    readonly points: readonly ComplaintPoint[]
    /** When the family became aware of what it complains of: the Ombudsman's 12 months run from it. */
    readonly awareOn: CalendarDate
    /** The day by which the family asked for an answer. */
    readonly answerAskedBy?: CalendarDate
  }
  'complaint-acknowledged': {
    readonly of: string
    readonly acknowledgedOn: CalendarDate
    /** The day by which the body says that it will answer. */
    readonly answerPromisedBy?: CalendarDate
  }
  'complaint-answered': {
    readonly of: string
    readonly answeredOn: CalendarDate
    readonly result: ComplaintResult
  }
  'case-withdrawn': { readonly withdrawnOn: CalendarDate; readonly reason: WithdrawnReason }
  /** A fact was recorded wrongly. These are its right details; it keeps its place. */
  'fact-corrected': { readonly corrects: string; readonly details: CorrectableDetails }
  /** A fact was recorded that never happened. */
  'fact-removed': { readonly removes: string }
  /** The new details are in the contacts table. */
  'contact-details-changed': Record<never, never>
  /** The words of the note are in the contacts table. */
  'note-added': Record<never, never>
}

export interface MeetingDetails {
  readonly meetingOn: CalendarDate
  /** 24-hour clock, Europe/London: "14:30". */
  readonly startsAt: string
  readonly format: MeetingFormat
  /** The family agreed to less than five working days' notice (regulation 37). */
  readonly shortNoticeAgreed?: boolean
}

interface MediationEnded {
  readonly concludedOn: CalendarDate
  readonly decisionMaker?: DecisionMaker
}

/** What was agreed, and the day that the parties set for it in writing instead of the time in law (regulation 42(5)). */
interface Agreed {
  readonly duties?: readonly Duty[]
  readonly agreedDate?: CalendarDate
  /** What that day is for. Absent where it is for everything that was agreed. */
  readonly agreedDateFor?: readonly Duty[]
}

export type FactType = keyof FactDetails

/** Facts that can be wrong in their details. What opens a case can be corrected, but not removed. */
export type CorrectableType = Exclude<
  FactType,
  'fact-corrected' | 'fact-removed' | 'contact-details-changed' | 'note-added'
>
type CorrectableDetails = { [Type in CorrectableType]: FactDetails[Type] }[CorrectableType]

/** Something that happened, as the council recorded it. Facts are only ever added. */
export type Fact<Type extends FactType = FactType> = {
  [Kind in Type]: {
    readonly type: Kind
    /** "00001", "00002"... in the order of recording: compares as text. The case's version is the number of its last fact. */
    readonly sequence: string
    /** The instant of recording, ISO 8601. */
    readonly recordedAt: string
    readonly recordedBy: string
    readonly details: FactDetails[Kind]
  }
}[Type]

/** A fact before it is recorded. */
export type NewFact = { [Kind in FactType]: { readonly type: Kind; readonly details: FactDetails[Kind] } }[FactType]

/** Facts that the journey has nothing to do about. */
export const FACTS_THAT_CHANGE_NOTHING: readonly FactType[] = ['contact-details-changed', 'note-added']

/** Facts about other facts. They take effect at once in everything that is built from the facts. */
export const CORRECTIONS: readonly FactType[] = ['fact-corrected', 'fact-removed']

/** The sequence of the fact that makes a case this version: 7 becomes "00007". */
export function sequenceOf(version: number): string {
  return String(version).padStart(5, '0')
}

/** The opening fact of a case. */
export const OPENED = sequenceOf(1)
