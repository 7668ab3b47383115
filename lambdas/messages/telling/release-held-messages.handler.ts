import { tableClient } from '../../cases/store/table-client.ts'
import { readEnvironment } from '../../environment.ts'
import { functionLogger } from '../../logger.ts'
import { releaseEnvironment } from '../environment.ts'
import { releaseHeldMessages } from './release-held-messages.ts'

const environment = readEnvironment(releaseEnvironment, process.env)
const logger = functionLogger('release-held-messages')
const service = {
  tables: { client: tableClient(), casesTable: environment.CASES_TABLE },
  now: () => new Date(),
}

export const handler = async (): Promise<void> => {
  const { released, stuck } = await releaseHeldMessages(service)
  // A metric filter of the messages stack reads this name.
  logger.info('What was learnt late leaves now.', { released, stuckMessages: stuck })
}
