import type { NamedAdviser } from '../../cases/advice/adviser.ts'
import { caseKnownBefore } from '../../cases/build-case.ts'
import type { Case } from '../../cases/case.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact, FactDetails, FactType } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import { OPENED } from '../../cases/sequence.ts'
import { mapForm } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import { asksFor, STAFF_FACTS, staffFact } from './all-facts.ts'
import { NOTHING } from './staff-fact.ts'

/**
 * The form that corrects a fact: it asks what was asked when the fact was recorded.
 *
 * @param words what belongs to the fact and may name somebody
 * @param advisers the council's mediation advisers
 * @throws Error when there is no form for such a fact: see `correctableFacts`
 */
export function correctionForm(subject: Case, fact: Fact, words: PrivateWords, advisers: readonly NamedAdviser[]) {
  const form = formOfFact(subject, fact, advisers)
  return {
    form: mapForm(form, (input) => ({ ...input, fact: corrected(fact, form, input) })),
    /** What was recorded, as it would have been typed. */
    typed: typedAnswers(form.fields, { ...answersOf(fact), ...words }),
  }
}

function formOfFact(subject: Case, { type, sequence }: Fact, advisers: readonly NamedAdviser[]): Form<FactInput> {
  const asks = asksFor(type)
  if (asks === NOTHING || STAFF_FACTS[type].correction === NOTHING)
    throw new Error(`There is no form to correct "${type}".`)
  // Nothing comes before what opened the case, and its form asks the same on every case.
  return asks(sequence === OPENED ? subject : caseKnownBefore(subject, sequence), undefined, advisers)
}

function answersOf<Type extends FactType>({ type, details }: Fact<Type>): object {
  return staffFact<Type>(type).correction?.answers(details) ?? {}
}

/** Details that the form does not ask for stay as they are. */
function corrected({ sequence, details: before }: Fact, form: Form<FactInput>, { fact }: FactInput) {
  const asked = form.fields.map(({ name }) => name)
  const kept = Object.entries(before).filter(([name]) => !asked.includes(name))
  const details = { ...Object.fromEntries(kept), ...fact.details } as FactDetails['fact-corrected']['details']
  return newFact('fact-corrected', { corrects: sequence, details })
}
