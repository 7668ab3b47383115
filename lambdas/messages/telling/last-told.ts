import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { factTold, type MessageDue, readMessageKey } from '../../cases/message.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { endOfHistory } from '../../cases/taking-over/history.ts'

/**
 * The instant at which the family was last written to before what a message tells was recorded.
 * @param news the facts that it tells together; empty where it tells of one
 * @returns ISO 8601; undefined when nobody had written to the family by then
 */
export function lastTold(
  { subject, messages }: Pick<CaseFile, 'subject' | 'messages'>,
  message: MessageDue,
  news: readonly Sequence[],
): string | undefined {
  const recordedAt = firstRecorded(subject, news.length > 0 ? news : [factTold(message)])
  // A copy alone is what somebody got who joined, and the family did not.
  const before = messages.flatMap(({ key, claimedAt }) =>
    claimedAt < recordedAt && !readMessageKey(key)?.copyFor ? [claimedAt] : [],
  )
  // Of its history a family knew in whatever way.
  const history = endOfHistory(subject)
  const known = history && history.recordedAt < recordedAt ? [...before, history.recordedAt] : before
  return known.toSorted().at(-1)
}

function firstRecorded({ recorded }: Case, told: readonly Sequence[]): string {
  const [first = ''] = recorded
    .flatMap(({ sequence, recordedAt }) => (told.includes(sequence) ? [recordedAt] : []))
    .sort()
  return first
}
