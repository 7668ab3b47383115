import type { InvocationResult } from '../contracts.ts'
import type { EventSource, Progress } from './event-source.ts'

/** How much of a batch a function has handled: the first `succeeded` records, and why not more. */
export interface BatchOutcome {
  readonly succeeded: number
  readonly error: string | undefined
}

function failures(payload: unknown): readonly unknown[] | undefined {
  if (payload === null || payload === undefined) return []
  if (typeof payload !== 'object') return undefined
  const listed = (payload as { batchItemFailures?: unknown }).batchItemFailures
  if (listed === null || listed === undefined) return []
  return Array.isArray(listed) ? listed : undefined
}

/**
 * What an invocation says of its batch. With ReportBatchItemFailures the lowest sequence number reported is where the
 * function failed; an answer that cannot be read, or names a record that was not in the batch, fails the whole batch
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
 * @param sequenceNumbers of the batch's records, in order.
 */
export function batchOutcome(
  result: InvocationResult,
  sequenceNumbers: readonly string[],
  reportsItemFailures: boolean,
): BatchOutcome {
  if (!result.ok) return { succeeded: 0, error: `${result.errorType}: ${result.errorMessage}` }
  const all = { succeeded: sequenceNumbers.length, error: undefined }
  if (!reportsItemFailures) return all
  const listed = failures(result.payload)
  if (listed === undefined) return { succeeded: 0, error: 'The function answered with no list of batchItemFailures.' }
  const identifiers = listed.map((failure) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier)
  const places = identifiers.map((identifier) => sequenceNumbers.indexOf(String(identifier)))
  if (places.length === 0) return all
  if (places.includes(-1))
    return {
      succeeded: 0,
      error: `The function reported a failed item that is not in the batch: ${JSON.stringify(identifiers)}.`,
    }
  return { succeeded: Math.min(...places), error: 'The function reported failed items.' }
}

const FIRST_RETRY_MILLISECONDS = 1000
const LONGEST_RETRY_MILLISECONDS = 5 * 60 * 1000

/** How long to wait after the given number of failed attempts. AWS does not publish its own times. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MILLISECONDS * 2 ** Math.min(attempts - 1, 20), LONGEST_RETRY_MILLISECONDS)
}

/** One record of a batch, as far as retrying is concerned. */
export interface BatchRecord {
  readonly sequence: number
  readonly createdAt: number
}

/** What happens after a batch: how far the source has come, and which records it gives up. */
export interface NextStep {
  readonly progress: Progress
  /** Index of the first record given up; everything from there to the batch's end is. Undefined for none. */
  readonly givenUpFrom: number | undefined
  /** Failed attempts at the records given up. */
  readonly attempts: number
}

/**
 * Decides how an event source goes on after an attempt
 * (https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html).
 *
 * Splitting a batch does not count as a retry. What is left of a partly handled batch counts its attempts anew.
 * @param through the sequence up to which everything is handled when the whole batch is.
 */
export function nextStep(
  source: EventSource,
  before: Progress,
  batch: readonly BatchRecord[],
  through: number,
  outcome: BatchOutcome,
  now: number,
): NextStep {
  const handled = { attempts: 0, retryAt: undefined, batchEnd: undefined, lastError: undefined }
  const last = batch.at(-1)
  const next = batch[outcome.succeeded]
  if (last === undefined || next === undefined)
    return { progress: { position: through, ...handled }, givenUpFrom: undefined, attempts: 0 }

  const position = batch[outcome.succeeded - 1]?.sequence ?? before.position
  const attempts = outcome.succeeded > 0 ? 1 : before.attempts + 1
  const isTooOld = now - next.createdAt > source.maximumRecordAgeMilliseconds
  const retry = { position, retryAt: now + retryDelay(attempts), lastError: outcome.error }

  if (source.bisects && outcome.succeeded === 0 && batch.length > 1 && !isTooOld) {
    const half = batch[Math.ceil(batch.length / 2) - 1] ?? last
    return {
      progress: { ...retry, attempts: before.attempts, batchEnd: half.sequence },
      givenUpFrom: undefined,
      attempts,
    }
  }
  const isExhausted = source.maximumRetryAttempts >= 0 && attempts > source.maximumRetryAttempts
  if (isTooOld || isExhausted)
    return { progress: { position: through, ...handled }, givenUpFrom: outcome.succeeded, attempts }
  return { progress: { ...retry, attempts, batchEnd: last.sequence }, givenUpFrom: undefined, attempts }
}
