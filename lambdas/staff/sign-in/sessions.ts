import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ROLES, type Role } from '../../cases/role.ts'
import { expiry, LISTED, type SessionTables, sessionKeys } from './session-tables.ts'
import type { SessionLimits } from './settings.ts'
import { hashOf, newToken, type RandomBytes } from './tokens.ts'

/** That a session was used is noted so often at most: it would cost a write for each page. */
export const NOTED_AT_MOST_EVERY = 60_000
/** A session that ran out is still known for so long, so that what was typed in it can be kept for its person. */
const KNOWN_AFTER_ITS_END = 24 * 3_600_000

/** Who signed in, as the session remembers it until the next sign-in. */
export interface SessionPerson {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** A session as it stands. Times in epoch milliseconds. */
export interface Session extends SessionPerson {
  readonly hash: string
  readonly beganAt: number
  readonly lastUsedAt: number
  /** When it ends whatever is done. */
  readonly endsAt: number
  readonly endedAt?: number
}

const sessionRow = v.object({
  personId: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(ROLES)),
  hash: v.string(),
  beganAt: v.number(),
  lastUsedAt: v.number(),
  endsAt: v.number(),
  endedAt: v.optional(v.number()),
})

/** What a cookie leads to. */
export type FoundSession =
  | { readonly is: 'open'; readonly session: Session; readonly signsOutAt: number }
  /** Its time is over: nobody has ended it. */
  | { readonly is: 'run-out'; readonly session: Session }
  | { readonly is: 'ended' | 'unknown' }

/** Begins a session under a new id. @returns the id, which only the cookie holds */
export async function beginSession(
  { client, sessionsTable: TableName }: SessionTables,
  person: SessionPerson,
  { limits, now, randomBytes }: { readonly limits: SessionLimits; readonly now: number; randomBytes: RandomBytes },
): Promise<string> {
  const id = newToken(randomBytes)
  const endsAt = now + limits.absolute
  const row = {
    ...person,
    hash: hashOf(id),
    beganAt: now,
    lastUsedAt: now,
    endsAt,
    ...expiry(endsAt + KNOWN_AFTER_ITS_END),
  }
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { ...row, ...sessionKeys.session(row.hash) } } },
        { Put: { TableName, Item: { ...row, ...sessionKeys.listed(person.personId, row.hash), ...expiry(endsAt) } } },
      ],
    }),
  )
  return id
}

/** Finds the session of a cookie, and notes that it was used. */
export async function findSession(
  tables: SessionTables,
  id: string,
  { limits, now }: { readonly limits: SessionLimits; readonly now: number },
): Promise<FoundSession> {
  const { client, sessionsTable: TableName } = tables
  const hash = hashOf(id)
  const { Item } = await client.send(
    new GetCommand({ TableName, Key: sessionKeys.session(hash), ConsistentRead: true }),
  )
  if (!Item) return { is: 'unknown' }
  const session = v.parse(sessionRow, Item)
  if (session.endedAt !== undefined) return { is: 'ended' }
  if (now >= signsOutAt(session, limits)) return { is: 'run-out', session }
  if (now - session.lastUsedAt < NOTED_AT_MOST_EVERY) {
    return { is: 'open', session, signsOutAt: signsOutAt(session, limits) }
  }
  const used = { ...session, lastUsedAt: now }
  return (await noteUse(tables, used))
    ? { is: 'open', session: used, signsOutAt: signsOutAt(used, limits) }
    : { is: 'ended' }
}

/** When a session ends unless it is used before, in epoch milliseconds. */
export function signsOutAt(
  { lastUsedAt, endsAt }: Pick<Session, 'lastUsedAt' | 'endsAt'>,
  limits: SessionLimits,
): number {
  return Math.min(lastUsedAt + limits.idle, endsAt)
}

/** @returns false when somebody has ended it in the meantime */
async function noteUse({ client, sessionsTable: TableName }: SessionTables, session: Session): Promise<boolean> {
  const { hash, personId, lastUsedAt } = session
  const change = {
    TableName,
    UpdateExpression: 'SET lastUsedAt = :now',
    ExpressionAttributeValues: { ':now': lastUsedAt },
  }
  const update = {
    ...change,
    Key: sessionKeys.session(hash),
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(endedAt)',
  }
  const listed = {
    ...change,
    Key: sessionKeys.listed(personId, hash),
    ConditionExpression: 'attribute_exists(pk)',
  }
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [{ Update: update }, { Update: listed }] }))
    return true
  } catch (error) {
    if (isRefused(error)) return false
    throw error
  }
}

/** Ends a session. Ending one that has ended changes nothing. */
export async function endSession(
  { client, sessionsTable: TableName }: SessionTables,
  { hash, personId }: Pick<Session, 'hash' | 'personId'>,
  now: number,
): Promise<void> {
  const update = {
    TableName,
    Key: sessionKeys.session(hash),
    UpdateExpression: 'SET endedAt = :now',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(endedAt)',
    ExpressionAttributeValues: { ':now': now },
  }
  try {
    await client.send(
      new TransactWriteCommand({
        TransactItems: [{ Update: update }, { Delete: { TableName, Key: sessionKeys.listed(personId, hash) } }],
      }),
    )
  } catch (error) {
    if (!isRefused(error)) throw error
  }
}

/** Ends every session of a person. @returns how many there were */
export async function endSessionsOf(tables: SessionTables, personId: string, now: number): Promise<number> {
  const sessions = await listSessions(tables, personId)
  for (const session of sessions) await endSession(tables, session, now)
  return sessions.length
}

/** The sessions that nobody has ended, of one person or of everybody: some of them may have run out. */
export async function listSessions(
  { client, sessionsTable }: SessionTables,
  personId?: string,
): Promise<readonly Session[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: sessionsTable,
      ConsistentRead: true,
      KeyConditionExpression: personId ? 'pk = :listed AND begins_with(sk, :person)' : 'pk = :listed',
      ExpressionAttributeValues: { ':listed': LISTED, ...(personId && { ':person': `${personId}#` }) },
    },
  )
  const found: Session[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map((item) => v.parse(sessionRow, item)))
  return found
}

/** Whether a condition of a transaction did not hold, and nothing else went wrong. */
function isRefused(error: unknown): boolean {
  return (
    error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some(({ Code }) => Code === 'ConditionalCheckFailed')
  )
}
