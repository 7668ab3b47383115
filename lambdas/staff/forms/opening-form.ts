import * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import type { FactDetails } from '../../cases/fact.ts'
import { DECISION_KINDS } from '../../law/appealable-decisions.ts'
import { DECISION_WORDS } from '../words/decision-words.ts'
import { CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from './contact-fields.ts'
import type { Field } from './field.ts'
import type { Form } from './read-form.ts'
import { choice, date } from './schemas.ts'

export interface Opening {
  readonly decision: FactDetails['case-opened']
  readonly contact: Contact
}

const DECISION_FIELDS: readonly Field[] = [
  {
    kind: 'choice',
    name: 'decisionKind',
    label: 'What did the council decide?',
    hint: 'The family needs a mediation certificate to appeal against any of these, but for one exception: the next question.',
    options: DECISION_KINDS.map((value) => ({
      value,
      text: DECISION_WORDS[value],
      ...(value === 'plan-contents' && { hint: 'Section B (needs), F (provision) or I (school or college).' }),
    })),
  },
  {
    kind: 'choice',
    name: 'placementOnly',
    label: 'Is the disagreement only about the school or college?',
    hint: 'Only section I: the one named in the plan, its type, or that none is named.',
    options: [
      { value: 'no', text: 'No', hint: 'The family needs a mediation certificate before it can appeal.' },
      {
        value: 'yes',
        text: 'Yes',
        hint: 'Only for the contents of a plan. No certificate is needed: two months from the decision to appeal.',
      },
    ],
  },
  {
    kind: 'date',
    name: 'printedOn',
    label: 'What date is printed on the decision letter?',
    hint: 'For example, 27 3 2026. For a plan, the letter that came with it.',
  },
  {
    kind: 'date',
    name: 'sentOn',
    label: 'When was the letter sent to the family?',
    hint: 'By post or email, for example, 27 3 2026. The time limits run from the earlier of the two dates.',
  },
]

/** The two parts of the form, each with its heading. */
export const OPENING_SECTIONS = [
  { heading: 'The decision', fields: DECISION_FIELDS },
  { heading: 'The family', fields: CONTACT_FIELDS },
] as const

const SCHEMA = z.object({
  decisionKind: choice(DECISION_KINDS, 'Select what the council decided'),
  placementOnly: choice(['no', 'yes'], 'Select whether the disagreement is only about the school or college'),
  printedOn: date('the date printed on the letter'),
  sentOn: date('the date the letter was sent'),
  ...CONTACT_SHAPE,
})

/** The form that opens a case. */
export const OPENING_FORM: Form<Opening> = {
  fields: [...DECISION_FIELDS, ...CONTACT_FIELDS],
  schema: z.pipe(
    SCHEMA,
    z.transform(
      ({ decisionKind, placementOnly, printedOn, sentOn, ...contact }): Opening => ({
        decision: { decisionKind, placementOnly: placementOnly === 'yes', printedOn, sentOn },
        contact: contactOf(contact),
      }),
    ),
  ),
}
