/** Where most families have their email. Those that differ by a letter stand here together, so that neither is doubted. */
const WELL_KNOWN = [
  'gmail.com',
  'ymail.com',
  'email.com',
  'mail.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'outlook.com',
  'live.co.uk',
  'yahoo.co.uk',
  'yahoo.com',
  'icloud.com',
  'btinternet.com',
  'talktalk.net',
  'virginmedia.com',
] as const

/**
 * The well-known mail domain that an address most likely means: one that is a single slip away from its own, a letter too
 * many, too few, another one, or two that changed places.
 *
 * @returns undefined where the address is at a well-known domain, or near none
 */
export function meantMailDomain(email: string): string | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (WELL_KNOWN.some((known) => known === domain)) return undefined
  return WELL_KNOWN.find((known) => isOneSlipFrom(known, domain))
}

/** Takes away what both begin and end with: what is left of each is the slip. */
function isOneSlipFrom(right: string, typed: string): boolean {
  const shorter = Math.min(right.length, typed.length)
  let start = 0
  while (start < shorter && right[start] === typed[start]) start += 1
  let end = 0
  while (end < shorter - start && right.at(-1 - end) === typed.at(-1 - end)) end += 1
  const [wanted, found] = [right.slice(start, right.length - end), typed.slice(start, typed.length - end)]
  if (wanted.length === 2 && found.length === 2) return wanted === `${found[1]}${found[0]}`
  return wanted.length <= 1 && found.length <= 1
}
