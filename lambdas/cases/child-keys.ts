import { createHmac } from 'node:crypto'
import type { Contact } from './contact.ts'
import { plainLetters } from './search/plain-letters.ts'

/** What is known of a child, of its contact details or of what was typed. */
export type KnownOfChild = Partial<Pick<Contact, 'childReference' | 'uniquePupilNumber' | 'childName' | 'bornOn'>>

/**
 * By what the cases of a child are found, each in the form in which two of them are compared; undefined where it is not
 * known. Each has a hash of its own, so that one can be searched for without the others.
 */
const COMPARED = {
  'child-reference': ({ childReference = '' }) => comparableReference(childReference),
  'unique-pupil-number': ({ uniquePupilNumber = '' }) => comparableReference(uniquePupilNumber),
  'child-name': ({ childName = '' }) => comparableName(childName),
  'born-on': ({ bornOn }) => bornOn,
} as const satisfies Readonly<Record<string, (child: KnownOfChild) => string | undefined>>

export type ChildKey = keyof typeof COMPARED
export const CHILD_KEYS = Object.keys(COMPARED) as readonly ChildKey[]

/** One thing for each key of a child. */
export type ByChildKey<Value> = Readonly<Record<ChildKey, Value>>

/** Makes one thing for each key of a child. */
export function forEachChildKey<Value>(make: (key: ChildKey) => Value): ByChildKey<Value> {
  return Object.fromEntries(CHILD_KEYS.map((key) => [key, make(key)])) as ByChildKey<Value>
}

/** The keys of a child, as they are compared; undefined where one is not known. */
export function childKeys(child: KnownOfChild): ByChildKey<string | undefined> {
  return forEachChildKey((key) => COMPARED[key](child))
}

/**
 * The keys of a child as they are stored: HMAC-SHA-256 of each with its kind, so that nobody without the secret can tell
 * what a hash is of, or try out names and days until one fits.
 *
 * @param secret the key of the hashes
 * @returns each in base64url; undefined where it is not known
 */
export function hashedChildKeys(secret: string, child: KnownOfChild): ByChildKey<string | undefined> {
  const keys = childKeys(child)
  return forEachChildKey((key) => {
    const value = keys[key]
    return value && createHmac('sha256', secret).update(`${key}\n${value}`).digest('base64url')
  })
}

/**
 * Which cases are of the same child: those with its reference or its pupil number, and those with its name and its date
 * of birth. A name alone, or a birthday, is shared by many.
 *
 * @param found the cases that have each key of the child; none for a key that is not known
 */
export function casesOfSameChild(found: ByChildKey<readonly string[]>): readonly string[] {
  const namedAndBorn = found['child-name'].filter((caseId) => found['born-on'].includes(caseId))
  return [...new Set([...found['child-reference'], ...found['unique-pupil-number'], ...namedAndBorn])]
}

/**
 * A name as it is compared: its letters and digits in capitals without accents. "Zoë O’Brien-Łuk" and "zoe obrien luk"
 * are the same.
 */
function comparableName(name: string): string | undefined {
  return plainLetters(name) || undefined
}

/** A reference as it is compared: in capitals without blanks, with one kind of hyphen. Everything else of it counts. */
export function comparableReference(reference: string): string | undefined {
  const exact = reference
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/\p{Pd}/gu, '-')
  return exact || undefined
}
