import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Fact } from '../../cases/fact.ts'
import type { Letter } from '../../cases/letter.ts'
import type { MessageRecord } from '../../cases/message.ts'
import type { Task } from '../../cases/task.ts'
import type { HeldMessage } from '../../cases/telling/held-message.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { OUTCOME_WORDS } from '../closed-words.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { formatInstant } from '../day.ts'
import { describeFact, factTitle } from '../facts/all-facts.ts'
import { type CaseWords, wordsInLines, wordsOf } from '../facts/case-words.ts'
import { LETTER_REASON_WORDS } from '../letters/letter-words.ts'
import { kindOfMessage, NOT_NEEDED_WORDS, toldOf } from '../messages/held-words.ts'
import { messageLines, messageTag, messageTitle } from '../messages/message-words.ts'
import { NOBODY_IN_PARTICULAR } from '../sign-in/people.ts'
import type { Tag } from '../tag.ts'
import { STAFF_TASKS, taskAbout } from '../tasks/all-tasks.ts'
import { OUTCOME_EXPLANATIONS } from './journey-words.ts'

export interface TimelineEntry {
  readonly kind: 'fact' | 'message' | 'letter' | 'task' | 'closing'
  /** ISO 8601. */
  readonly at: string
  readonly when: string
  /** Who recorded it. */
  readonly by?: string
  readonly title: string
  readonly lines: readonly string[]
  /** Where to read more: the message itself. */
  readonly href?: string
  /** What staff wrote themselves. */
  readonly note?: string
  readonly tag?: Tag
}

/**
 * Everything that happened on a case, the latest first.
 * @param words what belongs to the facts and may name somebody @param names of those who recorded the facts, by their ids
 */
export function timeline(
  { record, subject, messages, held, letters, tasks }: CaseFile,
  words: CaseWords,
  names: ReadonlyMap<string, string>,
): readonly TimelineEntry[] {
  const entries = [
    ...subject.recorded.map((fact) => ({
      ...factEntry(fact, subject, words),
      by: names.get(fact.recordedBy) ?? NOBODY_IN_PARTICULAR,
    })),
    ...messages.map((message) => messageEntry(record.caseId, message)),
    ...held.flatMap((one) => notSentEntry(one, subject)),
    ...letters.flatMap((letter) => letterEntries(letter, messages)),
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
  const { sequence, recordedAt } = recorded
  const fact = subject.facts.find((one) => one.sequence === sequence)
  if (!fact) return removedEntry(recorded, subject)
  const ofFact = wordsOf(fact, subject, words)
  const { note } = ofFact
  const correction = subject.recorded.findLast(
    (one) => one.type === 'fact-corrected' && one.details.corrects === sequence,
  )
  return {
    ...entry('fact', recordedAt, factTitle(fact), [
      ...describeFact(fact, subject),
      ...wordsInLines(ofFact),
      ...(correction
        ? [`${recordedWrongly(recorded, subject, words)} Corrected on ${formatInstant(correction.recordedAt)}.`]
        : []),
    ]),
    ...(note && { note }),
    ...(correction && { tag: { text: 'Corrected', colour: 'yellow' } }),
  }
}

function recordedWrongly(recorded: Fact, subject: Case, words: CaseWords): string {
  const lines = [...describeFact(recorded, subject), ...wordsInLines(words.get(recorded.sequence))]
  return `Recorded wrongly as: ${lines.join(' ')}`
}

/** Struck out in words: its title says that it was taken back. */
function removedEntry(recorded: Fact, subject: Case): TimelineEntry {
  const removal = subject.recorded.findLast(
    (one) => one.type === 'fact-removed' && one.details.removes === recorded.sequence,
  )
  return entry('fact', recorded.recordedAt, `Taken back: ${factTitle(recorded)}`, [
    `This never happened.${removal ? ` It was taken back on ${formatInstant(removal.recordedAt)}.` : ''}`,
    ...describeFact(recorded, subject).map((line) => `It said: ${line}`),
  ])
}

function messageEntry(caseId: string, message: MessageRecord): TimelineEntry {
  const { key, sentAt, claimedAt } = message
  return {
    ...entry('message', sentAt ?? claimedAt, messageTitle(message), messageLines(message)),
    href: `/cases/${caseId}/messages/${key}`,
    tag: messageTag(message),
  }
}

/** That a message was due and is of no use. What there was never anything to tell of is no event. */
function notSentEntry(held: HeldMessage, subject: Case): readonly TimelineEntry[] {
  if (held.state !== 'not-needed' || held.message.kind === 'dates-corrected') return []
  const about = toldOf(held.message, subject)
  return [
    entry('message', held.heldAt, `Not sent to the family: ${kindOfMessage(held.message)}`, [
      NOT_NEEDED_WORDS[held.reason],
      ...(about ? [`It was about: ${about}.`] : []),
    ]),
  ]
}

/** That a letter was asked for in place of an email, and what became of each letter. */
function letterEntries(letter: Letter, messages: readonly MessageRecord[]): readonly TimelineEntry[] {
  const { key, recipient, why, state, wantedAt, doneOn, recordedAt } = letter
  const message = messages.find((one) => one.key === key)
  const about = `to ${RECIPIENT_WORDS[recipient]}: ${message?.subject ?? key}`
  const asked = message?.state === 'by-letter' && why === 'chosen'
  return [
    ...(asked ? [] : [entry('letter', wantedAt, `Letter to print ${about}`, [`${LETTER_REASON_WORDS[why]}.`])]),
    ...(recordedAt
      ? [entry('letter', recordedAt, letterEnd(state, about), doneOn ? [`On ${formatDate(doneOn)}.`] : [])]
      : []),
  ]
}

function letterEnd(state: Letter['state'], about: string): string {
  switch (state) {
    case 'to-print':
      return `Letter to print ${about}`
    case 'posted':
      return `Letter posted ${about}`
    case 'told-another-way':
      return `Told another way, without the letter ${about}`
    case 'not-needed':
      return `The email arrived, so there is no letter ${about}`
  }
}

function taskEntries(task: Task, subject: Case): readonly TimelineEntry[] {
  const { kind, createdAt, doneAt, dueOn } = task
  const about = taskAbout(task, subject)
  const lines = about ? [`${about}.`] : []
  const made = entry('task', createdAt, `Task for the council: ${STAFF_TASKS[kind].name}`, [
    ...lines,
    `Due ${formatDate(dueOn)}.`,
  ])
  return doneAt ? [made, entry('task', doneAt, `Task done: ${STAFF_TASKS[kind].name}`, lines)] : [made]
}

function entry(kind: TimelineEntry['kind'], at: string, title: string, lines: readonly string[]): TimelineEntry {
  return { kind, at, when: formatInstant(at), title, lines }
}
