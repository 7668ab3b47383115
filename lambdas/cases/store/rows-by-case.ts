import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseRecord } from '../case-file.ts'
import { contentOf, type RowContent, type RowType } from './rows.ts'
import { type CaseTables, keys } from './tables.ts'

/** How often what DynamoDB left out of a batch is asked for again, which it does when it is very busy. */
const MOST_BATCHES = 5

/**
 * The rows with these keys that are there, by their case. At most 100.
 * @throws Error when DynamoDB leaves some out again and again
 */
export async function rowsByCase<Type extends RowType>(
  from: Pick<CaseTables, 'client'> & { readonly table: string },
  type: Type,
  wanted: readonly { readonly pk: string; readonly sk: string }[],
): Promise<ReadonlyMap<string, RowContent<Type>>> {
  const rows = new Map<string, RowContent<Type>>()
  for (const [pk, item] of await readRows(from, wanted, { consistent: false })) {
    // What is left of a case that was erased stands in the place of its row, and is found by nothing.
    if (item.type !== 'erased-case') rows.set(pk, contentOf(type, item))
  }
  return rows
}

/**
 * The rows with these keys that are there, as they are stored, by the first part of their key, or by `nameOf`. At most 100, of
 * different names.
 * @throws Error when DynamoDB leaves some out again and again
 */
export async function readRows(
  { client, table }: Pick<CaseTables, 'client'> & { readonly table: string },
  wanted: readonly { readonly pk: string; readonly sk: string }[],
  { consistent } = { consistent: true },
  nameOf = ({ pk }: Readonly<Record<string, unknown>>): string => String(pk),
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const rows = new Map<string, Readonly<Record<string, unknown>>>()
  let left: readonly Record<string, unknown>[] = wanted
  for (let batches = 0; left.length > 0; batches += 1) {
    if (batches === MOST_BATCHES) throw new Error(`The table ${table} left out ${left.length} rows ${batches} times.`)
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: consistent } } }),
    )
    for (const item of Responses?.[table] ?? []) rows.set(nameOf(item), item)
    left = UnprocessedKeys?.[table]?.Keys ?? []
  }
  return rows
}

/** The records of some cases, as far as there are such cases. At most 100 different ones. */
export function recordsOf(
  { client, casesTable }: CaseTables,
  caseIds: Iterable<string>,
): Promise<ReadonlyMap<string, CaseRecord>> {
  return rowsByCase({ client, table: casesTable }, 'case', [...new Set(caseIds)].map(keys.case))
}
