import { SFNClient } from '@aws-sdk/client-sfn'
import type { EventBridgeEvent } from 'aws-lambda'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { stopEnvironment } from './environment.ts'
import { type ExecutionStatusChange, type HearStoppedJourney, hearStoppedJourney } from './hear-stopped-journey.ts'
import { restartWaiter } from './note-stop.ts'

const environment = readEnvironment(stopEnvironment, process.env)
const logger = functionLogger('hear-stopped-journey')
const service: HearStoppedJourney = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  waitToRestart: restartWaiter(new SFNClient({}), environment.RESTART_ARN),
  now: () => new Date(),
  reportStopped: (caseId, stage, errorName) => {
    // A metric filter of the journey stack reads the last name.
    logger.error('The journey of a case has stopped. It goes on later.', {
      caseId,
      stage,
      errorName,
      stoppedJourneys: 1,
    })
  },
}

export const handler = (event: EventBridgeEvent<string, ExecutionStatusChange>): Promise<void> =>
  hearStoppedJourney(service, event)
