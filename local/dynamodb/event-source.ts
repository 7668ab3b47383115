import type { DatabaseSync } from 'node:sqlite'
import { type EventPattern, matchesEventPattern } from '../event-pattern.ts'
import { RETENTION_MILLISECONDS } from './stream-log.ts'

/**
 * Which function receives a table's stream records, and how; the properties of `AWS::Lambda::EventSourceMapping`
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html).
 */
export interface EventSourceDefinition {
  readonly tableName: string
  /** A function's name or ARN, as the invoker knows it. */
  readonly functionName: string
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST'
  /** 1 to 10,000; 100 when left out. */
  readonly batchSize?: number
  /** How long to wait for a batch to fill; 0 when left out. */
  readonly maximumBatchingWindowSeconds?: number
  /** Retries after the first attempt; -1, the default, for as many as fit in the records' 24 hours. */
  readonly maximumRetryAttempts?: number
  /** A failed batch whose oldest record is older than this is given up; -1, the default, for the stream's 24 hours. */
  readonly maximumRecordAgeSeconds?: number
  readonly bisectBatchOnFunctionError?: boolean
  readonly functionResponseTypes?: readonly 'ReportBatchItemFailures'[]
  /** Filter patterns, as JSON text (as in a template) or parsed. A record is delivered when any of them matches it. */
  readonly filterPatterns?: readonly (string | EventPattern)[]
  /** The ARN of the queue that is told of the batches given up. */
  readonly onFailureQueue?: string
}

/** An event source with its defaults filled in. */
export interface EventSource {
  readonly tableName: string
  readonly functionName: string
  readonly batchSize: number
  readonly batchingWindowMilliseconds: number
  readonly maximumRetryAttempts: number
  readonly maximumRecordAgeMilliseconds: number
  readonly bisects: boolean
  readonly reportsItemFailures: boolean
  readonly filterPatterns: readonly EventPattern[]
  readonly onFailureQueue: string | undefined
}

function inRange(name: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`The event source's ${name} is ${value}; it must be a whole number from ${least} to ${most}.`)
  return value
}

/**
 * Fills in the defaults and checks the limits.
 * @throws Error naming the property that is out of its limits, or the filter pattern that is not supported.
 */
export function eventSource(definition: EventSourceDefinition): EventSource {
  const age = inRange('maximumRecordAgeSeconds', definition.maximumRecordAgeSeconds ?? -1, -1, 604_800)
  const patterns = (definition.filterPatterns ?? []).map((pattern) =>
    typeof pattern === 'string' ? (JSON.parse(pattern) as EventPattern) : pattern,
  )
  // A pattern that cannot be understood is refused now, and not when the first record comes.
  for (const pattern of patterns) matchesEventPattern(pattern, {})
  return {
    tableName: definition.tableName,
    functionName: definition.functionName,
    batchSize: inRange('batchSize', definition.batchSize ?? 100, 1, 10_000),
    batchingWindowMilliseconds:
      1000 * inRange('maximumBatchingWindowSeconds', definition.maximumBatchingWindowSeconds ?? 0, 0, 300),
    maximumRetryAttempts: inRange('maximumRetryAttempts', definition.maximumRetryAttempts ?? -1, -1, 10_000),
    maximumRecordAgeMilliseconds: age < 0 ? RETENTION_MILLISECONDS : Math.min(age * 1000, RETENTION_MILLISECONDS),
    bisects: definition.bisectBatchOnFunctionError ?? false,
    reportsItemFailures: definition.functionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    filterPatterns: patterns,
    onFailureQueue: definition.onFailureQueue,
  }
}

/** Whether the event source's function is to see this record. */
export function isWanted(source: EventSource, record: Readonly<Record<string, unknown>>): boolean {
  return (
    source.filterPatterns.length === 0 || source.filterPatterns.some((pattern) => matchesEventPattern(pattern, record))
  )
}

/** How far an event source has come. */
export interface Progress {
  /** The sequence of the last record that it has handled. */
  readonly position: number
  /** Failed attempts at the batch that comes next. */
  readonly attempts: number
  /** Epoch milliseconds before which that batch is not tried again. */
  readonly retryAt: number | undefined
  /** The last record of that batch: a batch that is tried again takes no newer records in. */
  readonly batchEnd: number | undefined
  readonly lastError: string | undefined
}

/** A record that was given up, without its images. */
export interface FailedRecord {
  readonly tableName: string
  readonly functionName: string
  readonly sequence: number
  readonly eventName: string
  readonly keys: unknown
  readonly attempts: number
  readonly lastError: string
  readonly failedAt: number
}

