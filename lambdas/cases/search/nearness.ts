import type { Contact } from '../contact.ts'
import { readingsOf, type TypedWord, wordsOfName } from './name-words.ts'

/** Everybody whose name a case has. Each is found. */
export function namesOf({ name, childName, second, representative }: Contact): readonly string[] {
  return [childName, name, second?.name, representative?.name].filter((one) => one !== undefined)
}

/**
 * How near the names of a case are to what was typed.
 * @returns 0 where all words are whole words of one person's name, 1 where they begin them, 2 where they are those of
 *   several people of the case; undefined where a word is nobody's
 */
export function nearness(contact: Contact, typed: string): 0 | 1 | 2 | undefined {
  const people = namesOf(contact).map(wordsOfName)
  const readings = readingsOf(typed)
  const anybody = (fits: (words: readonly string[], typed: TypedWord) => boolean) =>
    readings.some((reading) => people.some((words) => reading.every((word) => fits(words, word))))
  if (anybody(isOneOf)) return 0
  if (anybody(beginsOne)) return 1
  return readings.some((reading) => reading.every((word) => beginsOne(people.flat(), word))) ? 2 : undefined
}

function isOneOf(words: readonly string[], typed: TypedWord): boolean {
  return typed.some((spelling) => words.includes(spelling))
}

function beginsOne(words: readonly string[], typed: TypedWord): boolean {
  return typed.some((spelling) => words.some((word) => word.startsWith(spelling)))
}
