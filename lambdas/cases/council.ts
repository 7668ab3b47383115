import type { CalendarDate } from '../law/calendar-date.ts'
import type { Month } from '../law/month.ts'
import type { OwnComplaintTimes } from './complaint/closed-words.ts'
import type { CaseOutcome } from './outcome.ts'

/** How a family reaches someone. */
export interface ContactPoint {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly website?: string
  /** When the phone is answered, in words: "10am to 3pm, Monday to Thursday, in term time". */
  readonly hours?: string
  /** A number for text messages or a text phone. */
  readonly textPhone?: string
}

/** Who writes to families for the council, whom they write to, and which of its pages they are sent to. */
export interface CouncilContacts {
  /** The person or team at the council to whom the family writes about a decision. */
  readonly officer: ContactPoint
  /** The impartial information, advice and support service. */
  readonly partnershipService: ContactPoint
  /** The address that messages come from. SES has to have verified its domain. */
  readonly senderEmail: string
  /** The web page of the council's Local Offer. */
  readonly localOffer: string
  /** The web pages on how to complain, where they are known. */
  readonly complaintPages?: {
    readonly council?: string
    /** Of the integrated care board. */
    readonly health?: string
  }
}

/** One of several mediation advisers. Its id stands in the facts of cases, so it is never changed. */
export interface OtherAdviser extends ContactPoint {
  readonly id: string
}

/** The id of the mediation adviser that the council's file names first. The others have one of their own. */
export const FIRST_ADVISER = 'first'

/** Who works for families on the council's behalf, and is independent of it. */
export interface CouncilProviders {
  /** The independent mediation adviser, who also issues the certificates. */
  readonly mediationAdviser: ContactPoint
  /** The others among whom a family can choose, where the council has several. */
  readonly otherMediationAdvisers?: readonly OtherAdviser[]
  /** Who runs disagreement resolution, where that is not the organisation of the mediation adviser. */
  readonly disagreementResolution?: ContactPoint
}

/** Times that are not the law's: the council and others have chosen them. */
export interface CouncilOwnTimes {
  /** How many months a case is kept open with no news before it is closed. */
  readonly keepOpenMonths: number
  /** The own times of each other body to acknowledge and answer a complaint. The council's are not its own to set. */
  readonly complaintTimes: OwnComplaintTimes
}

/** How long a closed case is kept: until the later of the two has gone by. */
export interface RetentionRule {
  /** Whole years after the day on which it was closed. */
  readonly yearsAfterClosing: number
  /** Until the child or young person has this age; "none" where only the closing counts. */
  readonly untilAge: number | 'none'
}

/** How long closed cases are kept, and who lets them go: docs/retention.md. */
export interface CouncilRetention {
  /** Who at the council has confirmed these times, and the day. Nothing can be erased by times that are an example. */
  readonly confirmed: { readonly by: string; readonly on: string } | 'example-to-confirm'
  /** Two managers erase together. Where the council has one, the same person confirms again a week later. */
  readonly managers: 'several' | 'one'
  readonly rules: Readonly<Record<CaseOutcome, RetentionRule>>
}

/** What a provider is paid for, from a month to a month. */
export interface Contract {
  /** The id of a mediation adviser, or "disagreement-resolution". */
  readonly provider: string
  readonly from: Month
  /** Absent: it goes on. */
  readonly to?: Month
  /** In pounds, for each unit. One that is left out is not paid for by the unit. */
  readonly prices: {
    readonly information?: number
    readonly certificate?: number
    readonly 'mediation-held'?: number
    readonly 'cancelled-late'?: number
    readonly 'disagreement-resolution'?: number
  }
}

/** To which multiples numbers can be rounded. */
export const ROUNDINGS = [1, 5] as const
export type RoundTo = (typeof ROUNDINGS)[number]

