import * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import { DECISION_KINDS, type FactDetails } from '../../cases/fact.ts'
import { DECISION_WORDS } from '../words/decision-words.ts'
import { CONTACT_CHECKS, CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from './contact-fields.ts'
import type { Field } from './field.ts'
import {
  FURTHER_CONTACT_CHECKS,
  FURTHER_CONTACT_FIELDS,
  FURTHER_CONTACT_SHAPE,
  furtherContactOf,
} from './further-contact-fields.ts'
import type { Check, Form } from './read-form.ts'
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

/** Whether to ask, before the case is opened and anything is sent, for the rest of how the family is written to. */
const MORE_FIELD: Field = {
  kind: 'choice',
  name: 'more',
  label: 'Is there more to say about how we write?',
  hint: 'You are asked on the next page, before anything is sent.',
  options: [
    { value: 'no', text: 'No' },
    {
      value: 'yes',
      text: 'Yes',
      hint: 'Large print, another format or language, a second person, or somebody who acts for the family.',
    },
  ],
}

/** A part of the form with its heading. */
export interface Section {
  readonly heading: string
  readonly fields: readonly Field[]
}

/** A form that opens a case, and its parts. */
export interface OpeningForm extends Form<Opening> {
  readonly sections: readonly Section[]
}

const DECISION_SHAPE = {
  decisionKind: choice(DECISION_KINDS, 'Select what the council decided'),
  placementOnly: choice(['no', 'yes'], 'Select whether the disagreement is only about the school or college'),
  printedOn: date('the date printed on the letter'),
  sentOn: date('the date the letter was sent'),
}

type DecisionValues = z.infer<z.ZodMiniObject<typeof DECISION_SHAPE>>

function decisionOf({ placementOnly, decisionKind, printedOn, sentOn }: DecisionValues): Opening['decision'] {
  return { decisionKind, placementOnly: placementOnly === 'yes', printedOn, sentOn }
}

/** The form that opens a case: what nearly every family needs. */
export const OPENING_FORM: OpeningForm = openingForm(
  [...CONTACT_FIELDS, MORE_FIELD],
  z.pipe(
    z.object({
      ...DECISION_SHAPE,
      ...CONTACT_SHAPE,
      more: choice(['no', 'yes'], 'Select whether there is more to say about how we write'),
    }),
    z.transform((values): Opening => ({ decision: decisionOf(values), contact: contactOf(values) })),
  ),
  CONTACT_CHECKS,
)

/** The same form with everything about how the family is written to. */
export const OPENING_FORM_IN_FULL: OpeningForm = openingForm(
  [...CONTACT_FIELDS, ...FURTHER_CONTACT_FIELDS],
  z.pipe(
    z.object({ ...DECISION_SHAPE, ...CONTACT_SHAPE, ...FURTHER_CONTACT_SHAPE }),
    z.transform(
      (values): Opening => ({
        decision: decisionOf(values),
        contact: { ...contactOf(values), ...furtherContactOf(values) },
      }),
    ),
  ),
  [...CONTACT_CHECKS, ...FURTHER_CONTACT_CHECKS],
)

function openingForm(
  contactFields: readonly Field[],
  schema: Form<Opening>['schema'],
  checks: readonly Check[],
): OpeningForm {
  return {
    fields: [...DECISION_FIELDS, ...contactFields],
    schema,
    checks,
    sections: [
      { heading: 'The decision', fields: DECISION_FIELDS },
      { heading: 'The family', fields: contactFields },
    ],
  }
}
