import * as z from 'zod/mini'
import { WITHDRAWN_REASONS } from '../../cases/opening/facts.ts'
import type { FactInput } from '../../recording/fact-input.ts'
import { askChoice, askDate, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { note } from '../../web/forms/schemas.ts'
import { CONTACT_CHECKS, CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from '../contacts/contact-fields.ts'
import {
  FURTHER_CONTACT_CHECKS,
  FURTHER_CONTACT_FIELDS,
  FURTHER_CONTACT_SHAPE,
  furtherContactOf,
} from '../contacts/further-contact-fields.ts'
import { WITHDRAWN_REASON_WORDS } from './describe-fact.ts'
import { factForm } from './form-of-fact.ts'

export function noticeSentAgainForm(): Form<FactInput> {
  return factForm('notice-sent-again', {
    sentAgainOn: askDate({
      label: 'When was the letter sent again?',
      hint: 'Only where nothing in it has really changed: the first letter’s dates stay. A new decision needs a case of its own.',
      what: 'the date the letter was sent again',
    }),
  })
}

export function agreementReachedForm(): Form<FactInput> {
  return factForm('agreement-reached', {
    agreedOn: askDate({ label: 'When did the family and the council agree?', what: 'the date of the agreement' }),
  })
}

export function caseWithdrawnForm(): Form<FactInput> {
  return factForm('case-withdrawn', {
    reason: askChoice(optionsOf(WITHDRAWN_REASONS, WITHDRAWN_REASON_WORDS), {
      label: 'Why does the case end?',
      error: 'Select why the case ends',
    }),
    withdrawnOn: askDate({ label: 'When was that?', what: 'the date the case ended' }),
  })
}

export function contactDetailsChangedForm(): Form<FactInput> {
  return {
    fields: [...CONTACT_FIELDS, ...FURTHER_CONTACT_FIELDS],
    checks: [...CONTACT_CHECKS, ...FURTHER_CONTACT_CHECKS],
    schema: z.pipe(
      z.object({ ...CONTACT_SHAPE, ...FURTHER_CONTACT_SHAPE }),
      z.transform(
        (values): FactInput => ({
          fact: { type: 'contact-details-changed', details: {} },
          contact: { ...contactOf(values), ...furtherContactOf(values) },
        }),
      ),
    ),
  }
}

export function noteAddedForm(): Form<FactInput> {
  return {
    fields: [
      {
        kind: 'long-text',
        name: 'note',
        label: 'What do you want to note?',
        hint: 'Other staff read it on the case. It is not sent to the family.',
      },
    ],
    schema: z.pipe(
      z.object({ note: note('the note') }),
      z.transform((words): FactInput => ({ fact: { type: 'note-added', details: {} }, words })),
    ),
  }
}
