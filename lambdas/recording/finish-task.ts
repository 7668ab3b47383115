import { londonDay } from '../cases/london.ts'
import { finishTask as finishTaskInTables, giveTask } from '../cases/store/task-store.ts'
import { canBeTicked, taskId as idOf } from '../cases/task.ts'
import { tasksOf } from '../cases/tasks-of.ts'
import { type Actor, mayRecord } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'
import type { RecordingTools } from './recording-tools.ts'

/**
 * Records that a task is done. Doing it twice keeps the first time. A task that is to do has not always been given yet: the
 * journey gives it in the morning of its day.
 * @returns 'has-to-be-recorded' where only the record of what it asks for ends it
 */
export async function finishTask(
  { tables, clock, council }: RecordingTools,
  actor: Actor,
  caseId: string,
  taskId: string,
): Promise<'recorded' | 'not-allowed' | 'no-such-task' | 'has-to-be-recorded'> {
  if (!mayRecord(actor, 'task-done')) return 'not-allowed'
  const now = clock()
  const file = await loadCaseFor(tables, actor, caseId)
  if (!file) return 'no-such-task'
  const task = tasksOf(file, londonDay(now), council.ownTimes).find((one) => idOf(one) === taskId)
  if (task && !canBeTicked(task)) return 'has-to-be-recorded'
  if (file.tasks.some(({ id, state }) => id === taskId && state === 'done')) return 'recorded'
  if (task) await giveTask(tables, caseId, task, now)
  return (await finishTaskInTables(tables, caseId, taskId, actor.id, now)) ? 'recorded' : 'no-such-task'
}
