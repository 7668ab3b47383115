import { matchesError, type NamedError } from './state-error.ts'

/** One entry of a state's `Retry`, with AWS's defaults filled in. */
export interface Retrier {
  readonly errorEquals: readonly string[]
  readonly intervalSeconds: number
  readonly maxAttempts: number
  readonly backoffRate: number
  readonly maxDelaySeconds: number | undefined
  readonly jitterStrategy: 'FULL' | 'NONE'
}

/** What to do about an error: which retrier counts it, and how long to wait, in milliseconds. */
export interface RetryDecision {
  readonly retrier: number
  readonly delayMilliseconds: number
}

/**
 * Decides whether to try again. The first retrier that names the error decides; when its attempts are used up the
 * error is not tried again, even if a later retrier names it too.
 *
 * The n-th retry waits `IntervalSeconds` times `BackoffRate` to the power n - 1, at most `MaxDelaySeconds`; with
 * `JitterStrategy` FULL, a random part of that
 * (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error).
 *
 * @param attempts how many retries each retrier has made during this visit to the state
 * @param random a number from 0 up to 1, asked for only under FULL jitter
 * @returns undefined when the error is not to be retried
 */
export function decideRetry(
  retriers: readonly Retrier[],
  attempts: readonly number[],
  error: NamedError,
  random: () => number,
): RetryDecision | undefined {
  const index = retriers.findIndex((retrier) => matchesError(retrier.errorEquals, error))
  const retrier = retriers[index]
  if (retrier === undefined) return undefined
  const made = attempts[index] ?? 0
  if (made >= retrier.maxAttempts) return undefined
  const backedOff = retrier.intervalSeconds * retrier.backoffRate ** made
  const seconds = Math.min(backedOff, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY)
  const delay = retrier.jitterStrategy === 'FULL' ? seconds * random() : seconds
  return { retrier: index, delayMilliseconds: Math.round(delay * 1000) }
}
