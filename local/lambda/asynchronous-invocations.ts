/**
 * What always holds here. Tests name each number that they prove.
 *
 * Invocation 1. An event is on disk with what its caller commits, or not at all, before it is acted on.
 * Invocation 2. An event is let go once its function has succeeded; one that is given up is kept, and told of.
 * Invocation 3. An event is not tried twice at once.
 * Invocation 4. A failure while the service stops is no attempt: the event is tried again at the next start.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Clock, InvocationResult, TimedService } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import type { Queues } from '../queues/queues.ts'
import type { Functions } from './functions.ts'
import type { AsynchronousInvocationSettings } from './functions-of-template.ts'

/** An event that its function could not handle, as often as it was tried. */
export interface FailedEvent {
  readonly id: string
  readonly functionName: string
  /** Where it came from: `Lambda.Invoke`, a rule's name, ... */
  readonly source: string
  /** Epoch milliseconds on the service's clock. */
  readonly acceptedAt: number
  readonly attempts: number
  readonly error: string
}

interface StoredEvent {
  readonly id: string
  readonly function_name: string
  readonly payload: string
  readonly source: string
  readonly accepted_at: number
  readonly attempts: number
}

/** Lambda waits a minute before the first retry and two before the second. */
const RETRY_DELAYS_IN_MILLISECONDS = [60_000, 120_000] as const

