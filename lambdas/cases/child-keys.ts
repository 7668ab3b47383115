import { createHmac } from 'node:crypto'
import type { Contact } from './contact.ts'

/**
 * By what the cases of a child are found, each in the form in which two of them are compared; undefined where it is not
 * known. Each has a hash of its own, so that one can be searched for without the others.
 */
const COMPARED = {
  'child-reference': ({ childReference = '' }) => comparableReference(childReference),
  'unique-pupil-number': ({ uniquePupilNumber = '' }) => comparableReference(uniquePupilNumber),
  'child-name': ({ childName }) => comparableName(childName),
  'born-on': ({ bornOn }) => bornOn,
} as const satisfies Readonly<Record<string, (contact: Contact) => string | undefined>>

export type ChildKey = keyof typeof COMPARED
export const CHILD_KEYS = Object.keys(COMPARED) as readonly ChildKey[]

/** One thing for each key of a child. */
export type ByChildKey<Value> = Readonly<Record<ChildKey, Value>>

/** Makes one thing for each key of a child. */
export function forEachChildKey<Value>(make: (key: ChildKey) => Value): ByChildKey<Value> {
  return Object.fromEntries(CHILD_KEYS.map((key) => [key, make(key)])) as ByChildKey<Value>
}

/** The keys of the child that the contact details are about, as they are compared; undefined where one is not known. */
export function childKeys(contact: Contact): ByChildKey<string | undefined> {
  return forEachChildKey((key) => COMPARED[key](contact))
}

/**
 * The keys of a child as they are stored: HMAC-SHA-256 of each with its kind, so that nobody without the secret can tell
 * what a hash is of, or try out names and days until one fits.
 *
 * @param secret the key of the hashes
 * @returns each in base64url; undefined where it is not known
 */
export function hashedChildKeys(secret: string, contact: Contact): ByChildKey<string | undefined> {
  const keys = childKeys(contact)
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

/** Letters that Unicode does not take apart into a letter and an accent. */
const WITHOUT_STROKE: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
}
/** The accents of Latin, Greek and Cyrillic. The marks of other scripts are letters in their own right. */
const ACCENTS = /[\u0300-\u036f]/g

/**
 * A name as it is compared: its letters and digits in capitals without accents. "Zoë O’Brien-Łuk" and "zoe obrien luk"
 * are the same.
 */
function comparableName(name: string): string | undefined {
  const folded = name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[ÆŒØŁĐÐÞ]/g, (letter) => WITHOUT_STROKE[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(ACCENTS, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  return folded || undefined
}

/** A reference as it is compared: in capitals without blanks, with one kind of hyphen. Everything else of it counts. */
function comparableReference(reference: string): string | undefined {
  const exact = reference
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/\p{Pd}/gu, '-')
  return exact || undefined
}
