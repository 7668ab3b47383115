import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { CouncilOwnTimes } from '../../lambdas/cases/council.ts'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { foresee } from '../../lambdas/cases/foresee.ts'
import { londonDay } from '../../lambdas/cases/london.ts'
import { messageKey } from '../../lambdas/cases/message.ts'
import { loadContact } from '../../lambdas/cases/store/contact-store.ts'
import type { ContactTables } from '../../lambdas/cases/store/tables.ts'
import { tellingForeseen } from '../../lambdas/messages/telling/telling-foreseen.ts'
import { council, PUBLIC_ADDRESS } from '../messages/situations.ts'

/** The keys of the messages that are foreseen to leave at once where facts are recorded on a case, and those for later. */
export async function toldForeseen(
  tables: ContactTables,
  file: CaseFile,
  facts: readonly NewFact[],
  now: Date,
  ownTimes: CouncilOwnTimes,
): Promise<{ readonly atOnce: readonly string[]; readonly later: readonly string[] }> {
  const foreseen = foresee(file, facts, now, ownTimes)
  const known = {
    file: { ...file, subject: foreseen.after },
    contact: await loadContact(tables, file.record.caseId),
    words: new Map(),
    writer: { council, publicAddress: PUBLIC_ADDRESS },
    today: londonDay(now),
  }
  const told = tellingForeseen(known, foreseen, now)
  const keysOf = (isLater: boolean) =>
    told.filter(({ leavesAt }) => (leavesAt !== undefined) === isLater).map(({ message }) => messageKey(message))
  return { atOnce: keysOf(false), later: keysOf(true) }
}
