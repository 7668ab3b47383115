import type { CaseRecord } from '../case-file.ts'
import { pageOfSeen } from './page-of-seen.ts'
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
 * @param mayOpen whether who asks may open a case: others are left out
 * @param from `next` of the page before. @throws Error when it is not one that this function gave.
 */
export async function listCases(
  tables: CaseTables,
  mayOpen: (record: CaseRecord) => boolean,
  status: CaseRecord['status'],
  page: PageAsked,
): Promise<CasePage> {
  const read = async (asked: PageAsked) => {
    const { rows, next } = await pageOfStatus(tables, status, asked)
    return { items: rows.map((row) => contentOf('case', row)), ...(next && { next }) }
  }
  const { items: cases, next } = await pageOfSeen(page, read, async (records) => records.filter(mayOpen))
  return { cases, ...(next && { next }) }
}

/** Every case of one status, for reports and the daily check. */
export async function* everyCase(tables: CaseTables, status: CaseRecord['status']): AsyncGenerator<CaseRecord> {
  for await (const row of rowsOfStatus(tables, status)) yield contentOf('case', row)
}
