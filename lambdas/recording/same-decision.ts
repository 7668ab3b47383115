import { isDeepStrictEqual } from 'node:util'
import type { CaseFile } from '../cases/case-file.ts'
import { casesOfSameChild, childKeys } from '../cases/child-keys.ts'
import type { Contact } from '../cases/contact.ts'
import { londonDay } from '../cases/london.ts'
import type { Decision } from '../cases/opening/facts.ts'
import { casesByChildKey } from '../cases/store/child-key-store.ts'
import { loadContact } from '../cases/store/contact-store.ts'
import type { CaseTables, SearchableContactTables } from '../cases/store/tables.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Actor } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'

type Tables = CaseTables & SearchableContactTables

/** An open case that is about the same child and the same decision. */
export interface SameCase {
  readonly caseId: string
  /** The day in England. */
  readonly openedOn: CalendarDate
}

/** The open cases about a child and a decision that somebody may open, the one that was opened first at the top. */
export async function casesOfDecision(
  tables: Tables,
  actor: Pick<Actor, 'id'>,
  contact: Contact,
  decision: Decision,
): Promise<readonly SameCase[]> {
  const found = casesOfSameChild(await casesByChildKey(tables, contact))
  const files = await Promise.all(found.map((caseId) => loadCaseFor(tables, actor, caseId)))
  return files
    .flatMap((file) =>
      file?.record.status === 'open' && isSameDecision(file.subject.decision, decision) ? [file.record] : [],
    )
    .sort((one, other) => one.openedAt.localeCompare(other.openedAt))
    .map(({ caseId, openedAt }) => ({ caseId, openedOn: londonDay(new Date(openedAt)) }))
}

/**
 * The other open cases about the child and the decision of a case, on contact details that it is about to have. None where
 * these say of the child what was known of it already.
 */
export async function otherCasesOfDecision(
  tables: Tables,
  actor: Pick<Actor, 'id'>,
  { record: { caseId }, subject }: CaseFile,
  contact: Contact,
): Promise<readonly SameCase[]> {
  const before = await loadContact(tables, caseId)
  if (isDeepStrictEqual(childKeys(before), childKeys(contact))) return []
  const cases = await casesOfDecision(tables, actor, contact, subject.decision)
  return cases.filter((one) => one.caseId !== caseId)
}

/** A decision of the same kind is the same one where one of the two days on its letter is: the other may be mistyped. */
function isSameDecision(one: Decision, other: Decision): boolean {
  return one.decisionKind === other.decisionKind && (one.printedOn === other.printedOn || one.sentOn === other.sentOn)
}
