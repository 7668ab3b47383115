/**
 * What always holds here. Tests name each number that they prove.
 *
 * Event source 1. A function gets a table's records in order, one batch at a time.
 * Event source 2. A failed batch is tried again before anything newer, and each record keeps its id.
 * Event source 3. A record is let go once its function has succeeded, or it was given up and its queue knows.
 * Event source 4. What was not let go is delivered after a restart, however the process ended.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { PutMetric } from '../cloudwatch/metrics.ts'
import type { Clock, FunctionInvoker, InvocationResult } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { batchOutcome, nextStep } from './batch-outcome.ts'
import { type EventSource, isWanted, type Progress, type ProgressStore } from './event-source.ts'
import { eventRecord, type LoggedRecord, type StreamLog, sequenceNumber } from './stream-log.ts'

/** What a pump needs of the rest. */
export interface PumpSurroundings {
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly invoker: FunctionInvoker
  readonly log: StreamLog
  readonly progress: ProgressStore
  readonly region: string
  readonly putMetric: PutMetric | undefined
  /** Puts a message on the queue with this ARN. */
  readonly sendToQueue: ((queueArn: string, message: object) => Promise<void>) | undefined
}

interface Batch {
  readonly records: readonly LoggedRecord[]
  readonly events: readonly Record<string, unknown>[]
  /** Everything up to here is handled once the batch is; records that no filter wants lie in between. */
  readonly through: number
}

// Lambda closes a batch at its payload limit (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html).
const PAYLOAD_BYTES = 6 * 1024 * 1024
const LEAST_READ = 100

/** Delivers one table's stream to one function: in order, one batch at a time, until the function has succeeded. */
export class EventSourcePump {
  readonly source: EventSource
  readonly #surroundings: PumpSurroundings
  #running: Promise<void> | undefined
  #stopped = false
  #dueAt: number | undefined

  constructor(source: EventSource, surroundings: PumpSurroundings) {
    this.source = source
    this.#surroundings = surroundings
  }

  /** Looks for something to deliver, unless it is at it already. */
  wake(): void {
    if (this.#running !== undefined || this.#stopped) return
    this.#running = new Promise((resolve, reject) => {
      // A moment later, so that the writes of one turn make one batch.
      setImmediate(() => this.#run().then(resolve, reject))
    })
  }

  isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Epoch milliseconds of the next retry, or of the end of the batching window. */
  nextDue(): number | undefined {
    return this.#running === undefined && !this.#stopped ? this.#dueAt : undefined
  }

  /** Starts nothing more, and resolves when the batch that is under way has come back. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      while (!this.#stopped) {
        const before = this.#surroundings.progress.of(this.source)
        const batch = this.#nextBatch(before)
        if (batch === undefined) return
        await this.#deliver(before, batch)
      }
    } finally {
      this.#running = undefined
    }
  }

  /** The batch that can be delivered now; undefined when there is none, with `#dueAt` set when there will be. */
  #nextBatch(before: Progress): Batch | undefined {
    const { clock, log, progress, database } = this.#surroundings
    const now = clock.now()
    this.#dueAt = before.retryAt
    if (before.retryAt !== undefined && now < before.retryAt) return undefined
    this.#dueAt = undefined

