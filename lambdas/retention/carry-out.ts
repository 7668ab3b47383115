import type { AuditTables } from '../audit/audit-tables.ts'
import type { CouncilRetention } from '../cases/council.ts'
import { londonDay } from '../cases/london.ts'
import { loadContact } from '../cases/store/contact-store.ts'
import { loadList, noteCarriedOut, noteResult } from '../cases/store/retention-list-store.ts'
import type { CaseTables, ContactTables } from '../cases/store/tables.ts'
import { dueOf } from './due-cases.ts'
import { eraseCase } from './erase-case.ts'

export interface CarryOut {
  readonly tables: CaseTables & ContactTables & AuditTables
  readonly policy: CouncilRetention
  readonly clock: () => Date
  /** Forgets what somebody typed about these cases when their session ran out. */
  readonly forgetForms: (caseIds: readonly string[]) => Promise<void>
}

/** So many cases one step erases: a function has 15 seconds for it. */
export const CASES_IN_A_STEP = 10

/**
 * Erases some of the cases of a confirmed list. It may stop at any moment, and run again, also twice at once.
 * @param who has it carried out
 * @returns how many cases are left to do; undefined for a list that is not there or not confirmed
 */
export async function carryOutStep(
  { tables, policy, clock, forgetForms }: CarryOut,
  id: string,
  who: string,
): Promise<number | undefined> {
  const list = await loadList(tables, id)
  if (list?.state === 'carried-out') return 0
  if (list?.state !== 'confirmed') return undefined
  const left = list.cases.filter(({ caseId }) => !(caseId in list.results))
  const step = left.slice(0, CASES_IN_A_STEP)
  const today = londonDay(clock())
  for (const listed of step) {
    const result = await eraseCase(tables, { listId: id, who, now: clock() }, listed, async (record) => {
      const { bornOn } = await loadContact(tables, record.caseId)
      return dueOf(policy, record, bornOn).on <= today
    })
    if (result.result === 'erased') await forgetForms([listed.caseId])
    await noteResult(tables, id, listed.caseId, result)
  }
  if (left.length > step.length) return left.length - step.length
  await noteCarriedOut(tables, id, clock())
  return 0
}
