import * as v from 'valibot'
import type { DateField, Option } from '../../web/forms/field.ts'
import { type AnswerSchema, date } from '../../web/forms/schemas.ts'

/** The questions of the date calculator in the order in which they are asked. The names stand in addresses. */
export const QUESTION_NAMES = [
  'disagreement',
  'printed-on',
  'sent',
  'sent-on',
  'adviser',
  'adviser-on',
  'certificate',
  'certificate-on',
  'council',
  'council-on',
] as const
export type QuestionName = (typeof QUESTION_NAMES)[number]

/** What has been answered: a day as `YYYY-MM-DD`, or one of the words of the question's options. Never free text. */
export type DateAnswers = { readonly [Name in QuestionName]?: string }

/** A question of the calculator. Its label is the heading of its page. */
export interface Question {
  readonly name: QuestionName
  readonly field: DateField | QuestionOfChoice
  readonly schema: AnswerSchema<string>
  /** What its day is called in a message about it: "the date printed on the letter". Only for a day. */
  readonly what?: string
  /** What the question is called on the page on which the answers are checked. */
  readonly shortName: string
  /** Whether it bears on the dates, on the answers to the questions before it. */
  isAsked(answers: DateAnswers): boolean
}

interface QuestionOfChoice {
  readonly kind: 'choice'
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
}

const always = () => true
/** A dispute about the placement alone needs no adviser and no certificate: CFA 2014, section 55(2). */
const needsCertificate = ({ disagreement }: DateAnswers) => disagreement !== 'only-school'

export const QUESTIONS: readonly Question[] = [
  ofWords('disagreement', {
    label: 'Do you disagree only about the school or college?',
    hint: 'This is section I of an EHC plan: which school or college it names, what type, or that it names none.',
    options: [
      { value: 'only-school', text: 'Yes, only about the school or college' },
      {
        value: 'more',
        text: 'No, about something else or about more',
        hint: 'For example, the council said no to an assessment, or you disagree with the help in the plan.',
      },
      { value: 'not-sure', text: 'I am not sure' },
    ],
    error: 'Select whether you disagree only about the school or college',
    shortName: 'Only about the school or college',
    isAsked: always,
  }),
  ofDay('printed-on', {
    label: 'What date is printed on the decision letter?',
    hint: 'For example, 27 3 2026. For a plan, use the letter that came with it.',
    what: 'the date printed on the letter',
    shortName: 'Date printed on the letter',
    isAsked: always,
  }),
  ofWords('sent', {
    label: 'Do you know which day the letter was sent?',
    hint: 'Look at the postmark or the email. The day you got the letter is not the day that counts.',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'unknown', text: 'No, I do not know' },
    ],
    error: 'Select whether you know which day the letter was sent',
    shortName: 'You know when it was sent',
    isAsked: always,
  }),
  ofDay('sent-on', {
    label: 'Which day was the letter sent?',
    hint: 'By post or email. For example, 27 3 2026.',
    what: 'the day the letter was sent',
    shortName: 'Day the letter was sent',
    isAsked: ({ sent }) => sent === 'yes',
  }),
  ofWords('adviser', {
    label: 'Have you spoken to the mediation adviser?',
    hint: 'Your decision letter says who the adviser is. Phone and email both count.',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'not-yet', text: 'Not yet' },
      { value: 'not-needed', text: 'No, I was told that I do not need to' },
    ],
    error: 'Select whether you have spoken to the mediation adviser',
    shortName: 'Spoken to the adviser',
    isAsked: needsCertificate,
  }),
  ofDay('adviser-on', {
    label: 'When did you first speak to the mediation adviser?',
    hint: 'For example, 27 3 2026.',
    what: 'the day you first spoke to the adviser',
    shortName: 'Day you first spoke to the adviser',
    isAsked: (answers) => needsCertificate(answers) && answers.adviser === 'yes',
  }),
  ofWords('certificate', {
    label: 'Do you have a mediation certificate?',
    hint: 'The mediation adviser sends it to you. You need it to appeal.',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    error: 'Select whether you have a mediation certificate',
    shortName: 'Have a certificate',
    isAsked: needsCertificate,
  }),
  ofDay('certificate-on', {
    label: 'What date is on the certificate?',
    hint: 'For example, 27 3 2026. If you have more than one, use the earliest.',
    what: 'the date on the certificate',
    shortName: 'Date on the certificate',
    isAsked: (answers) => needsCertificate(answers) && answers.certificate === 'yes',
  }),
  ofWords('council', {
    label: 'Has the council been told that you want mediation?',
    hint: 'By you, or by the adviser for you. You do not have to choose mediation.',
    options: [
      { value: 'yes', text: 'Yes, and I know which day' },
      { value: 'unknown', text: 'Yes, but I do not know which day' },
      { value: 'no', text: 'No, or I do not want mediation' },
    ],
    error: 'Select whether the council has been told that you want mediation',
    shortName: 'Council told that you want mediation',
    isAsked: always,
  }),
  ofDay('council-on', {
    label: 'Which day was the council told that you want mediation?',
    hint: 'For example, 27 3 2026.',
    what: 'the day the council was told',
    shortName: 'Day the council was told',
    isAsked: ({ council }) => council === 'yes',
  }),
]

/** The question of a name from an address; undefined when there is none. */
export function questionNamed(name: string): Question | undefined {
  return QUESTIONS.find((question) => question.name === name)
}

interface Asking {
  readonly label: string
  readonly hint: string
  readonly shortName: string
  readonly isAsked: (answers: DateAnswers) => boolean
}

function ofDay(name: QuestionName, { label, hint, what, ...rest }: Asking & { readonly what: string }): Question {
  return { name, field: { kind: 'date', name, label, hint }, schema: date(what), what, ...rest }
}

function ofWords(
  name: QuestionName,
  { label, hint, options, error, ...rest }: Asking & { readonly options: readonly Option[]; readonly error: string },
): Question {
  const words = options.map(({ value }) => value)
  return { name, field: { kind: 'choice', name, label, hint, options }, schema: v.picklist(words, error), ...rest }
}
