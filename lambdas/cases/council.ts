import type { ComplaintBody, ComplaintTimes } from './complaint/closed-words.ts'

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

/** Everything that is particular to one council. One file in lib/councils holds it; see council-schema.ts there. */
export interface Council {
  /** For example "Bath & North East Somerset Council". */
  readonly name: string
  /** The person or team at the council to whom the family writes about a decision. */
  readonly officer: ContactPoint
  /** The independent mediation adviser, who also issues the certificates. */
  readonly mediationAdviser: ContactPoint
  /** The impartial information, advice and support service. */
  readonly partnershipService: ContactPoint
  /** Who runs disagreement resolution, where that is not the organisation of the mediation adviser. */
  readonly disagreementResolution?: ContactPoint
  /** The web page of the council's Local Offer. */
  readonly localOffer: string
  /** The web pages on how to complain, where they are known. */
  readonly complaintPages?: {
    readonly council?: string
    /** Of the integrated care board. */
    readonly health?: string
  }
  /**
   * Where families reach the public pages: "https://send.example.gov.uk". Left out, it is the address that AWS gave the
   * API of the pages.
   */
  readonly publicAddress?: string
  /** The address that messages come from. SES has to have verified its domain. */
  readonly senderEmail: string
  /** How many months a case is kept open with no news before it is closed. A choice of the council, not a legal time. */
  readonly keepOpenMonths: number
  /** Each body's own times to acknowledge and answer a complaint. Their procedures, not legal times. */
  readonly complaintTimes: Readonly<Record<ComplaintBody, ComplaintTimes>>
}
