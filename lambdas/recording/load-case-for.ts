import type { CaseFile } from '../cases/case-file.ts'
import { mayOpen } from '../cases/may-open.ts'
import { loadCaseFile } from '../cases/store/load-case-file.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import type { Actor } from './actor.ts'

/**
 * Reads a whole case for somebody. Every page and every recording comes to a case through here.
 * @returns undefined when there is no such case, and after the same reads when it is restricted to others
 */
export async function loadCaseFor(
  tables: CaseTables,
  actor: Pick<Actor, 'id'>,
  caseId: string,
): Promise<CaseFile | undefined> {
  const file = await loadCaseFile(tables, caseId)
  return file && mayOpen(actor, file.record) ? file : undefined
}
