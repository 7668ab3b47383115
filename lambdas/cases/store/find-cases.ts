import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { CaseRecord } from '../case-file.ts'
import { caseIdIn } from '../case-id.ts'
import type { Contact } from '../contact.ts'
import { nearness } from '../search/nearness.ts'
import { type NameRanges, nameRanges, referenceRanges, type SearchRange } from '../search/search-keys.ts'
import { casesByChildKey } from './child-key-store.ts'
import { rowsByCase } from './rows-by-case.ts'
import {
  BY_SEARCH_KEY,
  type CaseTables,
  type ContactTables,
  contactKeys,
  keys,
  type SearchableContactTables,
} from './tables.ts'

/** A case that fits what was typed. */
export interface FoundCase {
  readonly record: CaseRecord
  readonly contact: Contact
  /** By a reference that fits in full, or by a name. */
  readonly by: 'reference' | 'name'
}

export interface FoundCases {
  /** The nearest first. */
  readonly cases: readonly FoundCase[]
  /** Whether there can be more than these: more of the name has to be typed to see them. */
  readonly isMore: boolean
}

/** So many cases are shown, and so many are looked at for names that fit: 25 and 50 read units for what is read of them. */
const MOST_SHOWN = 25
const MOST_LOOKED_AT = 50

/**
 * The cases whose reference, or the council's own, is what was typed, and those that have a person of that name: whole
 * names before beginnings, open cases before closed ones, then by the next date. Nothing grows with the number of cases.
 *
 * @param mayOpen whether who asks may open a case. Of others nothing is found, after the same reads.
 * @param typed a reference or words of a name, in any order and spelling, also only their beginnings
 */
export async function findCases(
  tables: CaseTables & SearchableContactTables,
  mayOpen: (record: CaseRecord) => boolean,
  typed: string,
): Promise<FoundCases> {
  const secret = await tables.hashKey()
  const [references, names] = await Promise.all([
    casesByReference(tables, secret, typed),
    Promise.all(nameRanges(secret, typed).map((ranges) => casesByName(tables, ranges))),
  ])
  const byName = [...new Set(names.flatMap(({ caseIds }) => caseIds))].filter((caseId) => !references.includes(caseId))
  const isCut = names.some(({ isMore }) => isMore) || byName.length > MOST_LOOKED_AT
  const looked = [...references, ...byName.slice(0, MOST_LOOKED_AT)]
  const { client, casesTable, contactsTable } = tables
  // Both are read for all, whoever asks and whatever fits.
  const [contacts, records] = await Promise.all([
    rowsByCase({ client, table: contactsTable }, 'contact', looked.map(contactKeys.contact)),
    rowsByCase({ client, table: casesTable }, 'case', looked.map(keys.case)),
  ])
  const found = looked.flatMap((caseId): readonly (FoundCase & { readonly near: number })[] => {
    const [contact, record] = [contacts.get(caseId), records.get(caseId)]
    if (!contact || !record || !mayOpen(record)) return []
    if (references.includes(caseId)) return [{ record, contact, by: 'reference', near: -1 }]
    // The hashes lead to cases that can fit; the names themselves decide.
    const near = nearness(contact, typed)
    return near === undefined ? [] : [{ record, contact, by: 'name', near }]
  })
  const cases = [...found].sort((one, other) => one.near - other.near || inOrder(one.record, other.record))
  return {
    cases: cases.slice(0, MOST_SHOWN).map(({ near: _near, ...one }) => one),
    isMore: isCut || cases.length > MOST_SHOWN,
  }
}

function inOrder(one: CaseRecord, other: CaseRecord): number {
  if (one.status !== other.status) return one.status === 'open' ? -1 : 1
  return one.nextDate < other.nextDate ? -1 : one.nextDate > other.nextDate ? 1 : one.caseId < other.caseId ? -1 : 1
}

/** The cases with this reference: ours, or the council's own of the case, of the child or of the pupil. */
async function casesByReference(
  tables: SearchableContactTables,
  secret: string,
  typed: string,
): Promise<readonly string[]> {
  const ours = caseIdIn(typed)
  const [ofChild, ofCase] = await Promise.all([
    casesByChildKey(tables, { childReference: typed, uniquePupilNumber: typed }),
    casesIn(tables, referenceRanges(secret, typed)),
  ])
  return [...new Set([...(ours ? [ours] : []), ...Object.values(ofChild).flat(), ...ofCase.caseIds])].slice(
    0,
    MOST_SHOWN,
  )
}

interface CaseIds {
  readonly caseIds: readonly string[]
  /** Whether there are more than were read. */
  readonly isMore: boolean
}

/**
 * The cases that can fit these words. Every word alone leads to all of them, so that the word with the fewest is enough.
 * Where each has more than are looked at, two words together lead to fewer.
 */
async function casesByName(tables: ContactTables, { words, pair }: NameRanges): Promise<CaseIds> {
  const [ofPair, ...ofWords] = await Promise.all([pair, ...words].map((ranges) => casesIn(tables, ranges)))
  const fewest = ofWords
    .filter(({ isMore }) => !isMore)
    .sort((one, other) => one.caseIds.length - other.caseIds.length)[0]
  if (fewest) return fewest
  if (ofPair && ofPair.caseIds.length > 0) return ofPair
  return { caseIds: ofWords[0]?.caseIds ?? [], isMore: true }
}

async function casesIn({ client, contactsTable }: ContactTables, ranges: readonly SearchRange[]): Promise<CaseIds> {
  const answers = await Promise.all(
    ranges.map(({ searchKey, begins }) =>
      client.send(
        new QueryCommand({
          TableName: contactsTable,
          IndexName: BY_SEARCH_KEY,
          KeyConditionExpression: begins
            ? 'searchKey = :key AND begins_with(searchOrder, :begins)'
            : 'searchKey = :key',
          ExpressionAttributeValues: { ':key': searchKey, ...(begins && { ':begins': begins }) },
          Limit: MOST_LOOKED_AT,
        }),
      ),
    ),
  )
  return {
    caseIds: [...new Set(answers.flatMap(({ Items = [] }) => Items.map(({ pk }) => String(pk))))],
    isMore: answers.some(({ LastEvaluatedKey }) => LastEvaluatedKey !== undefined),
  }
}
