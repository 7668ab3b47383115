import type { CalendarDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { plannedMeeting } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { DUE_AFTER, DUE_BEFORE, NO_DETAILS, OWN_DEED, type TaskDetails, type TaskRules } from '../task-rules.ts'

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

/** Who comes to the meeting for the council, and whether they can decide. Only what is on record tells the family. */
export const nameWhoComes: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  canBeTicked: false,
  about: sequenceOfFact,
  isStillToDo: (subject, fact) => plannedMeeting(subject)?.lastChangedBy === fact && !subject.attendance,
  // It is late when the family is told that nobody has said it.
  details: (_task, { subject }) => {
    const meeting = plannedMeeting(subject)
    return { ...meetingDay(meeting), ...(meeting && { expectedOn: dayToTellWhoComes(meeting) }) }
  },
}

/** The same for the named officer, two working days before. */
export const escalateWhoComes: TaskRules<Sequence> = { ...nameWhoComes, isWorkAhead: false }

/** The family is told who comes so long before the meeting. A choice of ours. */
const WORKING_DAYS_TO_TELL_WHO_COMES = 2

export function dayToTellWhoComes({ meetingOn }: { readonly meetingOn: CalendarDate }): CalendarDate {
  return addWorkingDays(meetingOn, -WORKING_DAYS_TO_TELL_WHO_COMES)
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
