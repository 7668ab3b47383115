import type { Context } from 'hono'
import type { CaseFile } from '../cases/case-file.ts'
import { isCaseId } from '../cases/case-id.ts'
import { loadCaseFile } from '../cases/store/load-case-file.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import type { StaffAnswers, StaffFrame } from './answer.ts'
import { noteOpened } from './reading.ts'

/** The case that an address names; undefined when there is none. */
export async function caseOfAddress(tables: CaseTables, c: Context): Promise<CaseFile | undefined> {
  const caseId = c.req.param('caseId') ?? ''
  const file = isCaseId(caseId) ? await loadCaseFile(tables, caseId) : undefined
  if (file) noteOpened(c, caseId)
  return file
}

/** The same answer for a reference that is mistyped and one that was never given out. */
export function noSuchCase(c: Context, answer: StaffAnswers) {
  return answer.message(c, 404, 'There is no case with that reference', [
    'Check the reference. It has eight letters and digits, like 7K2M-4QXP, and never the letters I, L, O or U.',
  ])
}

/** What stands around a page about a case. */
export function frameOf({ record: { caseId } }: CaseFile, section: 'cases' | 'letters' = 'cases'): StaffFrame {
  return { section, back: { href: `/cases/${caseId}`, text: `Case ${caseId}` } }
}
