import { escapeHtml } from './escape-html.ts'
import { keepDatesWhole } from './whole-dates.ts'

/**
 * Text for a line of HTML, escaped. A date is kept on one line, and an email address may break after its "@" or an
 * underscore rather than anywhere, so that both can be read on a narrow phone.
 */
export function inLine(text: string): string {
  const safe = keepDatesWhole(escapeHtml(text))
  return safe.replace(/\S+@\S+/g, (address) => address.replace(/[@_]/g, '$&<wbr>'))
}
