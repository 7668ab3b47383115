import { addDays, addMonths, type CalendarDate } from '../../law/calendar-date.ts'
import type { Complaint } from '../case.ts'
import { type ComplaintDates, complaintDates } from '../complaint-dates.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** A complaint was made. The body says that it has it, within its own time. */
export function complaintAcknowledgementRules(situation: WaitSituation): WaitRules {
  const { complaint, dates } = complaintOf(situation)
  const about = complaint.of
  return {
    messages: [{ kind: 'complaint-recorded', about }],
    reminders: [],
    tasks: [
      { kind: 'chase-acknowledgement', about, dueOn: addDays(dates.acknowledgeBy, 1) },
      { kind: 'chase-complaint-answer', about, dueOn: addDays(dates.answerBy, 1) },
    ],
    ends: { from: keepOpenUntil(situation, dates) },
    next: { kind: 'news-of-complaint', date: dates.acknowledgeBy },
  }
}

/** The body has the complaint and answers it, by the day it promised or within its own time. */
export function complaintAnswerRules(situation: WaitSituation): WaitRules {
  const { complaint, dates } = complaintOf(situation)
  const { of: about, acknowledged } = complaint
  const lateOn = addDays(dates.answerBy, 1)
  return {
    messages: acknowledged ? [{ kind: 'complaint-received', about: acknowledged.sequence }] : [],
    reminders: [{ kind: 'complaint-overdue', about, on: lateOn }],
    tasks: [{ kind: 'chase-complaint-answer', about, dueOn: lateOn }],
    ends: { from: keepOpenUntil(situation, dates) },
    next: { kind: 'news-of-complaint', date: dates.answerBy },
  }
}

function complaintOf({ subject, startedFrom, complaintTimes }: WaitSituation): {
  readonly complaint: Complaint
  readonly dates: ComplaintDates
} {
  const complaint = subject.complaints.find(({ of }) => of === startedFrom)
  if (!complaint) throw new Error(`Case ${subject.caseId} has no complaint from the fact ${startedFrom}.`)
  return { complaint, dates: complaintDates(complaint, complaintTimes) }
}

function keepOpenUntil({ keepOpenMonths }: WaitSituation, { answerBy }: ComplaintDates): CalendarDate {
  return addMonths(answerBy, keepOpenMonths)
}
