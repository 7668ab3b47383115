import type { Case, Complaint } from '../../cases/case.ts'
import { COMPLAINT_POINTS, type ComplaintBody } from '../../cases/complaint/closed-words.ts'
import { complaintDates } from '../../cases/complaint-dates.ts'
import type { CouncilOwnTimes } from '../../cases/council.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { COMPLAINT_POINT_WORDS, COMPLAINT_RESULT_WORDS } from '../closed-words.ts'
import { describeComplaint } from '../facts/describe-route.ts'
import { type DateCard, ombudsmanCard } from './date-cards.ts'

/** A complaint with its days. The body's own days are its procedure, not the law. */
export interface ComplaintView {
  readonly of: Sequence
  readonly title: string
  readonly awareInWords: string
  readonly missing: readonly string[]
  readonly acknowledgement: StepOfComplaint
  readonly answer: StepOfComplaint
  readonly result?: string
  /** Where the family can go on to. */
  readonly next: string
  /** For a complaint about the council: the last day for the Ombudsman of local government. */
  readonly ombudsman?: DateCard
}

interface StepOfComplaint {
  readonly by: CalendarDate
  readonly byInWords: string
  /** Where the day comes from, in words. */
  readonly from: string
  readonly doneInWords?: string
  readonly tag?: { readonly text: string; readonly colour: 'green' | 'yellow' }
}

const GOES_ON_TO: Readonly<Record<ComplaintBody, string>> = {
  school: 'Its governors or trustees, then the Department for Education.',
  college: 'Its governors or trustees, then the Department for Education.',
  council: 'The Local Government and Social Care Ombudsman.',
  'health-body': 'The Parliamentary and Health Service Ombudsman, which has a time limit of its own.',
}

const OWN_TIME = 'Its own time, not the law'

/** Every complaint of the case, in the order in which they were made. @param today the day in England */
export function complaintViews(
  { complaints }: Case,
  complaintTimes: CouncilOwnTimes['complaintTimes'],
  today: CalendarDate,
): readonly ComplaintView[] {
  return complaints.map((complaint) => complaintView(complaint, complaintTimes, today))
}

function complaintView(
  complaint: Complaint,
  complaintTimes: CouncilOwnTimes['complaintTimes'],
  today: CalendarDate,
): ComplaintView {
  const { of, about, points, awareOn, answered, acknowledged } = complaint
  const { acknowledgeBy, answerBy, answerBySource, ombudsman } = complaintDates(complaint, complaintTimes)
  const heardOn = acknowledged?.acknowledgedOn ?? answered?.answeredOn
  return {
    of,
    title: describeComplaint(complaint),
    awareInWords: formatDate(awareOn),
    missing: COMPLAINT_POINTS.filter((point) => !points.includes(point)).map((point) => COMPLAINT_POINT_WORDS[point]),
    acknowledgement: step(acknowledgeBy, OWN_TIME, heardOn, today),
    answer: step(
      answerBy,
      answerBySource === 'promised' ? 'The day it promised' : OWN_TIME,
      answered?.answeredOn,
      today,
    ),
    ...(answered && { result: COMPLAINT_RESULT_WORDS[answered.result] }),
    next: GOES_ON_TO[about],
    ...(about === 'council' && { ombudsman: ombudsmanCard(ombudsman, today) }),
  }
}

function step(by: CalendarDate, from: string, doneOn: CalendarDate | undefined, today: CalendarDate): StepOfComplaint {
  const late = (doneOn ?? today) > by
  return {
    by,
    byInWords: formatDate(by),
    from,
    ...(doneOn && { doneInWords: formatDate(doneOn) }),
    ...(doneOn && !late && { tag: { text: 'In time', colour: 'green' } }),
    ...(late && { tag: { text: 'Late', colour: 'yellow' } }),
  }
}
