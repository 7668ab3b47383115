import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { type AuditTables, auditKeys } from './audit-tables.ts'
import { entryOf } from './entry.ts'
import { type DailyRoot, daysBefore, notedHeads } from './roots.ts'

/** A year and the part of a leap day, so that nothing goes too early. */
const DAYS_OF_A_YEAR = 365.25
/** So many nights may have been missed: each looks again through the days of those before. */
const NIGHTS_LOOKED_AT = 40

/**
 * The first day (of UTC, "2019-03-10") of what is kept.
 * @param years for how many years after its last entry a chain is kept
 */
export function keptFrom(now: Date, years: number): DailyRoot['day'] {
  return daysBefore(now, Math.ceil(years * DAYS_OF_A_YEAR) + 1)
}

/**
 * Removes each chain that has had no entry for as long as entries are kept: as a whole, since a chain without its beginning
 * is one that was altered. The roots of its days stay. It may run twice and be stopped in between: the last entry goes last,
 * and by it the next run knows that the chain has not gone on.
 *
 * @param years for how many years after its last entry a chain is kept
 * @returns how many chains were removed
 */
export async function removeOldChains(tables: AuditTables, years: number, now: Date): Promise<number> {
  let removed = 0
  for (let night = 1; night <= NIGHTS_LOOKED_AT; night += 1) {
    const day = daysBefore(new Date(`${keptFrom(now, years)}T00:00:00Z`), night)
    for (const { chain, number } of await notedHeads(tables, day)) {
      const keys = await entriesOf(tables, chain)
      if (keys.at(-1)?.sk !== auditKeys.entry(chain, number).sk) continue
      for (const Key of keys) await tables.client.send(new DeleteCommand({ TableName: tables.auditTable, Key }))
      removed += 1
    }
  }
  return removed
}

async function entriesOf({ client, auditTable }: AuditTables, chain: string) {
  const pages = paginateQuery(
    { client },
    {
      TableName: auditTable,
      KeyConditionExpression: 'pk = :chain',
      ExpressionAttributeValues: { ':chain': chain },
      ConsistentRead: true,
    },
  )
  const keys: { readonly pk: string; readonly sk: string }[] = []
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const entry = entryOf(item)
      keys.push(auditKeys.entry(chain, entry.number))
    }
  }
  return keys
}
