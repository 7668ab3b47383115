import type { CaseRecord } from '../case-file.ts'
import { contentOf } from './rows.ts'
import { type PageAsked, pageOfStatus, rowsOfStatus } from './rows-of-status.ts'
import type { CaseTables } from './tables.ts'

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
export async function listCases(tables: CaseTables, status: CaseRecord['status'], page: PageAsked): Promise<CasePage> {
  const { rows, next } = await pageOfStatus(tables, status, page)
  return { cases: rows.map((row) => contentOf('case', row)), ...(next && { next }) }
}

/** Every case of one status, for reports and the daily check. */
export async function* everyCase(tables: CaseTables, status: CaseRecord['status']): AsyncGenerator<CaseRecord> {
  for await (const row of rowsOfStatus(tables, status)) yield contentOf('case', row)
}
