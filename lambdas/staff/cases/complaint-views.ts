import type { Case, Complaint } from '../../cases/case.ts'
import { COMPLAINT_POINTS, type ComplaintBody } from '../../cases/complaint/closed-words.ts'
import { type ComplaintDates, complaintDates } from '../../cases/complaint-dates.ts'
import type { CouncilOwnTimes } from '../../cases/council.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { COMPLAINT_POINT_WORDS, COMPLAINT_RESULT_WORDS } from '../closed-words.ts'
import { describeComplaint } from '../facts/describe-route.ts'
import type { Tag } from '../tag.ts'
import { ombudsmanCard } from './date-cards.ts'

const GOES_ON_TO: Readonly<Record<ComplaintBody, string>> = {
  school: 'Its governors or trustees, then the Department for Education.',
  college: 'Its governors or trustees, then the Department for Education.',
  council: 'The Local Government and Social Care Ombudsman.',
  'health-body': 'The Parliamentary and Health Service Ombudsman, which has a time limit of its own.',
}

const FROM: Readonly<Record<ComplaintDates['answerBySource'], string>> = {
  promised: 'The day it promised',
  procedure: 'Its own time, not the law',
  code: 'The Ombudsman’s Complaint Handling Code',
}

/** The 10 working days for the answer have no start of their own then (J44). */
const NOT_ACKNOWLEDGED = `${FROM.code}, counted from the complaint because it was not acknowledged (J44)`

/** Every complaint of the case, in the order in which they were made. @param today the day in England */
export function complaintViews(
  { complaints }: Case,
  complaintTimes: CouncilOwnTimes['complaintTimes'],
  today: CalendarDate,
) {
  return complaints.map((complaint) => complaintView(complaint, complaintTimes, today))
}

/** A complaint with its days. Each says where it comes from. */
function complaintView(complaint: Complaint, complaintTimes: CouncilOwnTimes['complaintTimes'], today: CalendarDate) {
  const { of, about, points, awareOn, answered, acknowledged } = complaint
  const { acknowledgeBy, answerBy, answerBySource, answerCount, ombudsman } = complaintDates(complaint, complaintTimes)
  const heardOn = acknowledged?.acknowledgedOn ?? answered?.answeredOn
  return {
    of,
    title: describeComplaint(complaint),
    awareInWords: formatDate(awareOn),
    missing: COMPLAINT_POINTS.filter((point) => !points.includes(point)).map((point) => COMPLAINT_POINT_WORDS[point]),
    acknowledgement: step(acknowledgeBy, FROM[about === 'council' ? 'code' : 'procedure'], heardOn, today),
    answer: step(
      answerBy,
      answerBySource === 'code' && answerCount.after === 'complaint' ? NOT_ACKNOWLEDGED : FROM[answerBySource],
      answered?.answeredOn,
      today,
    ),
    ...(answered && { result: COMPLAINT_RESULT_WORDS[answered.result] }),
    /** Where the family can go on to. */
    next: GOES_ON_TO[about],
    /** The last day for the Ombudsman of local government. */
    ...(about === 'council' && { ombudsman: ombudsmanCard(ombudsman, today) }),
  }
}

/** @param from where the day comes from, in words */
function step(by: CalendarDate, from: string, doneOn: CalendarDate | undefined, today: CalendarDate) {
  const late = (doneOn ?? today) > by
  const tag: Tag | undefined = late
    ? { text: 'Late', colour: 'yellow' }
    : doneOn && { text: 'In time', colour: 'green' }
  return {
    by,
    byInWords: formatDate(by),
    from,
    ...(doneOn && { doneInWords: formatDate(doneOn) }),
    ...(tag && { tag }),
  }
}
