const DAY = 86_400_000

/** How long what is said holds. RFC 9116 recommends less than a year. */
const HOLDS_FOR = 180 * DAY

/**
 * security.txt: where somebody who has found a weakness tells it.
 * @param contact an email address, or a page that begins with https://
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
export function securityTxt(contact: string, now: Date): string {
  const address = contact.startsWith('https://') ? contact : `mailto:${contact}`
  const expires = new Date(now.getTime() + HOLDS_FOR).toISOString()
  return [`Contact: ${address}`, `Expires: ${expires}`, 'Preferred-Languages: en', ''].join('\n')
}
