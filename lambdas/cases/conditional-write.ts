import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'

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
