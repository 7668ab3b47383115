import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { startDynamoDbInMemory } from 'aws-on-one-machine/dynamodb'
import { type AuditTables, BY_DAY, BY_PERSON } from '../../lambdas/audit/audit-tables.ts'
import { type AuditEntry, entryOf } from '../../lambdas/audit/entry.ts'
import { retryConflicts } from '../../lambdas/cases/store/retry-conflicts.ts'
import {
  BY_CHILD_KEY,
  BY_NEXT_DATE,
  BY_SEARCH_KEY,
  type CaseTables,
  type SearchableContactTables,
} from '../../lambdas/cases/store/tables.ts'
import type { SessionTables } from '../../lambdas/staff/sign-in/session-tables.ts'

/** What every table of the service has, as AWS and the local service take it. */
export const OF_EVERY_TABLE = {
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

/** All tables in memory, behind the local DynamoDB and the real SDK. Close them in an `afterAll`. */
export async function tablesForTests() {
  let conflicts = 0
  const { dynamoDb, endpointUrl, close } = await startDynamoDbInMemory({
    meetsConflict: () => {
      conflicts -= 1
      return conflicts >= 0
    },
  })
  const pauses: number[] = []
  await dynamoDb.createTable({
    ...OF_EVERY_TABLE,
    TableName: 'cases',
    AttributeDefinitions: [
      ...OF_EVERY_TABLE.AttributeDefinitions,
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
  await dynamoDb.createTable({
    ...OF_EVERY_TABLE,
    TableName: 'contacts',
    AttributeDefinitions: [
      ...OF_EVERY_TABLE.AttributeDefinitions,
      { AttributeName: 'childKey', AttributeType: 'S' },
      { AttributeName: 'searchKey', AttributeType: 'S' },
      { AttributeName: 'searchOrder', AttributeType: 'S' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: BY_CHILD_KEY,
        KeySchema: [{ AttributeName: 'childKey', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
      {
        IndexName: BY_SEARCH_KEY,
        KeySchema: [
          { AttributeName: 'searchKey', KeyType: 'HASH' },
          { AttributeName: 'searchOrder', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  })
  await dynamoDb.createTable({ ...OF_EVERY_TABLE, TableName: 'sessions' })
  await dynamoDb.createTable({
    ...OF_EVERY_TABLE,
    TableName: 'audit',
    AttributeDefinitions: [
      ...OF_EVERY_TABLE.AttributeDefinitions,
      ...['who', 'day', 'moment'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    ],
    GlobalSecondaryIndexes: [
      [BY_PERSON, 'who'],
      [BY_DAY, 'day'],
    ].map(([IndexName = '', AttributeName = '']) => ({
      IndexName,
      KeySchema: [
        { AttributeName, KeyType: 'HASH' as const },
        { AttributeName: 'moment', KeyType: 'RANGE' as const },
      ],
      Projection: { ProjectionType: 'ALL' as const },
    })),
  })
  const plainClient = new DynamoDBClient({
    endpoint: endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  const client = retryConflicts(plainClient, {
    sleep: async (milliseconds) => pauses.push(milliseconds),
    random: () => 1,
  })
  const tables: CaseTables & SearchableContactTables & SessionTables & AuditTables = {
    client: DynamoDBDocumentClient.from(client),
    casesTable: 'cases',
    contactsTable: 'contacts',
    sessionsTable: 'sessions',
    auditTable: 'audit',
    hashKey: async () => 'a key for tests',
  }
  return {
    tables,
    /** The next writes meet somebody else's transaction. */
    haveConflicts(writes: number): void {
      conflicts = writes
    },
    /** How long was waited, in milliseconds, before each write that was tried again. */
    pauses,
    /** What the tables of cases and contacts hold: everything but what is kept for somebody who is not done yet. */
    async recorded(): Promise<string> {
      const scan = (TableName: string) => dynamoDb.handle('Scan', { TableName })
      return JSON.stringify(await Promise.all([scan('cases'), scan('contacts')]))
    },
    /** Everything that is stored, but who did and read what, as text. */
    async everything(): Promise<string> {
      const scan = (TableName: string) => dynamoDb.handle('Scan', { TableName })
      return JSON.stringify(await Promise.all([scan('cases'), scan('contacts'), scan('sessions')]))
    },
    /** Every entry of who did and read what, by chain and number. */
    async audited(): Promise<readonly AuditEntry[]> {
      const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'audit' }))
      const isEntry = ({ pk }: Record<string, unknown>) => /^(case|person):/.test(String(pk))
      return Items.filter(isEntry)
        .map(entryOf)
        .sort((one, other) => one.chain.localeCompare(other.chain) || one.number - other.number)
    },
    async close() {
      client.destroy()
      await close()
    },
  }
}

export type TablesForTests = Awaited<ReturnType<typeof tablesForTests>>
