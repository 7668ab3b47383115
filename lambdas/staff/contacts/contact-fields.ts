import * as v from 'valibot'
import type { Contact, WaysToWrite } from '../../cases/contact.ts'
import { isUniquePupilNumber } from '../../cases/unique-pupil-number.ts'
import type { Typed } from '../../web/forms/field.ts'
import {
  askAddress,
  askChoice,
  askEmail,
  askLine,
  askOptionalDate,
  askOptionalLine,
  askPhone,
  formOf,
  optional,
  optionsOf,
  type Question,
  type Questions,
  unlessNeeded,
} from '../../web/forms/questions.ts'
import type { Check } from '../../web/forms/read-form.ts'
import { isBlank } from '../../web/forms/schemas.ts'
import { typedAnswers } from '../../web/forms/typed-answers.ts'
import { RELATIONSHIP_WORDS, WAYS_TO_WRITE_WORDS } from '../closed-words.ts'

export const ADDRESS_HINT = 'One line for each line on the envelope, without the name. End with the postcode.'

/** By what the council knows the child and the case elsewhere, and when the child was born. */
type CouncilKey = 'bornOn' | 'childReference' | 'caseReference' | 'uniquePupilNumber'
const NOT_KNOWN_YET = 'Leave this blank if it is not known yet.'

/** Who the family is and how to reach it. */
export type WhoAndHow = Pick<
  Contact,
  'relationship' | 'name' | 'childName' | CouncilKey | 'by' | 'email' | 'postalAddress' | 'phone'
>

/** What has to be known before a case is opened. */
export const CONTACT_QUESTIONS: Questions<WhoAndHow> = {
  relationship: askChoice(optionsOf(RELATIONSHIP_WORDS), {
    label: 'Who do we write to?',
    hint: 'A young person over compulsory school age (16 or over) decides and appeals in their own name. We write to them, not to a parent. If they do not have the mental capacity for that, choose the parent or carer.',
    error: 'Select who we write to',
  }),
  name: askLine({
    label: 'Name of the person we write to',
    hint: 'For example, Sam Taylor.',
    what: 'the name of the person we write to',
  }),
  childName: askLine({
    label: 'Name of the child or young person',
    hint: 'Who the decision is about. It never appears in the subject of an email.',
    what: 'the name of the child or young person',
  }),
  bornOn: askOptionalDate({
    label: 'Date of birth of the child or young person',
    hint: `It says until when a parent decides for them. ${NOT_KNOWN_YET}`,
    what: 'the date of birth',
    example: '27 3 2014',
  }),
  childReference: askOptionalLine({
    label: 'The council’s reference for the child',
    hint: `The number or name of their record in your own system. ${NOT_KNOWN_YET}`,
    what: 'the reference for the child',
  }),
  caseReference: askOptionalLine({
    label: 'The council’s reference for the case',
    hint: `As in your own system. ${NOT_KNOWN_YET}`,
    what: 'the reference for the case',
  }),
  uniquePupilNumber: optional(askUniquePupilNumber),
  by: askChoice<WaysToWrite>(
    [
      { value: 'email', text: WAYS_TO_WRITE_WORDS.email },
      {
        value: 'post',
        text: WAYS_TO_WRITE_WORDS.post,
        hint: 'Each message becomes a letter for you to print. It is listed under Letters.',
      },
      {
        value: 'not-at-all',
        text: WAYS_TO_WRITE_WORDS['not-at-all'],
        hint: 'For safety, because somebody else could read it. Nothing is sent or printed. Each message becomes a task: tell the family in the safe way that you agreed.',
      },
    ],
    { label: 'How do we write to the family?', error: 'Select how we write to the family' },
  ),
  email: unlessNeeded(
    askEmail({
      label: 'Email address',
      hint: 'Needed to write by email. For example, name@example.com.',
      what: 'an email address',
    }),
  ),
  postalAddress: unlessNeeded(
    askAddress({
      label: 'Postal address',
      hint: `Needed to write by post, and when an email does not arrive. ${ADDRESS_HINT}`,
      what: 'the postal address',
    }),
  ),
  phone: optional(askPhone({ label: 'Phone number', hint: 'For example, 01225 394382.', what: 'a phone number' })),
}

/** Capitals and blanks are as somebody typed them; the number is kept without. */
function askUniquePupilNumber(name: string): ReturnType<Question<string>> {
  const { field, schema } = askLine({
    label: 'Unique pupil number (UPN)',
    hint: `13 characters, for example B801200005001. ${NOT_KNOWN_YET}`,
    what: 'the unique pupil number',
  })(name)
  return {
    field,
    schema: v.pipe(
      schema,
      v.transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase()),
      v.check(
        isUniquePupilNumber,
        ({ input }) =>
          `“${input}” is not a unique pupil number: it has 13 characters, and the first is the check letter of the others. Look it up again, or leave this blank`,
      ),
    ),
  }
}

/** What the answers have to say together. */
export const CONTACT_CHECKS: readonly Check[] = [
  {
    field: 'email',
    message: 'Enter an email address, or choose another way to write',
    holds: ({ by, email }) => by !== 'email' || isFilled(email),
  },
  {
    field: 'postalAddress',
    message: 'Enter a postal address, or choose another way to write',
    holds: ({ by, postalAddress }) => by !== 'post' || isFilled(postalAddress),
  },
]

/** Whether something was typed into a question that may be left out. */
export function isFilled(typed: string | undefined): boolean {
  return typed !== undefined && !isBlank(typed)
}

/** The contact details that were typed. */
export function contactOf(answers: WhoAndHow): Contact {
  const { name, relationship, childName, by, email, postalAddress, phone } = answers
  const { bornOn, childReference, caseReference, uniquePupilNumber } = answers
  return {
    name,
    relationship,
    childName,
    ...(bornOn && { bornOn }),
    ...(childReference && { childReference }),
    ...(caseReference && { caseReference }),
    ...(uniquePupilNumber && { uniquePupilNumber }),
    by,
    ...(email && { email }),
    ...(postalAddress && { postalAddress }),
    ...(phone && { phone }),
  }
}

/** The contact details as they stand, for a form that changes them. */
export function typedContact({ by = 'email', ...contact }: Contact): Typed {
  return typedAnswers(formOf(CONTACT_QUESTIONS).fields, { by, ...contact })
}
