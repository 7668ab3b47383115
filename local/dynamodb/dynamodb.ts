import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import type { PutMetric } from '../cloudwatch/metrics.ts'
import type { Clock, EndpointResponse, FunctionInvoker, TimedService } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { type CommitSurroundings, commit, readTable, streamArn } from './commit.ts'
import { type DynaliteOperation, execute, type Item, keyOf, storageKey, validate } from './dynalite.ts'
import { type AwsPlace, dynaliteStore } from './dynalite-store.ts'
import {
  CONFLICT_REASON,
  DynamoDbError,
  transactionCanceled,
  transactionConflict,
  unknownOperation,
  validationException,
} from './dynamodb-error.ts'
import { type EventSourceDefinition, eventSource, isWanted, ProgressStore } from './event-source.ts'
import { EventSourcePump } from './event-source-pump.ts'
import { ExpiryIndex } from './expiry.ts'
import { ReadWriteLock } from './read-write-lock.ts'
import { fingerprint, RequestTokens } from './request-tokens.ts'
import { itemSpace, StagedWrites, Storage } from './storage.ts'
import { eventRecord, StreamLog, sequenceNumber } from './stream-log.ts'
import type { UserIdentity } from './stream-record.ts'
import { checkSameTable, type TableDefinition } from './table-definition.ts'
import { TableOperations } from './table-operations.ts'
import { TableSettingsStore } from './table-settings.ts'
import { parseTransactWrite, runTransactGet, runTransactWrite } from './transaction.ts'

export type { EventSourceDefinition } from './event-source.ts'
export type { TableDefinition } from './table-definition.ts'

export interface DynamoDbOptions {
  /** Everything is kept here, so that items, stream records and progress commit together. */
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly invoker: FunctionInvoker
  /** eu-west-2 when left out. */
  readonly region?: string
  /** 000000000000 when left out. */
  readonly account?: string
  /** Takes how old records are when their function gets them. Nobody looks at it unless given. */
  readonly putMetric?: PutMetric
  /** Puts a message on the queue with this ARN; needed only for event sources with an `onFailureQueue`. */
  readonly sendToQueue?: (queueArn: string, message: object) => Promise<void>
  /** Which writes meet somebody else's transaction; none when left out. */
  readonly meetsConflict?: MeetsConflict
}

/**
 * Whether a write meets somebody else's transaction, and is refused for that. Here all writes follow one another, so that
 * it happens only where it is asked for.
 * @param number the writes and transactions since the start are counted from 1.
 */
export type MeetsConflict = (number: number) => boolean

/** A stream record that a function has not handled, without its images. */
export interface UndeliveredRecord {
  readonly tableName: string
  readonly functionName: string
  readonly sequenceNumber: string
  readonly eventName: string
  readonly keys: unknown
  /** `waiting` for its first attempt, `retrying` after a failed one, `failed` when given up. */
  readonly state: 'waiting' | 'retrying' | 'failed'
  readonly attempts: number
  readonly lastError: string | undefined
  /** Epoch milliseconds of the next attempt, for a record that is retried. */
  readonly retryAt: number | undefined
}

type Fields = Readonly<Record<string, unknown>>

const READS: ReadonlySet<string> = new Set<DynaliteOperation>([
  'BatchGetItem',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'Query',
  'Scan',
])
const WRITES: ReadonlySet<string> = new Set<DynaliteOperation>([
  'BatchWriteItem',
  'DeleteItem',
  'PutItem',
  'TagResource',
  'UntagResource',
  'UpdateItem',
])

/** The writes of one item that are refused while somebody's transaction holds it. */
const ITEM_WRITES: ReadonlySet<DynaliteOperation> = new Set(['DeleteItem', 'PutItem', 'UpdateItem'])

const EXPIRED_AT_ONCE = 100
const LISTED_RECORDS = 1000
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
const EXPIRY_IDENTITY: UserIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' }

/**
 * DynamoDB for the local service.
 *
 * dynalite evaluates requests, expressions and indexes; its store is ours. An operation's writes are staged in memory
 * under an exclusive lock and committed in one transaction of the service's database, together with their stream
 * records: a crash at any moment leaves all of them or none, and a caller that was answered never loses its write.
 */
