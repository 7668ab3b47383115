import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseRecord } from '../case-file.ts'
import { contentOf } from './rows.ts'
import { BY_NEXT_DATE, type CaseTables } from './tables.ts'

/** A page of cases, the one whose next date comes first at the top. */
export interface CasePage {
  readonly cases: readonly CaseRecord[]
  /** Pass this back for the page after; absent on the last page. */
  readonly next?: string
}

/**
 * Lists open or closed cases by their next date.
 * @param from `next` of the page before. @throws Error when it is not one that this function gave.
 */
export async function listCases(
  { client, casesTable }: CaseTables,
  status: CaseRecord['status'],
  { limit, from }: { readonly limit: number; readonly from?: string },
): Promise<CasePage> {
  const page = await client.send(
    new QueryCommand({
      TableName: casesTable,
      IndexName: BY_NEXT_DATE,
      KeyConditionExpression: '#status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status },
      Limit: limit,
      ...(from && { ExclusiveStartKey: positionIn(from) }),
    }),
  )
  return {
    cases: (page.Items ?? []).map((row) => contentOf('case', row)),
    ...nextPosition(page.LastEvaluatedKey),
  }
}

/** Every case of one status, for reports and the daily check. */
export async function* everyCase(tables: CaseTables, status: CaseRecord['status']): AsyncGenerator<CaseRecord> {
  let from: string | undefined
  do {
    const page: CasePage = await listCases(tables, status, { limit: 200, ...(from && { from }) })
    yield* page.cases
    from = page.next
  } while (from)
}

/** Where the page after begins, as an address can carry it. Nothing after the last page. */
export function nextPosition(lastKey: Record<string, unknown> | undefined): { readonly next?: string } {
  return lastKey ? { next: Buffer.from(JSON.stringify(lastKey)).toString('base64url') } : {}
}

/** Reads a position that `nextPosition` wrote. @throws Error when the text is none. */
export function positionIn(from: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(from, 'base64url').toString())
  } catch {
    throw new Error(`"${from}" is not a position in the list. Start again from the first page.`)
  }
}
