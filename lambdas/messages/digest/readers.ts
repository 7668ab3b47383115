import type { ContactTables } from '../../cases/store/tables.ts'
import { type Cover, coverOf } from '../../cases/work/cover.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { whoWorksOnCases } from '../../staff/sign-in/people.ts'

/** Somebody who works on cases, and can be written to. */
export interface Owner {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly isManager: boolean
}

/** Everybody who works on cases and can be written to, by their ids. */
export async function ownersToTell(tables: ContactTables): Promise<ReadonlyMap<string, Owner>> {
  const people = await whoWorksOnCases(tables)
  return new Map(
    people.flatMap(({ personId, name, email, roles }) =>
      email ? [[personId, { personId, name, email, isManager: roles.includes('manager') }] as const] : [],
    ),
  )
}

/** The address of the team. */
export const TEAM = 'team'

/**
 * Who is told of something: whoever owns it, where they can be written to, or else the team. What is restricted is told to
 * nobody but its owner: the others who may see it do so in the service.
 * @returns the id of the owner, `TEAM`, or undefined for nobody
 */
export function readerOf(
  owner: string | undefined,
  restrictedTo: readonly string[] | undefined,
  owners: ReadonlyMap<string, Owner>,
): string | undefined {
  const canBeTold = owner !== undefined && owners.has(owner) && (restrictedTo?.includes(owner) ?? true)
  if (canBeTold) return owner
  return restrictedTo ? undefined : TEAM
}

/**
 * Who covers for a reader today, and may know of what is restricted.
 * @returns the id of the person, or undefined for nobody
 */
export function coverToTell(
  reader: string | undefined,
  restrictedTo: readonly string[] | undefined,
  owners: ReadonlyMap<string, Owner>,
  covers: readonly Cover[],
  today: CalendarDate,
): string | undefined {
  const cover = coverOf(covers, reader, today)
  return cover !== undefined && readerOf(cover, restrictedTo, owners) === cover ? cover : undefined
}
