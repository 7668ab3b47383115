import type { CalendarDate } from '../law/calendar-date.ts'
import type { CaseFile } from './case-file.ts'
import type { CouncilOwnTimes } from './council.ts'
import { tasksOfMoving } from './moving/tasks.ts'
import { tasksOfNewPlan } from './new-plan/tasks.ts'
import { tasksOfNotice } from './opening/tasks.ts'
import { tasksOfParty } from './party/tasks.ts'
import { plannedTasks } from './plan/plan-wait.ts'
import { standings } from './standing.ts'
import { isBeingTakenOver } from './taking-over/history.ts'
import { tasksOfTakingOver } from './taking-over/tasks.ts'
import { onWorkingDay, type TaskDue, taskId } from './task.ts'
import { taskRules } from './tasks.ts'

/**
 * What the council has to do on a case, each with the day from which it is due: also what will be due on a later day, if
 * nothing is recorded before. It follows from where the stages stand on the facts, in whatever order these were recorded.
 * What is stored says which of it a person has done, and which messages did not reach a family.
 *
 * @param today the day in England
 * @throws Error as `standings`
 */
export function tasksOf(
  { subject, tasks }: Pick<CaseFile, 'subject' | 'tasks'>,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): readonly TaskDue[] {
  const done = new Set(tasks.filter(({ state }) => state === 'done').map(({ id }) => id))
  const standing = standings(subject, today, settings).filter(({ ending }) => ending === undefined)
  const planned = standing.flatMap((one) => plannedTasks(subject, one, today, settings))
  const aboutMessages = tasks.filter(({ kind }) => taskRules(kind).outlivesCase)
  // Those of a plan are on working days already, and those that were given: the others are moved here.
  const isOpen = standing.length > 0 && !isBeingTakenOver(subject)
  const due = [
    ...(isOpen
      ? [
          ...tasksOfNotice(subject),
          ...tasksOfNewPlan(subject),
          ...tasksOfMoving(subject, today),
          ...tasksOfParty(subject, today),
        ].map((task) => onWorkingDay(task))
      : []),
    ...tasksOfTakingOver(subject).map((task) => onWorkingDay(task)),
    ...planned,
    ...aboutMessages,
  ].filter((task) => !done.has(taskId(task)))
  return [...new Map(due.map((task) => [taskId(task), task])).values()]
}
