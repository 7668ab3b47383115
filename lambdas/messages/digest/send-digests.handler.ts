import { contacts, name, ownTimes, providers } from '#council'
import { londonDay } from '../../cases/london.ts'
import { tableClient } from '../../cases/store/table-client.ts'
import { readEnvironment } from '../../environment.ts'
import { functionLogger } from '../../logger.ts'
import { accountSender } from '../account-sender.ts'
import { digestEnvironment } from '../environment.ts'
import { isHourOfDigests } from './digest-of-day.ts'
import { sendDigests } from './send-digests.ts'

/**
 * Longer than the function may run (council-messages.ts), so that a claim is taken over only from a dead sender; and over
 * before Lambda tries an event for the third time, three minutes after the first.
 */
const LEASE_SECONDS = 120

const environment = readEnvironment(digestEnvironment, process.env)
const logger = functionLogger('send-digests')
const tables = {
  client: tableClient(),
  casesTable: environment.CASES_TABLE,
  contactsTable: environment.CONTACTS_TABLE,
  auditTable: environment.AUDIT_TABLE,
}
const service = {
  ...accountSender(tables, environment),
  tables,
  council: { name, contacts, providers, ownTimes },
  publicAddress: environment.PUBLIC_ADDRESS,
  leaseSeconds: LEASE_SECONDS,
  reportUnread: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('A case could not be read for the digest.', { caseId, errorName: name })
  },
}

/** A rule of EventBridge gives an event that says so. Whoever runs the function by hand gives another, or none. */
export const handler = async (event?: { readonly source?: string }): Promise<void> => {
  const report = await sendDigests(service, { byHand: event?.source !== 'aws.events' })
  // Metric filters of the messages stack read these names.
  if (!report) {
    // The time that is an hour off says nothing: what fails an hour later would not be missed.
    const now = service.now()
    if (isHourOfDigests(londonDay(now), now)) logger.info('There is no digest to send today.', { digestsHaveRun: 1 })
    return
  }
  const unsent = Object.values(report.digests).filter((outcome) => outcome === 'unsendable').length
  logger.info('The digests of the day have been seen to.', { ...report, unsentToCouncil: unsent, digestsHaveRun: 1 })
}
