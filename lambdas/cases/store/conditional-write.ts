import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'

/**
 * Waits for a write that has a condition.
 * @returns false when the condition did not hold, so nothing was written. @throws every other error.
 */
export async function conditionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/**
 * Waits for a transaction whose writes have conditions.
 * @returns false when a condition did not hold, so nothing was written. @throws every other error.
 */
export async function transactionHeld(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    const failed =
      error instanceof TransactionCanceledException &&
      error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')
    if (failed) return false
    throw error
  }
}
