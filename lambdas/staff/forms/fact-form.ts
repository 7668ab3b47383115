import * as z from 'zod/mini'
import type { Case } from '../../cases/case.ts'
import type { Contact, PrivateWords } from '../../cases/contact.ts'
import {
  CANCELLED_BY,
  type FactDetails,
  type FactType,
  MEETING_FORMATS,
  type NewFact,
  WITHDRAWN_REASONS,
} from '../../cases/fact.ts'
import { CANCELLED_BY_WORDS, MEETING_FORMAT_WORDS, WITHDRAWN_REASON_WORDS } from '../words/fact-words.ts'
import { CONTACT_CHECKS, CONTACT_FIELDS, CONTACT_SHAPE, contactOf } from './contact-fields.ts'
import type { Field, Option } from './field.ts'
import {
  FURTHER_CONTACT_CHECKS,
  FURTHER_CONTACT_FIELDS,
  FURTHER_CONTACT_SHAPE,
  furtherContactOf,
} from './further-contact-fields.ts'
import type { Form } from './read-form.ts'
import { choice, date, note, optionalDate, optionalLine, time } from './schemas.ts'

/** A fact as staff record it, with the words and the contact details that go with it. */
export interface FactInput {
  readonly fact: NewFact
  readonly words?: PrivateWords
  readonly contact?: Contact
}

/** The facts that a form records. A case is opened by a form of its own. */
export type RecordedType = Exclude<FactType, 'case-opened'>

/** The form for each fact. The case decides what has to be asked. */
export const FACT_FORMS: Readonly<Record<RecordedType, (subject: Case) => Form<FactInput>>> = {
  'adviser-contacted': oneDate('adviser-contacted', 'contactedOn', {
    label: 'When did the family first speak to the mediation adviser?',
    what: 'the date the family spoke to the adviser',
  }),
  'mediation-declined': (subject) =>
    withFirstContact(subject, 'mediation-declined', 'required', {
      name: 'declinedOn',
      label: 'When did the family tell the adviser that it does not want mediation?',
      hint: 'The adviser has three working days from this day to issue the certificate.',
      what: 'the date the family told the adviser',
    }),
  'mediation-chosen': (subject) =>
    withFirstContact(subject, 'mediation-chosen', 'if known', {
      name: 'councilToldOn',
      label: 'When was the council told that the family wants mediation?',
      hint: 'The 30 days to arrange mediation run from this day.',
      what: 'the date the council was told',
    }),
  'meeting-arranged': meeting('meeting-arranged'),
  'meeting-moved': meeting('meeting-moved'),
  'meeting-cancelled': () => ({
    fields: [
      dateField('cancelledOn', 'When was the meeting cancelled?'),
      {
        kind: 'choice',
        name: 'cancelledBy',
        label: 'Who cancelled it?',
        options: options(CANCELLED_BY, CANCELLED_BY_WORDS),
      },
    ],
    schema: z.pipe(
      z.object({
        cancelledOn: date('the date the meeting was cancelled'),
        cancelledBy: choice(CANCELLED_BY, 'Select who cancelled the meeting'),
      }),
      z.transform((details): FactInput => ({ fact: { type: 'meeting-cancelled', details } })),
    ),
  }),
  'mediation-cannot-be-arranged': oneDate('mediation-cannot-be-arranged', 'adviserToldOn', {
    label: 'When did the council tell the adviser that mediation cannot be arranged within 30 days?',
    hint: 'The adviser has three working days from this day to issue the certificate.',
    what: 'the date the council told the adviser',
  }),
  'mediation-agreed': mediationResult('mediation-agreed'),
  'mediation-partly-agreed': mediationResult('mediation-partly-agreed'),
  'mediation-not-agreed': mediationResult('mediation-not-agreed'),
  'certificate-issued': (subject) =>
    withFirstContact(subject, 'certificate-issued', 'required', {
      name: 'issuedOn',
      label: 'What date is on the certificate?',
      hint: 'The month to appeal runs from this day.',
      what: 'the date on the certificate',
    }),
  'appeal-registered': oneDate('appeal-registered', 'receivedOn', {
    label: 'When did the Tribunal receive the appeal?',
    hint: 'The date in the Tribunal’s letter. A late appeal counts too.',
    what: 'the date the Tribunal received the appeal',
  }),
  'agreement-reached': oneDate('agreement-reached', 'agreedOn', {
    label: 'When did the family and the council agree?',
    what: 'the date of the agreement',
  }),
  'case-withdrawn': () => ({
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: 'Why does the case end?',
        options: options(WITHDRAWN_REASONS, WITHDRAWN_REASON_WORDS),
      },
      dateField('withdrawnOn', 'When was that?'),
    ],
    schema: z.pipe(
      z.object({
        reason: choice(WITHDRAWN_REASONS, 'Select why the case ends'),
        withdrawnOn: date('the date the case ended'),
      }),
      z.transform((details): FactInput => ({ fact: { type: 'case-withdrawn', details } })),
    ),
  }),
  'contact-details-changed': () => ({
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
  }),
  'note-added': () => ({
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
  }),
}

