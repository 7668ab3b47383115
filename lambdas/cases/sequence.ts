import * as v from 'valibot'

declare const sequenceBrand: unique symbol

/**
 * The number of a fact on its case, in the order of recording, in five digits: "00005". Two of them compare in that order
 * with `<` and `>`.
 */
export type Sequence = string & { readonly [sequenceBrand]: true }

/** Whether some text is written like the number of a fact. */
export function isSequence(text: string): text is Sequence {
  return /^\d{5}$/.test(text)
}

/** The number of a fact as it is stored. */
export const sequenceOfFact = v.custom<Sequence>(
  (value) => typeof value === 'string' && isSequence(value),
  'must be the number of a fact, like 00005',
)

/** Reads the number of a fact. @throws Error when the text is written another way */
export function parseSequence(text: string): Sequence {
  if (!isSequence(text)) throw new Error(`"${text}" is not the number of a fact. Write it in five digits, like 00005.`)
  return text
}

/**
 * The number of the fact that makes a case this version: 7 becomes "00007".
 * @throws Error when the version is none, or more than 99,999
 */
export function sequenceOf(version: number): Sequence {
  return parseSequence(String(version).padStart(5, '0'))
}

/** The opening fact of a case. */
export const OPENED = sequenceOf(1)

/** Whichever fact was recorded later. */
export function laterSequence(one: Sequence, other: Sequence): Sequence {
  return one > other ? one : other
}
