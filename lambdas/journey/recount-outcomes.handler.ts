import { particulars, terms } from '#council'
import { tableClient } from '../cases/store/table-client.ts'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { countCase } from '../reports/cells.ts'
import { caseEnvironment } from './environment.ts'
import { recountOutcomes } from './recount-outcomes.ts'

const environment = readEnvironment(caseEnvironment, process.env)
const logger = functionLogger('recount-outcomes')
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  count: countCase({ terms, particulars }),
  now: () => new Date(),
  reportUncounted: (caseId: string, error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown'
    logger.error('The outcome of a case could not be counted.', { caseId, errorName: name })
  },
}

export const handler = async (): Promise<void> => {
  const { isFirst, missed, renewed, uncounted, mended, cases } = await recountOutcomes(service)
  // Metric filters of the journey stack read these names.
  logger.info('The outcomes have been counted again.', {
    first: isFirst ? 'yes' : 'no',
    missed,
    renewed,
    uncounted,
    mended,
    casesCompared: cases,
    outcomesThatDiffered: uncounted.length + (isFirst ? 0 : missed.length + mended),
  })
}
