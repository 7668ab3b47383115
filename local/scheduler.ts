/**
 * What always holds here. Tests name each number that they prove.
 *
 * Scheduler 1. A move of the clock fires every timer on the way at its own time, in order over all parts.
 * Scheduler 2. Everything comes to rest before the clock goes on; when something does not, the clock stays.
 * Scheduler 3. There is one move at a time, and none while due timers are looked for.
 * Scheduler 4. An error of one part is told, and keeps no other part from its work.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServiceClock } from './clock.ts'
import type { TimedService } from './contracts.ts'

/** A part of the service with a name for messages. */
export interface NamedPart {
  readonly name: string
  readonly part: TimedService
}

export interface SchedulerOptions {
  /** Told of an error in a part's work; the scheduler goes on. */
  readonly onError: (error: unknown, partName: string) => void
  /** How long one move of the clock waits for everything to come to rest, in milliseconds. */
  readonly restLimitInMilliseconds?: number
}

/** The machine's time between looks for due timers, at most. Keeps clear of timeouts that overflow after 24.8 days. */
export const LONGEST_SLEEP_IN_MILLISECONDS = 1000
const SHORTEST_SLEEP_IN_MILLISECONDS = 2
/** Between looks at whether everything is at rest, where nothing stirs: a look asks the database some ten times. */
const LONGEST_REST_IN_MILLISECONDS = 5

/**
 * Starts what is due, in real time, and moves the clock forward on request: timer by timer, in order of time, each
 * with everything at rest before the next.
 */
export class Scheduler {
  readonly #clock: ServiceClock
  readonly #parts: readonly NamedPart[]
  readonly #options: SchedulerOptions
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #wantsAnotherLook = false
  #move: Promise<unknown> = Promise.resolve()
  #moves = 0
  #hasStopped = false
  #stir: () => void = () => {}

  constructor(clock: ServiceClock, parts: readonly NamedPart[], options: SchedulerOptions) {
    this.#clock = clock
    this.#parts = parts
    this.#options = options
  }

  /** Looks at once for what is due. Called whenever something may have become due. */
  wake(): void {
    this.#stir()
    if (this.#hasStopped || this.#moves > 0) return
    if (this.#running !== undefined) {
      this.#wantsAnotherLook = true
      return
    }
    // A moment later, so that a part that wakes the scheduler while it is looked at finds it at work.
    this.#running = Promise.resolve()
      .then(() => this.#look())
      .finally(() => {
        this.#running = undefined
        this.#sleepUntilNextDue()
      })
  }

  /** The earliest timer of all parts, in epoch milliseconds on the service's clock. */
  nextDue(): number | undefined {
    const due = this.#parts.map(({ part }) => part.nextDue()).filter((time) => time !== undefined)
    return due.length === 0 ? undefined : Math.min(...due)
  }

  /**
   * Moves the clock forward to an instant, firing every timer up to it in order of time.
   * @param instant epoch milliseconds.
   * @throws RangeError when the instant has passed.
   * @throws Error when something does not come to rest, naming it.
   */
  advanceTo(instant: number): Promise<void> {
    return this.#exclusively(async () => {
      if (!Number.isFinite(instant)) throw new RangeError('The clock needs an instant to go to.')
      const now = this.#clock.now()
      if (instant < now) this.#clock.moveTo(instant)
      for (;;) {
        await this.#comeToRest()
        const due = this.nextDue()
        if (due === undefined || due > instant) break
        this.#clock.moveTo(Math.max(due, this.#clock.now()))
      }
      this.#clock.moveTo(Math.max(instant, this.#clock.now()))
      await this.#comeToRest()
    })
  }

  /** Moves the clock forward by a number of milliseconds. @throws RangeError when it is not positive. */
  advanceBy(milliseconds: number): Promise<void> {
    if (!(milliseconds > 0)) return Promise.reject(new RangeError('The clock can only be moved by more than nothing.'))
    return this.advanceTo(this.#clock.now() + milliseconds)
  }

  /**
   * Moves the clock forward to the earliest timer.
   * @returns its time, or `undefined` when nothing is waiting for a time.
   */
  async advanceToNextTimer(): Promise<number | undefined> {
    await this.#exclusively(() => this.#comeToRest())
    const due = this.nextDue()
    if (due !== undefined) await this.advanceTo(Math.max(due, this.#clock.now()))
    return due
  }

  /** Resolves when nothing is running and nothing is due. @throws Error naming what does not come to rest. */
  settle(): Promise<void> {
    return this.#exclusively(() => this.#comeToRest())
  }

  /** Fires nothing more. Resolves when what is being started has been started. */
  async stop(): Promise<void> {
    this.#hasStopped = true
    clearTimeout(this.#timer)
    await this.#running
    await this.#move.catch(() => {})
  }

  /** One move of the clock at a time, and none while due timers are looked for. */
  #exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#moves += 1
    clearTimeout(this.#timer)
    const result = this.#move
      .catch(() => {})
      .then(async () => {
        await this.#running
        return work()
      })
      .finally(() => {
        this.#moves -= 1
        this.wake()
      })
    this.#move = result
    return result
  }

  async #look(): Promise<void> {
    do {
      this.#wantsAnotherLook = false
      await this.#fireDue()
    } while (this.#wantsAnotherLook && !this.#hasStopped)
    if (this.#clock.now() - this.#clock.lastSeen() >= LONGEST_SLEEP_IN_MILLISECONDS) this.#clock.keep()
  }

  async #fireDue(): Promise<void> {
    for (const { name, part } of this.#parts) {
      const due = part.nextDue()
      const now = this.#clock.now()
      if (due === undefined || due > now) continue
      try {
        await part.fireDue(now)
      } catch (error) {
        this.#options.onError(error, name)
      }
    }
  }

  #sleepUntilNextDue(): void {
    if (this.#hasStopped || this.#moves > 0) return
    clearTimeout(this.#timer)
    const untilDue = (this.nextDue() ?? Number.POSITIVE_INFINITY) - this.#clock.now()
    this.#timer = setTimeout(
      () => this.wake(),
      Math.min(Math.max(untilDue, SHORTEST_SLEEP_IN_MILLISECONDS), LONGEST_SLEEP_IN_MILLISECONDS),
    )
  }

  async #comeToRest(): Promise<void> {
    const limit = this.#options.restLimitInMilliseconds ?? 300_000
    const startedAt = performance.now()
    for (;;) {
      if (this.#hasStopped) throw new Error('The service is stopping; the clock stays where it is.')
      await this.#fireDue()
      const busy = this.#busyParts()
      if (busy.length === 0) return
      if (performance.now() - startedAt > limit) {
        throw new Error(
          `The clock stays where it is: ${busy.join(' and ')} did not come to rest within ${limit / 1000} seconds.`,
        )
      }
      await this.#untilSomethingStirs()
    }
  }

  /** Until something may have become due, or has come to rest. Not all that comes to rest says so. */
  async #untilSomethingStirs(): Promise<void> {
    const stirred = new Promise<void>((resolve) => {
      this.#stir = resolve
    })
    await Promise.race([stirred, sleep(LONGEST_REST_IN_MILLISECONDS)])
  }

  #busyParts(): readonly string[] {
    return this.#parts
      .filter(({ part }) => !part.isIdle() || (part.nextDue() ?? Number.POSITIVE_INFINITY) <= this.#clock.now())
      .map(({ name }) => name)
  }
}
