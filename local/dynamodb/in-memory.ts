import { openDatabase } from '../database.ts'
import { serveOneService } from '../endpoint/one-service.ts'
import { createDynamoDb, type DynamoDb, type DynamoDbOptions } from './dynamodb.ts'

export interface DynamoDbInMemory {
  /** Makes tables, and answers requests without a client. */
  readonly dynamoDb: DynamoDb
  /** Where AWS's own clients reach it. */
  readonly endpointUrl: string
  close(): Promise<void>
}

/** DynamoDB alone, without an app, in memory and on a free port of 127.0.0.1: for tests of what speaks to tables. */
export async function startDynamoDbInMemory(
  options: Pick<DynamoDbOptions, 'meetsConflict'> = {},
): Promise<DynamoDbInMemory> {
  const database = openDatabase(':memory:')
  const dynamoDb = createDynamoDb({
    ...options,
    database,
    clock: { now: () => Date.now() },
    invoker: {
      async invoke(functionName) {
        throw new Error(`DynamoDB alone runs no functions, but ${functionName} was called.`)
      },
    },
  })
  const { url, close } = await serveOneService(dynamoDb)
  return {
    dynamoDb,
    endpointUrl: url,
    async close() {
      await close()
      await dynamoDb.close()
      database.close()
    },
  }
}
