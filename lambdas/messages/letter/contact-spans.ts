import type { ContactLine } from '../../guidance/contact-lines.ts'
import type { Span } from './lay-text.ts'

/** A line of contact details on paper, with the whole address of a web page: paper has nothing to touch. */
export function contactSpans({ label, text, href }: ContactLine): Span[] {
  if (href === undefined) return [{ text: label === undefined ? text : `${label}: ${text}` }]
  const [before, shown] = label === undefined ? [text, href] : [label, text]
  return [{ text: `${before}: ` }, { text: shown, link: { url: href, says: `${before}: ${shown}` } }]
}
