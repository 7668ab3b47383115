import type { AuditTables } from '../audit/audit-tables.ts'
import { everyList } from '../cases/store/retention-list-store.ts'
import type { CaseTables, ContactTables } from '../cases/store/tables.ts'
import { rowsToErase } from './case-rows.ts'
import { eraseCaseAgain, isErased } from './erase-case.ts'

/** What a certificate says of a case. */
export interface CertifiedCase {
  readonly listId: string
  readonly caseId: string
}

/** A case that was erased, of which rows are there again. */
export interface CameBack extends CertifiedCase {
  readonly rows: number
  readonly outcome: 'left' | 'erased again'
}

/** The cases that every certificate in the tables says were erased. */
export async function certifiedCases(tables: CaseTables): Promise<readonly CertifiedCase[]> {
  return (await everyList(tables)).flatMap(({ id, results }) =>
    Object.entries(results).flatMap(([caseId, { result }]) => (result === 'erased' ? [{ listId: id, caseId }] : [])),
  )
}

/**
 * Looks for rows of erased cases that a restore has brought back, and erases them again. It may stop at any moment and be run
 * again: what is erased stays so.
 * @param write without it, rows are only looked for
 * @param tell hears of each case of which rows are there
 * @throws Error for a case that is open: a person has to look
 */
export async function eraseAgain(
  tables: CaseTables & ContactTables & AuditTables,
  certified: readonly CertifiedCase[],
  { write, now }: { readonly write: boolean; readonly now: Date },
  tell: (case_: CameBack) => void,
): Promise<void> {
  for (const { listId, caseId } of certified) {
    const found = (await rowsToErase(tables, caseId)).length
    // The case's own row is none of these: it has to be what is left of it.
    if (found === 0 && (await isErased(tables, caseId))) continue
    const rows = write ? await eraseCaseAgain(tables, { listId, who: 'service:erase-again', now }, caseId) : found
    if (rows > 0 || !write) tell({ listId, caseId, rows, outcome: write ? 'erased again' : 'left' })
  }
}
