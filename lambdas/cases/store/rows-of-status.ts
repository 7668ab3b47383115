import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { BY_NEXT_DATE, type CaseTables } from './tables.ts'

/** How many rows, and `next` of the page before; without it, the first page. */
export interface PageAsked {
  readonly limit: number
  readonly from?: string
}

/** Every row that stands in the index of the cases under a status, of open and of closed cases, by its day. */
export async function* rowsOfStatus(
  { client, casesTable }: CaseTables,
  status: string,
): AsyncGenerator<Record<string, unknown>> {
  for await (const { Items = [] } of paginateQuery({ client }, queryOf(casesTable, status))) yield* Items
}

/**
 * One page of these rows.
 * @returns the rows, and where the page after begins, as an address can carry it; nothing of that on the last page
 * @throws Error when `from` is not a position that this function gave
 */
export async function pageOfStatus(
  { client, casesTable }: CaseTables,
  status: string,
  { limit, from }: PageAsked,
): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly next?: string }> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      ...queryOf(casesTable, status),
      Limit: limit,
      ...(from && { ExclusiveStartKey: positionIn(from) }),
    }),
  )
  const next = LastEvaluatedKey && Buffer.from(JSON.stringify(LastEvaluatedKey)).toString('base64url')
  return { rows: Items, ...(next && { next }) }
}

function queryOf(TableName: string, status: string) {
  return {
    TableName,
    IndexName: BY_NEXT_DATE,
    KeyConditionExpression: '#status = :status',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status },
  }
}

/** What `next` of a page says. @throws Error when it says nothing */
export function positionIn(from: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(from, 'base64url').toString())
  } catch {
    throw new Error(`"${from}" is not a position in the list. Start again from the first page.`)
  }
}
