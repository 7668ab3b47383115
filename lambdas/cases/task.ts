import type { CalendarDate } from '../law/calendar-date.ts'
import { type Case, plannedMeeting } from './case.ts'
import { FACTS_THAT_CHANGE_NOTHING } from './fact.ts'

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
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export interface TaskDue {
  readonly kind: TaskKind
  /** With the kind, this makes the task's id: the same task is never made twice. */
  readonly about: string
  readonly dueOn: CalendarDate
}

export interface Task extends TaskDue {
  readonly id: string
  readonly state: 'open' | 'done'
  readonly createdAt: string
  readonly doneAt?: string
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
      return meetings.length === 0 && !cannotBeArranged && !mediationResult && !certificate
    case 'tell-adviser-not-arranged':
      return !cannotBeArranged && !mediationResult && !certificate
    case 'chase-certificate':
      return !certificate
    case 'record-meeting-result':
      return plannedMeeting(subject)?.lastChangedBy === task.about && !certificate
    case 'check-no-news':
      return !subject.facts.some(
        ({ sequence, type }) => sequence > task.about && !FACTS_THAT_CHANGE_NOTHING.includes(type),
      )
  }
}

/** "chase-certificate_00003". */
export function taskId(task: Pick<TaskDue, 'kind' | 'about'>): string {
  return `${task.kind}_${task.about}`
}
