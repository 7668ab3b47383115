import type { CalendarDate } from './calendar-date.ts'
import type { DateFacts } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import type { DecisionNotice } from './decision-day.ts'

/** Every date that `whichDates` gives, by its name. What an outcome leaves to be done has a list of its own. */
export interface NamedDates {
  /** The family contacts the mediation adviser (D01). Not where only the placement was disputed from the start. */
  readonly contact: Deadline
  /** The last day of a first contact after which a family that declines mediation gets a certificate (D57). */
  readonly certificateBar: Deadline
  /** The council tells the integrated care board of a health issue (D03). */
  readonly boardTold: Deadline
  /** Mediation is arranged: by the council (D04), or by the board where only health care is in issue (D05). */
  readonly mediation: Deadline
  /** The family is told the date and place of the meeting (D07). */
  readonly meetingNotice: Deadline
  /** The adviser issues the certificate because mediation was declined (D02). Not after a late contact (D57). */
  readonly certificateDeclined: Deadline
  /** The adviser issues the certificate because mediation was not arranged in 30 days (D06). */
  readonly certificateNotArranged: Deadline
  /** The adviser issues the certificate after mediation (D08). */
  readonly certificateMediated: Deadline
  /** The Tribunal has the appeal (D09, D10); it carries its two limbs. */
  readonly appeal: AppealDeadline
  /** The Tribunal has the council's response to the appeal (D11). */
  readonly response: Deadline
  /** What was agreed at mediation is done (D12), while it is not known what that is. */
  readonly agreement: Deadline
  /** The old council transfers the plan after a move (D36). */
  readonly planTransfer: Deadline
  /** The new council tells the family of the transfer (D37), and reviews the plan (D38). */
  readonly tellOfTransfer: Deadline
  readonly reviewAfterTransfer: Deadline
  /** A party asks the Tribunal to set its decision aside, to review it, or to permit an appeal (D41). */
  readonly challengeDecision: Deadline
  /** The family asks the Tribunal to put back an appeal that it took back (D43). */
  readonly reinstateAppeal: Deadline
  /** A party that the Tribunal refused permission asks the Upper Tribunal for it (D42). */
  readonly permissionOfUpperTribunal: Deadline
  /** Until when the council at least keeps a plan that it has decided to cease (D55). */
  readonly keepPlan: Deadline
  /** The family complains to the Ombudsman (D21). */
  readonly ombudsman: Deadline
  /** The council acknowledges a complaint about it (D46). */
  readonly complaintAcknowledgement: Deadline
  /** It answers the complaint (D46): later where it was never acknowledged (J44). */
  readonly complaintAnswer: Deadline
  /** The council says whether it assesses: 6 weeks from the request (D33). */
  readonly decideOnRequest: Deadline
  /** It says after assessing that there will be no plan: 16 weeks from the request (D34). */
  readonly refusePlanAfterRequest: Deadline
  /** Or it sends the final plan: 20 weeks from the request (D35). */
  readonly sendPlanAfterRequest: Deadline
  /** A claim that a school discriminated is made (D22). */
  readonly discriminationClaim: Deadline
}

/** The facts with which a date is always there. Whether one of the others applies depends on more than what is known. */
interface AlwaysAfter {
  readonly meetingNotice: NoClaim & { readonly meetingOn: CalendarDate }
  readonly certificateMediated: NoClaim & { readonly mediationConcludedOn: CalendarDate }
  readonly contact: NoClaim & DecisionNotice & SomeNotice & { readonly placementOnly: false }
  readonly certificateBar: NoClaim &
    DecisionNotice & { readonly placementOnly: false; readonly firstNotice?: undefined }
  readonly appeal: NoClaim & DecisionNotice & SomeNotice
  readonly planTransfer: NoClaim & { readonly move: NonNullable<DateFacts['move']> }
  readonly tellOfTransfer: NoClaim & { readonly transfer: NonNullable<DateFacts['transfer']> }
  readonly challengeDecision: NoClaim & { readonly tribunalDecidedOn: CalendarDate }
  readonly reinstateAppeal: NoClaim & { readonly appealWithdrawnOn: CalendarDate }
  readonly permissionOfUpperTribunal: NoClaim & { readonly permissionRefusedOn: CalendarDate }
  readonly ombudsman: NoClaim & { readonly becameAwareOn: CalendarDate }
  readonly complaintAcknowledgement: NoClaim & { readonly complaintReceivedOn: CalendarDate }
  readonly complaintAnswer: NoClaim & { readonly complaintReceivedOn: CalendarDate }
  readonly decideOnRequest: AfterRequest
  readonly refusePlanAfterRequest: AfterRequest
  readonly sendPlanAfterRequest: AfterRequest
  readonly discriminationClaim: { readonly discriminationActOn: CalendarDate }
}

/** A discrimination claim has no other date than its own. */
interface NoClaim {
  readonly discriminationActOn?: undefined
}

/** Some written notice was sent: the first, or a full one after it. */
type SomeNotice = { readonly firstNotice?: 'at-fault' } | { readonly fullNotice: DecisionNotice }

type AfterRequest = NoClaim & { readonly requestReceivedOn: CalendarDate }

/** The dates on some facts. Every name is always there: undefined says that its date does not apply, or has not begun. */
export type DatesOn<Facts> = {
  readonly [Name in keyof NamedDates]: Name extends keyof AlwaysAfter
    ? Facts extends AlwaysAfter[Name]
      ? NamedDates[Name]
      : NamedDates[Name] | undefined
    : NamedDates[Name] | undefined
}

/** The dates on facts of which nothing is known beforehand. */
export type Dates = DatesOn<DateFacts>

/** Every name, and no date. */
export const NO_DATES: Dates = {
  contact: undefined,
  certificateBar: undefined,
  boardTold: undefined,
  mediation: undefined,
  meetingNotice: undefined,
  certificateDeclined: undefined,
  certificateNotArranged: undefined,
  certificateMediated: undefined,
  appeal: undefined,
  response: undefined,
  agreement: undefined,
  planTransfer: undefined,
  tellOfTransfer: undefined,
  reviewAfterTransfer: undefined,
  challengeDecision: undefined,
  reinstateAppeal: undefined,
  permissionOfUpperTribunal: undefined,
  keepPlan: undefined,
  ombudsman: undefined,
  complaintAcknowledgement: undefined,
  complaintAnswer: undefined,
  decideOnRequest: undefined,
  refusePlanAfterRequest: undefined,
  sendPlanAfterRequest: undefined,
  discriminationClaim: undefined,
}
