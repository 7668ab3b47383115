import { SendTaskSuccessCommand, type SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn'
import type { WaitOutcome } from './wait-outcome.ts'

export type CompleteTask = (taskToken: string, outcome: WaitOutcome) => Promise<void>

/**
 * Ends a wait. A token that was used before, or whose wait has timed out, is left alone: the journey looks at the case
 * again whenever it wakes, so nothing depends on this token.
 */
export function taskCompleter(stepFunctions: SFNClient): CompleteTask {
  return async (taskToken, outcome) => {
    try {
      await stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(outcome) }))
    } catch (error) {
      if (!(error instanceof TaskDoesNotExist || error instanceof TaskTimedOut)) throw error
    }
  }
}
