import { addressParser } from 'postal-mime'
import { invalidValue } from './ses-error.ts'

/**
 * The bare address of `Name <local@domain>` or `local@domain`.
 * @throws SesError `InvalidParameterValue` for what SES would not send to: no domain, spaces, letters beyond ASCII in the
 * part before the @, a domain that is none.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_Destination.html
 */
export function bareAddress(text: string): string {
  if (/[\r\n]/.test(text)) throw invalidValue('Address contains a line break')
  const named = text.includes('<') ? addressParser(text, { flatten: true }) : []
  const address = named.length === 1 ? (named[0]?.address ?? '') : text.trim()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (at === -1) throw invalidValue("Missing final '@domain'")
  if (local === '') throw invalidValue('Missing local name')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\x00-\x20\x7f]/.test(local)) throw invalidValue('Local address contains control or whitespace')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is what is looked for
  if (/[^\x00-\x7f]/.test(local)) throw invalidValue('Local address contains non-ASCII characters')
  if (local.length > 64 || /[@,;:<>()[\]\\"]/.test(local) || /^\.|\.\.|\.$/.test(local)) {
    throw invalidValue(`Illegal address: ${address}`)
  }
  if (domain === '') throw invalidValue('Missing domain')
  if (domain.endsWith('.')) throw invalidValue('Domain ends with dot')
  if (domain.startsWith('.') || domain.includes('..')) throw invalidValue('Domain contains dot-dot or starts with dot')
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(domain)) throw invalidValue('Domain contains illegal character')
  return `${local}@${domain}`
}

/** What becomes of a message at an address. */
export type DeliveryOutcome = 'delivered' | 'bounced' | 'complained' | 'suppressed'

/**
 * What SES's mailbox simulator does with an address; every other address takes the message.
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator
 */
export function deliveryOutcome(address: string): DeliveryOutcome {
  const [, name] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? []
  switch (name?.toLowerCase()) {
    case 'bounce':
      return 'bounced'
    case 'complaint':
      return 'complained'
    case 'suppressionlist':
      return 'suppressed'
    default:
      return 'delivered'
  }
}

/**
 * The verified identity that an address may send as: the address itself, its domain, or a domain above that.
 * @param identities verified addresses and domains, in lower case.
 */
export function verifiedIdentity(address: string, identities: ReadonlySet<string>): string | undefined {
  const lower = address.toLowerCase()
  if (identities.has(lower)) return lower
  const labels = lower.slice(lower.lastIndexOf('@') + 1).split('.')
  for (let start = 0; start < labels.length; start += 1) {
    const domain = labels.slice(start).join('.')
    if (identities.has(domain)) return domain
  }
  return undefined
}
