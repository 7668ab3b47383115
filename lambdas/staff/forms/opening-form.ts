import * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import type { FactDetails } from '../../cases/fact.ts'
import { DECISION_KINDS, type DecisionKind, isPlacementOnly, PLAN_SECTIONS } from '../../law/appealable-decisions.ts'
import { DECISION_WORDS, describeAppeal, SECTION_WORDS } from '../words/decision-words.ts'
import { CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from './contact-fields.ts'
import { askChoice, askDate, askOptionalChoices, formOf, optionsOf, type Question } from './questions.ts'
import type { Form } from './read-form.ts'

type Decision = FactDetails['case-opened']

export interface Opening {
  readonly decision: Decision
  readonly contact: Contact
}

/** Not marked as optional: whether it has to be answered hangs on the question before it. */
const askParts: Question<Decision['sections']> = (name) => {
  const { field, schema } = askOptionalChoices(optionsOf(PLAN_SECTIONS, SECTION_WORDS), {
    label: 'For the contents of a plan: which parts does the family disagree with?',
    hint: 'Select all. For section I alone no certificate is needed: two months from the decision to appeal.',
  })(name)
  return { field: { ...field, optional: false }, schema }
}

const QUESTIONS = formOf<Omit<Decision, 'placementOnly'>>({
  decisionKind: askChoice(
    DECISION_KINDS.map((value) => ({ value, text: DECISION_WORDS[value], hint: describeAppeal(value) })),
    {
      label: 'What did the council decide?',
      hint: 'The family needs a mediation certificate to appeal, unless it disputes only section I of a plan.',
      error: 'Select what the council decided',
    },
  ),
  sections: askParts,
  printedOn: askDate({
    label: 'What date is printed on the decision letter?',
    hint: 'For a plan, the letter that came with it.',
    what: 'the date printed on the letter',
  }),
  sentOn: askDate({
    label: 'When was the letter sent to the family?',
    hint: 'By post or email. The time limits run from the earlier of the two dates.',
    what: 'the date the letter was sent',
  }),
})

/** Without its parts the contents of a plan could be anything. Asked together, so that all that is wrong is said at once. */
const PARTS_OF_PLAN = z.pipe(
  z.object({ decisionKind: z.string(), sections: z.array(z.string()) }),
  z.transform(({ decisionKind, sections }, context) => {
    if (decisionKind === ('plan-contents' satisfies DecisionKind) && sections.length === 0) {
      const message = 'Select which parts of the plan the family disagrees with'
      context.issues.push({ code: 'custom', message, input: sections, path: ['sections'] })
    }
    return {}
  }),
)

/** The decision that a case is opened about. */
export const DECISION_FORM: Form<Decision> = {
  fields: QUESTIONS.fields,
  schema: z.pipe(
    z.intersection(QUESTIONS.schema, PARTS_OF_PLAN),
    z.transform((answers) => ({ ...answers, placementOnly: isPlacementOnly(answers.sections ?? []) })),
  ),
}

/** The two parts of the form, each with its heading. */
export const OPENING_SECTIONS = [
  { heading: 'The decision', fields: DECISION_FORM.fields },
  { heading: 'The family', fields: CONTACT_FIELDS },
] as const

/** The form that opens a case. */
export const OPENING_FORM: Form<Opening> = {
  fields: [...DECISION_FORM.fields, ...CONTACT_FIELDS],
  schema: z.pipe(
    z.intersection(DECISION_FORM.schema, z.object(CONTACT_SHAPE)),
    z.transform(({ decisionKind, sections, placementOnly, printedOn, sentOn, ...contact }) => ({
      decision: { decisionKind, placementOnly, ...(sections && { sections }), printedOn, sentOn },
      contact: contactOf(contact),
    })),
  ),
}

/** The answers that the form would have had for a decision. Those of the first version name no parts, only whether it is section I alone. */
export function decisionAnswers({ sections, placementOnly, ...decision }: Decision): object {
  return { ...decision, sections: sections ?? (placementOnly ? ['I'] : []) }
}
