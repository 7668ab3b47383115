import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { RangeOptions } from './dynalite.ts'

/** The key space that holds one table's items. */
export function itemSpace(tableName: string): string {
  return `item-${tableName}`
}

/** The key space that holds the tables' descriptions. */
export const TABLE_SPACE = 'table'

const PAGE_ROWS = 200
const AFTER_EVERY_KEY = '\u{10FFFF}'

/** dynalite's keys and values as rows of the service's own database, so that they commit together with everything else. */
export class Storage {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.#database = database
    database.exec(`CREATE TABLE IF NOT EXISTS dynamodb_storage (
      space TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (space, key)) WITHOUT ROWID`)
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** The value's JSON, or undefined. */
  read(space: string, key: string): string | undefined {
    const row = this.#statement('SELECT value FROM dynamodb_storage WHERE space = ? AND key = ?').get(space, key)
    return row === undefined ? undefined : String(row.value)
  }

  /** The rows of a range in key order, a page at a time, so that a reader can stop early. Never yields an empty page. */
  *pages(space: string, range: RangeOptions = {}): Generator<{ key: string; value: string }[]> {
    let { gt, gte, lt, lte } = range
    let left = range.limit !== undefined && range.limit >= 0 ? range.limit : Number.POSITIVE_INFINITY
    while (left > 0) {
      const sql = `SELECT key, value FROM dynamodb_storage WHERE space = ?
        AND key ${gt === undefined ? '>=' : '>'} ? AND key ${lte === undefined ? '<' : '<='} ?
        ORDER BY key ${range.reverse ? 'DESC' : 'ASC'} LIMIT ?`
      const limit = Math.min(left, PAGE_ROWS)
      const rows = this.#statement(sql)
        .all(space, gt ?? gte ?? '', lte ?? lt ?? AFTER_EVERY_KEY, limit)
        .map((row) => ({ key: String(row.key), value: String(row.value) }))
      const last = rows.at(-1)
      if (last === undefined) return
      yield rows
      if (rows.length < limit) return
      left -= rows.length
      if (range.reverse) [lt, lte] = [last.key, undefined]
      else [gt, gte] = [last.key, undefined]
    }
  }

  /** Writes what was staged. Call it inside a transaction of the database. */
  apply(writes: StagedWrites): void {
    for (const write of writes.inOrder) {
      if (write.key === undefined) this.#statement('DELETE FROM dynamodb_storage WHERE space = ?').run(write.space)
      else if (write.value === undefined)
        this.#statement('DELETE FROM dynamodb_storage WHERE space = ? AND key = ?').run(write.space, write.key)
      else
        this.#statement(
          'INSERT INTO dynamodb_storage VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
        ).run(write.space, write.key, write.value)
    }
  }
}

interface Write {
  readonly space: string
  /** Undefined: the whole space is deleted. */
  readonly key?: string
  /** Undefined: the row is deleted. */
  readonly value?: string | undefined
}

/** The writes of one operation, kept in memory until all of them are known to stand. */
export class StagedWrites {
  readonly inOrder: Write[] = []
  readonly #latest = new Map<string, Write>()
  readonly #waiting: { count: number; resolve: () => void }[] = []
  #tableWrites = 0

  put(space: string, key: string, value: string): void {
    this.#add({ space, key, value })
  }

  delete(space: string, key: string): void {
    this.#add({ space, key, value: undefined })
  }

  deleteSpace(space: string): void {
    this.inOrder.push({ space })
  }

  /** The last write staged for a row; undefined when there is none. */
  latest(space: string, key: string): Write | undefined {
    return this.#latest.get(`${space}\n${key}`)
  }

  /** The rows that were put or deleted, each once. */
  rows(): Iterable<Write> {
    return this.#latest.values()
  }

  /** Resolves when table descriptions have been written `count` times: dynalite writes the final state a moment later. */
  tableWrites(count: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#tableWrites >= count) resolve()
      else this.#waiting.push({ count, resolve })
    })
  }

  #add(write: Write & { readonly key: string }): void {
    this.inOrder.push(write)
    this.#latest.set(`${write.space}\n${write.key}`, write)
    if (write.space !== TABLE_SPACE) return
    this.#tableWrites += 1
    for (const { count, resolve } of this.#waiting) if (this.#tableWrites >= count) resolve()
  }
}
