import type { Contact } from '../../cases/contact.ts'
import type { Decision } from '../../cases/opening/facts.ts'
import { askChoice, formOf, joinForms, mapForm } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { CONTACT_CHECKS, CONTACT_QUESTIONS, contactOf } from '../contacts/contact-fields.ts'
import { CONTACT_FORM_IN_FULL } from '../contacts/further-contact-fields.ts'
import { DECISION_FORM } from '../facts/opening.ts'

export interface Opening {
  readonly decision: Decision
  readonly contact: Contact
  /** The case is under way already. Absent: it is not. */
  readonly history?: 'being-recorded'
}

/** A form that opens a case. */
export type OpeningForm = Form<Opening>

/** Whether to ask, before the case is opened and anything is sent, for the rest of how the family is written to. */
const ASK_MORE = askChoice(
  [
    { value: 'no', text: 'No' },
    {
      value: 'yes',
      text: 'Yes',
      hint: 'Large print, another format or language, a second person, or somebody who acts for the family.',
    },
  ],
  {
    label: 'Is there more to say about how we write?',
    hint: 'You are asked on the next pages, before anything is sent.',
    error: 'Select whether there is more to say about how we write',
  },
)

const UNDER_WAY_FORM = formOf({
  underWay: askChoice(
    [
      { value: 'no', text: 'No' },
      {
        value: 'yes',
        text: 'Yes',
        hint: 'You record what has happened up to now. Nothing is sent until you say that this is complete.',
      },
    ],
    {
      label: 'Is this case already under way?',
      hint: 'For example, the family has spoken to the mediation adviser, or the Tribunal has the appeal, and another service has followed it.',
      error: 'Select whether this case is already under way',
    },
  ),
})

/** The form that opens a case: what nearly every family needs. */
export const OPENING_FORM: OpeningForm = openingForm(
  mapForm(formOf({ ...CONTACT_QUESTIONS, more: ASK_MORE }, CONTACT_CHECKS), contactOf),
)

/** The same form with everything about how the family is written to. */
export const OPENING_FORM_IN_FULL: OpeningForm = openingForm(CONTACT_FORM_IN_FULL)

function openingForm(contactForm: Form<Contact>): OpeningForm {
  return joinForms(
    joinForms(
      mapForm(DECISION_FORM, (decision) => ({ decision })),
      mapForm(UNDER_WAY_FORM, ({ underWay }) => (underWay === 'yes' ? { history: 'being-recorded' as const } : {})),
    ),
    mapForm(contactForm, (contact) => ({ contact })),
  )
}
