import type { Contact, PrivateWords } from '../../cases/contact.ts'
import type { FactDetails, FactType, NewFact } from '../../cases/fact.ts'
import { formOf, mapForm, type Questions } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'

/** A fact as staff record it, with the words and the contact details that go with it. */
export interface FactInput {
  readonly fact: NewFact
  readonly words?: PrivateWords
  readonly contact?: Contact
}

/** The form of a fact whose details are the answers to its questions. */
export function factForm<Type extends FactType>(type: Type, questions: Questions<FactDetails[Type]>): Form<FactInput> {
  return mapForm(formOf<FactDetails[Type] & object>(questions), (details) => ({ fact: newFact(type, details) }))
}

/** A fact of this type with its details. The compiler cannot see that the two belong together when the type is open. */
export function newFact<Type extends FactType>(type: Type, details: FactDetails[Type]): NewFact {
  return { type, details } as unknown as NewFact
}
