import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Contact } from '../contact.ts'
import { searchKeys } from '../search/search-keys.ts'
import { rowOf } from './rows.ts'
import { type ContactTables, contactKeys, SEARCH_PREFIX, type SearchableContactTables } from './tables.ts'

/**
 * What a transaction puts into the contacts table so that the case is found by the names of this contact, and by no name
 * from before: each row takes the place of the one with its number, and those that are left over stand in no index.
 */
export async function searchRows(
  tables: SearchableContactTables,
  caseId: string,
  contact: Contact,
): Promise<readonly Record<string, unknown>[]> {
  const found = searchKeys(await tables.hashKey(), contact)
  const count = Math.max(found.length, await lastNumber(tables, caseId))
  return Array.from({ length: count }, (_, at) =>
    rowOf(contactKeys.searchKey(caseId, at + 1), 'search-key', {}, { ...found[at] }),
  )
}

/** The number of the last row that the case has, 0 for none. */
async function lastNumber({ client, contactsTable }: ContactTables, caseId: string): Promise<number> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: contactsTable,
      KeyConditionExpression: 'pk = :caseId AND begins_with(sk, :search)',
      ExpressionAttributeValues: { ':caseId': caseId, ':search': SEARCH_PREFIX },
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: true,
    }),
  )
  return Items[0] ? Number(String(Items[0].sk).slice(SEARCH_PREFIX.length)) : 0
}
