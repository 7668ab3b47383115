import { ownTimes } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { recountEnvironment } from './environment.ts'
import { recountWork } from './recount-work.ts'

const environment = readEnvironment(recountEnvironment, process.env)
const logger = functionLogger('recount-work')
const service = {
  tables: {
    client: tableClient(),
    casesTable: environment.CASES_TABLE,
    contactsTable: environment.CONTACTS_TABLE,
    auditTable: environment.AUDIT_TABLE,
  },
  ownTimes,
  now: () => new Date(),
  reportUncounted: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('The work of a case could not be counted.', { caseId, errorName: name })
  },
}

export const handler = async (): Promise<void> => {
  const report = await recountWork(service)
  // Metric filters of the journey stack read these names.
  logger.info('The nightly recount has run.', {
    ...report,
    countsThatDiffered: report.mended + report.missed.length + report.uncounted.length,
  })
}
