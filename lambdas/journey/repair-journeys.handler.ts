import { SFNClient } from '@aws-sdk/client-sfn'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { repairEnvironment, stateMachineArns } from './environment.ts'
import { executionArns } from './execution-arns.ts'
import { restartWaiter } from './note-stop.ts'
import { executionLister, repairJourneys } from './repair-journeys.ts'

const environment = readEnvironment(repairEnvironment, process.env)
const stepFunctions = new SFNClient({})
const logger = functionLogger('repair-journeys')
const machines = stateMachineArns(environment)
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE, auditTable: environment.AUDIT_TABLE },
  runningExecutions: executionLister(stepFunctions, machines),
  executionOf: executionArns(machines),
  waitToRestart: restartWaiter(stepFunctions, environment.RESTART_ARN),
  reportHolidays: (warning: string) => {
    // A metric filter of the journey stack reads this name.
    logger.warn(warning, { bankHolidaysRunOut: 1 })
  },
  now: () => new Date(),
}

export const handler = async (): Promise<void> => {
  const report = await repairJourneys(service)
  // Metric filters of the journey stack read these names.
  logger.info('The daily repair has run.', {
    ...report,
    missingJourneys: report.missing.length,
    unheardMessages: report.unheardOf.length,
  })
}
