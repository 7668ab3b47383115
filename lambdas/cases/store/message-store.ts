import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { londonDay } from '../london.ts'
import {
  COUNCIL,
  type CouncilMessageDue,
  type CouncilMessageRecord,
  EMAIL_DELIVERIES,
  type EmailDelivery,
  type MessageDue,
  type MessageRecord,
} from '../message.ts'
import type { TaskDue } from '../task.ts'
import { conditionHeld, transactionHeld } from './conditional-write.ts'
import { type LetterDue, letterRow } from './letter-store.ts'
import { contentOf, rowOf } from './rows.ts'
import { rowsOfStatus } from './rows-of-status.ts'
import { type CaseTables, keys } from './tables.ts'
import { taskRow } from './task-store.ts'

/** What SES has taken stands in the index of the cases under a status of its own until SES says what became of it. */
const UNHEARD_OF = 'message-unheard-of'

/** A message that is about to be sent, and the hash of what will go out. */
export type MessageToClaim = MessageDue &
  Pick<MessageRecord, 'key' | 'recipient' | 'copies' | 'days' | 'subject'> & { readonly hash: string }

/** A message to the officer or the mediation adviser that is about to be sent. No copy of it is kept. */
export type CouncilMessageToClaim = CouncilMessageDue & Pick<MessageRecord, 'key' | 'subject'>

/**
 * `claimed`: send it now, as this attempt, and then confirm. `settled`: it is sent, or a person has been asked to see to
 * it. `in-doubt`: another sending was begun a moment ago and nobody knows yet how it went. Ask again a little later.
 */
export type Claim =
  | { readonly outcome: 'claimed'; readonly attempt: number }
  | { readonly outcome: 'settled' }
  | { readonly outcome: 'in-doubt' }

/**
 * Claims a message before it is sent, so that it goes out once.
 *
 * A claim that was never confirmed is left alone for `leaseSeconds`: longer than any sending can take, and long enough
 * for SES to say that it has the message (see settleMessage). Only then is it claimed again.
 *
 * @param caseId the case, here and below; COUNCIL for a message to the officer or the mediation adviser.
 */
export async function claimMessage(
  { client, casesTable }: CaseTables,
  caseId: string,
  message: MessageToClaim | CouncilMessageToClaim,
  { now, leaseSeconds }: { readonly now: Date; readonly leaseSeconds: number },
): Promise<Claim> {
  const Key = keys.message(caseId, message.key)
  const claim = { state: 'claimed', claimedAt: now.toISOString(), attempts: 1, sesMessageIds: [] } as const
  const isNew = await conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: isToFamily(message)
          ? rowOf(Key, 'message', { ...withHash(message), ...claim })
          : rowOf(Key, 'council-message', { ...message, ...claim }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  )
  if (isNew) return { outcome: 'claimed', attempt: 1 }
  const { Item } = await client.send(new GetCommand({ TableName: casesTable, Key, ConsistentRead: true }))
  if (!Item) return { outcome: 'in-doubt' }
  const before = contentOf(isToFamily(message) ? 'message' : 'council-message', Item)
  if (before.state !== 'claimed') return { outcome: 'settled' }
  const age = now.getTime() - Date.parse(before.claimedAt)
  if (age < leaseSeconds * 1000) return { outcome: 'in-doubt' }
  return claimAgain({ client, casesTable }, Key, before, message, now)
}

function isToFamily(message: MessageToClaim | CouncilMessageToClaim): message is MessageToClaim {
  return 'hash' in message
}

function withHash({ hash, ...message }: MessageToClaim) {
  return { ...message, hashes: [hash] }
}

async function claimAgain(
  { client, casesTable }: CaseTables,
  Key: Record<string, string>,
  before: MessageRecord | CouncilMessageRecord,
  message: MessageToClaim | CouncilMessageToClaim,
  now: Date,
): Promise<Claim> {
  const attempt = before.attempts + 1
  const toFamily = isToFamily(message) ? message : undefined
  const isOurs = await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key,
        // What goes out is what is written now, to who is written to now: a day may have passed since the first attempt.
        UpdateExpression: `SET content.attempts = :attempt, content.claimedAt = :now, content.subject = :subject${
          toFamily
            ? ', content.recipient = :recipient, content.days = :days, content.hashes = list_append(if_not_exists(content.hashes, :none), :hash)'
            : ''
        }`,
        ConditionExpression: 'content.#state = :claimed AND content.attempts = :before',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':attempt': attempt,
          ':now': now.toISOString(),
          ':subject': message.subject,
          ...(toFamily && {
            ':recipient': toFamily.recipient ?? 'family',
            ':days': toFamily.days ?? [],
            ':none': [],
            ':hash': [toFamily.hash],
          }),
          ':claimed': 'claimed',
          ':before': before.attempts,
        },
      }),
    ),
  )
  return isOurs ? { outcome: 'claimed', attempt } : { outcome: 'in-doubt' }
}

/**
 * Notes that SES has a message, under the id that SES gave it. Called by the sender, and again when SES's own event
 * arrives: whichever comes first settles it, and noting it twice changes nothing.
 */
export async function settleMessage(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  sesMessageId: string,
  sentAt: Date,
): Promise<void> {
  await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.message(caseId, key),
        UpdateExpression:
          'SET content.#state = :sent, content.sentAt = if_not_exists(content.sentAt, :now), content.sesMessageIds = list_append(content.sesMessageIds, :ids), #status = :unheardOf, nextDate = :day REMOVE content.problem',
        ConditionExpression: 'attribute_exists(pk) AND NOT contains(content.sesMessageIds, :id)',
        ExpressionAttributeNames: { '#state': 'state', '#status': 'status' },
        ExpressionAttributeValues: {
          ':sent': 'sent',
          ':unheardOf': UNHEARD_OF,
          ':day': londonDay(sentAt),
          ':now': sentAt.toISOString(),
          ':ids': [sesMessageId],
          ':id': sesMessageId,
        },
      }),
    ),
  )
}