/** Whether a word from an address is the name of a fact that can be recorded. */
export function isRecordedType(type: string): type is RecordedType {
  return Object.hasOwn(FACT_FORMS, type)
}

/** The facts that consist of a single date. */
type DatedType =
  | 'adviser-contacted'
  | 'mediation-cannot-be-arranged'
  | 'mediation-agreed'
  | 'mediation-partly-agreed'
  | 'mediation-not-agreed'
  | 'appeal-registered'
  | 'agreement-reached'

function oneDate<Type extends DatedType>(
  type: Type,
  name: keyof FactDetails[Type] & string,
  { what, ...question }: { readonly label: string; readonly hint?: string; readonly what: string },
): () => Form<FactInput> {
  return () => ({
    fields: [dateField(name, question.label, question.hint)],
    schema: z.pipe(
      z.object({ [name]: date(what) }),
      z.transform((details): FactInput => ({ fact: { type, details } as unknown as NewFact })),
    ),
  })
}

function mediationResult(type: 'mediation-agreed' | 'mediation-partly-agreed' | 'mediation-not-agreed') {
  return oneDate(type, 'concludedOn', {
    label: 'When did mediation end?',
    hint: 'Usually the day of the meeting. The adviser has three working days from it to issue the certificate.',
    what: 'the date mediation ended',
  })
}

function meeting(type: 'meeting-arranged' | 'meeting-moved') {
  return (): Form<FactInput> => ({
    fields: [
      {
        kind: 'date',
        name: 'meetingOn',
        label: type === 'meeting-moved' ? 'When is the meeting now?' : 'When is the meeting?',
        hint: 'For example, 27 3 2026. Tell the family at least 5 working days before, unless it agrees to less.',
      },
      { kind: 'time', name: 'startsAt', label: 'What time does it start?', hint: 'For example, 2:30pm or 14:30.' },
      {
        kind: 'choice',
        name: 'format',
        label: 'How does it take place?',
        options: options(MEETING_FORMATS, MEETING_FORMAT_WORDS),
      },
      {
        kind: 'text',
        name: 'place',
        label: 'Where is it?',
        hint: 'The address, or how to join. The family is told.',
        optional: true,
      },
    ],
    schema: z.pipe(
      z.object({
        meetingOn: date('the date of the meeting'),
        startsAt: time('the time the meeting starts'),
        format: choice(MEETING_FORMATS, 'Select how the meeting takes place'),
        place: optionalLine('where the meeting is'),
      }),
      z.transform(
        ({ place, ...details }): FactInput => ({ fact: { type, details }, ...(place && { words: { place } }) }),
      ),
    ),
  })
}

/**
 * A date, and beside it when the family first spoke to the adviser, where the case does not know that yet: it decides
 * whether a certificate gives more time. Telling the council is not speaking to the adviser.
 */
function withFirstContact(
  { adviserContactedOn, decision }: Case,
  type: 'mediation-declined' | 'mediation-chosen' | 'certificate-issued',
  asked: 'required' | 'if known',
  { name, label, hint, what }: Record<'name' | 'label' | 'hint' | 'what', string>,
): Form<FactInput> {
  const first = dateField(name, label, hint)
  const recorded = (answers: object): FactInput => {
    const details = Object.fromEntries(Object.entries(answers).filter(([, day]) => day !== undefined))
    return { fact: { type, details } as unknown as NewFact }
  }
  if (adviserContactedOn || decision.placementOnly) {
    return {
      fields: [first],
      schema: z.pipe(
        z.object({ [name]: date(what) }),
        z.transform((details) => recorded(details)),
      ),
    }
  }
  const contact = dateField(
    'contactedOn',
    'When did the family first speak to the mediation adviser?',
    'Ask the family or the adviser. It counts whether that was within two months of the decision.',
  )
  const whatContact = 'the date the family first spoke to the adviser'
  const contactedOn = asked === 'required' ? date(whatContact) : optionalDate(whatContact)
  return {
    fields: [first, asked === 'required' ? contact : { ...contact, optional: true }],
    schema: z.pipe(
      z.object({ [name]: date(what), contactedOn }),
      z.transform((details) => recorded(details)),
    ),
  }
}

function dateField(name: string, label: string, hint?: string): Field {
  return { kind: 'date', name, label, hint: `${hint ? `${hint} ` : ''}For example, 27 3 2026.` }
}

function options<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Option[] {
  return values.map((value) => ({ value, text: words[value] }))
}
