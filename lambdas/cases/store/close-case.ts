import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { CaseOutcome } from '../outcome.ts'
import type { Ending } from '../stages.ts'
import { stageKey } from '../start-stages.ts'
import type { Wait } from '../wait.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
import { type CaseTables, keys } from './tables.ts'

/** What a stage that has ended waits for no more. */
const FORGET =
  ' REMOVE content.#name, content.awaits, content.wakeAt, content.execution, content.taskToken, content.heard, content.#next, content.answer'

/**
 * Marks a stage as finished, with the word with which it ended. Doing it twice keeps the first word.
 * @returns false when the stage has been started again since, or by something else: it is another run now.
 */
export async function finishStage(
  { client, casesTable }: CaseTables,
  caseId: string,
  wait: Wait,
  endedWith: Ending,
): Promise<boolean> {
  return conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.wait(caseId, stageKey(wait)),
        UpdateExpression: `SET content.#state = :finished, content.endedWith = if_not_exists(content.endedWith, :word)${FORGET}`,
        ConditionExpression: 'content.startedFrom = :startedFrom AND content.#run = :run',
        ExpressionAttributeNames: { '#state': 'state', '#run': 'run', '#name': 'name', '#next': 'next' },
        ExpressionAttributeValues: {
          ':finished': 'finished',
          ':word': endedWith,
          ':startedFrom': wait.startedFrom,
          ':run': wait.run,
        },
      }),
    ),
  )
}

/**
 * Closes a case at the version that the decision to close it was made from, and notes that its time closed it. Closing a
 * closed case changes nothing.
 * @returns false when the case has moved on since: look again.
 */
export async function closeCase(
  tables: CaseTables & AuditTables,
  caseId: string,
  version: number,
  outcome: CaseOutcome,
  now: Date,
): Promise<boolean> {
  const { client, casesTable } = tables
  const close = {
    Update: {
      TableName: casesTable,
      Key: keys.case(caseId),
      UpdateExpression: 'SET #status = :closed, outcome = :outcome, closedAt = :now',
      ConditionExpression: 'version = :version AND #status = :open',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':open': 'open',
        ':closed': 'closed',
        ':outcome': outcome,
        ':now': now.toISOString(),
        ':version': version,
      },
    },
  }
  const entry = {
    chain: chainOfCase(caseId),
    who: 'service:case-closing',
    what: 'case-closed',
    about: [outcome],
  } as const
  if (await transactionHeld(writeWithEntry(tables, entry, now, [close]))) return true
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.case(caseId), ConsistentRead: true }),
  )
  return Item?.status === 'closed'
}
