import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ownPath } from './own-path.ts'
import { expiry, type SessionTables, sessionKeys } from './session-tables.ts'
import { hashOf } from './tokens.ts'

/** For how long somebody can take to sign in at the directory. */
export const TIME_TO_SIGN_IN = 60 * 60_000

/** What is remembered of a sign-in until the directory sends the browser back. */
export interface BegunSignIn {
  readonly issuer: string
  readonly nonce: string
  readonly codeVerifier: string
  /** One of our own paths. */
  readonly destination: string
  /** Epoch milliseconds. */
  readonly beganAt: number
}

const begunRow = v.object({
  issuer: v.string(),
  nonce: v.string(),
  codeVerifier: v.string(),
  destination: v.string(),
  beganAt: v.number(),
})

/** Remembers where a browser wanted to go. @param browser what its cookie holds */
export async function rememberDestination(
  { client, sessionsTable }: SessionTables,
  browser: string,
  path: string,
  now: number,
): Promise<void> {
  const Item = { ...sessionKeys.destination(hashOf(browser)), path: ownPath(path), ...expiry(now + TIME_TO_SIGN_IN) }
  await client.send(new PutCommand({ TableName: sessionsTable, Item }))
}

/** Where a browser wanted to go: one of our own paths. */
export async function destinationOf({ client, sessionsTable }: SessionTables, browser: string): Promise<string> {
  const Key = sessionKeys.destination(hashOf(browser))
  const { Item } = await client.send(new GetCommand({ TableName: sessionsTable, Key }))
  return ownPath(typeof Item?.path === 'string' ? Item.path : '/')
}

/** Remembers a sign-in. A browser can have several, one in each of its windows. */
export async function rememberSignIn(
  { client, sessionsTable }: SessionTables,
  browser: string,
  state: string,
  begun: BegunSignIn,
): Promise<void> {
  const Item = {
    ...sessionKeys.begun(hashOf(browser), hashOf(state)),
    ...begun,
    ...expiry(begun.beganAt + TIME_TO_SIGN_IN),
  }
  await client.send(new PutCommand({ TableName: sessionsTable, Item }))
}

/**
 * Takes what was remembered of a sign-in. It can be taken once.
 * @returns undefined when this browser has begun none with that state, or too long ago
 */
export async function takeSignIn(
  { client, sessionsTable }: SessionTables,
  browser: string,
  state: string,
  now: number,
): Promise<BegunSignIn | undefined> {
  const { Attributes } = await client.send(
    new DeleteCommand({
      TableName: sessionsTable,
      Key: sessionKeys.begun(hashOf(browser), hashOf(state)),
      ReturnValues: 'ALL_OLD',
    }),
  )
  const begun = Attributes && v.parse(begunRow, Attributes)
  return begun && now < begun.beganAt + TIME_TO_SIGN_IN ? begun : undefined
}
