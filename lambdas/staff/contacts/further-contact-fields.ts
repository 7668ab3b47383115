import type { Contact, OtherPerson } from '../../cases/contact.ts'
import type { Typed } from '../../web/forms/field.ts'
import {
  type AnswersTo,
  askAddress,
  askChoice,
  askEmail,
  askLine,
  askOptionalLine,
  formOf,
  mapForm,
  optionsOf,
  unlessNeeded,
} from '../../web/forms/questions.ts'
import type { Check, Form } from '../../web/forms/read-form.ts'
import { ACTS_FOR_WORDS, OTHER_FORMAT_WORDS, PRINT_SIZE_WORDS, WAYS_TO_WRITE_WORDS } from '../closed-words.ts'
import { ADDRESS_HINT, CONTACT_CHECKS, CONTACT_QUESTIONS, contactOf, isFilled } from './contact-fields.ts'

const NO = { value: 'no', text: 'No' } as const
const WRITTEN_TO = ['email', 'post'] as const
/** Somebody besides the family: the beginning of the names of the questions about them. */
type OtherRole = 'second' | 'representative'

/** The rest: how the family reads best, and who else is written to. */
const FURTHER_QUESTIONS = {
  print: askChoice(optionsOf(PRINT_SIZE_WORDS), {
    heading: 'How the family reads best',
    label: 'How large is the print of letters?',
    error: 'Select how large the print of letters is',
  }),
  otherFormat: askChoice([NO, ...optionsOf(OTHER_FORMAT_WORDS)], {
    label: 'Does the family need another format?',
    hint: 'The message goes out as usual at once. A task asks you to make the other format within 2 working days.',
    error: 'Select whether the family needs another format',
  }),
  language: askOptionalLine({
    label: 'Which language does the family read best, if not English?',
    hint: 'For example, Polish. A task asks you for a translation of each message that the service cannot write in it.',
    what: 'the language',
  }),
  second: askChoice([NO, { value: 'yes', text: 'Yes' }], {
    heading: 'A second person',
    label: 'Does a second person get each message too?',
    hint: 'For example, a parent who lives elsewhere. Each gets a message of their own and never sees the other’s address.',
    error: 'Select whether a second person gets each message',
  }),
  youngPersonAgrees: unlessNeeded(
    askChoice(
      [
        { value: 'yes', text: 'Yes, they agree' },
        { value: 'no', text: 'No, or they have not been asked' },
      ],
      {
        label: 'If we write to the young person: do they agree that the second person gets their messages?',
        hint: 'A parent gets copies only if the young person agrees. Leave this blank if we write to a parent.',
        error: 'Select whether the young person agrees',
      },
    ),
  ),
  ...otherPersonQuestions('second', 'the second person'),
  representative: askChoice(
    [
      NO,
      { value: 'copy', text: 'Yes: they get a copy of each message' },
      { value: 'everything', text: 'Yes: write only to them' },
    ],
    {
      heading: 'Somebody who acts for the family',
      label: 'Does somebody act for the family?',
      hint: 'For example, a solicitor or an advocate.',
      error: 'Select whether somebody acts for the family',
    },
  ),
  representativeFor: unlessNeeded(
    askChoice(optionsOf(ACTS_FOR_WORDS), {
      label: 'If there is a second person: for whom do they act?',
      hint: 'Whoever they do not act for goes on getting their own messages. Leave this blank if there is no second person.',
      error: 'Select for whom they act',
    }),
  ),
  ...otherPersonQuestions('representative', 'the person who acts for the family'),
}

function otherPersonQuestions<const Role extends OtherRole>(role: Role, who: string) {
  const questions = {
    Name: unlessNeeded(
      askLine({
        label: `Name of ${who}`,
        hint: 'Leave this and the next three questions blank if there is nobody.',
        what: `the name of ${who}`,
      }),
    ),
    By: unlessNeeded(
      askChoice(optionsOf(WAYS_TO_WRITE_WORDS, WRITTEN_TO), {
        label: `How do we write to ${who}?`,
        error: `Select how we write to ${who}`,
      }),
    ),
    Email: unlessNeeded(askEmail({ label: `Email address of ${who}`, what: `the email address of ${who}` })),
    Address: unlessNeeded(
      askAddress({ label: `Postal address of ${who}`, hint: ADDRESS_HINT, what: `the postal address of ${who}` }),
    ),
  }
  type Named = { [Part in keyof typeof questions as `${Role}${Part}`]: (typeof questions)[Part] }
  return Object.fromEntries(Object.entries(questions).map(([part, question]) => [`${role}${part}`, question])) as Named
}

/** What the answers have to say together. */
const FURTHER_CHECKS: readonly Check[] = [
  {
    field: 'youngPersonAgrees',
    message:
      'The young person has to agree before a second person gets their messages. Ask them, or choose no second person',
    holds: ({ relationship, second, youngPersonAgrees }) =>
      relationship !== 'young-person' || second !== 'yes' || youngPersonAgrees === 'yes',
  },
  ...personChecks('second', 'the second person', ({ second }) => second === 'yes'),
  {
    field: 'representativeFor',
    message: 'Select for whom they act: there are two people',
    holds: ({ second, representative, representativeFor }) =>
      second !== 'yes' || representative === 'no' || isFilled(representativeFor),
  },
  ...personChecks(
    'representative',
    'the person who acts for the family',
    ({ representative }) => representative === 'copy' || representative === 'everything',
  ),
]

/** What has to be known of somebody. @param applies whether there is such a person */
function personChecks(role: OtherRole, who: string, applies: (typed: Typed) => boolean): readonly Check[] {
  const needed = (part: string, message: string, isNeeded: (writtenTo: string | undefined) => boolean): Check => ({
    field: `${role}${part}`,
    message,
    holds: (typed) => !applies(typed) || !isNeeded(typed[`${role}By`]) || isFilled(typed[`${role}${part}`]),
  })
  return [
    needed('Name', `Enter the name of ${who}`, () => true),
    needed('By', `Select how we write to ${who}`, () => true),
    needed('Email', `Enter the email address of ${who}, or choose post`, (by) => by === 'email'),
    needed('Address', `Enter the postal address of ${who}, or choose email`, (by) => by === 'post'),
  ]
}

type FurtherAnswers = AnswersTo<typeof FURTHER_QUESTIONS>

/** Everything about how the family is written to. */
export const CONTACT_FORM_IN_FULL: Form<Contact> = mapForm(
  formOf({ ...CONTACT_QUESTIONS, ...FURTHER_QUESTIONS }, [...CONTACT_CHECKS, ...FURTHER_CHECKS]),
  (answers) => ({ ...contactOf(answers), ...furtherContactOf(answers) }),
)

function furtherContactOf(values: FurtherAnswers): Partial<Contact> {
  const { print, otherFormat, language, second, representative } = values
  const isEnglish = language?.toLowerCase() === 'english'
  return {
    ...(print === 'large' && { print }),
    ...(otherFormat !== 'no' && { otherFormat }),
    ...(language && !isEnglish && { language }),
    ...(second === 'yes' && { second: personOf(values, 'second') }),
    ...(representative !== 'no' && {
      representative: {
        ...personOf(values, 'representative'),
        gets: representative,
        ...(second === 'yes' && values.representativeFor && { actsFor: values.representativeFor }),
      },
    }),
  }
}

/** The checks have seen to it that a name and a way to write are there. */
function personOf(values: FurtherAnswers, prefix: OtherRole): OtherPerson {
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
    representativeFor: second && representative ? (representative.actsFor ?? 'family') : '',
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
