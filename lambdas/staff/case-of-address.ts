import type { Context } from 'hono'
import type { CaseFile } from '../cases/case-file.ts'
import { isCaseId } from '../cases/case-id.ts'
import { loadWhoMayOpen, type WhoMayOpen } from '../cases/store/restriction-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import { loadCaseFor } from '../recording/load-case-for.ts'
import type { StaffAnswers, StaffFrame } from './answer.ts'
import { signedInOf } from './caller.ts'
import { noteOpened } from './reading.ts'

/** The case that an address names; undefined when there is none, or none for whoever asks. Pages have no other way to one. */
export async function caseOfAddress(tables: CaseTables, c: Context): Promise<CaseFile | undefined> {
  const caseId = c.req.param('caseId') ?? ''
  const signedIn = signedInOf(c)
  const file = signedIn && isCaseId(caseId) ? await loadCaseFor(tables, signedIn.actor, caseId) : undefined
  if (file) noteOpened(c, caseId)
  return file
}

/** Who may open the case that an address names, and nothing else of it: a manager can see that of every case. */
export async function whoMayOpen(tables: CaseTables, c: Context): Promise<WhoMayOpen | undefined> {
  const caseId = c.req.param('caseId') ?? ''
  const found = isCaseId(caseId) ? await loadWhoMayOpen(tables, caseId) : undefined
  if (found) noteOpened(c, caseId)
  return found
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
