import type { ComplaintResult } from '../../cases/complaint/closed-words.ts'
import type { OmbudsmanResult } from '../../cases/ombudsman/closed-words.ts'
import {
  COMPLAINT_BODY_WORDS,
  COMPLAINT_RESULT_WORDS,
  OMBUDSMAN_RESULT_WORDS,
  OMBUDSMAN_WORDS,
} from '../../staff/closed-words.ts'
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
