import type { EventBridgeEvent } from 'aws-lambda'
import { tableClient } from '../cases/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { emailEventEnvironment } from './environment.ts'
import { type EmailEventDetail, recordEmailEvent } from './record-email-event.ts'

const environment = readEnvironment(emailEventEnvironment, process.env)
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  now: () => new Date(),
}

export const handler = (event: EventBridgeEvent<string, EmailEventDetail>): Promise<void> =>
  recordEmailEvent(service, event)
