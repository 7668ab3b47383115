import type { DatabaseSync } from 'node:sqlite'
import type { Item } from './dynalite.ts'

const FIVE_YEARS_SECONDS = 5 * 365 * 24 * 60 * 60

/**
 * When an item expires, in epoch seconds; undefined for never. The attribute must be a number, and a time more than
 * five years ago counts as a mistake and not as expired
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html).
 */
export function expiryOf(item: Item, attribute: string, nowSeconds: number): number | undefined {
  const written = item[attribute]?.N
  if (typeof written !== 'string') return undefined
  const seconds = Math.floor(Number(written))
  if (!Number.isSafeInteger(seconds) || seconds < nowSeconds - FIVE_YEARS_SECONDS) return undefined
  return seconds
}

/** The items that expire, by time: kept in step with the items in the same commit, so that nothing has to be searched for. */
export class ExpiryIndex {
  readonly #set
  readonly #remove
  readonly #removeTable
  readonly #first
  readonly #due

  constructor(database: DatabaseSync) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS dynamodb_expiry (
        table_name TEXT NOT NULL, key TEXT NOT NULL, expires_at INTEGER NOT NULL, PRIMARY KEY (table_name, key));
      CREATE INDEX IF NOT EXISTS dynamodb_expiry_by_time ON dynamodb_expiry (expires_at);`)
    this.#set = database.prepare('INSERT OR REPLACE INTO dynamodb_expiry VALUES (?, ?, ?)')
    this.#remove = database.prepare('DELETE FROM dynamodb_expiry WHERE table_name = ? AND key = ?')
    this.#removeTable = database.prepare('DELETE FROM dynamodb_expiry WHERE table_name = ?')
    this.#first = database.prepare('SELECT min(expires_at) AS first FROM dynamodb_expiry')
    this.#due = database.prepare(
      'SELECT table_name, key FROM dynamodb_expiry WHERE expires_at <= ? ORDER BY expires_at, key LIMIT ?',
    )
  }

  /** @param expiresAt epoch seconds; undefined when the item does not expire or is gone. */
  set(tableName: string, key: string, expiresAt: number | undefined): void {
    if (expiresAt === undefined) this.#remove.run(tableName, key)
    else this.#set.run(tableName, key, expiresAt)
  }

  removeTable(tableName: string): void {
    this.#removeTable.run(tableName)
  }

  /** Epoch milliseconds of the first expiry; undefined when nothing expires. */
  nextDue(): number | undefined {
    const first = this.#first.get()?.first
    return first == null ? undefined : Number(first) * 1000
  }

  /** Up to `limit` items that have expired at `now` (epoch milliseconds), oldest first. */
  due(now: number, limit: number): { tableName: string; key: string }[] {
    return this.#due
      .all(Math.floor(now / 1000), limit)
      .map((row) => ({ tableName: String(row.table_name), key: String(row.key) }))
  }
}
