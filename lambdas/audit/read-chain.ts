import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from './audit-tables.ts'
import { type AuditEntry, type Chain, entryOf } from './entry.ts'

/**
 * Every entry of a chain, in its order.
 * @throws UnreadableEntryError for one that does not fit
 */
export async function readChain({ client, auditTable }: AuditTables, chain: Chain): Promise<readonly AuditEntry[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: auditTable,
      KeyConditionExpression: 'pk = :chain',
      ExpressionAttributeValues: { ':chain': chain },
      ConsistentRead: true,
    },
  )
  const entries: AuditEntry[] = []
  for await (const { Items = [] } of pages) entries.push(...Items.map(entryOf))
  return entries
}
