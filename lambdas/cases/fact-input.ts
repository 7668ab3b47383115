import type { Contact, PrivateWords } from './contact.ts'
import type { FactDetails, FactType, NewFact } from './fact.ts'

/** A fact as somebody records it, with the words and the contact details that go with it. */
export interface FactInput {
  readonly fact: NewFact
  /** What belongs to the fact and may name somebody; kept in the contacts table. */
  readonly words?: PrivateWords
  /** The new contact details, with the fact `contact-details-changed`. */
  readonly contact?: Contact
}

/** A fact of this type with its details. The compiler cannot see that the two belong together when the type is open. */
export function newFact<Type extends FactType>(type: Type, details: FactDetails[Type]): NewFact {
  return { type, details } as unknown as NewFact
}
