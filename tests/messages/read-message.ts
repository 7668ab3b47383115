import { convert } from 'html-to-text'
import type { ComposedMessage } from '../../lambdas/messages/compose-message.ts'

/** The words of a text, without marks of its layout and without web addresses (the HTML keeps those in its links). */
export function wordsOf(text: string): string[] {
  return text.replace(/https?:\S+/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What a reader of the HTML part sees, as text, by another reader than ours. */
export function seenInHtml({ html }: Pick<ComposedMessage, 'html'>): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: '.preheader', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
}

/** The sentences of the text part; a heading, a point in a list and a line of contact details count as one each. */
export function sentencesOf({ text }: Pick<ComposedMessage, 'text'>): string[] {
  return sentencesIn(text)
}

/** As `sentencesOf`, for a piece of text. */
export function sentencesIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^[-=]+$/.test(line) && !/^https?:/.test(line))
    .flatMap((line) => line.replace(/^(\*|\d+\.) /, '').split(/(?<=[.?!])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
