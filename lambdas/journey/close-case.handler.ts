import { ownTimes } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { type CloseRequest, endStage } from './close-case.ts'
import { closeEnvironment } from './environment.ts'

const environment = readEnvironment(closeEnvironment, process.env)
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE, auditTable: environment.AUDIT_TABLE },
  ownTimes,
  now: () => new Date(),
}

export const handler = (request: CloseRequest): Promise<void> => endStage(service, request)
