import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { factTold, type MessageDue, readMessageKey } from '../../cases/message.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { endOfHistory } from '../../cases/taking-over/history.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'

/** What a family had been told by some moment. */
export interface ToldBefore {
  /** The instant at which it was last written to, ISO 8601; undefined when nobody had. */
  readonly lastTold: string | undefined
  /** Whether a message had named a day. */
  readonly wasTold: (day: CalendarDate) => boolean
}

/**
 * What the family had been told before what a message tells was recorded.
 * @param news the facts that it tells together; empty where it tells of one
 */
export function toldBefore(
  { subject, messages }: Pick<CaseFile, 'subject' | 'messages'>,
  message: MessageDue,
  news: readonly Sequence[],
): ToldBefore {
  const recordedAt = firstRecorded(subject, news.length > 0 ? news : [factTold(message)])
  // A copy alone is what somebody got who joined, and the family did not.
  const sent = messages.filter(({ key, claimedAt }) => claimedAt < recordedAt && !readMessageKey(key)?.copyFor)
  const before = sent.map(({ claimedAt }) => claimedAt)
  // Of its history a family knew in whatever way.
  const history = endOfHistory(subject)
  const known = history && history.recordedAt < recordedAt ? [...before, history.recordedAt] : before
  const days = new Set(sent.flatMap((one) => one.days ?? []))
  return { lastTold: known.toSorted().at(-1), wasTold: (day) => days.has(day) }
}

function firstRecorded({ recorded }: Case, told: readonly Sequence[]): string {
  const [first = ''] = recorded
    .flatMap(({ sequence, recordedAt }) => (told.includes(sequence) ? [recordedAt] : []))
    .sort()
  return first
}

/** The facts that the family has been told of by a message of their own, whatever else was put right. */
export function factsTold({ messages }: Pick<CaseFile, 'messages'>): readonly Sequence[] {
  return messages.flatMap((one) => (one.kind === 'dates-corrected' || one.recipient ? [] : [factTold(one)]))
}
