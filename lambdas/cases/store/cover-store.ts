import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { Cover } from '../work/cover.ts'
import { contentOf, rowOf } from './rows.ts'
import { type CaseTables, workKeys } from './tables.ts'

/** Names who covers for somebody, instead of what was named before. The entry stands in the chain of whoever is away. */
export async function nameCover(
  tables: CaseTables & AuditTables,
  cover: Cover,
  namedBy: string,
  now: Date,
): Promise<void> {
  const Item = rowOf(workKeys.cover(cover.owner), 'cover', cover)
  const about = [cover.cover, cover.from, cover.until]
  const entry = { chain: chainOfPerson(cover.owner), who: namedBy, what: 'cover-named', about } as const
  await writeWithEntry(tables, entry, now, [{ Put: { TableName: tables.casesTable, Item } }])
}

/** Every cover that was named: one for each person at most, also when it is over. */
export async function allCovers({ client, casesTable }: CaseTables): Promise<readonly Cover[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: casesTable,
      KeyConditionExpression: 'pk = :counts AND begins_with(sk, :cover)',
      ExpressionAttributeValues: { ':counts': workKeys.cover('').pk, ':cover': workKeys.cover('').sk },
      ConsistentRead: true,
    }),
  )
  return Items.map((item) => contentOf('cover', item))
}
