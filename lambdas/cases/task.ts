import type { CalendarDate } from '../law/calendar-date.ts'
import { type Case, plannedMeeting, wantsMediation } from './case.ts'
import { openDuties } from './duty-dates.ts'
import { isNews } from './facts.ts'

/** Things that a person at the council has to do. */
export const TASK_KINDS = [
  'arrange-mediation',
  'tell-adviser-not-arranged',
  'chase-certificate',
  'record-meeting-result',
  'tell-family-another-way',
  'tell-family-safely',
  'make-other-format',
  'check-no-news',
  'tell-health-board',
  'chase-health-board',
  'fix-next-meeting',
  'record-tribunal-letter',
  'send-response',
  'escalate-response',
  'ask-tribunal',
  'do-duty',
  'escalate-duty',
  'ask-party',
  'fix-resolution-meeting',
  'record-resolution-result',
  'chase-acknowledgement',
  'chase-complaint-answer',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export interface TaskDue {
  readonly kind: TaskKind
  /** With the kind, this makes the task's id: the same task is never made twice. */
  readonly about: string
  readonly dueOn: CalendarDate
}

/** A task that was given. */
export type Task = Given & (ToDo | Done)

interface Given extends TaskDue {
  readonly id: string
  readonly createdAt: string
}

interface ToDo {
  readonly state: 'open'
  readonly doneAt?: never
}

interface Done {
  readonly state: 'done'
  readonly doneAt: string
}

/** Tasks about a message, named by its key. They stay when the case is closed: the family still has to be told. */
const MESSAGE_TASK_KINDS = [
  'tell-family-another-way',
  'tell-family-safely',
  'make-other-format',
] as const satisfies readonly TaskKind[]
export type MessageTaskKind = (typeof MESSAGE_TASK_KINDS)[number]

/** Whether a task of this kind is about a message, by whose key it is named. */
export function isAboutMessage(kind: TaskKind): kind is MessageTaskKind {
  return MESSAGE_TASK_KINDS.some((one) => one === kind)
}

/** Whether a task is still worth doing: it is not done, and what it asks for has not come about by itself. */
export function isStillToDo(task: Task, subject: Case, isClosed: boolean): boolean {
  if (task.state === 'done') return false
  if (isAboutMessage(task.kind)) return true
  if (isClosed) return false
  const { certificate, mediationResult, meetings, cannotBeArranged } = subject
  switch (task.kind) {
    case 'arrange-mediation':
      return wantsMediation(subject) && !cannotBeArranged && !mediationResult && !hasMeeting(subject) && isOwed(subject)
    case 'tell-adviser-not-arranged':
      return wantsMediation(subject) && !cannotBeArranged && !mediationResult && !certificate
    case 'chase-certificate':
      return !certificate
    case 'record-meeting-result':
      return plannedMeeting(subject)?.lastChangedBy === task.about && !certificate
    case 'check-no-news':
    case 'ask-tribunal':
      return !subject.facts.some(({ sequence, type }) => sequence > sequenceIn(task.about) && isNews(type))
    case 'tell-health-board':
      return !subject.boardToldOn
    case 'chase-health-board':
      return meetings.length === 0 && !mediationResult
    case 'fix-next-meeting':
      return !plannedMeeting(subject) && !mediationResult
    case 'record-tribunal-letter':
      return !subject.appeal?.sentToCouncilOn && !subject.appeal?.responseDueOn && !isAppealOver(subject)
    case 'send-response':
    case 'escalate-response':
      return !isAppealOver(subject)
    case 'do-duty':
    case 'escalate-duty':
      return subject.undertakings.some((undertaking) =>
        openDuties(undertaking).some(({ rule }) => task.about === `${undertaking.of}-${rule}`),
      )
    case 'ask-party':
      return resolutionOf(subject, task)?.answers.every(({ party }) => !task.about.endsWith(`-${party}`)) ?? false
    case 'fix-resolution-meeting':
      return !resolutionOf(subject, task)?.meeting && !resolutionOf(subject, task)?.ended
    case 'record-resolution-result':
      return subject.resolutions.some(({ meeting, ended }) => meeting?.sequence === task.about && !ended)
    case 'chase-acknowledgement':
      return !complaintOf(subject, task)?.acknowledged && !complaintOf(subject, task)?.answered
    case 'chase-complaint-answer':
      return !complaintOf(subject, task)?.answered
  }
}

/** Whether a meeting is planned or was held. One that was cancelled leaves mediation to be arranged. */
function hasMeeting({ meetings }: Case): boolean {
  return meetings.some(({ state }) => state !== 'cancelled')
}

/**
 * Whether the council still owes the family the mediation that it chose. A certificate that came since then ends that,
 * because mediation was not arranged; one that the family had before does not.
 */
function isOwed({ certificate, chosen }: Case): boolean {
  return certificate === undefined || (chosen !== undefined && certificate.sequence < chosen.sequence)
}

/** Tasks about a duty or a party go on after the sequence of their fact: "00005-D14". */
function sequenceIn(about: string): string {
  return about.split('-')[0] ?? about
}

function isAppealOver({ response, appealEnded }: Case): boolean {
  return response !== undefined || appealEnded !== undefined
}

function resolutionOf({ resolutions }: Case, { about }: Task) {
  return resolutions.find(({ of }) => of === sequenceIn(about))
}

function complaintOf({ complaints }: Case, { about }: Task) {
  return complaints.find(({ of }) => of === sequenceIn(about))
}

/** "chase-certificate_00003". */
export function taskId(task: Pick<TaskDue, 'kind' | 'about'>): string {
  return `${task.kind}_${task.about}`
}
