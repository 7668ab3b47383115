import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock } from '../contracts.ts'

/** Which number it is. */
export interface MetricIdentity {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

/** One number of a metric. */
export interface Datum {
  /** Epoch milliseconds on the service's clock. */
  readonly at: number
  readonly value: number
}

/** Takes a number of a metric, as of now. */
export type PutMetric = (metric: MetricIdentity, value: number) => void

/** Nothing is kept for longer: no alarm looks further back. */
const KEPT_FOR_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

/** The numbers that the application's alarms look at, kept on disk. What no alarm looks at is not kept. */
export class Metrics {
  readonly #clock: Clock
  readonly #watched: ReadonlySet<string>
  readonly #insert: StatementSync
  readonly #select: StatementSync
  readonly #forget: StatementSync

  constructor(database: DatabaseSync, clock: Clock, watched: readonly MetricIdentity[]) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS cloudwatch_datum (metric TEXT NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL);
      CREATE INDEX IF NOT EXISTS cloudwatch_datum_of_metric ON cloudwatch_datum (metric, at);
    `)
    this.#clock = clock
    this.#watched = new Set(watched.map(keyOf))
    this.#insert = database.prepare('INSERT INTO cloudwatch_datum (metric, at, value) VALUES (?, ?, ?)')
    this.#select = database.prepare('SELECT at, value FROM cloudwatch_datum WHERE metric = ? AND at > ? ORDER BY at')
    this.#forget = database.prepare('DELETE FROM cloudwatch_datum WHERE metric = ? AND at <= ?')
  }

  /** Takes a number as of now, within the caller's transaction if there is one. */
  put(metric: MetricIdentity, value: number): void {
    const key = keyOf(metric)
    if (!this.#watched.has(key)) return
    const now = Math.round(this.#clock.now())
    this.#forget.run(key, now - KEPT_FOR_MILLISECONDS)
    this.#insert.run(key, now, value)
  }

  /** The numbers of a metric after an instant (epoch milliseconds), the oldest first. */
  since(metric: MetricIdentity, instant: number): readonly Datum[] {
    return this.#select
      .all(keyOf(metric), Math.round(instant))
      .map((row) => ({ at: Number(row.at), value: Number(row.value) }))
  }
}

function keyOf({ namespace, name, dimensions }: MetricIdentity): string {
  const sorted = Object.entries(dimensions).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify([namespace, name, sorted])
}
