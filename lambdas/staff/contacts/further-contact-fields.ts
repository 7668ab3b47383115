import type * as z from 'zod/mini'
import { type Contact, OTHER_FORMATS, type OtherPerson, PRINT_SIZES } from '../../cases/contact.ts'
import type { Field, Typed } from '../../web/forms/field.ts'
import { optionsOf } from '../../web/forms/questions.ts'
import type { Check } from '../../web/forms/read-form.ts'
import { choice, optionalAddress, optionalChoice, optionalEmail, optionalLine } from '../../web/forms/schemas.ts'
import { OTHER_FORMAT_WORDS, PRINT_SIZE_WORDS, WAYS_TO_WRITE_WORDS } from '../closed-words.ts'
import { ADDRESS_HINT, isFilled } from './contact-fields.ts'

const YES_OR_NO = ['no', 'yes'] as const
const WRITTEN_TO = ['email', 'post'] as const
const REPRESENTED = ['no', 'copy', 'everything'] as const
/** Somebody besides the family: the beginning of the names of the questions about them. */
type OtherRole = 'second' | 'representative'

/** The rest: how the family reads best, and who else is written to. */
export const FURTHER_CONTACT_FIELDS: readonly Field[] = [
  {
    kind: 'choice',
    name: 'print',
    heading: 'How the family reads best',
    label: 'How large is the print of letters?',
    options: optionsOf(PRINT_SIZES, PRINT_SIZE_WORDS),
  },
  {
    kind: 'choice',
    name: 'otherFormat',
    label: 'Does the family need another format?',
    hint: 'The message goes out as usual at once. A task asks you to make the other format within 2 working days.',
    options: [{ value: 'no', text: 'No' }, ...optionsOf(OTHER_FORMATS, OTHER_FORMAT_WORDS)],
  },
  {
    kind: 'text',
    name: 'language',
    label: 'Which language does the family read best, if not English?',
    hint: 'For example, Polish. A task asks you for a translation of each message that the service cannot write in it.',
    optional: true,
  },
  {
    kind: 'choice',
    name: 'second',
    heading: 'A second person',
    label: 'Does a second person get each message too?',
    hint: 'For example, a parent who lives elsewhere. Each gets a message of their own and never sees the other’s address.',
    options: [
      { value: 'no', text: 'No' },
      { value: 'yes', text: 'Yes' },
    ],
  },
  {
    kind: 'choice',
    name: 'youngPersonAgrees',
    label: 'If we write to the young person: do they agree that the second person gets their messages?',
    hint: 'A parent gets copies only if the young person agrees. Leave this blank if we write to a parent.',
    options: [
      { value: 'yes', text: 'Yes, they agree' },
      { value: 'no', text: 'No, or they have not been asked' },
    ],
    optional: 'unless-needed',
  },
  ...otherPersonFields('second', 'the second person'),
  {
    kind: 'choice',
    name: 'representative',
    heading: 'Somebody who acts for the family',
    label: 'Does somebody act for the family?',
    hint: 'For example, a solicitor or an advocate.',
    options: [
      { value: 'no', text: 'No' },
      { value: 'copy', text: 'Yes: they get a copy of each message' },
      { value: 'everything', text: 'Yes: write only to them' },
    ],
  },
  ...otherPersonFields('representative', 'the person who acts for the family'),
]

function otherPersonFields(prefix: OtherRole, who: string): readonly Field[] {
  return [
    {
      kind: 'text',
      name: `${prefix}Name`,
      label: `Name of ${who}`,
      hint: 'Leave this and the next three questions blank if there is nobody.',
      optional: 'unless-needed',
    },
    {
      kind: 'choice',
      name: `${prefix}By`,
      label: `How do we write to ${who}?`,
      options: optionsOf(WRITTEN_TO, WAYS_TO_WRITE_WORDS),
      optional: 'unless-needed',
    },
    { kind: 'email', name: `${prefix}Email`, label: `Email address of ${who}`, optional: 'unless-needed' },
    {
      kind: 'address',
      name: `${prefix}Address`,
      label: `Postal address of ${who}`,
      hint: ADDRESS_HINT,
      optional: 'unless-needed',
    },
  ]
}

export const FURTHER_CONTACT_SHAPE = {
  print: choice(PRINT_SIZES, 'Select how large the print of letters is'),
  otherFormat: choice(['no', ...OTHER_FORMATS], 'Select whether the family needs another format'),
  language: optionalLine('the language'),
  second: choice(YES_OR_NO, 'Select whether a second person gets each message'),
  youngPersonAgrees: optionalChoice(YES_OR_NO, 'Select whether the young person agrees'),
  ...otherPersonShape('second', 'the second person'),
  representative: choice(REPRESENTED, 'Select whether somebody acts for the family'),
  ...otherPersonShape('representative', 'the person who acts for the family'),
}

