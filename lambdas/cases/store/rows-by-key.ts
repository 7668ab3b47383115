import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { contentOf, type RowContent, type RowType } from './rows.ts'

/** How often what DynamoDB left out of a batch is asked for again, which it does when it is very busy. */
const MOST_BATCHES = 5

/**
 * The rows with these keys that are there, by their `pk`.
 * @param wanted 100 at most, no two alike. @throws Error when DynamoDB leaves some out again and again
 */
export async function rowsByKey<Type extends RowType>(
  { client, table }: { readonly client: DynamoDBDocumentClient; readonly table: string },
  type: Type,
  wanted: readonly { readonly pk: string; readonly sk: string }[],
): Promise<ReadonlyMap<string, RowContent<Type>>> {
  const rows = new Map<string, RowContent<Type>>()
  let left: readonly Record<string, unknown>[] = wanted
  for (let batches = 0; left.length > 0; batches += 1) {
    if (batches === MOST_BATCHES) throw new Error(`The table ${table} left out ${left.length} rows ${batches} times.`)
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left] } } }),
    )
    for (const item of Responses?.[table] ?? []) rows.set(String(item.pk), contentOf(type, item))
    left = UnprocessedKeys?.[table]?.Keys ?? []
  }
  return rows
}
