import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { factTold, type MessageDue } from '../../cases/message.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import { formatInstant } from '../day.ts'
import { factTitle } from '../facts/all-facts.ts'

/** Why a message was not sent, as staff read it. */
export const NOT_NEEDED_WORDS: Readonly<Record<NotNeededReason, string>> = {
  'fact-taken-back': 'What it tells was taken back.',
  'nothing-told-yet': 'The family had been told nothing that has to be put right.',
  'nothing-to-put-right': 'It changes nothing that the family was told.',
  'told-by-another': 'Another message tells it.',
  'no-written-decision': 'The family has no written decision, so that no time runs.',
  'appeal-made': 'The Tribunal has the appeal.',
  'appeal-ended': 'The appeal has ended.',
  'certificate-issued': 'The family has its certificate, or needs none.',
  'adviser-spoken-to': 'The family has spoken to the mediation adviser.',
  'choice-made': 'The family has chosen.',
  'mediation-over': 'The mediation is over.',
  'meeting-changed': 'The meeting is another one now, or there is none.',
  'time-is-over': 'Its day has gone by.',
  'time-is-not-over': 'The day that it calls past is still ahead.',
  'excused-in-law': 'The law lets it be late, and that is recorded.',
  done: 'It is done.',
  'child-died': 'The child or young person has died: nothing is sent.',
  'case-closed': 'The case was closed.',
  'left-out': 'It was left out when the history of the case was complete.',
}

/** A message by its kind: "Last day to appeal". */
export function kindOfMessage({ kind }: Pick<MessageDue, 'kind'>): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('-', ' ')}`
}

/** What a message tells of: "Certificate issued". */
export function toldOf(message: MessageDue, { facts }: Case): string {
  const fact = facts.find(({ sequence }) => sequence === factTold(message))
  return fact ? factTitle(fact) : ''
}

/** The messages that wait until 5pm, so that the family gets one for all that is learnt late; undefined where none does. */
export function waitingMessages({ held, subject }: CaseFile) {
  const waiting = held.flatMap((one) => (one.state === 'held' && !one.waitsFor ? [one] : []))
  const leavesAt = waiting
    .map((one) => one.leavesAt)
    .sort()
    .at(-1)
  if (!leavesAt) return undefined
  const inOrder = [...waiting].sort((one, other) => (factTold(one.message) < factTold(other.message) ? -1 : 1))
  const about = [...new Set(inOrder.map(({ message }) => toldOf(message, subject)))].filter((title) => title !== '')
  return { leavesAt, leavesInWords: formatInstant(leavesAt), about }
}
