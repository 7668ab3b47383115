import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Stage } from '../cases/stages.ts'
import { executionName, type StageInput } from '../cases/start-stages.ts'

export type StartStage = (stage: Stage, input: StageInput) => Promise<void>

/** Starts the execution of a stage. Starting the same one twice is harmless: its name says which it is. */
export function stageStarter(stepFunctions: SFNClient, stateMachineArns: Readonly<Record<Stage, string>>): StartStage {
  return async (stage, input) => {
    try {
      await stepFunctions.send(
        new StartExecutionCommand({
          stateMachineArn: stateMachineArns[stage],
          name: executionName(stage, input),
          input: JSON.stringify(input),
        }),
      )
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
}
