import type { FactDetails, FactType } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../recording/fact-input.ts'
import { formOf, mapForm, type Questions } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'

/** The form of a fact whose details are the answers to its questions. */
export function factForm<Type extends FactType>(type: Type, questions: Questions<FactDetails[Type]>): Form<FactInput> {
  return mapForm(formOf<FactDetails[Type] & object>(questions), (details) => ({ fact: newFact(type, details) }))
}
