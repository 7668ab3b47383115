import { finishTask as finishTaskInTables } from '../cases/store/task-store.ts'
import { type Actor, mayRecord } from './actor.ts'
import type { RecordingTools } from './recording-tools.ts'

/** Records that a task is done. Doing it twice keeps the first time. */
export async function finishTask(
  { tables, clock }: RecordingTools,
  actor: Actor,
  caseId: string,
  taskId: string,
): Promise<'recorded' | 'not-allowed' | 'no-such-task'> {
  if (!mayRecord(actor, 'task-done')) return 'not-allowed'
  return (await finishTaskInTables(tables, caseId, taskId, clock())) ? 'recorded' : 'no-such-task'
}
