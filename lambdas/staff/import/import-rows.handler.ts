import { ownTimes } from '#council'
import { caseIdFrom } from '../../cases/case-id.ts'
import { keptHashKey, readSecret } from '../../cases/store/hash-key.ts'
import { tableClient } from '../../cases/store/table-client.ts'
import { readEnvironment } from '../../environment.ts'
import { whyNotPrinted } from '../../messages/letter/why-not-printed.ts'
import { importEnvironment } from '../environment.ts'
import { runStep, type StepAnswer, type StepRequest } from './run-step.ts'

const environment = readEnvironment(importEnvironment, process.env)
const client = tableClient()
const tools = {
  tables: {
    client,
    casesTable: environment.CASES_TABLE,
    contactsTable: environment.CONTACTS_TABLE,
    auditTable: environment.AUDIT_TABLE,
    hashKey: keptHashKey(() => readSecret(environment.CHILD_HASH_KEY)),
  },
  sessions: { client, sessionsTable: environment.SESSIONS_TABLE },
  council: { ownTimes },
  clock: () => new Date(),
  whyNotPrinted,
  newCaseId: () => caseIdFrom(crypto.getRandomValues(new Uint8Array(8))),
}

export const handler = (request: StepRequest): Promise<StepAnswer> => runStep(tools, request)
