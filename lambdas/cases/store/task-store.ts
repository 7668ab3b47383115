import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import { onWorkingDay, type Task, type TaskDue, taskId } from '../task.ts'
import { taskRules } from '../tasks.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Tasks about a message stand in the index of the cases under a status of their own until they are done: they outlive
 * their case, and nobody reads every closed case to find them.
 */
const ABOUT_MESSAGE = 'task-about-message'

/** Gives the council a task. The same task given twice is one task, and one that is done stays done. */
export async function giveTask(
  { client, casesTable }: CaseTables,
  caseId: string,
  due: TaskDue,
  now: Date,
): Promise<void> {
  await conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: taskRow(caseId, due, now),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  )
}

/** The row of a task that is given now, for a working day. */
export function taskRow(caseId: string, asked: TaskDue, now: Date): Record<string, unknown> {
  const due = onWorkingDay(asked)
  const id = taskId(due)
  const task: Task = { ...due, id, state: 'open', createdAt: now.toISOString() }
  const indexed = taskRules(due.kind).outlivesCase ? { status: ABOUT_MESSAGE, nextDate: due.dueOn } : {}
  return rowOf(keys.task(caseId, id), 'task', task, indexed)
}

/**
 * Marks a task as done, and that this person did it. Doing it twice keeps the first time.
 * @returns false when there is no such task.
 */
export async function finishTask(
  tables: CaseTables & AuditTables,
  caseId: string,
  id: string,
  who: string,
  now: Date,
): Promise<boolean> {
  const entry = { chain: chainOfCase(caseId), who, what: 'task-done', about: [id] } as const
  return transactionHeld(writeWithEntry(tables, entry, now, [doneTask(tables.casesTable, caseId, id, now)]))
}

/** The write that marks a task as done, for a transaction. Its condition fails when there is no such task. */
export function doneTask(casesTable: string, caseId: string, id: string, now: Date) {
  return {
    Update: {
      TableName: casesTable,
      Key: keys.task(caseId, id),
      UpdateExpression:
        'SET content.#state = :done, content.doneAt = if_not_exists(content.doneAt, :now) REMOVE #status, nextDate',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
      ExpressionAttributeValues: { ':done': 'done', ':now': now.toISOString() },
    },
  }
}

/** A task, and whose case it belongs to. */
export interface TaskOfCase {
  readonly caseId: string
  readonly task: Task
}

/** The tasks about messages that are still to be done, of open and of closed cases, in the order of their days. */
export async function* tasksAboutMessages(tables: CaseTables): AsyncGenerator<TaskOfCase> {
  for await (const row of rowsOfStatus(tables, ABOUT_MESSAGE)) {
    yield { caseId: String(row.pk), task: contentOf('task', row) }
  }
}
