import type { GlossaryEntry } from './glossary.ts'

/** A piece of a text: a term with its entry, or the words between. */
export interface Piece {
  readonly text: string
  /** The id of the glossary's entry that explains the text. */
  readonly entry?: string
}

/** A term ends where its word does, and an address is not searched: "SEND35", "@globalmediation.co.uk". */
const BEFORE = '(?<![\\p{L}\\p{N}@._/-])'
const AFTER = '(?![\\p{L}\\p{N}@_-])'

/**
 * Makes a function that finds each term where it first stands in a message or a page. It remembers what it has found: make
 * one for each message or page, and give it the texts in their order.
 *
 * The longest term counts: "mediation adviser" is not a place of "mediation". A term may begin with a small letter or a
 * capital.
 *
 * @param explained ids of entries that count as found: the message or page explains them itself
 */
export function firstTerms(
  entries: readonly GlossaryEntry[],
  explained: readonly string[] = [],
): (text: string) => readonly Piece[] {
  const entryOf = new Map(entries.flatMap(({ id, forms }) => forms.map((form) => [capital(form), id] as const)))
  const longestFirst = [...entryOf.keys()].sort((a, b) => b.length - a.length)
  const anyTerm = new RegExp(`${BEFORE}(?:${longestFirst.map(withEitherFirstLetter).join('|')})${AFTER}`, 'gu')
  const found = new Set(explained)
  return (text) => {
    const pieces: Piece[] = []
    let told = 0
    for (const { 0: term, index } of text.matchAll(anyTerm)) {
      const entry = entryOf.get(capital(term))
      if (entry === undefined || found.has(entry)) continue
      found.add(entry)
      if (index > told) pieces.push({ text: text.slice(told, index) })
      pieces.push({ text: term, entry })
      told = index + term.length
    }
    return told < text.length ? [...pieces, { text: text.slice(told) }] : pieces
  }
}

function withEitherFirstLetter(form: string): string {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return escaped.replace(/^\p{L}/u, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
