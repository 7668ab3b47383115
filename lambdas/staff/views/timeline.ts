import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Fact } from '../../cases/fact.ts'
import type { MessageRecord } from '../../cases/message.ts'
import type { Task } from '../../cases/task.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { formatInstant } from '../words/day.ts'
import { describeFact } from '../words/describe-fact.ts'
import { factTitle } from '../words/fact-names.ts'
import { OUTCOME_EXPLANATIONS, OUTCOME_WORDS } from '../words/journey-words.ts'
import { describeTaskSubject, TASK_WORDS } from '../words/task-words.ts'
import { type CaseWords, wordsOf } from './case-words.ts'

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
export function timeline({ record, subject, messages, tasks }: CaseFile, words: CaseWords): readonly TimelineEntry[] {
  const entries = [
    ...subject.recorded.map((fact) => factEntry(fact, subject, words)),
    ...messages.map(messageEntry),
    ...tasks.flatMap((task) => taskEntries(task, subject)),
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

/** A fact with its right details. What was recorded wrongly, or never happened, is said in words. */
function factEntry(recorded: Fact, subject: Case, words: CaseWords): TimelineEntry {
  const { sequence, type, recordedAt } = recorded
  const fact = subject.facts.find((one) => one.sequence === sequence)
  if (!fact) return removedEntry(recorded, subject)
  const { place, note } = wordsOf(fact, subject, words)
  const correction = subject.recorded.findLast(
    (one) => one.type === 'fact-corrected' && one.details.corrects === sequence,
  )
  return {
    ...entry('fact', recordedAt, factTitle(type), [
      ...describeFact(fact, subject),
      ...whereIs(place),
      ...(correction
        ? [`${recordedWrongly(recorded, subject, words)} Corrected on ${formatInstant(correction.recordedAt)}.`]
        : []),
    ]),
    ...(note && { note }),
    ...(correction && { tag: { text: 'Corrected', colour: 'yellow' } }),
  }
}

function recordedWrongly(recorded: Fact, subject: Case, words: CaseWords): string {
  const lines = [...describeFact(recorded, subject), ...whereIs(words.get(recorded.sequence)?.place)]
  return `Recorded wrongly as: ${lines.join(' ')}`
}

/** Struck out in words: its title says that it was taken back. */
function removedEntry(recorded: Fact, subject: Case): TimelineEntry {
  const removal = subject.recorded.findLast(
    (one) => one.type === 'fact-removed' && one.details.removes === recorded.sequence,
  )
  return entry('fact', recorded.recordedAt, `Taken back: ${factTitle(recorded.type)}`, [
    `This never happened.${removal ? ` It was taken back on ${formatInstant(removal.recordedAt)}.` : ''}`,
    ...describeFact(recorded, subject).map((line) => `It said: ${line}`),
  ])
}

function whereIs(place: string | undefined): readonly string[] {
  return place ? [`Where: ${place}`] : []
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

function taskEntries(task: Task, subject: Case): readonly TimelineEntry[] {
  const { kind, createdAt, doneAt, dueOn } = task
  const about = describeTaskSubject(task, subject)
  const lines = about ? [`${about}.`] : []
  const made = entry('task', createdAt, `Task for the council: ${TASK_WORDS[kind]}`, [
    ...lines,
    `Due ${formatDate(dueOn)}.`,
  ])
  return doneAt ? [made, entry('task', doneAt, `Task done: ${TASK_WORDS[kind]}`, lines)] : [made]
}

function entry(kind: TimelineEntry['kind'], at: string, title: string, lines: readonly string[]): TimelineEntry {
  return { kind, at, when: formatInstant(at), title, lines }
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`
}
