import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import { firstTerms } from '../guidance/first-terms.ts'
import { entryAddress, glossary } from '../guidance/glossary.ts'

/** A text in pieces, as words.njk shows it: a term leads to its explanation. */
export type LinkedText = readonly { readonly text: string; readonly href?: string }[]

/**
 * Makes the function with which one page links each term where it first stands. Make one for each page.
 * @param explained entries that are not linked: those that the page itself explains
 */
export function termLinks(council: CouncilForFamilies, explained?: readonly string[]): (text: string) => LinkedText {
  const inPieces = firstTerms(glossary(council), explained)
  return (text) =>
    inPieces(text).map(({ text, entry }) => ({ text, ...(entry !== undefined && { href: entryAddress(entry) }) }))
}
