import { SFNClient } from '@aws-sdk/client-sfn'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { taskCompleter } from './complete-task.ts'
import { stageEnvironment, stateMachineArns } from './environment.ts'
import { stageStarter } from './start-stage.ts'
import { wakeJourney } from './wake-journey.ts'

const environment = readEnvironment(stageEnvironment, process.env)
const stepFunctions = new SFNClient({})
const logger = functionLogger('wake-journey')
const service = {
  startStage: stageStarter(stepFunctions, stateMachineArns(environment)),
  completeTask: taskCompleter(stepFunctions),
  reportFailure: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('A case could not be woken; the record comes again.', { caseId, errorName: name })
  },
  reportSignOfLife: () => {
    // A metric filter of its stack reads this name.
    logger.info('The stream of the cases table is heard.', { signOfLife: 1 })
  },
}

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => wakeJourney(service, event)
