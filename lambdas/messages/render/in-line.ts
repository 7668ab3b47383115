import { escapeHtml } from './escape-html.ts'

const DATE =
  /(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g
const NO_BREAK = '\u00a0'

/**
 * Text for a line of HTML, escaped. A date is kept on one line, and an email address may break after its "@" or an
 * underscore rather than anywhere, so that both can be read on a narrow phone.
 */
export function inLine(text: string): string {
  const safe = escapeHtml(text).replace(DATE, `$1${NO_BREAK}$2${NO_BREAK}$3`)
  return safe.replace(/\S+@\S+/g, (address) => address.replace(/[@_]/g, '$&<wbr>'))
}
