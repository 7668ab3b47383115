import type { Case } from './case.ts'
import type { Contact, OtherPerson } from './contact.ts'
import type { FactDetails } from './fact.ts'
import { mustNotBeWrittenTo, type RecipientRole, recipientsOf } from './recipient.ts'
import type { Sequence } from './sequence.ts'

/**
 * Who hears of a case for the first time because its contact details are changed: somebody who is written to and was not
 * before, or whoever is the party now. Nothing where nobody is new.
 * @returns the detail of the fact that tells of the change
 */
export function whoJoins(before: Contact, after: Contact): Pick<FactDetails['contact-details-changed'], 'joins'> {
  const known = personsWrittenTo(before)
  const isNewParty = before.relationship !== after.relationship
  const joins = personsWrittenTo(after)
    .filter((one) => (one.role === 'family' && isNewParty) || !known.some((other) => isSamePerson(one, other)))
    .map(({ role }) => role)
  return joins.length > 0 ? { joins } : {}
}

/**
 * Who gets the message for those who joined by a change of contact details: but for whoever was replaced since, and gets
 * another one.
 * @returns undefined where a fact is no such change: then the message is for everybody
 */
export function whoJoinedBy({ facts }: Pick<Case, 'facts'>, sequence: Sequence): readonly RecipientRole[] | undefined {
  const place = facts.findIndex((fact) => fact.sequence === sequence)
  const [joined, ...later] = facts.slice(place < 0 ? facts.length : place).map(joinedBy)
  return joined?.filter((role) => !later.some((roles) => roles?.includes(role)))
}

function joinedBy(fact: Case['facts'][number]): readonly RecipientRole[] | undefined {
  return fact.type === 'contact-details-changed' ? (fact.details.joins ?? []) : undefined
}

interface Person extends Pick<OtherPerson, 'name' | 'email'> {
  readonly role: RecipientRole
}

/** Everybody whom the council tells. A family that must not be written to is told in person, and nobody else is. */
function personsWrittenTo(contact: Contact): readonly Person[] {
  if (mustNotBeWrittenTo(contact)) return [{ ...contact, role: 'family' }]
  const { first, copies } = recipientsOf(contact)
  return [first, ...copies]
}

/** A name may be mended, and an address may change. Who has another name and another address is somebody else. */
function isSamePerson(one: Person, other: Person): boolean {
  return isSame(one.name, other.name) || (one.email !== undefined && isSame(one.email, other.email ?? ''))
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}
