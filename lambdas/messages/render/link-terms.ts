import { firstTerms } from '../../guidance/first-terms.ts'
import { entryAddress } from '../../guidance/glossary.ts'
import type { MessageContent } from '../content.ts'
import { STYLE } from './email-style.ts'
import { escapeHtml as safe } from './escape-html.ts'
import { inLine } from './in-line.ts'

/**
 * Makes the function that writes the texts of one message as HTML, in their order: as `inLine`, with each term linked to
 * its explanation where it first stands, and not again.
 */
export function linkTerms({ glossary, publicAddress }: MessageContent): (text: string) => string {
  const inPieces = firstTerms(glossary)
  return (text) =>
    inPieces(text)
      .map(({ text, entry }) =>
        entry === undefined
          ? inLine(text)
          : `<a class="term" href="${safe(publicAddress + entryAddress(entry))}" style="${STYLE.term}">${inLine(text)}</a>`,
      )
      .join('')
}
