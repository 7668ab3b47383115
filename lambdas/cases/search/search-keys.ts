import { createHmac } from 'node:crypto'
import { comparableReference } from '../child-keys.ts'
import type { Contact } from '../contact.ts'
import { readingsOf, type TypedWord, wordsOfName } from './name-words.ts'
import { namesOf } from './nearness.ts'

/** Where a case stands in the index of the search: under a keyed hash, and in it by keyed hashes of what follows. */
export interface SearchKey {
  readonly searchKey: string
  /** Each further letter of a word is a few digits. Whole words end before longer ones, so they come first. */
  readonly searchOrder: string
}

/** What is looked for in the index: what stands under a hash and begins so. */
export interface SearchRange {
  readonly searchKey: string
  readonly begins: string
}

/**
 * At most so many rows has a case, whatever its people are called. A usual one, of a parent and a child with one family
 * name, has five. All words come before the pairs of words, so that no word is left out: see `searchKeys`.
 */
export const MOST_KEYS = 48

/** So many words of one person's name can be looked for: four people have 32 at most. */
const MOST_WORDS = 8
/** Letters of a word that are looked at in the index. Names that begin alike for longer are told apart by themselves. */
const DEEPEST = 10
/** So many letters of two words find a case by both together. */
const PAIR_LETTERS = 3
/** 16 bits for each letter: two that meet by chance are told apart by the names themselves. */
const DIGITS = 4
/** Before all digits, so that a whole word comes before those that it begins. */
const END = '.'
const NO_LETTER = END.repeat(DIGITS)

/**
 * The keys by which a case is found: one for each word of each person's name, which serves every beginning of the word;
 * one for each two words of a person, so that two usual names together find few; and one for the council's reference.
 *
 * @param secret the key of the hashes
 */
export function searchKeys(secret: string, contact: Contact): readonly SearchKey[] {
  const people = namesOf(contact).map((name) => bounded(wordsOfName(name)))
  const keys = [
    ...referenceRanges(secret, contact.caseReference ?? '').map(({ searchKey }) => ({ searchKey, searchOrder: END })),
    ...people.flat().map((word) => wordKey(secret, word)),
    ...people.flatMap((words) => pairsOf(words)).map((pair) => pairKey(secret, pair)),
  ]
  const unique = new Map(keys.map((key) => [`${key.searchKey} ${key.searchOrder}`, key]))
  return [...unique.values()].slice(0, MOST_KEYS)
}

/** Where a case with this reference of the council's stands; nothing when there is none to look for. */
export function referenceRanges(secret: string, typed: string): readonly SearchRange[] {
  const reference = comparableReference(typed)
  return reference === undefined ? [] : [{ searchKey: hash(secret, 'case-reference', reference), begins: '' }]
}

/** Where to look for the words of a name. Each word alone leads to all cases that have it; a pair may not be kept. */
export interface NameRanges {
  /** For each word the places of its spellings, which together hold every case that fits. */
  readonly words: readonly (readonly SearchRange[])[]
  readonly pair: readonly SearchRange[]
}

/** Where to look for what was typed, for each way in which it can be read. */
export function nameRanges(secret: string, typed: string): readonly NameRanges[] {
  return readingsOf(typed).map((reading) => {
    const [first, second] = [...reading].sort((one, other) => lengthOf(other) - lengthOf(one))
    return {
      words: reading.slice(0, MOST_WORDS).map((word) => word.map((spelling) => wordRange(secret, spelling))),
      pair: first && second ? pairRanges(secret, first, second) : [],
    }
  })
}

function bounded(words: readonly string[]): readonly string[] {
  return words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS / 2), ...words.slice(-MOST_WORDS / 2)]
}

function wordKey(secret: string, word: string): SearchKey {
  return { searchKey: hash(secret, 'name-begins', letters(word, 1)), searchOrder: `${steps(secret, word, 2)}${END}` }
}

function wordRange(secret: string, word: string): SearchRange {
  return { searchKey: hash(secret, 'name-begins', letters(word, 1)), begins: steps(secret, word, 2) }
}

type Pair = readonly [string, string]

/** Two words of one name, in the order of their first letters. Two that begin alike make no pair, nor does a short one. */
function pairOf(one: string, other: string): readonly Pair[] {
  const [first, second] = [one, other].map((word) => letters(word, PAIR_LETTERS))
  if (!first || !second || first === second) return []
  if ([first, second].some((begin) => [...begin].length < PAIR_LETTERS)) return []
  return [first < second ? [one, other] : [other, one]]
}

function pairsOf(words: readonly string[]): readonly Pair[] {
  return words.flatMap((one, index) => words.slice(index + 1).flatMap((other) => pairOf(one, other)))
}

function pairKey(secret: string, pair: Pair): SearchKey {
  const longest = Math.min(DEEPEST, Math.max(...pair.map((word) => [...word].length)))
  return { searchKey: pairHash(secret, pair), searchOrder: `${pairSteps(secret, pair, longest)}${END}` }
}

function pairRanges(secret: string, one: TypedWord, other: TypedWord): readonly SearchRange[] {
  const pairs = one.flatMap((first) => other.flatMap((second) => pairOf(first, second)))
  return pairs.map((pair) => {
    const both = Math.min(DEEPEST, ...pair.map((word) => [...word].length))
    return { searchKey: pairHash(secret, pair), begins: pairSteps(secret, pair, both) }
  })
}

function pairHash(secret: string, pair: Pair): string {
  return hash(secret, 'name-pair', pair.map((word) => letters(word, PAIR_LETTERS)).join('\n'))
}

/** Both words letter by letter in turn, up to this letter. */
function pairSteps(secret: string, pair: Pair, last: number): string {
  const each = pair.map((word) => stepList(secret, word, PAIR_LETTERS + 1, last))
  return Array.from({ length: Math.max(0, last - PAIR_LETTERS) }, (_, at) =>
    each.map((list) => list[at] ?? NO_LETTER).join(''),
  ).join('')
}

function steps(secret: string, word: string, from: number): string {
  return stepList(secret, word, from, DEEPEST).join('')
}

/** For each letter from one to another, counted from 1, the digits of a keyed hash of the word up to there. */
function stepList(secret: string, word: string, from: number, to: number): readonly string[] {
  const length = Math.min(to, [...word].length)
  return Array.from({ length: Math.max(0, length - from + 1) }, (_, at) =>
    createHmac('sha256', secret)
      .update(`name-letter\n${letters(word, from + at)}`)
      .digest('hex')
      .slice(0, DIGITS),
  )
}

function hash(secret: string, kind: string, value: string): string {
  return createHmac('sha256', secret).update(`${kind}\n${value}`).digest('base64url')
}

function letters(word: string, count: number): string {
  return [...word].slice(0, count).join('')
}

function lengthOf([word = '']: TypedWord): number {
  return [...word].length
}