    let position = before.position
    for (;;) {
      const read = log.after(
        this.source.tableName,
        position,
        Math.max(this.source.batchSize, LEAST_READ),
        before.batchEnd,
      )
      const batch = this.#fill(read)
      const first = batch.records[0]
      if (first !== undefined) {
        const closesAt = first.createdAt + this.source.batchingWindowMilliseconds
        const isFull = batch.records.length >= this.source.batchSize
        const mayGrow = this.source.batchingWindowMilliseconds > 0 && !isFull && before.batchEnd === undefined
        if (!mayGrow || now >= closesAt) return batch
        this.#dueAt = closesAt
        return undefined
      }
      if (read.length === 0) return undefined
      // None of these is wanted: they are handled.
      position = batch.through
      inTransaction(database, () => {
        progress.set(this.source, { ...progress.of(this.source), position })
        this.#trim()
      })
    }
  }

  #fill(read: readonly LoggedRecord[]): Batch {
    const records: LoggedRecord[] = []
    const events: Record<string, unknown>[] = []
    let through = 0
    let bytes = 0
    for (const record of read) {
      const event = eventRecord(record, this.#surroundings.region)
      if (isWanted(this.source, event)) {
        bytes += Buffer.byteLength(JSON.stringify(event))
        if (records.length > 0 && bytes > PAYLOAD_BYTES) break
        records.push(record)
        events.push(event)
      }
      through = record.sequence
      if (records.length === this.source.batchSize) break
    }
    return { records, events, through }
  }

  async #deliver(before: Progress, { records, events, through }: Batch): Promise<void> {
    const { clock, database, progress } = this.#surroundings
    this.#putAge(records)
    const result = await this.#invoke({ Records: events })
    const outcome = batchOutcome(
      result,
      records.map((record) => sequenceNumber(record.sequence)),
      this.source.reportsItemFailures,
    )
    const now = clock.now()
    const step = nextStep(this.source, before, records, through, outcome, now)
    const givenUp = step.givenUpFrom === undefined ? [] : records.slice(step.givenUpFrom)
    const lastError = outcome.error ?? ''
    if (givenUp.length > 0) {
      const unsent = await this.#tellQueue(givenUp, step.attempts, now)
      if (unsent !== undefined) {
        // The queue must be told before the records are let go, so the batch stays and is tried again.
        const retryAt = now + this.#queueRetryMilliseconds
        progress.set(this.source, { ...before, retryAt, batchEnd: records.at(-1)?.sequence, lastError: unsent })
        return
      }
    }
    inTransaction(database, () => {
      for (const { sequence, content } of givenUp)
        progress.addFailed({
          tableName: this.source.tableName,
          functionName: this.source.functionName,
          sequence,
          eventName: content.eventName,
          keys: content.dynamodb.Keys,
          attempts: step.attempts,
          lastError,
          failedAt: now,
        })
      progress.set(this.source, step.progress)
      this.#trim()
    })
  }

  readonly #queueRetryMilliseconds = 60_000

  async #invoke(payload: object): Promise<InvocationResult> {
    try {
      return await this.#surroundings.invoker.invoke(this.source.functionName, payload)
    } catch (error) {
      // A function that is not there fails the batch like one that throws; it is told in `undelivered`.
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
      return { ok: false, errorType: name, errorMessage: message, trace: (stack ?? '').split('\n') }
    }
  }

  /**
   * How old the last record of a batch is when its function gets it, in milliseconds. What is given at once says nothing.
   * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  #putAge(records: readonly LoggedRecord[]): void {
    const { clock, putMetric } = this.#surroundings
    const age = clock.now() - (records.at(-1)?.createdAt ?? clock.now())
    const FunctionName = this.source.functionName.split(':').at(-1) ?? ''
    if (age >= 1000) putMetric?.({ namespace: 'AWS/Lambda', name: 'IteratorAge', dimensions: { FunctionName } }, age)
  }

  /** @returns what went wrong, or undefined. */
  async #tellQueue(records: readonly LoggedRecord[], attempts: number, now: number): Promise<string | undefined> {
    const { sendToQueue } = this.#surroundings
    const [first, last] = [records[0], records.at(-1)]
    if (this.source.onFailureQueue === undefined || sendToQueue === undefined || !first || !last) return undefined
    const isTooOld = now - first.createdAt > this.source.maximumRecordAgeMilliseconds
    try {
      // https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
      await sendToQueue(this.source.onFailureQueue, {
        requestContext: {
          functionArn: this.source.functionName,
          condition: isTooOld ? 'RecordAgeExceeded' : 'RetryAttemptsExhausted',
          approximateInvokeCount: attempts,
        },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        version: '1.0',
        timestamp: new Date(now).toISOString(),
        DDBStreamBatchInfo: {
          shardId: 'shardId-00000000000000000000-00000000',
          startSequenceNumber: sequenceNumber(first.sequence),
          endSequenceNumber: sequenceNumber(last.sequence),
          approximateArrivalOfFirstRecord: new Date(first.createdAt).toISOString(),
          approximateArrivalOfLastRecord: new Date(last.createdAt).toISOString(),
          batchSize: records.length,
          streamArn: first.streamArn,
        },
      })
      return undefined
    } catch (error) {
      return `The failure queue ${this.source.onFailureQueue} did not take the message: ${error}`
    }
  }

  #trim(): void {
    const { log, progress } = this.#surroundings
    const slowest = progress.slowestPosition(this.source.tableName)
    if (slowest !== undefined) log.trim(this.source.tableName, slowest)
  }
}
