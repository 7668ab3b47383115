/**
 * What always holds here. Tests name each number that they prove.
 *
 * Commit 1. An operation's items, indexes, stream records, expiry times and token stand together or not at all.
 * Commit 2. Each item that changed has one stream record and no other has any, in the order of the commits.
 * Commit 3. No reader sees a part of an operation.
 * Commit 4. A transaction whose request token was used before does nothing.
 * Commit 5. What was answered is on disk.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { type Item, keyOf, type Table } from './dynalite.ts'
import type { AwsPlace } from './dynalite-store.ts'
import { type ExpiryIndex, expiryOf } from './expiry.ts'
import { itemSpace, type StagedWrites, type Storage, TABLE_SPACE } from './storage.ts'
import type { StreamLog } from './stream-log.ts'
import { streamRecordOf, type UserIdentity } from './stream-record.ts'
import type { TableSettingsStore } from './table-settings.ts'

/** What is kept in step with the items. */
export interface CommitSurroundings {
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly place: AwsPlace
  readonly storage: Storage
  readonly settings: TableSettingsStore
  readonly log: StreamLog
  readonly expiry: ExpiryIndex
  readonly hasEventSource: (tableName: string) => boolean
}

/** The ARN of a table's stream. */
export function streamArn({ region, account }: AwsPlace, tableName: string, label: string): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${tableName}/stream/${label}`
}

/** The table's description as it is on disk; undefined when there is no such table. */
export function readTable(storage: Storage, tableName: string): Table | undefined {
  const text = storage.read(TABLE_SPACE, tableName)
  return text === undefined ? undefined : (JSON.parse(text) as Table)
}

const ITEM_SPACE_PREFIX = itemSpace('')

function parseItem(text: string | undefined): Item | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Item)
}

/**
 * Makes an operation's staged writes stand, all at once: items, indexes, stream records, expiry times and whatever the
 * operation adds commit in one transaction of the database, so a crash leaves all of it or none. Runs without a pause,
 * so no reader sees a part of it either.
 * @param also is written in the same transaction.
 * @returns the tables whose streams have new records.
 */
export function commit(
  surroundings: CommitSurroundings,
  writes: StagedWrites,
  { userIdentity, also }: { userIdentity?: UserIdentity; also?: () => void } = {},
): Set<string> {
  const { database, clock, place, storage, settings, log, expiry, hasEventSource } = surroundings
  const now = clock.now()
  const withRecords = new Set<string>()
  inTransaction(database, () => {
    for (const { space, key, value } of writes.rows()) {
      if (!space.startsWith(ITEM_SPACE_PREFIX) || key === undefined) continue
      const tableName = space.slice(ITEM_SPACE_PREFIX.length)
      const { stream, timeToLiveAttribute } = settings.of(tableName)
      if (stream === undefined && timeToLiveAttribute === undefined) continue
      const before = parseItem(storage.read(space, key))
      const after = parseItem(value)
      if (timeToLiveAttribute !== undefined)
        expiry.set(tableName, key, after && expiryOf(after, timeToLiveAttribute, now / 1000))
      const either = after ?? before
      const table = readTable(storage, tableName)
      if (stream === undefined || either === undefined || table === undefined) continue
      const change = { keys: keyOf(table, either), before, after }
      const record = streamRecordOf(change, stream.viewType, now, userIdentity)
      if (record === undefined) continue
      log.append(tableName, streamArn(place, tableName, stream.label), record, now)
      withRecords.add(tableName)
    }
    // With an event source, records leave when it has handled them, however long that takes.
    for (const tableName of withRecords) if (!hasEventSource(tableName)) log.expire(tableName, now)
    storage.apply(writes)
    also?.()
  })
  return withRecords
}
