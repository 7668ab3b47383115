import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readEnvironment } from '../environment.ts'
import { functionLogger } from '../logger.ts'
import { rootsEnvironment } from './environment.ts'
import { removeOldChains } from './remove-old-chains.ts'
import { makeRoots } from './roots.ts'

const environment = readEnvironment(rootsEnvironment, process.env)
const logger = functionLogger('make-roots')
const tables = { client: DynamoDBDocumentClient.from(new DynamoDBClient({})), auditTable: environment.AUDIT_TABLE }

export const handler = async (): Promise<void> => {
  const now = new Date()
  const made = await makeRoots(tables, now)
  // The log is kept apart from the table: whoever alters both has to alter it too.
  for (const { day, root, before, chains } of made) logger.info('The root of a day', { day, root, before, chains })
  const chainsRemoved = await removeOldChains(tables, Number(environment.KEEP_YEARS), now)
  // A metric filter of the staff stack reads this name.
  logger.info('The roots have been made', { rootsMade: made.length, chainsRemoved })
}
