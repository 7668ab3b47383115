import { isDeepStrictEqual } from 'node:util'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb'

type Row = Readonly<Record<string, AttributeValue>>

export interface PutBackAsked {
  /** The table that is in use. */
  readonly table: string
  /** The table as it was: copy-table.ts. */
  readonly copy: string
  /** Only the rows of these cases; of all when it is empty. */
  readonly cases: readonly string[]
  /** Whether rows that have become others since are put back too. Without it only rows that are gone. */
  readonly replace: boolean
  /** Whether anything is written. Without it the rows are only looked for. */
  readonly write: boolean
}

/** A row by its keys. They hold case references and words of ours, and nobody's name. */
export interface FoundRow {
  readonly pk: string
  readonly sk: string
  /** It is in the copy, and in the table no more, or with something else in it. `erased`: its case was erased since, as docs/retention.md tells. */
  readonly found: 'gone' | 'changed' | 'erased'
  /** Somebody wrote this row while it was being put back: it is left as they wrote it. */
  readonly outcome: 'left' | 'put back' | 'written by somebody else meanwhile'
}

/**
 * The order in which rows are put back. The table's stream tells of each, as if it had just been written: what was sent
 * comes first, so that nothing is sent again, and what starts and wakes journeys last, when the case is whole.
 */
const ORDER = ['MESSAGE#', 'LETTER#', 'SUBMISSION', 'FACT#', 'CASE', 'TASK#', 'HELD#', 'WAIT#'] as const

/**
 * What there is to look after follows from the cases, and is worked out anew from those that are put back. As it was then, it
 * would stand in lists in which it has no place any more.
 */
const WORKED_OUT = /^WORK#|^WORK-COUNTS (?!cover:)/

/**
 * Puts rows of a restored copy back into the table that is in use. Rows that only the table has are left alone. It may stop
 * at any moment and be run again.
 * @param tell is told of each row, in the order in which they are put back
 */
export async function putBack(
  client: DynamoDBClient,
  asked: PutBackAsked,
  tell: (row: FoundRow) => void,
): Promise<void> {
  const rows: { readonly was: Row; readonly is: Row | undefined }[] = []
  const erased = new Map<string, boolean>()
  const isErased = async (pk: string) => {
    const found = erased.get(pk) ?? (await wasErased(client, asked.table, pk))
    erased.set(pk, found)
    return found
  }
  for await (const { Items = [] } of paginateScan({ client }, { TableName: asked.copy, ConsistentRead: true })) {
    for (const was of Items) {
      if (asked.cases.length > 0 && !asked.cases.includes(was.pk?.S ?? '')) continue
      if (WORKED_OUT.test(`${was.pk?.S} ${was.sk?.S}`)) continue
      const { Item: is } = await client.send(
        new GetItemCommand({ TableName: asked.table, Key: keyOf(was), ConsistentRead: true }),
      )
      if (!isDeepStrictEqual(was, is)) rows.push({ was, is })
    }
  }
  rows.sort((one, other) => placeOf(one.was) - placeOf(other.was))
  for (const { was, is } of rows) {
    const found = (await isErased(was.pk?.S ?? '')) ? 'erased' : is ? 'changed' : 'gone'
    const isWanted = asked.write && (found === 'gone' || (found === 'changed' && asked.replace))
    const outcome = isWanted ? await put(client, asked.table, was, is) : 'left'
    tell({ pk: was.pk?.S ?? '', sk: was.sk?.S ?? '', found, outcome })
  }
}

/** Whether a case was erased since: its own row is what is left of it. Only the table of the cases can tell. */
async function wasErased(client: DynamoDBClient, table: string, pk: string): Promise<boolean> {
  const Key = { pk: { S: pk }, sk: { S: 'CASE' } }
  const { Item } = await client.send(new GetItemCommand({ TableName: table, Key, ConsistentRead: true }))
  return Item?.type?.S === 'erased-case'
}

/** Puts a row where the table still has what was read of it a moment before. */
async function put(client: DynamoDBClient, table: string, was: Row, is: Row | undefined): Promise<FoundRow['outcome']> {
  try {
    await client.send(new PutItemCommand({ TableName: table, Item: { ...was }, ...stillAs(is) }))
    return 'put back'
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'written by somebody else meanwhile'
    throw error
  }
}

function stillAs(is: Row | undefined) {
  if (!is) return { ConditionExpression: 'attribute_not_exists(pk)' }
  const attributes = Object.entries(is)
  return {
    ConditionExpression: attributes.map((_, index) => `#${index} = :${index}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name], index) => [`#${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(attributes.map(([, value], index) => [`:${index}`, value])),
  }
}

function keyOf({ pk, sk }: Row): Record<string, AttributeValue> {
  if (!pk || !sk) throw new Error('A row of the copy has no key: it is no copy of a table of this service.')
  return { pk, sk }
}

/** What is in no list, such as names and addresses, wakes nothing: it comes first. */
function placeOf({ sk }: Row): number {
  return ORDER.findIndex((prefix) => sk?.S?.startsWith(prefix))
}