/**
 * Events for functions that nobody waits for, kept on disk until they are handled: each is tried at least once, then
 * retried as its function's settings say, then given to the dead-letter queue or failure destination.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export class AsynchronousInvocations implements TimedService {
  readonly #database: DatabaseSync
  readonly #clock: Clock
  readonly #functions: Functions
  readonly #queues: Queues
  readonly #newId: () => string
  readonly #running = new Set<string>()
  readonly #earliest: StatementSync
  readonly #insert: StatementSync
  readonly #remove: StatementSync
  #isStopping = false

  constructor(options: {
    readonly database: DatabaseSync
    readonly clock: Clock
    readonly functions: Functions
    readonly queues: Queues
    readonly newId: () => string
  }) {
    this.#database = options.database
    this.#clock = options.clock
    this.#functions = options.functions
    this.#queues = options.queues
    this.#newId = options.newId
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS asynchronous_event (
        id TEXT PRIMARY KEY, function_name TEXT NOT NULL, payload TEXT NOT NULL, source TEXT NOT NULL,
        accepted_at INTEGER NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER, error TEXT);
      CREATE INDEX IF NOT EXISTS asynchronous_event_due ON asynchronous_event (due_at) WHERE due_at IS NOT NULL;
    `)
    this.#earliest = this.#database.prepare(
      'SELECT id, due_at FROM asynchronous_event WHERE due_at IS NOT NULL ORDER BY due_at LIMIT ?',
    )
    this.#insert = this.#database.prepare(
      'INSERT INTO asynchronous_event (id, function_name, payload, source, accepted_at, attempts, due_at) VALUES (?, ?, ?, ?, ?, 0, ?)',
    )
    this.#remove = this.#database.prepare('DELETE FROM asynchronous_event WHERE id = ?')
  }

  /**
   * Accepts an event, within the caller's transaction if there is one.
   * @returns the request's id.
   * @throws FunctionNotFoundError when no function has that name.
   */
  accept(functionName: string, payload: unknown, source: string): string {
    const { name } = this.#functions.definition(functionName)
    const id = this.#newId()
    const now = Math.round(this.#clock.now())
    this.#insert.run(id, name, JSON.stringify(payload ?? null), source, now, now)
    return id
  }

  nextDue(): number | undefined {
    const rows = this.#earliest.all(this.#running.size + 1)
    const next = rows.find((row) => !this.#running.has(String(row.id)))
    return next === undefined ? undefined : Number(next.due_at)
  }

  async fireDue(now: number): Promise<void> {
    const due = this.#database
      .prepare(
        'SELECT id, function_name, payload, source, accepted_at, attempts FROM asynchronous_event WHERE due_at <= ? ORDER BY due_at, rowid',
      )
      .all(Math.ceil(now)) as unknown as readonly StoredEvent[]
    for (const event of due) {
      if (this.#running.has(event.id)) continue
      this.#running.add(event.id)
      void this.#attempt(event)
    }
  }

  isIdle(): boolean {
    return this.#running.size === 0
  }

  /** From now on a failure leaves its event as it is, to be tried again when the service next starts. */
  stop(): void {
    this.#isStopping = true
  }

  /** Events that were given up, the newest first. */
  failedEvents(): readonly FailedEvent[] {
    return this.#database
      .prepare(
        'SELECT id, function_name, source, accepted_at, attempts, error FROM asynchronous_event WHERE due_at IS NULL ORDER BY accepted_at DESC, rowid DESC',
      )
      .all()
      .map((row) => ({
        id: String(row.id),
        functionName: String(row.function_name),
        source: String(row.source),
        acceptedAt: Number(row.accepted_at),
        attempts: Number(row.attempts),
        error: String(row.error),
      }))
  }

  async #attempt(event: StoredEvent): Promise<void> {
    const result = await this.#tryOnce(event)
    // A failure while the service stops may only be the worker being ended: the event is tried again at the next start.
    if (result.ok || !this.#isStopping) this.#record(event, result)
    this.#running.delete(event.id)
  }

  /** An event that waited for a function that the app no longer has fails like any other. */
  async #tryOnce(event: StoredEvent): Promise<InvocationResult> {
    try {
      return await this.#functions.invoke(event.function_name, JSON.parse(event.payload), event.id)
    } catch (error) {
      const { name, message } = error as Error
      return { ok: false, errorType: name, errorMessage: message, trace: [] }
    }
  }

  #record(event: StoredEvent, result: InvocationResult): void {
    if (result.ok) {
      this.#remove.run(event.id)
      return
    }
    const attempts = event.attempts + 1
    const settings = this.#settings(event.function_name)
    const dueAt = Math.round(this.#clock.now()) + (RETRY_DELAYS_IN_MILLISECONDS[attempts - 1] ?? 120_000)
    const isTooOld = dueAt - event.accepted_at > settings.maximumEventAgeInSeconds * 1000
    const error = `${result.errorType}: ${result.errorMessage}`
    if (attempts <= settings.maximumRetryAttempts && !isTooOld) {
      this.#database
        .prepare('UPDATE asynchronous_event SET attempts = ?, due_at = ?, error = ? WHERE id = ?')
        .run(attempts, dueAt, error, event.id)
      return
    }
    inTransaction(this.#database, () => {
      this.#database
        .prepare('UPDATE asynchronous_event SET attempts = ?, due_at = NULL, error = ? WHERE id = ?')
        .run(attempts, error, event.id)
      if (settings.deadLetterQueueArn !== undefined) {
        this.#queues.send(settings.deadLetterQueueArn, event.payload, {
          RequestID: event.id,
          ErrorCode: '200',
          ErrorMessage: result.errorMessage,
        })
      }
      if (settings.onFailureArn !== undefined) {
        this.#tellDestination(settings.onFailureArn, event, attempts, result, attempts > settings.maximumRetryAttempts)
      }
    })
  }

  #settings(functionName: string): AsynchronousInvocationSettings {
    try {
      return this.#functions.definition(functionName).asynchronous
    } catch {
      return {
        maximumRetryAttempts: 0,
        maximumEventAgeInSeconds: 0,
        deadLetterQueueArn: undefined,
        onFailureArn: undefined,
      }
    }
  }

  /** @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
  #tellDestination(
    destinationArn: string,
    event: StoredEvent,
    attempts: number,
    result: InvocationResult & { readonly ok: false },
    isExhausted: boolean,
  ): void {
    const record = {
      version: '1.0',
      timestamp: new Date(this.#clock.now()).toISOString(),
      requestContext: {
        requestId: event.id,
        functionArn: `${this.#functions.definition(event.function_name).arn}:$LATEST`,
        condition: isExhausted ? 'RetriesExhausted' : 'EventAgeExceeded',
        approximateInvokeCount: attempts,
      },
      requestPayload: JSON.parse(event.payload) as unknown,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: result.errorType, errorMessage: result.errorMessage, trace: result.trace },
    }
    if (destinationArn.includes(':sqs:')) this.#queues.send(destinationArn, JSON.stringify(record))
    else this.accept(destinationArn, record, `failure of ${event.function_name}`)
  }
}
