import { SFNClient } from '@aws-sdk/client-sfn'
import { ownTimes } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { taskCompleter } from './complete-task.ts'
import { stageEnvironment, stateMachineArns } from './environment.ts'
import type { RestartRequest } from './note-stop.ts'
import { type Restarted, restartJourney } from './restart-journey.ts'
import { stageStarter } from './start-stage.ts'

const environment = readEnvironment(stageEnvironment, process.env)
const stepFunctions = new SFNClient({})
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  ownTimes,
  startStage: stageStarter(stepFunctions, stateMachineArns(environment)),
  completeTask: taskCompleter(stepFunctions),
  now: () => new Date(),
}

export const handler = (request: RestartRequest): Promise<Restarted> => restartJourney(service, request)
