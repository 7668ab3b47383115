import { Readable } from 'node:stream'
import type { DynaliteStore, KeySpace, RangeOptions, Table } from './dynalite.ts'
import { itemSpace, type StagedWrites, type Storage, TABLE_SPACE } from './storage.ts'

export interface AwsPlace {
  readonly region: string
  readonly account: string
}

const MAXIMUM_ITEM_BYTES = 400 * 1024

function readable(pages: Iterator<unknown[]>): Readable {
  return new Readable({
    objectMode: true,
    read() {
      const page = pages.next()
      if (page.done) this.push(null)
      else for (const value of page.value) this.push(value)
    },
  })
}

function* mapPages<Row>(pages: Iterable<Row[]>, pick: (row: Row) => unknown): Generator<unknown[]> {
  for (const page of pages) yield page.map(pick)
}

function keySpace(storage: Storage, space: string, writes: StagedWrites | undefined): KeySpace {
  function staging(): StagedWrites {
    if (writes === undefined) throw new Error(`A read-only operation tried to write to ${space}`)
    return writes
  }
  return {
    get(key, callback) {
      const staged = writes?.latest(space, key)
      const value = staged === undefined ? storage.read(space, key) : staged.value
      process.nextTick(callback, null, value === undefined ? undefined : JSON.parse(value))
    },
    put(key, value, callback) {
      staging().put(space, key, JSON.stringify(value))
      process.nextTick(callback, null)
    },
    del(key, callback) {
      staging().delete(space, key)
      process.nextTick(callback, null)
    },
    batch(operations, callback) {
      for (const { type, key, value } of operations) {
        if (type === 'put') staging().put(space, key, JSON.stringify(value))
        else staging().delete(space, key)
      }
      process.nextTick(callback, null)
    },
    createValueStream: (range?: RangeOptions) =>
      readable(mapPages(storage.pages(space, range), (row) => JSON.parse(row.value))),
    createKeyStream: (range?: RangeOptions) => readable(mapPages(storage.pages(space, range), (row) => row.key)),
    // Our own lock lets one writer in at a time, so there is nobody to wait for here.
    lock: (_key, work) => work((callback) => callback),
  }
}

/** dynalite's own code looks for this name, and for the status and body of its errors. */
class TableNotFoundError extends Error {
  readonly statusCode = 400
  readonly body: { readonly __type: string; readonly message: string }

  /** @param name the table, where DynamoDB's answer names it. */
  constructor(name: string | undefined) {
    const message = `Requested resource not found${name === undefined ? '' : `: Table: ${name} not found`}`
    super(message)
    this.name = 'NotFoundError'
    this.body = { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message }
  }
}

/**
 * The store that dynalite's actions run on, over our storage.
 * @param writes where writes go; without it the store is read-only.
 */
export function dynaliteStore(storage: Storage, place: AwsPlace, writes?: StagedWrites): DynaliteStore {
  const spaces = new Map<string, KeySpace>()
  function space(name: string): KeySpace {
    const known = spaces.get(name) ?? keySpace(storage, name, writes)
    spaces.set(name, known)
    return known
  }
  function deleteSpace(name: string, callback: (error: unknown) => void): void {
    writes?.deleteSpace(name)
    process.nextTick(callback, null)
  }
  const indexSpace = (type: string, table: string, index: string) => `index-${type.toLowerCase()}~${table}~${index}`
  const tableDb = { ...space(TABLE_SPACE), awsAccountId: place.account, awsRegion: place.region }

  return {
    options: { createTableMs: 0, updateTableMs: 0, deleteTableMs: 0, maxItemSize: MAXIMUM_ITEM_BYTES },
    tableDb,
    getItemDb: (table) => space(itemSpace(table)),
    getIndexDb: (type, table, index) => space(indexSpace(type, table, index)),
    getTagDb: (table) => space(`tag-${table}`),
    deleteItemDb: (table, callback) => deleteSpace(itemSpace(table), callback),
    deleteIndexDb: (type, table, index, callback) => deleteSpace(indexSpace(type, table, index), callback),
    deleteTagDb: (table, callback) => deleteSpace(`tag-${table}`, callback),
    getTable(name, checkStatus, callback) {
      // dynalite leaves the second argument out when the table must be ready for use.
      const answer = typeof checkStatus === 'function' ? checkStatus : callback
      if (answer === undefined) throw new Error('getTable was called without a callback')
      tableDb.get(name, (_error, found) => {
        const table = found as Table | undefined
        if (table === undefined) answer(new TableNotFoundError(checkStatus ? undefined : name))
        else answer(null, table)
      })
    },
  }
}
