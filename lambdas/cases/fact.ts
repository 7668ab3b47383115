import type { CalendarDate } from '../law/calendar-date.ts'

/** The council's decisions that can be appealed (Children and Families Act 2014, section 51(2)). */
export const DECISION_KINDS = [
  'refusal-to-assess',
  'refusal-to-reassess',
  'refusal-to-issue-plan',
  'plan-contents',
  'refusal-to-amend-plan',
  'ceasing-plan',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

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

/**
 * What each kind of fact says. Dates and closed words only: names, places and free text live in the contacts table.
 * `contactedOn` is the day on which the family first spoke to the adviser; it is asked for while the case does not know it.
 */
export interface FactDetails {
  'case-opened': {
    readonly decisionKind: DecisionKind
    /** The family disagrees only with the school or college named, its type, or that none is named (section 55(2)). */
    readonly placementOnly: boolean
    readonly printedOn: CalendarDate
    readonly sentOn: CalendarDate
  }
  'adviser-contacted': { readonly contactedOn: CalendarDate }
  /** The family told the adviser that it does not want mediation. */
  'mediation-declined': { readonly declinedOn: CalendarDate; readonly contactedOn?: CalendarDate }
  /** The council was told that the family wants mediation. The 30 days run from this day. */
  'mediation-chosen': { readonly councilToldOn: CalendarDate; readonly contactedOn?: CalendarDate }
  'meeting-arranged': MeetingDetails
  'meeting-moved': MeetingDetails
  'meeting-cancelled': { readonly cancelledBy: CancelledBy; readonly cancelledOn: CalendarDate }
  /** The council told the adviser that it cannot arrange mediation within the 30 days. */
  'mediation-cannot-be-arranged': { readonly adviserToldOn: CalendarDate }
  'mediation-agreed': { readonly concludedOn: CalendarDate }
  'mediation-partly-agreed': { readonly concludedOn: CalendarDate }
  'mediation-not-agreed': { readonly concludedOn: CalendarDate }
  'certificate-issued': {
    readonly issuedOn: CalendarDate
    readonly contactedOn?: CalendarDate
  }
  'appeal-registered': { readonly receivedOn: CalendarDate }
  'agreement-reached': { readonly agreedOn: CalendarDate }
  'case-withdrawn': { readonly withdrawnOn: CalendarDate; readonly reason: WithdrawnReason }
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
}

export type FactType = keyof FactDetails

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

/** Facts that may be recorded on an open case whatever is awaited. */
export const FACTS_AT_ANY_TIME: readonly FactType[] = [
  'appeal-registered',
  'case-withdrawn',
  'contact-details-changed',
  'note-added',
]
/** Facts that the journey has nothing to do about. */
export const FACTS_THAT_CHANGE_NOTHING: readonly FactType[] = ['contact-details-changed', 'note-added']
/** Facts that may be recorded on a closed case too: an appeal can be made late. */
export const FACTS_AFTER_CLOSING: readonly FactType[] = ['appeal-registered', 'contact-details-changed', 'note-added']

/** The sequence of the fact that makes a case this version: 7 becomes "00007". */
export function sequenceOf(version: number): string {
  return String(version).padStart(5, '0')
}
