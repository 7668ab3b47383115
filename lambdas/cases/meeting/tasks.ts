import type { CalendarDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { plannedMeeting } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskDetails, type TaskRules } from '../task-rules.ts'

/**
 * The meeting that the fact has set is over. One that was moved or corrected since has a task of its own. A certificate does
 * not say what was agreed, so it does not answer this.
 */
export const recordMeetingResult: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: (subject, fact) => plannedMeeting(subject)?.lastChangedBy === fact,
  details: (_task, { subject }) => meetingDay(plannedMeeting(subject)),
}

/** The meeting was adjourned, or somebody did not come: it is to be on another day, if the family wants that. */
export const fixNextMeeting: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject) => !plannedMeeting(subject) && !subject.mediationResult,
}

/** The day of a meeting, where there is one. */
export function meetingDay(meeting: { readonly meetingOn: CalendarDate } | undefined): TaskDetails {
  return meeting ? { meetingOn: meeting.meetingOn } : {}
}

/** The last day on which the family can be told in time of a meeting on this day. Nothing once it has gone by. */
export function noticeOf(meetingOn: CalendarDate, today: CalendarDate): Pick<TaskDetails, 'noticeBy'> {
  const { lawDate } = whichDates({ meetingOn }).dates.meetingNotice
  return today <= lawDate ? { noticeBy: lawDate } : {}
}
