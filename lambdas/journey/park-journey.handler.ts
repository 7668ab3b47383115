import { SFNClient } from '@aws-sdk/client-sfn'
import { ownTimes } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { taskCompleter } from './complete-task.ts'
import { caseEnvironment } from './environment.ts'
import { parkJourney, type WaitRequest } from './park-journey.ts'

const environment = readEnvironment(caseEnvironment, process.env)
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  ownTimes,
  completeTask: taskCompleter(new SFNClient({})),
  now: () => new Date(),
}

export const handler = (request: WaitRequest): Promise<void> => parkJourney(service, request)
