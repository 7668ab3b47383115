import type { EventBridgeEvent } from 'aws-lambda'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { emailEventEnvironment } from './environment.ts'
import { type EmailEventDetail, type RecordEmailEvent, recordEmailEvent } from './record-email-event.ts'

const environment = readEnvironment(emailEventEnvironment, process.env)
const logger = functionLogger('record-email-event')
const service: RecordEmailEvent = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  now: () => new Date(),
  reportUndelivered: (messageKey, delivery) => {
    // A metric filter of the messages stack reads the last name.
    logger.error('A message to the council did not arrive.', { messageKey, delivery, undeliveredToCouncil: 1 })
  },
}

export const handler = (event: EventBridgeEvent<string, EmailEventDetail>): Promise<void> =>
  recordEmailEvent(service, event)
