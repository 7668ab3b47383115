import { type AboutMessage, aboutMessage } from './about.ts'
import { type Case, plannedMeeting } from './case.ts'
import { meetingDay, noticeOf } from './meeting/tasks.ts'
import { readMessageKey } from './message.ts'
import { DUE_AFTER, NO_DETAILS, type TaskDetails, type TaskRules, type TaskSituation } from './task-rules.ts'

/** Only a person can say that the family was told, and it has to be, whatever becomes of the case. */
const ABOUT_A_MESSAGE = {
  ...DUE_AFTER,
  about: aboutMessage,
  isStillToDo: ({ died }: Case): boolean => !died,
  outlivesCase: true,
  isWorkAhead: true,
  canBeTicked: true,
} as const

/** An email did not arrive. */
export const tellFamilyAnotherWay: TaskRules<AboutMessage> = { ...ABOUT_A_MESSAGE, details: meetingNotTold }

/** It is not safe to write to the family. */
export const tellFamilySafely: TaskRules<AboutMessage> = { ...ABOUT_A_MESSAGE, details: meetingNotTold }

/** The family needs a format or a language that we cannot send. */
export const makeOtherFormat: TaskRules<AboutMessage> = { ...ABOUT_A_MESSAGE, ...NO_DETAILS }

/** The meeting that is planned now, where the message that did not arrive, or a copy of it, tells of that. */
function meetingNotTold(
  { about: { message } }: { readonly about: AboutMessage },
  { subject, today }: TaskSituation,
): TaskDetails {
  const meeting = plannedMeeting(subject)
  if (!meeting || meeting.meetingOn < today) return {}
  const told = readMessageKey(message)?.message
  const tellsOfMeeting = told?.kind === 'meeting-invitation' || told?.kind === 'meeting-new-time'
  const isAboutIt = tellsOfMeeting && told.about === meeting.lastChangedBy
  return isAboutIt ? { ...meetingDay(meeting), ...noticeOf(meeting.meetingOn, today) } : {}
}
