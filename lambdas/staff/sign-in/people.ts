import { createHash } from 'node:crypto'
import { GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ROLES, type Role, WHO_RECORDS } from '../../cases/role.ts'
import { readRows } from '../../cases/store/rows-by-case.ts'
import { type ContactTables, PEOPLE } from '../../cases/store/tables.ts'

/** Somebody who has signed in. The directory's issuer and subject say who it is: a name and an email address can change. */
export interface Person {
  readonly personId: string
  readonly issuer: string
  readonly subject: string
  /** As the last token said. */
  readonly name: string
  readonly email?: string
  readonly roles: readonly Role[]
  /** When the directory let them in last: ISO 8601. */
  readonly lastSignedInAt: string
}

const key = (personId: string) => ({ pk: PEOPLE, sk: personId })

const personRow = v.object({
  personId: v.string(),
  issuer: v.string(),
  subject: v.string(),
  name: v.string(),
  email: v.optional(v.string()),
  roles: v.array(v.picklist(ROLES)),
  lastSignedInAt: v.string(),
})

/**
 * The id of a person, which stands on what they record and in every other place that outlives their name. It is the same at
 * each sign-in, and says nothing of them.
 */
export function personIdOf(issuer: string, subject: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
  return `person-${hash.slice(0, 24)}`
}

/** Whether a text is an id of a person: an address may carry anything. */
export function isPersonId(text: string): boolean {
  return /^person-[0-9a-f]{24}$/.test(text)
}

/** Notes who has signed in, as the token says it. */
export async function notePerson({ client, contactsTable }: ContactTables, person: Person): Promise<void> {
  await client.send(new PutCommand({ TableName: contactsTable, Item: { ...key(person.personId), ...person } }))
}

/** @returns undefined for somebody who has never signed in */
export async function loadPerson(
  { client, contactsTable }: ContactTables,
  personId: string,
): Promise<Person | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: contactsTable, Key: key(personId) }))
  return Item && v.parse(personRow, Item)
}

/** Everybody who has ever signed in, by name. */
export async function listPeople({ client, contactsTable }: ContactTables): Promise<readonly Person[]> {
  const pages = paginateQuery(
    { client },
    {
      TableName: contactsTable,
      KeyConditionExpression: 'pk = :people',
      ExpressionAttributeValues: { ':people': PEOPLE },
    },
  )
  const found: Person[] = []
  for await (const { Items = [] } of pages) found.push(...Items.map((item) => v.parse(personRow, item)))
  return found.sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** Those of them who work on cases, by name. */
export async function whoWorksOnCases(tables: ContactTables): Promise<readonly Person[]> {
  return (await listPeople(tables)).filter(({ roles }) => roles.some((role) => WHO_RECORDS.some((one) => one === role)))
}

/**
 * The names of those who recorded something, by their ids. Before staff signed in by name, facts were recorded by
 * "council-staff", who is nobody in particular.
 */
export async function namesOf(tables: ContactTables, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const people = [...new Set(ids)].filter(isPersonId)
  const names = new Map<string, string>()
  for (let from = 0; from < people.length; from += MOST_IN_A_BATCH) {
    const wanted = people.slice(from, from + MOST_IN_A_BATCH).map(key)
    const rows = await readRows(
      { client: tables.client, table: tables.contactsTable },
      wanted,
      { consistent: false },
      ({ sk }) => String(sk),
    )
    for (const [id, row] of rows) names.set(id, v.parse(personRow, row).name)
  }
  return names
}

/** DynamoDB gives so many rows at once. */
const MOST_IN_A_BATCH = 100

export const NOBODY_IN_PARTICULAR = 'council staff'