/**
 * The messages that SES took before an instant and has not said a word of since: neither that one arrived, nor that it did
 * not. One whose address SES keeps trying is not among them.
 */
export async function* messagesUnheardOf(
  tables: CaseTables,
  before: Date,
): AsyncGenerator<{ readonly caseId: string; readonly key: string }> {
  for await (const row of rowsOfStatus(tables, UNHEARD_OF)) {
    const caseId = String(row.pk)
    const message = sendingIn(caseId, row)
    if (message.state === 'sent' && message.sentAt < before.toISOString()) yield { caseId, key: message.key }
  }
}

/** What is known of a message to the officer or the mediation adviser. @returns undefined when nobody has claimed it. */
export async function findCouncilMessage(
  { client, casesTable }: CaseTables,
  key: string,
): Promise<CouncilMessageRecord | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.message(COUNCIL, key), ConsistentRead: true }),
  )
  return Item && contentOf('council-message', Item)
}

/** What takes the place of an email. */
export type InsteadOfEmail = (
  | { readonly state: 'by-letter' | 'withheld'; readonly problem?: never }
  // An error's name: never an address or a text.
  | { readonly state: 'unsettled'; readonly problem: string }
) & { readonly letter?: LetterDue; readonly task?: TaskDue }

/**
 * Settles a claimed message that no email goes out for, together with the letter and the task that take its place: all
 * of it or nothing. Nothing when the message is not claimed any more: an earlier sending has come to light.
 */
export async function settleWithoutEmail(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  { state, problem, letter, task }: InsteadOfEmail,
  now: Date,
): Promise<void> {
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: casesTable, Item } })
  await transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: casesTable,
              Key: keys.message(caseId, key),
              UpdateExpression: `SET content.#state = :state${problem ? ', content.problem = :problem' : ''}`,
              ConditionExpression: 'content.#state = :claimed',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: {
                ':state': state,
                ':claimed': 'claimed',
                ...(problem && { ':problem': problem }),
              },
            },
          },
          ...(letter ? [put(letterRow(caseId, letter, now))] : []),
          ...(task ? [put(taskRow(caseId, task, now))] : []),
        ],
      }),
    ),
  )
}

/**
 * Notes what became of a message after SES took it. News replaces only what it outweighs (see EMAIL_DELIVERIES), so that
 * the same news twice, or news in another order, ends alike.
 * @returns the message as it stands after this; undefined when there is no such message.
 */
export async function noteDelivery(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  delivery: EmailDelivery,
): Promise<MessageRecord | CouncilMessageRecord | undefined> {
  const outweighed = EMAIL_DELIVERIES.slice(0, EMAIL_DELIVERIES.indexOf(delivery))
  const names = outweighed.map((_, index) => `:lower${index}`)
  const isNews = ['attribute_not_exists(content.delivery)', ...names.map((name) => `content.delivery = ${name}`)]
  try {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.message(caseId, key),
        UpdateExpression: 'SET content.delivery = :delivery REMOVE #status, nextDate',
        ConditionExpression: `attribute_exists(pk) AND (${isNews.join(' OR ')})`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':delivery': delivery,
          ...Object.fromEntries(outweighed.map((lower, index) => [`:lower${index}`, lower])),
        },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return Attributes && sendingIn(caseId, Attributes)
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    if (!error.Item) return undefined
    const row = unmarshall(error.Item)
    // It went out twice, and the first of the two has been heard of before.
    if (row.status !== undefined) await noteHeardOf({ client, casesTable }, caseId, key)
    return sendingIn(caseId, row)
  }
}

async function noteHeardOf({ client, casesTable }: CaseTables, caseId: string, key: string): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: casesTable,
      Key: keys.message(caseId, key),
      UpdateExpression: 'REMOVE #status, nextDate',
      ExpressionAttributeNames: { '#status': 'status' },
    }),
  )
}

function sendingIn(caseId: string, row: Record<string, unknown>): MessageRecord | CouncilMessageRecord {
  return contentOf(caseId === COUNCIL ? 'council-message' : 'message', row)
}

/**
 * Asks for a letter and gives the task that goes with it because of what became of an email: both or neither, and neither
 * when other news outweighs that by now. Doing it twice is doing it once, and what is done with stays so.
 */
export async function replaceByLetter(
  { client, casesTable }: CaseTables,
  caseId: string,
  { delivery, letter, task }: { readonly delivery: EmailDelivery; readonly letter: LetterDue; readonly task: TaskDue },
  now: Date,
): Promise<void> {
  await transactionHeld(
    client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            // An update that changes nothing: it holds the news fast while the letter is asked for.
            Update: {
              TableName: casesTable,
              Key: keys.message(caseId, letter.key),
              UpdateExpression: 'SET content.delivery = :delivery',
              ConditionExpression: 'content.delivery = :delivery',
              ExpressionAttributeValues: { ':delivery': delivery },
            },
          },
          {
            Put: {
              TableName: casesTable,
              Item: letterRow(caseId, letter, now),
              // One that was taken back is wanted again when worse news comes.
              ConditionExpression: 'attribute_not_exists(pk) OR content.#state = :notNeeded',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':notNeeded': 'not-needed' },
            },
          },
          { Put: { TableName: casesTable, Item: taskRow(caseId, task, now) } },
        ],
      }),
    ),
  )
}
