import { addDays, addMonths, type CalendarDate } from '../../law/calendar-date.ts'
import { type ComplaintDates, complaintDates } from '../complaint-dates.ts'
import type { PlanOf, WaitRules } from '../plan/plan.ts'
import { startedIn, type WaitSituation } from '../plan/wait-situation.ts'
import type { complaint } from './stage.ts'

export const complaintPlan: PlanOf<typeof complaint> = {
  'complaint-acknowledgement': acknowledgementRules,
  'complaint-answer': answerRules,
}

/** A complaint was made. The body says that it has it, in its time. Silence does not put off the day for the answer. */
function acknowledgementRules(situation: WaitSituation): WaitRules {
  const { of: about, dates } = complaintOf(situation)
  return {
    messages: [{ kind: 'complaint-recorded', about }],
    reminders: [{ kind: 'complaint-overdue', about, on: addDays(dates.answerBy, 1) }],
    tasks: [
      { kind: 'chase-acknowledgement', about, dueOn: addDays(dates.acknowledgeBy, 1) },
      { kind: 'chase-complaint-answer', about, dueOn: addDays(dates.answerBy, 1) },
    ],
    ends: { from: keepOpenUntil(situation, dates) },
    next: { kind: 'news-of-complaint', date: dates.acknowledgeBy },
  }
}

/** The body has the complaint and answers it, by the day it promised or in its time. */
function answerRules(situation: WaitSituation): WaitRules {
  const { of: about, acknowledged, dates } = complaintOf(situation)
  const lateOn = addDays(dates.answerBy, 1)
  return {
    messages: acknowledged ? [{ kind: 'complaint-received', about: acknowledged.sequence }] : [],
    reminders: [{ kind: 'complaint-overdue', about, on: lateOn }],
    tasks: [{ kind: 'chase-complaint-answer', about, dueOn: lateOn }],
    ends: { from: keepOpenUntil(situation, dates) },
    next: { kind: 'news-of-complaint', date: dates.answerBy },
  }
}

function complaintOf(situation: WaitSituation) {
  const started = startedIn(situation.subject.complaints, situation)
  return { ...started, dates: complaintDates(started, situation.complaintTimes) }
}

function keepOpenUntil({ keepOpenMonths }: WaitSituation, { answerBy }: ComplaintDates): CalendarDate {
  return addMonths(answerBy, keepOpenMonths)
}
