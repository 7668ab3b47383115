import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import { londonDay } from '../london.ts'
import type { Sequence } from '../sequence.ts'

/** The history of a case that was opened when it was under way: it is being recorded, or was complete with a fact. */
export type History = 'being-recorded' | { readonly sequence: Sequence; readonly recordedAt: string }

type Recorded = Pick<Case, 'history'>

/** Whether what happened before the case was opened is still being recorded. Until then the case tells nobody anything. */
export function isBeingTakenOver({ history }: Recorded): boolean {
  return history === 'being-recorded'
}

/** The last fact of the history. Undefined while it is being recorded, and of a case that has none. */
export function endOfHistory({ history }: Recorded): Exclude<History, 'being-recorded'> | undefined {
  return history === 'being-recorded' ? undefined : history
}

/** Whether a fact was recorded as history: by then the family had been told of it, in whatever way. */
export function isHistory(subject: Recorded, sequence: Sequence): boolean {
  const end = endOfHistory(subject)
  return isBeingTakenOver(subject) || (end !== undefined && sequence <= end.sequence)
}

/** The day in England on which the history was complete. */
export function historyCompleteOn(subject: Recorded): CalendarDate | undefined {
  const end = endOfHistory(subject)
  return end && londonDay(new Date(end.recordedAt))
}