/** How what came of the cases is told to those who read no case. */
export interface CouncilReporting {
  /** Numbers from 1 to this are hidden from them, and from everything that is published. */
  readonly hideUpTo: number
  /** To which multiple all other numbers are rounded for them: 1 leaves them as they are. */
  readonly roundTo: RoundTo
  /** How national statistics name the council's area: https://www.ons.gov.uk/methodology/geography */
  readonly area: CouncilArea
  /** The codes of councils that it is compared with, as national statistics have them: "E06000023". */
  readonly neighbours: readonly string[]
}

/** An area as national statistics name it, with its codes. */
export interface CouncilArea {
  /** "Bath and North East Somerset" */
  readonly name: string
  /** The code of nine signs, "E06000022", and the older one of three, "800". */
  readonly newCode: string
  readonly oldCode: string
  readonly regionName: string
  readonly regionCode: string
}

/** What the accessibility statement says that only the council can know. What is left out, the page says is missing. */
export interface AccessibilityNotice {
  /** Who answers when a page cannot be used. */
  readonly contact?: ContactPoint
  readonly answersWithinWorkingDays?: number
  /** How far the pages keep to the Web Content Accessibility Guidelines 2.2 AA, as the test found. */
  readonly compliance?: 'fully' | 'partially' | 'not'
  /**
   * What cannot be used by everybody: why, with the success criterion of WCAG that it fails, what to do instead, and when it
   * is put right. A sentence or two for each.
   */
  readonly notAccessible?: readonly string[]
  /** Days as "2026-11-27". */
  readonly testedOn?: string
  readonly testedBy?: string
  readonly preparedOn?: string
  /** Left out until it is reviewed for the first time. */
  readonly reviewedOn?: string
}

/** What the privacy notice says that only the council can know. */
export interface PrivacyNotice {
  /** Who answers questions about personal information, and takes what people ask by their rights. */
  readonly contact?: ContactPoint
  readonly dataProtectionOfficer?: ContactPoint
  /** For how long a case is kept, as a sentence: "We keep a case until the child is 25." */
  readonly keptFor?: string
  /** The day as "2026-11-27". */
  readonly writtenOn?: string
}

/** A value of a list of the council's own. Its id stands in cases and figures, so it is never changed. */
export interface ListedValue {
  readonly id: string
  readonly name: string
}

/**
 * What staff record of a case for the outcomes alone: see particulars.ts. What is off is asked of nobody and counted nowhere. Turn on
 * what somebody will read, and nothing else: most of it is personal data of a child.
 */
export interface CouncilParticulars {
  /** What a case can be about. Empty: that is not recorded. */
  readonly themes: readonly ListedValue[]
  /** Which groups of families are told apart. */
  readonly reach: {
    readonly phase: boolean
    readonly ageBand: boolean
    readonly primaryNeed: boolean
    /** The parts of the council's area. Empty: they are not told apart. */
    readonly areas: readonly ListedValue[]
    readonly language: boolean
    readonly lookedAfter: boolean
  }
}

/** What the council has to say by law on pages of its own, which the public pages alone show. */
export interface CouncilNotices {
  readonly accessibility: AccessibilityNotice
  readonly privacy: PrivacyNotice
}

/**
 * Everything that is particular to one council, in parts by subject. One file in lib/councils holds it; see
 * council-schema.ts there. Whoever takes a council asks for the parts that it uses: `Pick<Council, 'providers'>`.
 */
export interface Council {
  /** For example "Bath & North East Somerset Council". */
  readonly name: string
  readonly contacts: CouncilContacts
  readonly providers: CouncilProviders
  readonly ownTimes: CouncilOwnTimes
  readonly retention: CouncilRetention
  readonly reporting: CouncilReporting
  /** What the providers are paid for. Empty where the service checks no bill. */
  readonly contracts: readonly Contract[]
  /** The terms of the council's schools, in their order. Empty where nobody asks for figures by term. */
  readonly terms: readonly SchoolTerm[]
  /** What staff record of a case for the outcomes alone. */
  readonly particulars: CouncilParticulars
}

/** A term of the council's schools; both days belong to it. */
export interface SchoolTerm {
  /** For example "Autumn term 2026". */
  readonly name: string
  readonly from: CalendarDate
  readonly to: CalendarDate
}
