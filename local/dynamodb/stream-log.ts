import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { StreamRecordContent } from './stream-record.ts'

/** DynamoDB keeps a stream's records for 24 hours (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html). */
export const RETENTION_MILLISECONDS = 24 * 60 * 60 * 1000

/** A record of the log. `sequence` grows with every record of every table. */
export interface LoggedRecord {
  readonly sequence: number
  readonly createdAt: number
  readonly streamArn: string
  readonly content: StreamRecordContent
}

/** Stream sequence numbers are strings of 21 to 40 digits (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html). */
export function sequenceNumber(sequence: number): string {
  return `1${String(sequence).padStart(20, '0')}`
}

/** The record as a function receives it (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html). */
export function eventRecord(record: LoggedRecord, region: string): Record<string, unknown> {
  const { eventName, userIdentity, dynamodb } = record.content
  const number = sequenceNumber(record.sequence)
  return {
    // Derived, so that a record delivered again has the same id.
    eventID: createHash('md5').update(`${record.streamArn} ${number}`).digest('hex'),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    ...(userIdentity === undefined ? {} : { userIdentity }),
    dynamodb: { ...dynamodb, SequenceNumber: number },
    eventSourceARN: record.streamArn,
  }
}

/** The streams of all tables: records in the order of their commits, kept until every event source has handled them. */
export class StreamLog {
  readonly #append
  readonly #after
  readonly #last
  readonly #trim
  readonly #expire

  constructor(database: DatabaseSync) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS dynamodb_stream_records (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, table_name TEXT NOT NULL, stream_arn TEXT NOT NULL,
        created_at INTEGER NOT NULL, content TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS dynamodb_stream_records_by_table ON dynamodb_stream_records (table_name, sequence);
      CREATE INDEX IF NOT EXISTS dynamodb_stream_records_by_age ON dynamodb_stream_records (table_name, created_at);`)
    this.#append = database.prepare(
      'INSERT INTO dynamodb_stream_records (table_name, stream_arn, created_at, content) VALUES (?, ?, ?, ?)',
    )
    this.#after = database.prepare(
      'SELECT * FROM dynamodb_stream_records WHERE table_name = ? AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
    )
    this.#last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'dynamodb_stream_records'")
    this.#trim = database.prepare('DELETE FROM dynamodb_stream_records WHERE table_name = ? AND sequence <= ?')
    this.#expire = database.prepare('DELETE FROM dynamodb_stream_records WHERE table_name = ? AND created_at < ?')
  }

  append(tableName: string, streamArn: string, content: StreamRecordContent, now: number): void {
    this.#append.run(tableName, streamArn, now, JSON.stringify(content))
  }

  /** Up to `limit` records of the table after `position`, and not after `end`. */
  after(tableName: string, position: number, limit: number, end = Number.MAX_SAFE_INTEGER): LoggedRecord[] {
    return this.#after.all(tableName, position, end, limit).map((row) => ({
      sequence: Number(row.sequence),
      createdAt: Number(row.created_at),
      streamArn: String(row.stream_arn),
      content: JSON.parse(String(row.content)) as StreamRecordContent,
    }))
  }

  /** The sequence of the newest record ever written, 0 when there was none. */
  last(): number {
    return Number(this.#last.get()?.seq ?? 0)
  }

  /** Forgets the table's records up to and including `position`. */
  trim(tableName: string, position: number): void {
    this.#trim.run(tableName, position)
  }

  /** Forgets the table's records that are older than the retention time. */
  expire(tableName: string, now: number): void {
    this.#expire.run(tableName, now - RETENTION_MILLISECONDS)
  }
}
