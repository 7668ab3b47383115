import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { conditionHeld } from './conditional-write.ts'
import { type CaseTables, keys } from './tables.ts'
import { type Task, type TaskDue, taskId } from './task.ts'

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

/** The row of a task that is given now. */
export function taskRow(caseId: string, due: TaskDue, now: Date): Record<string, unknown> {
  const id = taskId(due)
  const task: Task = { ...due, id, state: 'open', createdAt: now.toISOString() }
  return { ...keys.task(caseId, id), type: 'task', content: task }
}

/** Marks a task as done. Doing it twice keeps the first time. @returns false when there is no such task. */
export async function finishTask(
  { client, casesTable }: CaseTables,
  caseId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  return conditionHeld(client.send(new UpdateCommand(doneTask(casesTable, caseId, id, now).Update)))
}

/** The write that marks a task as done, for a transaction. Its condition fails when there is no such task. */
export function doneTask(casesTable: string, caseId: string, id: string, now: Date) {
  return {
    Update: {
      TableName: casesTable,
      Key: keys.task(caseId, id),
      UpdateExpression: 'SET content.#state = :done, content.doneAt = if_not_exists(content.doneAt, :now)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':done': 'done', ':now': now.toISOString() },
    },
  }
}
