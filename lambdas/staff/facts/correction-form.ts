import { caseBefore } from '../../cases/build-case.ts'
import type { Case } from '../../cases/case.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact, FactDetails } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../recording/fact-input.ts'
import type { Typed } from '../../web/forms/field.ts'
import { mapForm } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import { DECISION_FORM, decisionAnswers } from '../cases/opening-form.ts'
import { dutyDoneAnswers } from './duties.ts'
import { FACT_FORMS, isRecordedType } from './fact-form.ts'

/** The form that corrects a fact. It asks what was asked when the fact was recorded. */
export interface CorrectionForm {
  readonly form: Form<FactInput>
  /** What was recorded, as it would have been typed. */
  readonly typed: Typed
}

/**
 * The form of a fact, filled in with what was recorded. It leads to a correction of that fact.
 *
 * @param words what belongs to the fact and may name somebody
 * @throws Error when there is no form for such a fact: see `correctableFacts`
 */
export function correctionForm(subject: Case, fact: Fact, words: PrivateWords): CorrectionForm {
  const form = formOfFact(subject, fact)
  return {
    form: mapForm(form, (input) => ({ ...input, fact: corrected(fact, form, input) })),
    typed: typedAnswers(form.fields, { ...answersOf(fact), ...words }),
  }
}

function formOfFact(subject: Case, fact: Fact): Form<FactInput> {
  if (fact.type === 'case-opened') return mapForm(DECISION_FORM, (decision) => ({ fact: newFact(fact.type, decision) }))
  if (!isRecordedType(fact.type)) throw new Error(`There is no form to correct "${fact.type}".`)
  return FACT_FORMS[fact.type](caseBefore(subject, fact.sequence))
}

function answersOf(fact: Fact): object {
  switch (fact.type) {
    case 'case-opened':
      return decisionAnswers(fact.details)
    case 'duty-done':
      return dutyDoneAnswers(fact.details)
    default:
      return fact.details
  }
}

/** Details that the form does not ask for stay as they are. */
function corrected({ sequence, details: before }: Fact, form: Form<FactInput>, { fact }: FactInput) {
  const asked = form.fields.map(({ name }) => name)
  const kept = Object.entries(before).filter(([name]) => !asked.includes(name))
  const details = { ...Object.fromEntries(kept), ...fact.details } as FactDetails['fact-corrected']['details']
  return newFact('fact-corrected', { corrects: sequence, details })
}
