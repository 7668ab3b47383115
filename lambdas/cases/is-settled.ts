import type { CaseFile } from './case-file.ts'
import { isOf, stopped } from './stop.ts'
import { isLive } from './wait.ts'

/**
 * Whether every stage of the case has acted on what was recorded. One that has stopped does not act on it now: it goes on
 * where all the facts lead by then. Nothing is under way on a closed case.
 */
export function isSettled(file: Pick<CaseFile, 'record' | 'stops' | 'waits'>): boolean {
  const { record, waits } = file
  const stops = stopped(file)
  return (
    record.status === 'closed' ||
    waits.every((wait) => wait.state === 'waiting' || !isLive(wait) || stops.some((stop) => isOf(stop, wait)))
  )
}