export class DynamoDb implements TimedService {
  readonly #options: DynamoDbOptions
  readonly #place: AwsPlace
  readonly #lock = new ReadWriteLock()
  readonly #storage: Storage
  readonly #settings: TableSettingsStore
  readonly #log: StreamLog
  readonly #expiry: ExpiryIndex
  readonly #progress: ProgressStore
  readonly #tokens: RequestTokens
  readonly #surroundings: CommitSurroundings
  readonly #tables: TableOperations
  readonly #pumps: EventSourcePump[] = []
  #closed = false
  #requests = 0
  #writes = 0

  constructor(options: DynamoDbOptions) {
    const { database, clock } = options
    this.#options = options
    this.#place = { region: options.region ?? 'eu-west-2', account: options.account ?? '000000000000' }
    this.#storage = new Storage(database)
    this.#settings = new TableSettingsStore(database)
    this.#log = new StreamLog(database)
    this.#expiry = new ExpiryIndex(database)
    this.#progress = new ProgressStore(database)
    this.#tokens = new RequestTokens(database)
    this.#surroundings = {
      database,
      clock,
      place: this.#place,
      storage: this.#storage,
      settings: this.#settings,
      log: this.#log,
      expiry: this.#expiry,
      hasEventSource: (tableName) => this.#progress.slowestPosition(tableName) !== undefined,
    }
    this.#tables = new TableOperations(this.#surroundings)
  }

  /**
   * Answers one request of the DynamoDB API (JSON 1.0, `DynamoDB_20120810`).
   * @param operation for example `PutItem`.
   * @param request the parsed body.
   * @returns status 200 and the answer, or status 400 and DynamoDB's error with `__type`.
   * @throws Error when the service is closed, or has a fault of its own.
   */
  async handle(operation: string, request: object): Promise<EndpointResponse> {
    this.#requests += 1
    try {
      // The storage answers at once, so a caller in this process that asks without end would let nothing else run.
      await setImmediate()
      if (this.#closed) throw new Error(`DynamoDB is closed; ${operation} was not carried out.`)
      return { status: 200, body: await this.#perform(operation, request as Fields) }
    } catch (error) {
      if (error instanceof DynamoDbError) return { status: error.status, body: error.body }
      throw error
    } finally {
      this.#requests -= 1
    }
  }

  /**
   * Makes a table ready for use. A table that is there keeps its items; its stream and its expiry follow the definition.
   * @throws Error when the definition is not valid, or differs from the existing table in its key or its indexes.
   */
  async createTable(definition: TableDefinition): Promise<void> {
    await this.#lock.exclusive(async () => {
      const existing = readTable(this.#storage, definition.TableName)
      if (existing === undefined) await this.#tables.create({ ...definition })
      else checkSameTable(existing, definition)
      this.#tables.setStream(definition)
      const { Enabled, AttributeName } = definition.TimeToLiveSpecification ?? { Enabled: false }
      const attribute = Enabled ? AttributeName : undefined
      if (this.#settings.of(definition.TableName).timeToLiveAttribute !== attribute)
        this.#tables.setTimeToLive(definition.TableName, attribute)
    })
  }

  /** The ARN of the table's stream; undefined when it has none. */
  streamArn(tableName: string): string | undefined {
    const { stream } = this.#settings.of(tableName)
    return stream && streamArn(this.#place, tableName, stream.label)
  }

  /**
   * Starts delivering a table's stream records to a function. After a restart, add the same event source again: it
   * goes on where it was.
   * @throws Error when the table has no stream, the function receives it already, or a property is not supported.
   */
  addEventSource(definition: EventSourceDefinition): void {
    const source = eventSource(definition)
    const name = `the event source from ${source.tableName} to ${source.functionName}`
    if (this.#settings.of(source.tableName).stream === undefined)
      throw new Error(`The table ${source.tableName} has no stream; ${name} needs one. Set its StreamSpecification.`)
    if (
      this.#pumps.some(
        ({ source: { tableName, functionName } }) =>
          `${tableName} ${functionName}` === `${source.tableName} ${source.functionName}`,
      )
    )
      throw new Error(`There is one already: ${name}.`)
    if (source.onFailureQueue !== undefined && this.#options.sendToQueue === undefined)
      throw new Error(`There are no queues here, but ${name} has the failure queue ${source.onFailureQueue}.`)
    this.#progress.begin(source, definition.startingPosition === 'LATEST' ? this.#log.last() : 0)
    const { database, clock, invoker, sendToQueue, putMetric } = this.#options
    const pump = new EventSourcePump(source, {
      database,
      clock,
      invoker,
      log: this.#log,
      progress: this.#progress,
      region: this.#place.region,
      sendToQueue,
      putMetric,
    })
    this.#pumps.push(pump)
    pump.wake()
  }

  /**
   * Forgets the event sources on disk that were not added since the start, so that what they had not handled is not
   * kept for ever. Call it once all event sources have been added.
   * @returns the ones forgotten.
   */
  forgetOtherEventSources(): { tableName: string; functionName: string }[] {
    const isAdded = (one: { tableName: string; functionName: string }) =>
      this.#pumps.some(({ source }) => source.tableName === one.tableName && source.functionName === one.functionName)
    const others = this.#progress.identities().filter((one) => !isAdded(one))
    inTransaction(this.#options.database, () => {
      for (const other of others) this.#progress.remove(other)
    })
    return others
  }

  /** The records that their functions have not handled, first those still to be delivered, then those given up. */
  undelivered(): UndeliveredRecord[] {
    const pending = this.#pumps.flatMap(({ source }): UndeliveredRecord[] => {
      const progress = this.#progress.of(source)
      const { tableName, functionName } = source
      return this.#log
        .after(tableName, progress.position, LISTED_RECORDS)
        .filter((record) => isWanted(source, eventRecord(record, this.#place.region)))
        .map(({ sequence, content }, index) => {
          const isRetried =
            progress.lastError !== undefined &&
            (progress.batchEnd === undefined ? index === 0 : sequence <= progress.batchEnd)
          return {
            tableName,
            functionName,
            sequenceNumber: sequenceNumber(sequence),
            eventName: content.eventName,
            keys: content.dynamodb.Keys,
            state: isRetried ? 'retrying' : 'waiting',
            attempts: isRetried ? progress.attempts : 0,
            lastError: isRetried ? progress.lastError : undefined,
            retryAt: isRetried ? progress.retryAt : undefined,
          }
        })
    })
    const failed = this.#progress.failed(LISTED_RECORDS).map(
      ({ tableName, functionName, sequence, eventName, keys, attempts, lastError }): UndeliveredRecord => ({
        tableName,
        functionName,
        sequenceNumber: sequenceNumber(sequence),
        eventName,
        keys,
        state: 'failed',
        attempts,
        lastError,
        retryAt: undefined,
      }),
    )
    return [...pending, ...failed]
  }

  nextDue(): number | undefined {
    const times = [this.#expiry.nextDue(), ...this.#pumps.map((pump) => pump.nextDue())]
    const due = times.filter((time) => time !== undefined)
    return due.length === 0 ? undefined : Math.min(...due)
  }

  async fireDue(now: number): Promise<void> {
    if (this.#closed) return
    await this.#deleteExpired(now)
    for (const pump of this.#pumps) {
      const due = pump.nextDue()
      if (due !== undefined && due <= now) pump.wake()
    }
  }

  isIdle(): boolean {
    return this.#requests === 0 && this.#lock.isFree() && !this.#pumps.some((pump) => pump.isRunning())
  }

  /** Takes no more requests, and resolves when those under way and the batches in functions' hands have ended. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#lock.exclusive(async () => undefined)
    await Promise.all(this.#pumps.map((pump) => pump.stop()))
  }

  async #perform(operation: string, request: Fields): Promise<unknown> {
    if (READS.has(operation)) return this.#lock.shared(() => this.#read(operation as DynaliteOperation, request))
    if (WRITES.has(operation)) return this.#lock.exclusive(() => this.#write(operation as DynaliteOperation, request))
    switch (operation) {
      case 'TransactWriteItems':
        return this.#lock.exclusive(() => this.#transactWrite(request))
      case 'TransactGetItems':
        return this.#lock.shared(() => runTransactGet(this.#store(), request))
      case 'CreateTable':
        return this.#lock.exclusive(() => this.#tables.create(request))
      case 'UpdateTable':
        return this.#lock.exclusive(() => this.#tables.update(request))
      case 'DeleteTable':
        return this.#lock.exclusive(() => this.#tables.delete(request))
      case 'DescribeTable':
        return this.#lock.shared(() => this.#tables.describe(request))
      case 'UpdateTimeToLive':
        return this.#lock.exclusive(() => this.#tables.updateTimeToLive(request))
      case 'DescribeTimeToLive':
        return this.#lock.shared(() => this.#tables.describeTimeToLive(request))
      default:
        throw unknownOperation(operation)
    }
  }

  #store(writes?: StagedWrites) {
    return dynaliteStore(this.#storage, this.#place, writes)
  }

  #read(operation: DynaliteOperation, request: Fields): Promise<Fields> {
    const store = this.#store()
    return execute(store, operation, validate(store, operation, request))
  }

  async #write(operation: DynaliteOperation, request: Fields): Promise<Fields> {
    const writes = new StagedWrites()
    const store = this.#store(writes)
    const data = validate(store, operation, request)
    if (ITEM_WRITES.has(operation) && this.#meetsConflict()) throw transactionConflict()
    const answer = await execute(store, operation, data).catch((error: unknown) => {
      throw this.#withOldItem(error, request)
    })
    this.#commit(writes)
    return answer
  }

  #meetsConflict(): boolean {
    this.#writes += 1
    return this.#options.meetsConflict?.(this.#writes) ?? false
  }

  /** ReturnValuesOnConditionCheckFailure (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html). */
  #withOldItem(error: unknown, request: Fields): unknown {
    if (!(error instanceof DynamoDbError) || error.name !== 'ConditionalCheckFailedException') return error
    if (request.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD') return error
    const tableName = String(request.TableName)
    const table = readTable(this.#storage, tableName)
    const key = table && storageKey(table, (request.Key ?? request.Item) as Item)
    const Item = key === undefined ? undefined : this.#itemAt(tableName, key)
    return Item === undefined ? error : new DynamoDbError({ ...error.body, Item })
  }

  #itemAt(tableName: string, key: string): Item | undefined {
    const text = this.#storage.read(itemSpace(tableName), key)
    return text === undefined ? undefined : (JSON.parse(text) as Item)
  }

  async #transactWrite(request: Fields): Promise<Fields> {
    const token = request.ClientRequestToken
    if (token !== undefined && (typeof token !== 'string' || token.length < 1 || token.length > 36))
      throw validationException(
        `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36`,
      )
    const now = this.#options.clock.now()
    const requestFingerprint = fingerprint(request.TransactItems)
    const writes = new StagedWrites()
    const store = this.#store(writes)
    const actions = parseTransactWrite(store, request)
    if (token !== undefined && this.#tokens.isRepeated(token, requestFingerprint, now)) return {}
    if (this.#meetsConflict()) {
      const others = actions.slice(1).map(() => ({ Code: 'None' }))
      throw transactionCanceled([...others, CONFLICT_REASON])
    }
    const scratch = this.#store(new StagedWrites())
    const itemAt = (tableName: string, key: string) => this.#itemAt(tableName, key)
    const itemAfter = (tableName: string, key: string) => {
      const write = writes.latest(itemSpace(tableName), key)
      if (write === undefined) return itemAt(tableName, key)
      return write.value === undefined ? undefined : (JSON.parse(write.value) as Item)
    }
    await runTransactWrite(store, scratch, actions, itemAt, itemAfter)
    this.#commit(writes, {
      also: () => {
        if (token !== undefined) this.#tokens.remember(token, requestFingerprint, now)
      },
    })
    return {}
  }

  #commit(writes: StagedWrites, options?: Parameters<typeof commit>[2]): void {
    const tables = commit(this.#surroundings, writes, options)
    for (const pump of this.#pumps) if (tables.has(pump.source.tableName)) pump.wake()
  }

  /** Deletes the items that have expired, some at a time so that others get a turn. */
  async #deleteExpired(now: number): Promise<void> {
    for (;;) {
      const deleted = await this.#lock.exclusive(async () => {
        const due = this.#expiry.due(now, EXPIRED_AT_ONCE)
        if (due.length === 0) return 0
        const writes = new StagedWrites()
        const store = this.#store(writes)
        for (const { tableName, key } of due) {
          const [table, item] = [readTable(this.#storage, tableName), this.#itemAt(tableName, key)]
          if (table === undefined || item === undefined)
            throw new Error(`The expiry index names an item of ${tableName} that is not there.`)
          const data = validate(store, 'DeleteItem', { TableName: tableName, Key: keyOf(table, item) })
          await execute(store, 'DeleteItem', data)
        }
        this.#commit(writes, { userIdentity: EXPIRY_IDENTITY })
        return due.length
      })
      if (deleted < EXPIRED_AT_ONCE) return
    }
  }
}

/** Opens DynamoDB on the service's database; what was there before a restart is there again. */
export function createDynamoDb(options: DynamoDbOptions): DynamoDb {
  return new DynamoDb(options)
}
