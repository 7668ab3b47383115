import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import {
  CASE_READINGS,
  READING_REASONS,
  RETURN_REASONS,
  type ReadingReason,
  type ReturnReason,
} from '../../audit/entry.ts'
import { WHO_RECORDS } from '../../cases/role.ts'
import type { Actor } from '../../recording/actor.ts'
import type { Reads } from '../reading.ts'
import { mayUse } from '../routes.ts'
import { expiry, type SessionTables, sessionKeys } from '../sign-in/session-tables.ts'

/** As long as a session can last at most. */
const KEPT_FOR = 12 * 3_600_000

/** Why somebody reads what is not theirs to read every day: a case, or the cases of a year. */
type GivenReason = ReadingReason | ReturnReason

const reasonRow = v.object({ why: v.picklist([...READING_REASONS, ...RETURN_REASONS]) })

/** Whether somebody says why before they read this: an auditor who does not work on cases, of a case. */
export function needsReason({ roles }: Pick<Actor, 'roles'>, reads: Reads): boolean {
  return CASE_READINGS.some((one) => one === reads) && !mayUse(roles, WHO_RECORDS)
}

/**
 * Why somebody reads something, as they have said it in this session.
 * @param session the hash of its id
 * @param of the reference of a case, or the name of what else is read
 */
export async function reasonGiven(
  { client, sessionsTable }: SessionTables,
  session: string,
  of: string,
): Promise<GivenReason | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: sessionsTable, Key: sessionKeys.reason(session, of), ConsistentRead: true }),
  )
  return Item && v.parse(reasonRow, Item).why
}

/** Notes why somebody reads it, for as long as the session lasts. */
export async function giveReason(
  { client, sessionsTable }: SessionTables,
  session: string,
  of: string,
  why: GivenReason,
  now: Date,
): Promise<void> {
  const Item = { ...sessionKeys.reason(session, of), why, ...expiry(now.getTime() + KEPT_FOR) }
  await client.send(new PutCommand({ TableName: sessionsTable, Item }))
}