function otherPersonShape<const Prefix extends OtherRole>(prefix: Prefix, who: string) {
  const shape = {
    Name: optionalLine(`the name of ${who}`),
    By: optionalChoice(WRITTEN_TO, `Select how we write to ${who}`),
    Email: optionalEmail(`the email address of ${who}`),
    Address: optionalAddress(`the postal address of ${who}`),
  }
  type Shape = { [Part in keyof typeof shape as `${Prefix}${Part}`]: (typeof shape)[Part] }
  return Object.fromEntries(Object.entries(shape).map(([part, schema]) => [`${prefix}${part}`, schema])) as Shape
}

type FurtherContactValues = z.infer<z.ZodMiniObject<typeof FURTHER_CONTACT_SHAPE>>

/** What the answers have to say together. */
export const FURTHER_CONTACT_CHECKS: readonly Check[] = [
  {
    field: 'youngPersonAgrees',
    message:
      'The young person has to agree before a second person gets their messages. Ask them, or choose no second person',
    holds: ({ relationship, second, youngPersonAgrees }) =>
      relationship !== 'young-person' || second !== 'yes' || youngPersonAgrees === 'yes',
  },
  ...personChecks('second', 'the second person', ({ second }) => second === 'yes'),
  ...personChecks(
    'representative',
    'the person who acts for the family',
    ({ representative }) => representative === 'copy' || representative === 'everything',
  ),
]

/** What has to be known of somebody. @param applies whether there is such a person */
function personChecks(prefix: OtherRole, who: string, applies: (typed: Typed) => boolean): readonly Check[] {
  const filled = (typed: Typed, part: string) => isFilled(typed[`${prefix}${part}`])
  const writtenTo = (typed: Typed) => typed[`${prefix}By`]
  return [
    {
      field: `${prefix}Name`,
      message: `Enter the name of ${who}`,
      holds: (typed) => !applies(typed) || filled(typed, 'Name'),
    },
    {
      field: `${prefix}By`,
      message: `Select how we write to ${who}`,
      holds: (typed) => !applies(typed) || filled(typed, 'By'),
    },
    {
      field: `${prefix}Email`,
      message: `Enter the email address of ${who}, or choose post`,
      holds: (typed) => !applies(typed) || writtenTo(typed) !== 'email' || filled(typed, 'Email'),
    },
    {
      field: `${prefix}Address`,
      message: `Enter the postal address of ${who}, or choose email`,
      holds: (typed) => !applies(typed) || writtenTo(typed) !== 'post' || filled(typed, 'Address'),
    },
  ]
}

/** The rest of the contact details that were typed. */
export function furtherContactOf(values: FurtherContactValues): Partial<Contact> {
  const { print, otherFormat, language, second, representative } = values
  const isEnglish = language?.toLowerCase() === 'english'
  return {
    ...(print === 'large' && { print }),
    ...(otherFormat !== 'no' && { otherFormat }),
    ...(language && !isEnglish && { language }),
    ...(second === 'yes' && { second: personOf(values, 'second') }),
    ...(representative !== 'no' && {
      representative: { ...personOf(values, 'representative'), gets: representative },
    }),
  }
}

/** The checks have seen to it that a name and a way to write are there. */
function personOf(values: FurtherContactValues, prefix: OtherRole): OtherPerson {
  const name = values[`${prefix}Name`] ?? ''
  const by = values[`${prefix}By`] ?? 'post'
  const email = values[`${prefix}Email`]
  const postalAddress = values[`${prefix}Address`]
  return { name, by, ...(email && { email }), ...(postalAddress && { postalAddress }) }
}

/** The rest of the contact details as they stand, for a form that changes them. */
export function typedFurtherContact(contact: Partial<Contact>): Typed {
  const { print = 'standard', otherFormat, language = '', second, representative } = contact
  return {
    print,
    otherFormat: otherFormat ?? 'no',
    language,
    second: second ? 'yes' : 'no',
    // Asked anew each time: an agreement is not for ever.
    youngPersonAgrees: '',
    ...typedPerson('second', second),
    representative: representative?.gets ?? 'no',
    ...typedPerson('representative', representative),
  }
}

function typedPerson(prefix: OtherRole, person: OtherPerson | undefined): Typed {
  return {
    [`${prefix}Name`]: person?.name ?? '',
    [`${prefix}By`]: person?.by ?? '',
    [`${prefix}Email`]: person?.email ?? '',
    [`${prefix}Address`]: person?.postalAddress?.join('\n') ?? '',
  }
}
