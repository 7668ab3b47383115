import type { CalendarDate } from '../law/calendar-date.ts'

/**
 * Who the family is and how to reach them. Kept in the contacts table only, which nothing but the staff pages and the
 * messages may read. It only grows: a contact that was stored before a field was added still has to be understood.
 */
export interface Contact {
  /** The person that we write to. */
  readonly name: string
  readonly relationship: Relationship
  /** The child or young person that the decision is about. */
  readonly childName: string
  /** Absent: not known yet, as for each of the council's own keys below. */
  readonly bornOn?: CalendarDate
  /** What the council calls the child, and this case, in its own records. */
  readonly childReference?: string
  readonly caseReference?: string
  /** The number that follows a pupil through the schools of England: see `isUniquePupilNumber`. */
  readonly uniquePupilNumber?: string
  /** How we write. Absent on a contact from before there was a choice: by email. */
  readonly by?: WaysToWrite
  readonly email?: string
  /** The lines below the name, as they go onto an envelope. */
  readonly postalAddress?: PostalAddress
  readonly phone?: string
  /** The print of letters to the family. Absent: standard. */
  readonly print?: PrintSize
  /** A format in which the council has each message made, besides the usual one. */
  readonly otherFormat?: OtherFormat
  /** The language in which the family reads best, as it is called in English: "Polish". Absent: English. */
  readonly language?: string
  /** Somebody who gets a copy of their own: most often the other parent, who lives elsewhere. */
  readonly second?: OtherPerson
  readonly representative?: Representative
}

/** Whom a representative acts for: the person that we write to, the second person, or both. */
export const ACTS_FOR = ['family', 'second', 'both'] as const
export type ActsFor = (typeof ACTS_FOR)[number]

/** Somebody who acts for the family. */
export interface Representative extends OtherPerson {
  /** A copy, or everything in place of those whom they act for. Whoever they do not act for goes on getting their own. */
  readonly gets: 'copy' | 'everything'
  /** Absent: for the person that we write to. */
  readonly actsFor?: ActsFor
}

/** `parent`: the parent or carer. `young-person`: a party in their own right, so that we write to nobody else first. */
export const RELATIONSHIPS = ['parent', 'young-person'] as const
export type Relationship = (typeof RELATIONSHIPS)[number]

/** `not-at-all`: for safety nothing is sent or printed, and a person tells the family in the way agreed with it. */
export const WAYS_TO_WRITE = ['email', 'post', 'not-at-all'] as const
export type WaysToWrite = (typeof WAYS_TO_WRITE)[number]

export const PRINT_SIZES = ['standard', 'large'] as const
export type PrintSize = (typeof PRINT_SIZES)[number]

export const OTHER_FORMATS = ['easy-read', 'braille', 'audio'] as const
export type OtherFormat = (typeof OTHER_FORMATS)[number]

export type PostalAddress = readonly string[]

/** Somebody besides the family. */
export interface OtherPerson {
  readonly name: string
  readonly by: 'email' | 'post'
  readonly email?: string
  readonly postalAddress?: PostalAddress
}

/** The words that belong to a fact and may name somebody: where a meeting is, what a note says, what a family wants to mediate about. */
export interface PrivateWords {
  readonly place?: string
  readonly note?: string
  /** What the family wants to mediate about, and the health care that it wants in the plan (SEND Regulations 2014, regulation 32(e)). */
  readonly issues?: string
  readonly healthProvision?: string
  /** The other council of a family that moves. */
  readonly otherCouncil?: string
}
