import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { contacts, name, ownTimes, providers } from '#council'
import { tableClient } from '../../cases/store/table-client.ts'
import { readEnvironment } from '../../environment.ts'
import { functionLogger } from '../../logger.ts'
import { accountSender } from '../account-sender.ts'
import { councilMailEnvironment } from '../environment.ts'
import { tellAtOnce } from './tell-at-once.ts'

/** Longer than the function may run (council-messages.ts), so that a claim is taken over only from a dead sender. */
const LEASE_SECONDS = 30

const environment = readEnvironment(councilMailEnvironment, process.env)
const logger = functionLogger('tell-at-once')
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
  leaseSeconds: LEASE_SECONDS,
  reportFailure: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('Something due today could not be told; the record comes again.', { caseId, errorName: name })
  },
  reportSignOfLife: () => {
    // A metric filter of its stack reads this name.
    logger.info('The stream of the cases table is heard.', { signOfLife: 1 })
  },
  reportUnsent: (messageKey: string) => {
    // A metric filter of the messages stack reads this name.
    logger.error('SES does not send a message to the council.', { messageKey, unsentToCouncil: 1 })
  },
}

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => tellAtOnce(service, event)
