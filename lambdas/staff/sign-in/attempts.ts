import { createHmac } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { expiry, type SessionTables, sessionKeys } from './session-tables.ts'

const WINDOW = 10 * 60_000
/**
 * How many sign-ins can be begun in ten minutes: from one address, which can be that of a whole council, and in all. Nobody
 * who has signed in is held up by it.
 */
const MOST = { fromOneAddress: 200, inAll: 600 } as const

/**
 * Counts an attempt to sign in.
 * @param sender the address that it came from. It is stored as a hash with a key, which changes every ten minutes
 * @returns undefined while there is room, or when there is room again: epoch milliseconds
 */
export async function countAttempt(
  tables: SessionTables,
  { sender, hashKey, now }: { readonly sender: string; readonly hashKey: string; readonly now: number },
): Promise<number | undefined> {
  const window = Math.floor(now / WINDOW)
  const hashed = createHmac('sha256', hashKey).update(`sign-in from ${sender} in ${window}`).digest('base64url')
  const ofSender = await count(tables, hashed, window)
  // Who is turned away by the first limit takes no place of the others.
  if (ofSender > MOST.fromOneAddress) return (window + 1) * WINDOW
  const all = await count(tables, 'ALL', window)
  return all > MOST.inAll ? (window + 1) * WINDOW : undefined
}

async function count({ client, sessionsTable }: SessionTables, ofWhom: string, window: number): Promise<number> {
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: sessionsTable,
      Key: sessionKeys.attempts(ofWhom, window),
      UpdateExpression: 'ADD attempts :one SET expiresAt = :expiresAt',
      ExpressionAttributeValues: { ':one': 1, ':expiresAt': expiry((window + 2) * WINDOW).expiresAt },
      ReturnValues: 'UPDATED_NEW',
    }),
  )
  return Number(Attributes?.attempts)
}
