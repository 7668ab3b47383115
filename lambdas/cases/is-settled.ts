import type { CaseFile } from './case-file.ts'
import { isLive } from './wait.ts'

/** Whether every stage of the case has acted on what was recorded. Nothing is under way on a closed case. */
export function isSettled({ record, waits }: Pick<CaseFile, 'record' | 'waits'>): boolean {
  return record.status === 'closed' || waits.every((wait) => wait.state === 'waiting' || !isLive(wait))
}
