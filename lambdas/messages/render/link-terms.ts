import { firstTerms } from '../../guidance/first-terms.ts'
import { entryAddress, type GlossaryEntry } from '../../guidance/glossary.ts'
import { emailStyle } from './email-style.ts'
import { escapeHtml as safe } from './escape-html.ts'
import { inLine } from './in-line.ts'

/** The terms of an English message that lead to their explanations. */
export interface ExplainedTerms {
  readonly glossary: readonly GlossaryEntry[]
  /** Where the explanations are, without a slash at the end. */
  readonly publicAddress: string
}

/**
 * Makes the function that writes the texts of one message as HTML, in their order: as `inLine`, with each term linked to
 * its explanation where it first stands, and not again.
 */
export function linkTerms({ glossary, publicAddress }: ExplainedTerms): (text: string) => string {
  const inPieces = firstTerms(glossary)
  const { term } = emailStyle('ltr')
  return (text) =>
    inPieces(text)
      .map(({ text, entry }) =>
        entry === undefined
          ? inLine(text)
          : `<a class="term" href="${safe(publicAddress + entryAddress(entry))}" style="${term}">${inLine(text)}</a>`,
      )
      .join('')
}
