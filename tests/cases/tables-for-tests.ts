import { randomUUID } from 'node:crypto'
import { BY_NEXT_DATE, type CaseTables, type ContactTables } from '../../lambdas/cases/tables.ts'
import { openDatabase } from '../../local/database.ts'
import { createDynamoDb } from '../../local/dynamodb/dynamodb.ts'
import { endpointForTests } from '../local/endpoint-for-tests.ts'

export interface TablesForTests {
  readonly tables: CaseTables & ContactTables
  close(): Promise<void>
}

/** Both tables, empty, on the local DynamoDB in memory, reached through the real client. */
export async function tablesForTests(): Promise<TablesForTests> {
  const database = openDatabase(':memory:')
  const dynamoDb = createDynamoDb({
    database,
    clock: { now: () => Date.now() },
    invoker: { invoke: () => Promise.reject(new Error('No function is called in this test.')) },
  })
  const endpoint = await endpointForTests((operation, request) => dynamoDb.handle(operation, request))
  const names = { casesTable: `cases-${randomUUID()}`, contactsTable: `contacts-${randomUUID()}` }
  const key = [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ]
  const strings = (...attributes: string[]) =>
    attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const }))
  await dynamoDb.createTable({
    TableName: names.casesTable,
    KeySchema: key,
    AttributeDefinitions: strings('pk', 'sk', 'status', 'nextDate'),
    BillingMode: 'PAY_PER_REQUEST',
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
  })
  await dynamoDb.createTable({
    TableName: names.contactsTable,
    KeySchema: key,
    AttributeDefinitions: strings('pk', 'sk'),
    BillingMode: 'PAY_PER_REQUEST',
  })
  return {
    tables: { client: endpoint.documents, ...names },
    async close() {
      await endpoint.close()
      await dynamoDb.close()
      database.close()
    },
  }
}
