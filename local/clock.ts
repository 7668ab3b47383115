/**
 * What always holds here. Tests name each number that they prove.
 *
 * Clock 1. No move takes the clock back.
 * Clock 2. A data folder keeps its own clock over a restart.
 * Clock 3. Functions in worker threads see a move at once.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from './contracts.ts'

/**
 * The service's own clock: this machine's time plus an offset that is kept on disk. It goes forward with the machine's
 * time, can be moved further forward, and never goes back.
 */
export class ServiceClock implements Clock {
  /** The offset in milliseconds as one signed 64-bit number; worker threads read it, so they see a move at once. */
  readonly sharedOffset = new SharedArrayBuffer(8)
  readonly #offset = new BigInt64Array(this.sharedOffset)
  readonly #database: DatabaseSync
  readonly #machineNow: () => number
  #seenAt: number

  /**
   * @param startAt where the clock of a fresh data folder starts (epoch milliseconds); the machine's time unless given.
   * A data folder that has been used keeps its own clock.
   * @param machineNow this machine's time in epoch milliseconds.
   */
  constructor(database: DatabaseSync, startAt?: number, machineNow: () => number = Date.now) {
    this.#database = database
    this.#machineNow = machineNow
    database.exec(
      'CREATE TABLE IF NOT EXISTS service_clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset_ms INTEGER NOT NULL, seen_at INTEGER NOT NULL)',
    )
    const row = this.#row()
    const offset = row?.offset_ms ?? (startAt === undefined ? 0 : startAt - machineNow())
    Atomics.store(this.#offset, 0, BigInt(offset))
    this.#seenAt = row?.seen_at ?? this.now()
    if (row === undefined) this.keep()
  }

  /** Epoch milliseconds on the service's clock. */
  now(): number {
    return this.#machineNow() + Number(Atomics.load(this.#offset, 0))
  }

  /** How far the clock is ahead of the machine's, in milliseconds. */
  offsetInMilliseconds(): number {
    return Number(Atomics.load(this.#offset, 0))
  }

  /**
   * Moves the clock forward.
   * @param instant epoch milliseconds.
   * @throws RangeError when the instant has passed on the service's clock.
   */
  moveTo(instant: number): void {
    const now = this.now()
    if (instant < now) {
      throw new RangeError(
        `The clock cannot go back: it is ${new Date(now).toISOString()}, and ${new Date(instant).toISOString()} has passed.`,
      )
    }
    Atomics.store(this.#offset, 0, BigInt(Math.round(instant - this.#machineNow())))
    this.keep()
  }

  /** Notes on disk that the clock has been seen at its present time. */
  keep(): void {
    this.#seenAt = Math.round(this.now())
    this.#database
      .prepare(
        'INSERT INTO service_clock (id, offset_ms, seen_at) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms, seen_at = excluded.seen_at',
      )
      .run(this.offsetInMilliseconds(), this.#seenAt)
  }

  /**
   * Starts again where the clock was last seen, for a service that was stopped for some time: what fell due meanwhile
   * then happens at its own time, in order. Only for use before anything has asked for the time.
   * @returns the time that the clock would have shown, to go forward to.
   */
  resumeWhereLastSeen(): number {
    const target = this.now()
    if (this.#seenAt < target) Atomics.store(this.#offset, 0, BigInt(Math.round(this.#seenAt - this.#machineNow())))
    return target
  }

  /** Epoch milliseconds at which the clock was last noted on disk. */
  lastSeen(): number {
    return this.#seenAt
  }

  #row(): { offset_ms: number; seen_at: number } | undefined {
    return this.#database.prepare('SELECT offset_ms, seen_at FROM service_clock WHERE id = 1').get() as
      | { offset_ms: number; seen_at: number }
      | undefined
  }
}
