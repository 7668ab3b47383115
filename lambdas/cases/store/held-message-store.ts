import { PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfCase } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import { londonDay } from '../london.ts'
import type { MessageDue } from '../message.ts'
import { type HeldMessage, ITS_DAY_IS_AHEAD, isStillToLeave, type NotNeededReason } from '../telling/held-message.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
import { contentOf, rowOf } from './rows.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'

/** What has still to leave stands in the index of the cases under a status of its own, by the day on which it was held. */
const STILL_TO_LEAVE = 'held-message'

/** The row of a message that is held, or was found of no use. */
export function heldRow(caseId: string, held: HeldMessage): Record<string, unknown> {
  const indexed = isStillToLeave(held) ? { status: STILL_TO_LEAVE, nextDate: londonDay(new Date(held.heldAt)) } : {}
  return rowOf(keys.held(caseId, held.key), 'held', held, indexed)
}

/**
 * Holds a message, or notes that it is of no use. One that is held already, or was, stays as it is; but one whose day lay
 * ahead is held anew.
 */
export async function holdMessage(
  { client, casesTable }: CaseTables,
  caseId: string,
  held: HeldMessage,
): Promise<void> {
  await conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: heldRow(caseId, held),
        ConditionExpression: 'attribute_not_exists(pk) OR content.reason = :ahead',
        ExpressionAttributeValues: { ':ahead': ITS_DAY_IS_AHEAD },
      }),
    ),
  )
}

/**
 * Lets the messages of a case leave that wait for 5pm, and has another try made with those that are on their way: all of them
 * together, so that the table's stream has them sent in one message. Nothing where one of them has left meanwhile.
 */
export async function releaseMessages(
  { client, casesTable }: CaseTables,
  caseId: string,
  messages: readonly Pick<HeldMessage, 'key' | 'state'>[],
  now: Date,
): Promise<void> {
  if (messages.length === 0) return
  await transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: messages.map((message) => release(casesTable, caseId, message, now)),
      }),
    ),
  )
}

/** As `releaseMessages`, before its time, because somebody wants it. */
export async function releaseMessagesFor(
  tables: CaseTables & AuditTables,
  caseId: string,
  messages: readonly Pick<HeldMessage, 'key' | 'state'>[],
  who: string,
  now: Date,
): Promise<void> {
  if (messages.length === 0) return
  const about = messages.map(({ key }) => key)
  const entry = { chain: chainOfCase(caseId), who, what: 'family-told-now', about } as const
  const releases = messages.map((message) => release(tables.casesTable, caseId, message, now))
  await transactionHeld(writeWithEntry(tables, entry, now, releases))
}

/** Lets one message leave, as a part of a transaction. */
export function release(
  casesTable: string,
  caseId: string,
  { key, state }: Pick<HeldMessage, 'key' | 'state'>,
  now: Date,
) {
  return {
    Update: {
      TableName: casesTable,
      Key: keys.held(caseId, key),
      UpdateExpression:
        'SET content.#state = :after, content.releasedAt = :now REMOVE content.leavesAt, content.waitsFor',
      ConditionExpression: 'content.#state = :before',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':before': state,
        ':after': state === 'held' ? 'ready' : state,
        ':now': now.toISOString(),
      },
    },
  }
}

/**
 * Notes what goes out for several messages that leave together: all of it or nothing.
 * @returns false when something else has happened to one of them: read the case again
 */
export async function noteLeaving(
  { client, casesTable }: CaseTables,
  caseId: string,
  messages: readonly HeldMessage[],
  as: MessageDue,
  now: Date,
): Promise<boolean> {
  return transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: messages.map(({ key }) => ({
          Update: {
            TableName: casesTable,
            Key: keys.held(caseId, key),
            UpdateExpression:
              'SET content.#state = :leaving, content.#as = :as, content.releasedAt = :now REMOVE content.leavesAt, content.waitsFor',
            ConditionExpression: 'content.#state IN (:ready, :held)',
            ExpressionAttributeNames: { '#state': 'state', '#as': 'as' },
            ExpressionAttributeValues: {
              ':leaving': 'leaving',
              ':as': as,
              ':now': now.toISOString(),
              ':ready': 'ready',
              ':held': 'held',
            },
          },
        })),
      }),
    ),
  )
}

/** Notes that what goes out for a message has gone out. Doing it twice changes nothing. */
export async function noteLeft(
  { client, casesTable }: CaseTables,
  caseId: string,
  { key }: Pick<HeldMessage, 'key'>,
): Promise<void> {
  await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.held(caseId, key),
        UpdateExpression: 'SET content.#state = :left REMOVE #status, nextDate',
        ConditionExpression: 'content.#state = :leaving',
        ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
        ExpressionAttributeValues: { ':left': 'left', ':leaving': 'leaving' },
      }),
    ),
  )
}

/** Notes that a message which was to leave is of no use any more. */
export async function noteNotNeeded(
  { client, casesTable }: CaseTables,
  caseId: string,
  { key }: Pick<HeldMessage, 'key'>,
  reason: NotNeededReason,
): Promise<void> {
  await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.held(caseId, key),
        UpdateExpression:
          'SET content.#state = :notNeeded, content.reason = :reason REMOVE content.releasedAt, content.leavesAt, content.waitsFor, #status, nextDate',
        ConditionExpression: 'content.#state IN (:ready, :held)',
        ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
        ExpressionAttributeValues: {
          ':notNeeded': 'not-needed',
          ':reason': reason,
          ':ready': 'ready',
          ':held': 'held',
        },
      }),
    ),
  )
}

/** A held message, and whose case it belongs to. */
export interface HeldOnCase {
  readonly caseId: string
  readonly held: HeldMessage
}

/** Every message of every case that has still to leave. */
export async function* messagesStillToLeave(tables: CaseTables): AsyncGenerator<HeldOnCase> {
  for await (const row of rowsOfStatus(tables, STILL_TO_LEAVE)) {
    yield { caseId: String(row.pk), held: contentOf('held', row) }
  }
}
