import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'

/** Others kept writing the same row at the same moment, time after time. Nothing was saved. Trying again can help. */
export class WriteConflictError extends Error {
  override readonly name = 'WriteConflict'
}

export interface Pauses {
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** From 0 to 1, without 1. */
  readonly random: () => number
}

/** Somebody else's transaction takes some milliseconds. Together the pauses last 1.6 seconds at most, and half of that as a rule. */
const ATTEMPTS = 6
const FIRST_PAUSE_IN_MILLISECONDS = 25

/**
 * Makes a client try again what DynamoDB refused because somebody else was writing the same item at that very moment. The
 * SDK does not: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling.
 * Nothing was written then, so that every write may be tried again, whatever its conditions are.
 * @throws WriteConflictError from the client, after the last attempt.
 */
export function retryConflicts(client: DynamoDBClient, { sleep, random }: Pauses): DynamoDBClient {
  client.middlewareStack.add(
    (next) => async (args) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await next(args)
        } catch (error) {
          if (!isConflict(error)) throw error
          if (attempt === ATTEMPTS) {
            throw new WriteConflictError(
              `Somebody else was saving the same thing at the same moment, ${ATTEMPTS} times in a row. Nothing was saved. Try again.`,
              { cause: error },
            )
          }
          // Two that conflicted must not come back together.
          await sleep(Math.ceil(random() * FIRST_PAUSE_IN_MILLISECONDS * 2 ** attempt))
        }
      }
    },
    { step: 'initialize', name: 'retryConflicts' },
  )
  return client
}

/** A transaction that failed for a condition too has its answer: trying it again cannot help. */
function isConflict(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
  return codes.includes('TransactionConflict') && !codes.includes('ConditionalCheckFailed')
}
