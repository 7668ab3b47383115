import * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import type { Field } from '../../web/forms/field.ts'
import type { Check, Form } from '../../web/forms/read-form.ts'
import { choice } from '../../web/forms/schemas.ts'
import { CONTACT_CHECKS, CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from '../contacts/contact-fields.ts'
import {
  FURTHER_CONTACT_CHECKS,
  FURTHER_CONTACT_FIELDS,
  FURTHER_CONTACT_SHAPE,
  furtherContactOf,
} from '../contacts/further-contact-fields.ts'
import { DECISION_FORM, type Decision } from '../facts/opening.ts'

export interface Opening {
  readonly decision: Decision
  readonly contact: Contact
}

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

interface ContactPart {
  readonly contactFields: readonly Field[]
  readonly contactSchema: z.ZodMiniType<{ readonly contact: Contact }>
  readonly checks: readonly Check[]
}

/** A form that opens a case, and its parts. */
export interface OpeningForm extends Form<Opening> {
  readonly sections: readonly Section[]
}

/** The form that opens a case: what nearly every family needs. */
export const OPENING_FORM: OpeningForm = openingForm({
  contactFields: [...CONTACT_FIELDS, MORE_FIELD],
  contactSchema: z.pipe(
    z.object({
      ...CONTACT_SHAPE,
      more: choice(['no', 'yes'], 'Select whether there is more to say about how we write'),
    }),
    z.transform((values) => ({ contact: contactOf(values) })),
  ),
  checks: CONTACT_CHECKS,
})

/** The same form with everything about how the family is written to. */
export const OPENING_FORM_IN_FULL: OpeningForm = openingForm({
  contactFields: [...CONTACT_FIELDS, ...FURTHER_CONTACT_FIELDS],
  contactSchema: z.pipe(
    z.object({ ...CONTACT_SHAPE, ...FURTHER_CONTACT_SHAPE }),
    z.transform((values) => ({ contact: { ...contactOf(values), ...furtherContactOf(values) } })),
  ),
  checks: [...CONTACT_CHECKS, ...FURTHER_CONTACT_CHECKS],
})

function openingForm({ contactFields, contactSchema, checks }: ContactPart): OpeningForm {
  return {
    fields: [...DECISION_FORM.fields, ...contactFields],
    schema: z.pipe(
      z.intersection(DECISION_FORM.schema, contactSchema),
      z.transform(({ contact, ...decision }) => ({ decision, contact })),
    ),
    checks,
    sections: [
      { heading: 'The decision', fields: DECISION_FORM.fields },
      { heading: 'The family', fields: contactFields },
    ],
  }
}
