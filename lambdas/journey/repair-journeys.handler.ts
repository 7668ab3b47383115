import { SFNClient } from '@aws-sdk/client-sfn'
import { ownTimes } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { taskCompleter } from './complete-task.ts'
import { stageEnvironment, stateMachineArns } from './environment.ts'
import { executionArns } from './execution-arns.ts'
import { executionLister, repairJourneys } from './repair-journeys.ts'
import { stageStarter } from './start-stage.ts'

const environment = readEnvironment(stageEnvironment, process.env)
const stepFunctions = new SFNClient({})
const logger = functionLogger('repair-journeys')
const machines = stateMachineArns(environment)
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  ownTimes,
  runningExecutions: executionLister(stepFunctions, machines),
  executionOf: executionArns(machines),
  startStage: stageStarter(stepFunctions, machines),
  completeTask: taskCompleter(stepFunctions),
  reportHolidays: (warning: string) => {
    // A metric filter of the journey stack reads this name.
    logger.warn(warning, { bankHolidaysRunOut: 1 })
  },
  now: () => new Date(),
}

export const handler = async (): Promise<void> => {
  const report = await repairJourneys(service)
  // Metric filters of the journey stack read these names.
  logger.info('The daily repair has run.', { ...report, restartedCases: report.restarted.length })
}
