import { SFNClient } from '@aws-sdk/client-sfn'
import { tableClient } from '../cases/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { taskCompleter } from './complete-task.ts'
import { stageEnvironment } from './environment.ts'
import { executionWatcher, repairJourneys } from './repair-journeys.ts'
import { stageStarter } from './start-stage.ts'
import { stateMachineArns } from './state-machine-arns.ts'

const environment = readEnvironment(stageEnvironment, process.env)
const stepFunctions = new SFNClient({})
const logger = functionLogger('repair-journeys')
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  isRunning: executionWatcher(stepFunctions),
  startStage: stageStarter(stepFunctions, stateMachineArns(environment)),
  completeTask: taskCompleter(stepFunctions),
  now: () => new Date(),
}

export const handler = async (): Promise<void> => {
  const report = await repairJourneys(service)
  // The log metric filters of the stack read these names.
  logger.info('The daily repair has run.', { ...report })
}
