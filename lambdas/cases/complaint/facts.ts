import * as v from 'valibot'
import { COMPLAINT_STAGES } from '../../law/other-deadlines.ts'
import { type Case, type Complaint, isOpenedInError } from '../case.ts'
import { changedOne } from '../changed-one.ts'
import { calendarDay, type Details } from '../details.ts'
import { AN_AWAITED_EVENT, AN_EVENT, type FactKind, NOTHING_TO_SAY, STARTS_NOTHING } from '../fact-kind.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { acknowledgementProblems, complaintAnswerProblems, complaintProblems } from './checks.ts'
import { COMPLAINT_BODIES, COMPLAINT_POINTS, COMPLAINT_RESULTS } from './closed-words.ts'

const ON_ITS_ROUTE = { ...AN_AWAITED_EVENT, ...STARTS_NOTHING } as const

const madeDetails = v.strictObject({
  madeOn: calendarDay,
  about: v.picklist(COMPLAINT_BODIES),
  /** At the second stage the family is not content with the answer at the first. Absent: the first. */
  stage: v.optional(v.picklist(COMPLAINT_STAGES)),
  /** Which of the five points it meets. */
  points: v.array(v.picklist(COMPLAINT_POINTS)),
  /** When the family became aware of what it complains of: the Ombudsman's 12 months run from it. */
  awareOn: calendarDay,
  /** The day by which the family asked for an answer. */
  answerAskedBy: v.optional(calendarDay),
})

export const complaintMade: FactKind<Details<typeof madeDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: madeDetails,
  happenedOn: ({ madeOn }) => madeOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => ({
    ...before,
    complaints: [...before.complaints, { ...details, of: sequence }],
  }),
  problems: complaintProblems,
  expectedOnOpenCase: () => true,
  expectedOnClosedCase: ({ subject }) => !isOpenedInError(subject),
  canStart: ['complaint'],
  starts: () => ['complaint'],
}

const acknowledgedDetails = v.strictObject({
  of: sequenceOfFact,
  acknowledgedOn: calendarDay,
  /** The day by which the body says that it will answer. */
  answerPromisedBy: v.optional(calendarDay),
})

export const complaintAcknowledged: FactKind<Details<typeof acknowledgedDetails>> = {
  ...ON_ITS_ROUTE,
  details: acknowledgedDetails,
  happenedOn: ({ acknowledgedOn }) => acknowledgedOn,
  canHappenAgain: false,
  changes: (before, { sequence, details: { of, ...acknowledged } }) =>
    changed(before, of, (one) => ({ ...one, acknowledged: { sequence, ...acknowledged } })),
  problems: acknowledgementProblems,
}

const answeredDetails = v.strictObject({
  of: sequenceOfFact,
  answeredOn: calendarDay,
  result: v.picklist(COMPLAINT_RESULTS),
})

export const complaintAnswered: FactKind<Details<typeof answeredDetails>> = {
  ...ON_ITS_ROUTE,
  details: answeredDetails,
  happenedOn: ({ answeredOn }) => answeredOn,
  canHappenAgain: false,
  changes: (before, { sequence, details: { of, ...answered } }) =>
    changed(before, of, (one) => ({ ...one, answered: { sequence, ...answered } })),
  problems: complaintAnswerProblems,
}

function changed(before: Case, of: Sequence, change: (one: Complaint) => Complaint): Case {
  return { ...before, complaints: changedOne(before.complaints, of, change) }
}
