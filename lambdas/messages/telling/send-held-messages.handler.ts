import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { contacts, name, ownTimes, providers } from '#council'
import { tableClient } from '../../cases/store/table-client.ts'
import { readEnvironment } from '../../environment.ts'
import { functionLogger } from '../../logger.ts'
import { accountSender } from '../account-sender.ts'
import { tellFamilyEnvironment } from '../environment.ts'
import { LANGUAGES } from '../languages/all-languages.ts'
import { sendHeldMessages } from './send-held-messages.ts'

/** Longer than the function may run (held-messages.ts), so that a claim is taken over only from a dead sender. */
const LEASE_SECONDS = 30

const environment = readEnvironment(tellFamilyEnvironment, process.env)
const logger = functionLogger('send-held-messages')
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
  reportFailure: (caseId: string, error: unknown) => {
    const errorName = error instanceof Error ? error.name : 'unknown'
    logger.error('What a case has to tell could not be sent; the record comes again.', { caseId, errorName })
  },
  reportSignOfLife: () => {
    // A metric filter of its stack reads this name.
    logger.info('The stream of the cases table is heard.', { signOfLife: 1 })
  },
}

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => sendHeldMessages(service, event)
