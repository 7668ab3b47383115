import type { CaseFile } from '../../cases/case-file.ts'
import type { PrivateWords } from '../../cases/contact.ts'
import type { Fact } from '../../cases/fact.ts'
import type { Letter } from '../../cases/letter.ts'
import type { MessageRecord } from '../../cases/message.ts'
import type { Task } from '../../cases/task.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { RECIPIENT_WORDS } from '../words/contact-words.ts'
import { formatInstant } from '../words/day.ts'
import { describeFact, factTitle } from '../words/fact-words.ts'
import { OUTCOME_EXPLANATIONS, OUTCOME_WORDS, TASK_WORDS } from '../words/journey-words.ts'
import { LETTER_REASON_WORDS } from '../words/letter-words.ts'
import { messageLines, messageTag, messageTitle } from '../words/message-words.ts'

export interface TimelineEntry {
  readonly kind: 'fact' | 'message' | 'letter' | 'task' | 'closing'
  /** ISO 8601. */
  readonly at: string
  readonly when: string
  readonly title: string
  readonly lines: readonly string[]
  /** Where to read more: the message itself. */
  readonly href?: string
  /** What staff wrote themselves. */
  readonly note?: string
  readonly tag?: { readonly text: string; readonly colour: 'green' | 'grey' | 'yellow' | 'red' }
}

/** Everything that happened on a case, the latest first. @param words what belongs to the facts and may name somebody */
export function timeline(
  { record, subject, messages, letters, tasks }: CaseFile,
  words: ReadonlyMap<string, PrivateWords>,
): readonly TimelineEntry[] {
  const entries = [
    ...subject.facts.map((fact) => factEntry(fact, words.get(fact.sequence))),
    ...messages.map((message) => messageEntry(record.caseId, message)),
    ...letters.flatMap((letter) => letterEntries(letter, messages)),
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

function messageEntry(caseId: string, message: MessageRecord): TimelineEntry {
  const { key, sentAt, claimedAt } = message
  return {
    ...entry('message', sentAt ?? claimedAt, messageTitle(message), messageLines(message)),
    href: `/cases/${caseId}/messages/${key}`,
    tag: messageTag(message),
  }
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

function taskEntries({ kind, createdAt, doneAt, dueOn }: Task): readonly TimelineEntry[] {
  const made = entry('task', createdAt, `Task for the council: ${TASK_WORDS[kind]}`, [`Due ${formatDate(dueOn)}.`])
  return doneAt ? [made, entry('task', doneAt, `Task done: ${TASK_WORDS[kind]}`, [])] : [made]
}

function entry(kind: TimelineEntry['kind'], at: string, title: string, lines: readonly string[]): TimelineEntry {
  return { kind, at, when: formatInstant(at), title, lines }
}
