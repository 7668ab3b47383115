import type { CalendarDate } from '../law/calendar-date.ts'
import { nextWorkingDayOnOrAfter, workingDayOnOrBefore } from '../law/working-days.ts'
import { aboutKey, type TaskAbout } from './about.ts'
import type { Case } from './case.ts'
import { type AboutOf, type TaskKind, taskRules } from './tasks.ts'

/** A task, and the day from which it is due. */
export type TaskDue<Kind extends TaskKind = TaskKind> = {
  [One in Kind]: { readonly kind: One; readonly about: AboutOf[One]; readonly dueOn: CalendarDate }
}[Kind]

/** A task as it was given: that the council was told of it, and what a person did. What is to do now says `tasksOf`. */
export type Task<Kind extends TaskKind = TaskKind> = TaskDue<Kind> & Given & (ToDo | Done)

interface Given {
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

/** Whether what a task asks for has not come about by itself. */
export function isStillToDo<Kind extends TaskKind>({ kind, about }: TaskDue<Kind>, subject: Case): boolean {
  return taskRules(kind).isStillToDo(subject, about)
}

/** Whether a person's word that it is done ends it. */
export function canBeTicked<Kind extends TaskKind>({ kind }: TaskDue<Kind>): boolean {
  return taskRules(kind).canBeTicked
}

/** The same task on a working day, as its kind says. What is on one already stays as it is. */
export function onWorkingDay<Kind extends TaskKind>(task: TaskDue<Kind>): TaskDue<Kind> {
  const isAfter = taskRules(task.kind).fallsDueOn === 'the-working-day-after'
  return { ...task, dueOn: isAfter ? nextWorkingDayOnOrAfter(task.dueOn) : workingDayOnOrBefore(task.dueOn) }
}

/** The id of a task: the same is never given twice. "chase-certificate_00003". */
export function taskId({ kind, about }: { readonly kind: TaskKind; readonly about: TaskAbout }): string {
  return `${kind}_${aboutKey(about)}`
}
