import type { CalendarDate } from './calendar-date.ts'
import type { Deed, Duty } from './compliance-deadlines.ts'
import type { DecisionNotice } from './decision-day.ts'
import type { ComplaintStage } from './other-deadlines.ts'

/**
 * What is known of a dispute that bears on its dates. Everything may be left out, but a date needs an event to start
 * from: a decision notice (either of its dates), a request for an assessment, a becoming aware, or an act of
 * discrimination.
 */
export interface DateFacts {
  /** The date printed on the decision notice, and the day it was sent. */
  readonly printedOn?: CalendarDate
  readonly sentOn?: CalendarDate
  /** When the council received the request for an assessment. */
  readonly requestReceivedOn?: CalendarDate
  /** The notice was sent again, or the plan issued again, with no real change (J14). */
  readonly reissuedOn?: CalendarDate
  /**
   * What was wrong with that notice. `at-fault`: it left out the right of appeal, or went to somebody who has not that right.
   * `never-sent`: there was no written notice, and nothing runs from its dates. Absent: nothing was.
   */
  readonly firstNotice?: 'at-fault' | 'never-sent'
  /** The full notice that was sent later to whoever has the right of appeal, because the first was at fault or never sent. */
  readonly fullNotice?: DecisionNotice
  /** The appeal is only about the school or institution named, its type, or that none is named: CFA 2014, s.55(2). */
  readonly placementOnly?: boolean
  /** When a family that disputed the placement only came to dispute the contents of the plan too (J13). */
  readonly widenedOn?: CalendarDate
  /** When everything but the placement was agreed: an appeal then needs no certificate (CFA 2014, s.55(2)). */
  readonly narrowedOn?: CalendarDate
  /** When the family first contacted the mediation adviser. */
  readonly adviserContactedOn?: CalendarDate
  /** When the family told the adviser that it does not want mediation. */
  readonly declinedToldOn?: CalendarDate
  /** When the family asked the mediation provider for mediation. */
  readonly providerAskedOn?: CalendarDate
  /** When the council was told that the family wants mediation. */
  readonly councilToldOn?: CalendarDate
  /** Whether the mediation is about health provision: not, also, or only. */
  readonly healthIssue?: 'none' | 'some' | 'only'
  /** When the council told the integrated care board of the health issue. */
  readonly boardToldOn?: CalendarDate
  /** The day of the planned meeting. */
  readonly meetingOn?: CalendarDate
  /** The first meeting that was held and is to go on another day: until it is concluded, the certificate's start (J8). */
  readonly adjournedOn?: CalendarDate
  /** When the mediation was concluded. */
  readonly mediationConcludedOn?: CalendarDate
  /** When the council told the adviser that it cannot arrange mediation within 30 days. */
  readonly cannotArrangeToldOn?: CalendarDate
  /** The dates of issue of the certificates, in any order. */
  readonly certificatesIssuedOn?: readonly CalendarDate[]
  /** What was agreed at mediation. Without duties, the earliest time that can apply is given. */
  readonly agreement?: AgreementFacts
  /** What the Tribunal ordered (regulation 44). */
  readonly order?: OutcomeFacts
  /** What the council conceded, on the day it told the Tribunal (regulation 45). */
  readonly concession?: OutcomeFacts
  /** The council agreed to assess after its response, without an order (R (W) v Hertfordshire [2023] EWHC 3138 (Admin)). */
  readonly lateConcession?: { readonly requestReceivedOn: CalendarDate }
  /** When the Tribunal sent the appeal to the council. */
  readonly appealSentToCouncilOn?: CalendarDate
  /** When the council's response is due by the Tribunal's registration letter. */
  readonly responseDueInLetter?: CalendarDate
  /** The family moves into the area of another council: when, and when the council became aware of it. */
  readonly move?: { readonly movedOn: CalendarDate; readonly becameAwareOn: CalendarDate }
  /** The plan was transferred from another council: when, and when it was made or last reviewed, where that is known. */
  readonly transfer?: { readonly transferredOn: CalendarDate; readonly madeOrReviewedOn?: CalendarDate }
  /** When the Tribunal sent the decision that ended the appeal. */
  readonly tribunalDecidedOn?: CalendarDate
  /** When the Tribunal received that the family takes its appeal back. */
  readonly appealWithdrawnOn?: CalendarDate
  /** When whoever asked the Tribunal for permission to appeal further received its refusal. */
  readonly permissionRefusedOn?: CalendarDate
  /** The decision is to cease to maintain the plan. */
  readonly ceasesPlan?: boolean
  /** When the family became aware of what it would complain of to the Ombudsman. */
  readonly becameAwareOn?: CalendarDate
  /** When the council received a complaint about itself, and at which stage. Absent: the first. */
  readonly complaintReceivedOn?: CalendarDate
  readonly complaintStage?: ComplaintStage
  /** When it acknowledged that. */
  readonly complaintAcknowledgedOn?: CalendarDate
  /** The act of discrimination, where this is a claim against a school: none of the other dates then applies. */
  readonly discriminationActOn?: CalendarDate
  /**
   * The day on which it is asked which dates apply. Only what begins because nothing happened needs it: the adviser's
   * three days after a council was silent for thirty (J9).
   */
  readonly askedOn?: CalendarDate
}

/** What an order or a concession leaves to be done. */
export interface OutcomeFacts {
  readonly on: CalendarDate
  readonly duties: readonly Duty[]
  /** A day that the order names instead of the time that the law gives (regulation 44(1)). */
  readonly orderedDate?: CalendarDate
  /** What that day is for. Absent where it is for everything. */
  readonly orderedDateFor?: readonly Duty[]
  /** The day of one thing alone, by a later direction of the Tribunal. */
  readonly daysOfDeeds?: DaysOfDeeds
}

/** Days that stand instead of the time that the law gives, each for one thing to be done. */
export type DaysOfDeeds = Readonly<Partial<Record<Deed, CalendarDate>>>

/**
 * What was agreed at mediation, and when: duties run from the date of the agreement (regulation 42), the certificate from
 * the end of the mediation (39(1)), which can be another day.
 */
export interface AgreementFacts {
  readonly on: CalendarDate
  readonly duties?: readonly Duty[]
  /** A date that the parties agreed in writing instead of the time that the law gives (regulation 42(5)). */
  readonly agreedDate?: CalendarDate
  /** What that date is for. Absent where it is for everything. */
  readonly agreedDateFor?: readonly Duty[]
  /** The date of one thing alone that the parties agreed in writing. */
  readonly daysOfDeeds?: DaysOfDeeds
  /** False where the integrated care board made the agreement without the council (regulation 42(4)). */
  readonly councilTookPart?: boolean
}

/** A fact that is not known, and what would follow from it. */
export interface MissingFact {
  readonly fact: keyof DateFacts
  /** A sentence or two for whoever could find it out. */
  readonly words: string
}
