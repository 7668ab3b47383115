import type { CaseFile } from '../../cases/case-file.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact } from '../../cases/fact.ts'
import type { MessageRecord } from '../../cases/message.ts'
import type { Task } from '../../cases/task.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { formatInstant } from '../words/day.ts'
import { describeFact, factTitle } from '../words/fact-words.ts'
import { OUTCOME_EXPLANATIONS, OUTCOME_WORDS, TASK_WORDS } from '../words/journey-words.ts'

export interface TimelineEntry {
  readonly kind: 'fact' | 'message' | 'task' | 'closing'
  /** ISO 8601. */
  readonly at: string
  readonly when: string
  readonly title: string
  readonly lines: readonly string[]
  /** What staff wrote themselves. */
  readonly note?: string
  readonly tag?: { readonly text: string; readonly colour: 'green' | 'grey' | 'yellow' | 'red' }
}

/** Everything that happened on a case, the latest first. @param words what belongs to the facts and may name somebody */
export function timeline(
  { record, subject, messages, tasks }: CaseFile,
  words: ReadonlyMap<string, PrivateWords>,
): readonly TimelineEntry[] {
  const entries = [
    ...subject.facts.map((fact) => factEntry(fact, words.get(fact.sequence))),
    ...messages.map(messageEntry),
    ...tasks.flatMap(taskEntries),
    ...(record.closedAt && record.outcome
      ? [
          entry('closing', record.closedAt, `Case closed: ${OUTCOME_WORDS[record.outcome]}`, [
            OUTCOME_EXPLANATIONS[record.outcome],
          ]),
        ]
      : []),
  ]
  // Facts come in their own order; entries of the same instant keep the order in which one follows from the other.
  return entries
    .map((one, index) => ({ one, index }))
    .sort((a, b) => (a.one.at === b.one.at ? b.index - a.index : a.one.at < b.one.at ? 1 : -1))
    .map(({ one }) => one)
}

function factEntry(fact: Fact, words: PrivateWords | undefined): TimelineEntry {
  return {
    ...entry('fact', fact.recordedAt, factTitle(fact.type), [
      ...describeFact(fact),
      ...(words?.place ? [`Where: ${words.place}`] : []),
    ]),
    ...(words?.note && { note: words.note }),
  }
}

function messageEntry(message: MessageRecord): TimelineEntry {
  const { subject, sentAt, claimedAt } = message
  return {
    ...entry('message', sentAt ?? claimedAt, `Email to the family: ${subject}`, messageLines(message)),
    tag: messageTag(message),
  }
}

function messageLines({ key, state, attempts, sesMessageIds, problem }: MessageRecord): readonly string[] {
  if (sesMessageIds.length > 1) return [`Sent ${times(sesMessageIds.length)} under the same key (${key}).`]
  if (attempts > 1) {
    return [
      `Sending was begun ${times(attempts)} under the same key (${key}), so the family may have it more than once.`,
    ]
  }
  return state === 'unsettled'
    ? [`It could not be sent${problem ? ` (${problem})` : ''}. A task asks for another way.`]
    : []
}

function messageTag({ state, delivery }: MessageRecord): NonNullable<TimelineEntry['tag']> {
  if (state === 'unsettled') return { text: 'Not sent', colour: 'red' }
  switch (delivery) {
    case 'delivered':
      return { text: 'Delivered', colour: 'green' }
    case 'delayed':
      return { text: 'Delayed', colour: 'yellow' }
    case 'bounced':
      return { text: 'Returned', colour: 'red' }
    case 'complained':
      return { text: 'Marked as unwanted', colour: 'red' }
    case 'rejected':
      return { text: 'Rejected', colour: 'red' }
    case undefined:
      return state === 'sent' ? { text: 'Sent', colour: 'green' } : { text: 'Being sent', colour: 'grey' }
  }
}

function taskEntries({ kind, createdAt, doneAt, dueOn }: Task): readonly TimelineEntry[] {
  const made = entry('task', createdAt, `Task for the council: ${TASK_WORDS[kind]}`, [`Due ${formatDate(dueOn)}.`])
  return doneAt ? [made, entry('task', doneAt, `Task done: ${TASK_WORDS[kind]}`, [])] : [made]
}

function entry(kind: TimelineEntry['kind'], at: string, title: string, lines: readonly string[]): TimelineEntry {
  return { kind, at, when: formatInstant(at), title, lines }
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`
}
