import { setTimeout as pause } from 'node:timers/promises'
import { handle } from 'hono/aws-lambda'
import { contacts, contracts, name, ownTimes, particulars, providers, reporting, terms } from '#council'
import { caseIdFrom } from '../cases/case-id.ts'
import { keptHashKey, readSecret } from '../cases/store/hash-key.ts'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { LANGUAGES } from '../messages/languages/all-languages.ts'
import { whyNotPrinted } from '../messages/letter/why-not-printed.ts'
import { staffEnvironment } from './environment.ts'
import pages from './generated/pages.js'
import { machineStarter } from './import/start-machine.ts'
import { readRetention } from './retention/read-retention.ts'
import { readSignIn } from './sign-in/settings.ts'
import { bySession } from './sign-in/who-acts.ts'
import { createStaffService } from './staff-service.ts'

const environment = readEnvironment(staffEnvironment, process.env)
const client = tableClient()
const clock = () => new Date()
const sessions = { client, sessionsTable: environment.SESSIONS_TABLE }
const settings = readSignIn(environment.SIGN_IN)
const signIn = {
  settings,
  clientSecret: () => readSecret(settings?.clientSecretName ?? ''),
  fetch,
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
}

export const handler = handle(
  createStaffService({
    tables: {
      client,
      casesTable: environment.CASES_TABLE,
      contactsTable: environment.CONTACTS_TABLE,
      auditTable: environment.AUDIT_TABLE,
      hashKey: keptHashKey(() => readSecret(environment.CHILD_HASH_KEY)),
    },
    council: {
      name,
      contacts,
      providers,
      ownTimes,
      reporting,
      contracts,
      terms,
      particulars,
      retention: readRetention(environment.RETENTION),
    },
    publicAddress: environment.PUBLIC_ADDRESS,
    languages: LANGUAGES,
    pages,
    clock,
    newSubmissionId: () => crypto.randomUUID(),
    whyNotPrinted,
    newCaseId: () => caseIdFrom(crypto.getRandomValues(new Uint8Array(8))),
    sessions,
    runImport: machineStarter(environment.IMPORT_ARN),
    signIn,
    whoActs: bySession({ sessions, signIn, clock }),
    log: functionLogger('staff'),
    pause: async (milliseconds) => {
      await pause(milliseconds)
    },
  }),
)
