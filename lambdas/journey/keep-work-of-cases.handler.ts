import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { ownTimes, particulars, terms } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { countCase } from '../reports/cells.ts'
import { caseEnvironment } from './environment.ts'
import { keepWorkOfCases } from './keep-work-of-cases.ts'

const environment = readEnvironment(caseEnvironment, process.env)
const logger = functionLogger('keep-work-of-cases')
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  ownTimes,
  count: countCase({ terms, particulars }),
  now: () => new Date(),
  reportFailure: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('The work of a case could not be counted; the record comes again.', { caseId, errorName: name })
  },
  reportSignOfLife: () => {
    // A metric filter of its stack reads this name.
    logger.info('The stream of the cases table is heard.', { signOfLife: 1 })
  },
}

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => keepWorkOfCases(service, event)
