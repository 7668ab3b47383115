import { releaseMessagesFor } from '../cases/store/held-message-store.ts'
import { type Actor, mayRecord } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'
import type { RecordingTools } from './recording-tools.ts'

/** Has what waits until 5pm told to the family of a case now. Doing it twice tells nothing twice. */
export async function tellNow(
  { tables, clock }: RecordingTools,
  actor: Actor,
  caseId: string,
): Promise<'told' | 'not-allowed' | 'no-such-case'> {
  if (!mayRecord(actor, 'family-told')) return 'not-allowed'
  const file = await loadCaseFor(tables, actor, caseId)
  if (!file) return 'no-such-case'
  await releaseMessagesFor(
    tables,
    caseId,
    file.held.filter((one) => one.state === 'held' && one.waitsFor === undefined),
    actor.id,
    clock(),
  )
  return 'told'
}