type Identity = Pick<EventSource, 'tableName' | 'functionName'>

/** The event sources' progress, and the records that they gave up, on disk. */
export class ProgressStore {
  readonly #begin
  readonly #read
  readonly #write
  readonly #remove
  readonly #slowest
  readonly #fail
  readonly #failed
  readonly #all

  constructor(database: DatabaseSync) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS dynamodb_event_sources (
        table_name TEXT NOT NULL, function_name TEXT NOT NULL, position INTEGER NOT NULL, attempts INTEGER NOT NULL,
        retry_at INTEGER, batch_end INTEGER, last_error TEXT, PRIMARY KEY (table_name, function_name));
      CREATE TABLE IF NOT EXISTS dynamodb_failed_records (
        id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, function_name TEXT NOT NULL, sequence INTEGER NOT NULL,
        event_name TEXT NOT NULL, keys TEXT NOT NULL, attempts INTEGER NOT NULL, last_error TEXT NOT NULL,
        failed_at INTEGER NOT NULL);`)
    this.#begin = database.prepare('INSERT OR IGNORE INTO dynamodb_event_sources VALUES (?, ?, ?, 0, NULL, NULL, NULL)')
    this.#read = database.prepare('SELECT * FROM dynamodb_event_sources WHERE table_name = ? AND function_name = ?')
    this.#write = database.prepare(`UPDATE dynamodb_event_sources
      SET position = ?, attempts = ?, retry_at = ?, batch_end = ?, last_error = ?
      WHERE table_name = ? AND function_name = ?`)
    this.#remove = database.prepare('DELETE FROM dynamodb_event_sources WHERE table_name = ? AND function_name = ?')
    this.#slowest = database.prepare(
      'SELECT min(position) AS position FROM dynamodb_event_sources WHERE table_name = ?',
    )
    this.#fail = database.prepare(`INSERT INTO dynamodb_failed_records
      (table_name, function_name, sequence, event_name, keys, attempts, last_error, failed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#failed = database.prepare('SELECT * FROM dynamodb_failed_records ORDER BY id DESC LIMIT ?')
    this.#all = database.prepare('SELECT table_name, function_name FROM dynamodb_event_sources ORDER BY 1, 2')
  }

  /** Starts an event source at a position; one that is known keeps the position that it has. */
  begin({ tableName, functionName }: Identity, position: number): void {
    this.#begin.run(tableName, functionName, position)
  }

  /** @throws Error when the event source was never begun. */
  of({ tableName, functionName }: Identity): Progress {
    const row = this.#read.get(tableName, functionName)
    if (row === undefined) throw new Error(`There is no event source from ${tableName} to ${functionName}.`)
    return {
      position: Number(row.position),
      attempts: Number(row.attempts),
      retryAt: row.retry_at === null ? undefined : Number(row.retry_at),
      batchEnd: row.batch_end === null ? undefined : Number(row.batch_end),
      lastError: row.last_error === null ? undefined : String(row.last_error),
    }
  }

  set({ tableName, functionName }: Identity, { position, attempts, retryAt, batchEnd, lastError }: Progress): void {
    this.#write.run(position, attempts, retryAt ?? null, batchEnd ?? null, lastError ?? null, tableName, functionName)
  }

  remove({ tableName, functionName }: Identity): void {
    this.#remove.run(tableName, functionName)
  }

  /** The position that all event sources of the table have passed; undefined when the table has none. */
  slowestPosition(tableName: string): number | undefined {
    const position = this.#slowest.get(tableName)?.position
    return position == null ? undefined : Number(position)
  }

  /** Every event source that was ever begun and not removed. */
  identities(): Identity[] {
    return this.#all
      .all()
      .map((row) => ({ tableName: String(row.table_name), functionName: String(row.function_name) }))
  }

  addFailed(record: FailedRecord): void {
    this.#fail.run(
      record.tableName,
      record.functionName,
      record.sequence,
      record.eventName,
      JSON.stringify(record.keys),
      record.attempts,
      record.lastError,
      record.failedAt,
    )
  }

  /** The records given up, newest first. */
  failed(limit: number): FailedRecord[] {
    return this.#failed.all(limit).map((row) => ({
      tableName: String(row.table_name),
      functionName: String(row.function_name),
      sequence: Number(row.sequence),
      eventName: String(row.event_name),
      keys: JSON.parse(String(row.keys)),
      attempts: Number(row.attempts),
      lastError: String(row.last_error),
      failedAt: Number(row.failed_at),
    }))
  }
}
