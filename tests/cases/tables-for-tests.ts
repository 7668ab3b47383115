import { BY_NEXT_DATE, type CaseTables, type ContactTables } from '../../lambdas/cases/tables.ts'
import { openDatabase } from '../../local/database.ts'
import { createDynamoDb } from '../../local/dynamodb/dynamodb.ts'
import { endpointForTests } from '../../local/tests/endpoint-for-tests.ts'

const KEYS = {
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} as const

/** Both tables in memory, behind the local DynamoDB and the real SDK. Close them in an `afterAll`. */
export async function tablesForTests() {
  const database = openDatabase(':memory:')
  const dynamoDb = createDynamoDb({
    database,
    clock: { now: () => Date.now() },
    invoker: {
      async invoke(functionName) {
        throw new Error(`No function is run in these tests, but ${functionName} was called.`)
      },
    },
  })
  await dynamoDb.createTable({
    ...KEYS,
    TableName: 'cases',
    AttributeDefinitions: [
      ...KEYS.AttributeDefinitions,
      { AttributeName: 'status', AttributeType: 'S' },
      { AttributeName: 'nextDate', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: BY_NEXT_DATE,
        KeySchema: [
          { AttributeName: 'status', KeyType: 'HASH' },
          { AttributeName: 'nextDate', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  })
  await dynamoDb.createTable({ ...KEYS, TableName: 'contacts' })
  const endpoint = await endpointForTests((operation, request) => dynamoDb.handle(operation, request))
  const tables: CaseTables & ContactTables = {
    client: endpoint.documents,
    casesTable: 'cases',
    contactsTable: 'contacts',
  }
  return {
    tables,
    /** Everything that is stored, as text. */
    async everything(): Promise<string> {
      const scan = (TableName: string) => dynamoDb.handle('Scan', { TableName })
      return JSON.stringify(await Promise.all([scan('cases'), scan('contacts')]))
    },
    async close() {
      await endpoint.close()
      await dynamoDb.close()
      database.close()
    },
  }
}

export type TablesForTests = Awaited<ReturnType<typeof tablesForTests>>
