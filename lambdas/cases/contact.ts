/**
 * Who the family is and how to reach them. Kept in the contacts table only, which nothing but the staff pages and the
 * messages may read.
 */
export interface Contact {
  /** The person that we write to. */
  readonly name: string
  readonly relationship: 'parent' | 'young-person'
  /** The child or young person that the decision is about. */
  readonly childName: string
  readonly email: string
  readonly phone?: string
}

export type Relationship = Contact['relationship']

/** The words that belong to a fact and may name somebody: where a meeting is, what a note says. */
export interface PrivateWords {
  readonly place?: string
  readonly note?: string
}
