import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { LocalService } from 'aws-on-one-machine'
import { type AuditTables, BY_DAY } from '../../lambdas/audit/audit-tables.ts'
import {
  BY_CHILD_KEY,
  BY_NEXT_DATE,
  type CaseTables,
  type SearchableContactTables,
} from '../../lambdas/cases/store/tables.ts'

/** The tables of a running local service, so that a test records facts without a form. */
export async function tablesOf({
  endpointUrl,
}: Pick<LocalService, 'endpointUrl'>): Promise<CaseTables & SearchableContactTables & AuditTables> {
  const client = new DynamoDBClient({
    endpoint: endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  // By what only one of them has: a long name of a stack leaves nothing of the table's own.
  const tables = await Promise.all(TableNames.map((TableName) => client.send(new DescribeTableCommand({ TableName }))))
  const tableWith = (index: string) =>
    tables.find(({ Table }) => Table?.GlobalSecondaryIndexes?.some(({ IndexName }) => IndexName === index))?.Table
      ?.TableName ?? ''
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    casesTable: tableWith(BY_NEXT_DATE),
    contactsTable: tableWith(BY_CHILD_KEY),
    auditTable: tableWith(BY_DAY),
    // Another one than the pages have: what is recorded here is not looked for there.
    hashKey: async () => 'a key for tests',
  }
}
