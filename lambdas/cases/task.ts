import type { CalendarDate } from '../law/calendar-date.ts'

/** Things that a person at the council has to do. */
export const TASK_KINDS = [
  'arrange-mediation',
  'tell-adviser-not-arranged',
  'chase-certificate',
  'record-meeting-result',
  'tell-family-another-way',
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

/** "chase-certificate_00003". */
export function taskId(task: Pick<TaskDue, 'kind' | 'about'>): string {
  return `${task.kind}_${task.about}`
}
