import type { ActsFor, Contact, OtherPerson, PostalAddress, PrintSize } from './contact.ts'

/** Who can get a message: the family itself, a second person who gets a copy of their own, or who acts for the family. */
export const RECIPIENT_ROLES = ['family', 'second', 'representative'] as const
export type RecipientRole = (typeof RECIPIENT_ROLES)[number]

/** Somebody that a message goes to, by one way alone. */
export interface Recipient extends OtherPerson {
  readonly role: RecipientRole
}

/** Who one message was to, and where it went: an email address, the lines of a postal address, or nowhere. */
export interface Addressee extends Pick<Recipient, 'role' | 'name' | 'email' | 'postalAddress'> {}

/** Everybody who gets each message. The first stands for the family; the others get copies. */
export interface Recipients {
  readonly first: Recipient
  readonly copies: readonly Recipient[]
}

/** Whether the family must not be written to, because somebody else could read it: nothing is sent, nothing printed. */
export function mustNotBeWrittenTo({ by }: Contact): boolean {
  return by === 'not-at-all'
}

/**
 * Who gets each message of a case.
 * @throws Error when the family must not be written to: ask that first.
 */
export function recipientsOf(contact: Contact): Recipients {
  const { name, by = 'email', email, postalAddress, second, representative } = contact
  if (by === 'not-at-all') throw new Error('This family must not be written to, so its messages have no recipients.')
  const family = { role: 'family', name, by, email, postalAddress } as const
  const other = second ? [{ ...personOf(second), role: 'second' as const }] : []
  if (!representative) return { first: family, copies: other }
  const acting = { ...personOf(representative), role: 'representative' as const }
  if (representative.gets === 'copy') return { first: family, copies: [...other, acting] }
  switch (actsForOf(contact)) {
    case 'family':
      return { first: acting, copies: other }
    case 'second':
      return { first: family, copies: [acting] }
    case 'both':
      return { first: acting, copies: [] }
  }
}

/** Whom the representative acts for: without a second person, for the one that we write to. */
function actsForOf({ second, representative }: Contact): ActsFor {
  return second ? (representative?.actsFor ?? 'family') : 'family'
}

/** The names of those whom the representative acts for: "Ann Lee", "Ann Lee and Kim Lee". */
export function namesActedFor(contact: Contact): string {
  const { name, second } = contact
  switch (actsForOf(contact)) {
    case 'family':
      return name
    case 'second':
      return second?.name ?? name
    case 'both':
      return second ? `${name} and ${second.name}` : name
  }
}

/** Whether everything that is for the person we write to goes to their representative instead. */
export function isWrittenToInPlace(contact: Contact): boolean {
  return contact.representative?.gets === 'everything' && actsForOf(contact) !== 'second'
}

function personOf({ name, by, email, postalAddress }: OtherPerson): OtherPerson {
  return { name, by, email, postalAddress }
}

/** Where a letter to somebody goes. Undefined when no address is known, or nobody has this role any more. */
export function postalAddressOf(contact: Contact, role: RecipientRole): PostalAddress | undefined {
  const { postalAddress } = (role === 'family' ? contact : contact[role]) ?? {}
  return postalAddress?.length ? postalAddress : undefined
}

/** The name on a letter to somebody. Undefined when nobody has this role any more. */
export function nameOf(contact: Contact, role: RecipientRole): string | undefined {
  return role === 'family' ? contact.name : contact[role]?.name
}

/** The print of somebody's letters: the family chooses it for itself and for the second person. */
export function printOf(contact: Contact, role: RecipientRole): PrintSize {
  return role === 'representative' ? 'standard' : (contact.print ?? 'standard')
}
