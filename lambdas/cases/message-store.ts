import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { conditionHeld } from './conditional-write.ts'
import {
  COUNCIL,
  type CouncilMessageDue,
  type CouncilMessageRecord,
  type MessageDue,
  type MessageRecord,
  messageKey,
} from './message.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * `claimed`: send it now and then confirm. `settled`: it is sent, or a person has been asked to see to it.
 * `in-doubt`: another sending was begun a moment ago and nobody knows yet how it went. Ask again a little later.
 */
export type Claim = 'claimed' | 'settled' | 'in-doubt'

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
  due: MessageDue | CouncilMessageDue,
  subject: string,
  { now, leaseSeconds }: { readonly now: Date; readonly leaseSeconds: number },
): Promise<Claim> {
  const key = messageKey(due)
  const Key = keys.message(caseId, key)
  const claim: MessageRecord | CouncilMessageRecord = {
    ...due,
    key,
    subject,
    state: 'claimed',
    claimedAt: now.toISOString(),
    attempts: 1,
    sesMessageIds: [],
  }
  const isNew = await conditionHeld(
    client.send(
      new PutCommand({
        TableName: casesTable,
        Item: { ...Key, type: 'message', content: claim },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  )
  if (isNew) return 'claimed'
  const { Item } = await client.send(new GetCommand({ TableName: casesTable, Key, ConsistentRead: true }))
  const before = Item?.content as MessageRecord
  if (before.state !== 'claimed') return 'settled'
  const age = now.getTime() - Date.parse(before.claimedAt)
  if (age < leaseSeconds * 1000) return 'in-doubt'
  return claimAgain({ client, casesTable }, Key, before, now)
}

async function claimAgain(
  { client, casesTable }: CaseTables,
  Key: Record<string, string>,
  before: MessageRecord,
  now: Date,
): Promise<Claim> {
  const isOurs = await conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key,
        UpdateExpression: 'SET content.attempts = content.attempts + :one, content.claimedAt = :now',
        ConditionExpression: 'content.#state = :claimed AND content.attempts = :attempts',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':one': 1,
          ':now': now.toISOString(),
          ':claimed': 'claimed',
          ':attempts': before.attempts,
        },
      }),
    ),
  )
  return isOurs ? 'claimed' : 'in-doubt'
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
          'SET content.#state = :sent, content.sentAt = if_not_exists(content.sentAt, :now), content.sesMessageIds = list_append(content.sesMessageIds, :ids)',
        ConditionExpression: 'attribute_exists(pk) AND NOT contains(content.sesMessageIds, :id)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':sent': 'sent',
          ':now': sentAt.toISOString(),
          ':ids': [sesMessageId],
          ':id': sesMessageId,
        },
      }),
    ),
  )
}

/** What is known of a message to the officer or the mediation adviser. @returns undefined when nobody has claimed it. */
export async function findCouncilMessage(
  { client, casesTable }: CaseTables,
  key: string,
): Promise<CouncilMessageRecord | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: casesTable, Key: keys.message(COUNCIL, key), ConsistentRead: true }),
  )
  return Item?.content as CouncilMessageRecord | undefined
}

/** Notes that a message could not be sent. @param problem an error's name: never an address or a text. */
export async function leaveMessageUnsettled(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  problem: string,
): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: casesTable,
      Key: keys.message(caseId, key),
      UpdateExpression: 'SET content.#state = :unsettled, content.problem = :problem',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':unsettled': 'unsettled', ':problem': problem },
    }),
  )
}

/**
 * Notes what became of a message after SES took it. Later news replaces earlier news, but a bounce or complaint stays.
 * @param unlessDelivered whether a delivery stays too.
 * @returns false when what was noted before stays.
 */
export async function noteDelivery(
  { client, casesTable }: CaseTables,
  caseId: string,
  key: string,
  delivery: NonNullable<MessageRecord['delivery']>,
  { unlessDelivered = false } = {},
): Promise<boolean> {
  return conditionHeld(
    client.send(
      new UpdateCommand({
        TableName: casesTable,
        Key: keys.message(caseId, key),
        UpdateExpression: 'SET content.delivery = :delivery',
        ConditionExpression:
          'attribute_exists(pk) AND (attribute_not_exists(content.delivery) OR NOT content.delivery IN (:bounced, :complained, :rejected, :kept))',
        ExpressionAttributeValues: {
          ':delivery': delivery,
          ':bounced': 'bounced',
          ':complained': 'complained',
          ':rejected': 'rejected',
          ':kept': unlessDelivered ? 'delivered' : 'rejected',
        },
      }),
    ),
  )
}
