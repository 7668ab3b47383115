import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { LocalService } from 'aws-on-one-machine'
import type { CaseTables, SearchableContactTables } from '../../lambdas/cases/store/tables.ts'

/** The tables of a running local service, so that a test records facts without a form. */
export async function tablesOf({
  endpointUrl,
}: Pick<LocalService, 'endpointUrl'>): Promise<CaseTables & SearchableContactTables> {
  const client = new DynamoDBClient({
    endpoint: endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const tableNamed = (part: string) => TableNames.find((name) => name.includes(part)) ?? ''
  return {
    client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    casesTable: tableNamed('Cases'),
    contactsTable: tableNamed('Contacts'),
    // Another one than the pages have: what is recorded here is not looked for there.
    hashKey: async () => 'a key for tests',
  }
}
