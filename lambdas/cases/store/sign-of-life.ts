import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { rowOf } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/**
 * Writes a row that belongs to no case. Whoever hears the table's stream says that it came: so a stream that nobody hears
 * any more is found even while there is no news.
 */
export async function giveSignOfLife({ client, casesTable }: CaseTables, now: Date): Promise<void> {
  const row = rowOf(keys.signOfLife, 'sign-of-life', { givenAt: now.toISOString() })
  await client.send(new PutCommand({ TableName: casesTable, Item: row }))
}
