import type { FactProblem } from '../cases/check-facts.ts'
import { checkLetterDone } from '../cases/check-letter.ts'
import { londonDay } from '../cases/london.ts'
import { type LetterOutcome, type ListedLetter, recordLetterDone } from '../cases/store/letter-store.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type Actor, mayRecord } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'
import type { RecordingTools } from './recording-tools.ts'

/** What became of letters, and on which day. */
export interface LettersDone {
  readonly letters: readonly Pick<ListedLetter, 'caseId' | 'key' | 'wantedOn'>[]
  readonly how: LetterOutcome
  readonly doneOn: CalendarDate
}

export type LettersOutcome =
  | { readonly outcome: 'recorded' }
  | { readonly outcome: 'not-allowed' }
  | { readonly outcome: 'problems'; readonly problems: readonly FactProblem[] }

/**
 * Records what was done with letters: all of them, or none when the day is wrong for one. A letter that somebody else
 * recorded in the meantime is left as it is.
 */
export async function recordLetters(
  { tables, clock }: RecordingTools,
  actor: Actor,
  { letters, how, doneOn }: LettersDone,
): Promise<LettersOutcome> {
  if (!mayRecord(actor, 'letter-done')) return { outcome: 'not-allowed' }
  const today = londonDay(clock())
  // The day that is wrong is told once: for the letter that was wanted last.
  const [wrong] = letters.toReversed().flatMap((letter) => checkLetterDone(letter, doneOn, today))
  if (wrong) return { outcome: 'problems', problems: [wrong] }
  for (const { caseId, key } of letters) {
    const file = await loadCaseFor(tables, actor, caseId)
    if (file) await recordLetterDone(tables, file, key, { how, doneOn, recordedBy: actor.id }, clock())
  }
  return { outcome: 'recorded' }
}
