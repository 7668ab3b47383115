import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import {
  type ByChildKey,
  CHILD_KEYS,
  type ChildKey,
  forEachChildKey,
  hashedChildKeys,
  type KnownOfChild,
} from '../child-keys.ts'
import type { Contact } from '../contact.ts'
import { rowOf } from './rows.ts'
import { searchRows } from './search-key-store.ts'
import { BY_CHILD_KEY, type ContactTables, contactKeys, type SearchableContactTables } from './tables.ts'

/**
 * What a transaction puts into the contacts table to give a case its contact details: the details, a row for each key of
 * the child, and those by which the case is found by the names of its people. The row of a key that is not known, or not any more, stands in no index. Written twice they are the same.
 */
export async function contactPuts(
  tables: SearchableContactTables,
  caseId: string,
  contact: Contact,
): Promise<readonly { readonly Put: { readonly TableName: string; readonly Item: Record<string, unknown> } }[]> {
  const { contactsTable, hashKey } = tables
  const hashes = hashedChildKeys(await hashKey(), contact)
  const rows = CHILD_KEYS.map((key) => {
    const childKey = hashes[key]
    return rowOf(contactKeys.childKey(caseId, key), 'child-key', {}, childKey ? { childKey } : {})
  })
  const search = await searchRows(tables, caseId, contact)
  return [rowOf(contactKeys.contact(caseId), 'contact', contact), ...rows, ...search].map((Item) => ({
    Put: { TableName: contactsTable, Item },
  }))
}

/**
 * The cases that have each key of the child; none for a key that is not known. What was
 * written in the last moment may not be among them.
 */
export async function casesByChildKey(
  tables: SearchableContactTables,
  child: KnownOfChild,
): Promise<ByChildKey<readonly string[]>> {
  const hashes = hashedChildKeys(await tables.hashKey(), child)
  const found = await Promise.all(
    CHILD_KEYS.map(async (key) => [key, hashes[key] ? await casesUnder(tables, hashes[key]) : []] as const),
  )
  const cases = new Map<ChildKey, readonly string[]>(found)
  return forEachChildKey((key) => cases.get(key) ?? [])
}

async function casesUnder({ client, contactsTable }: ContactTables, hash: string): Promise<readonly string[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: contactsTable,
      IndexName: BY_CHILD_KEY,
      KeyConditionExpression: 'childKey = :hash',
      ExpressionAttributeValues: { ':hash': hash },
    },
  )
  const caseIds: string[] = []
  for await (const { Items = [] } of pages) caseIds.push(...Items.map(({ pk }) => String(pk)))
  return caseIds
}
