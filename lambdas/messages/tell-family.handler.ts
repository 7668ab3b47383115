import { contacts, name, ownTimes, providers } from '#council'
import type { JourneyPlan } from '../cases/plan/plan.ts'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { accountSender } from './account-sender.ts'
import { tellFamilyEnvironment } from './environment.ts'
import { LANGUAGES } from './languages/all-languages.ts'
import { type TellFamilyRequest, tellFamily } from './tell-family.ts'

/** Longer than the function may run (messages-stack.ts), so that a claim is taken over only from a dead sender. */
const LEASE_SECONDS = 30

const environment = readEnvironment(tellFamilyEnvironment, process.env)
const tables = {
  client: tableClient(),
  casesTable: environment.CASES_TABLE,
  contactsTable: environment.CONTACTS_TABLE,
}
const service = {
  ...accountSender(tables, environment),
  tables,
  council: { name, contacts, providers, ownTimes },
  publicAddress: environment.PUBLIC_ADDRESS,
  languages: LANGUAGES,
  leaseSeconds: LEASE_SECONDS,
}

export const handler = (request: TellFamilyRequest): Promise<JourneyPlan> => tellFamily(service, request)
