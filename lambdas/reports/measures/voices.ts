import type { ComplaintResult } from '../../cases/complaint/closed-words.ts'
import type { OmbudsmanResult } from '../../cases/ombudsman/closed-words.ts'
import {
  COMPLAINT_BODY_WORDS,
  COMPLAINT_RESULT_WORDS,
  OMBUDSMAN_RESULT_WORDS,
  OMBUDSMAN_WORDS,
} from '../../staff/closed-words.ts'
import { PARTY_WORDS, TYPED_TABLES } from '../typed-in/typed-tables.ts'
import { type Counted, measure, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'

/** T10: the complaints, and what became of each. */
export const complaints = measure({
  id: 'complaints',
  table: 'T10',
  title: 'Complaints',
  basis: 'activity',
  things: 'complaints',
  rowsAre: 'About',
  rows: COMPLAINT_BODY_WORDS,
  columns: { made: 'Made', ...COMPLAINT_RESULT_WORDS },
  addsUp: 'rows',
  flow: { begun: 'made', done: Object.keys(COMPLAINT_RESULT_WORDS) as ComplaintResult[] },
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) =>
    subject.complaints.flatMap(({ about, madeOn, answered }): Counted<typeof about, 'made' | ComplaintResult>[] => [
      { row: about, column: 'made', on: madeOn },
      ...(answered ? [{ row: about, column: answered.result, on: answered.answeredOn }] : []),
    ]),
  definition: {
    counted:
      'A complaint, on the day on which it was made, and on the day on which it was answered. Open at the start and made are as many as answered and open at the end. A second stage is a complaint of its own.',
    leftOut: 'Complaints that the council knows of and nobody has recorded on a case.',
    clock: 'None.',
    followUp: 'Those that are not answered are open at the end.',
    source: 'SEND Code of Practice 11.67 to 11.111; the Ombudsman’s Complaint Handling Code.',
  },
  figures: [],
})

/** T10: what families took to an Ombudsman, and what that decided. */
export const toTheOmbudsman = measure({
  id: 'ombudsman',
  table: 'T10',
  title: 'Taken to an Ombudsman',
  basis: 'activity',
  things: 'complaints to an Ombudsman',
  rowsAre: 'Which',
  rows: OMBUDSMAN_WORDS,
  columns: { asked: 'Taken there', ...OMBUDSMAN_RESULT_WORDS },
  addsUp: 'rows',
  flow: { begun: 'asked', done: Object.keys(OMBUDSMAN_RESULT_WORDS) as OmbudsmanResult[] },
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) =>
    subject.ombudsmen.flatMap(
      ({ ombudsman, askedOn, decided }): Counted<typeof ombudsman, 'asked' | OmbudsmanResult>[] => [
        { row: ombudsman, column: 'asked', on: askedOn },
        ...(decided ? [{ row: ombudsman, column: decided.result, on: decided.decidedOn }] : []),
      ],
    ),
  definition: {
    counted: 'What a family took to an Ombudsman, on the day on which it went there, and on the day of the decision.',
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: 'What is not decided is open at the end.',
    source: 'Local Government Act 1974, Part 3; Health Service Commissioners Act 1993.',
  },
  figures: [],
})

/** T10: what comes to the council from an Ombudsman in all, as it is typed in. */
export const ombudsmanLetters = measure({
  id: 'ombudsman-letters',
  table: 'T10',
  title: 'Decision letters of an Ombudsman',
  basis: 'activity',
  things: 'letters',
  rowsAre: 'Which',
  rows: OMBUDSMAN_WORDS,
  columns: { letters: 'Letters' },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: { typedIn: 'ombudsman-letters', columns: { letters: { figure: 'ombudsman-letters' } } },
  definition: {
    counted: `${TYPED_TABLES['ombudsman-letters'].is} They need not agree with the table before this one, which has what families with a case took there.`,
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: 'None: a number is typed in for its month, and typed in again where it was wrong.',
    source: 'Typed in by a manager, each number with where it comes from.',
  },
  figures: [],
})

/** T10: what each party thought of mediation. Totals alone are typed in: they name nobody. */
export const evaluationForms = measure({
  id: 'evaluation-forms',
  table: 'T10',
  title: 'Evaluation forms about mediation',
  basis: 'activity',
  things: 'forms',
  rowsAre: 'Who was asked',
  rows: PARTY_WORDS,
  columns: {
    satisfied: 'Answered: satisfied',
    'not-satisfied': 'Answered: not satisfied',
    'not-answered': 'Not answered',
  },
  // Each party is asked something of its own, so that there is no satisfaction of all of them.
  addsUp: 'columns',
  isPublished: true,
  linked: NOT_LINKED,
  counts: {
    typedIn: 'forms',
    columns: {
      satisfied: { figure: 'forms-satisfied' },
      'not-satisfied': { figure: 'forms-answered', less: 'forms-satisfied' },
      'not-answered': { figure: 'forms-asked', less: 'forms-answered' },
    },
  },
  definition: {
    counted: `${TYPED_TABLES.forms.is} All are as many as were asked.`,
    leftOut: 'Mediations after which nobody was given a form.',
    clock: 'None.',
    followUp: 'An answer that comes later is typed in for the month in which the form was given out.',
    source:
      'Typed in by a manager from the mediation provider’s report. What counts as satisfied is as its form has it.',
  },
  figures: [
    {
      kind: 'share',
      id: 'response',
      title: 'Response rate: answered, of those who were asked',
      numerator: ['satisfied', 'not-satisfied'],
      denominator: ['satisfied', 'not-satisfied', 'not-answered'],
    },
    {
      kind: 'share',
      id: 'satisfied',
      title: 'Satisfied, of those who answered',
      numerator: ['satisfied'],
      denominator: ['satisfied', 'not-satisfied'],
    },
  ],
})
