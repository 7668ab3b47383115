import type { Contact, PrivateWords } from '../cases/contact.ts'
import type { FactDetails, FactType, NewFact } from '../cases/fact.ts'

/** A fact as somebody records it, with the words and the contact details that go with it. */
export interface FactInput {
  readonly fact: NewFact
  readonly words?: PrivateWords
  readonly contact?: Contact
}

/** A fact of this type with its details. The compiler cannot see that the two belong together when the type is open. */
export function newFact<Type extends FactType>(type: Type, details: FactDetails[Type]): NewFact {
  return { type, details } as unknown as NewFact
}
