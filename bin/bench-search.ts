/**
 * The search for a case, with many cases: `npm run bench:search`. It makes up families from a seed, writes their contact
 * details and the keys of the search as the service does, and asks for some of them as people type: whole names, the
 * beginnings of two, a usual name alone, a reference, a name that nobody has. It prints the milliseconds and the read units
 * of each, and exits 1 when the median of any is not under 100 ms, or when a family is not found.
 */

import { parseArgs } from 'node:util'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { caseIdFrom } from '../lambdas/cases/case-id.ts'
import type { Contact } from '../lambdas/cases/contact.ts'
import { newCase } from '../lambdas/cases/new-case.ts'
import { searchKeys } from '../lambdas/cases/search/search-keys.ts'
import { findCases } from '../lambdas/cases/store/find-cases.ts'
import { caseRowOf, rowOf } from '../lambdas/cases/store/rows.ts'
import { contactKeys, keys } from '../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../lambdas/law/calendar-date.ts'
import { madeUpFamily, spelledOtherwise } from '../tests/cases/search/made-up-families.ts'
import { tablesForTests } from '../tests/cases/tables-for-tests.ts'
import { randomFrom, seedOf } from './demo/random.ts'

const MOST_MILLISECONDS = 100
const ROWS_IN_A_BATCH = 25
const BATCHES_AT_ONCE = 8
const ASKED = 40

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } },
})
const seed = seedOf(values.seed)
const random = randomFrom(seed)
const count = Number(values.cases)
const NOW = new Date('2026-03-10T11:00:00Z')
const DECISION = {
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: parseCalendarDate('2026-02-10'),
  sentOn: parseCalendarDate('2026-02-11'),
} as const

const { tables, close } = await tablesForTests()
const { client, casesTable, contactsTable } = tables
const secret = await tables.hashKey()

let readUnits = 0
client.middlewareStack.add(
  (next) => async (args) => {
    const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
    const { ConsumedCapacity } = answer.output as { readonly ConsumedCapacity?: unknown }
    for (const one of [ConsumedCapacity ?? []].flat()) readUnits += (one as { CapacityUnits: number }).CapacityUnits
    return answer
  },
  { step: 'initialize', priority: 'high' },
)

console.log(`Seed ${seed}. Writing ${count.toLocaleString('en-GB')} cases with their keys...`)
const started = performance.now()
const asked: { readonly caseId: string; readonly contact: Contact }[] = []
let rows = 0
let most = 0
let batches: Promise<unknown>[] = []
const waiting: { readonly table: string; readonly Item: Record<string, unknown> }[] = []
for (let number = 0; number < count; number += 1) {
  const contact = madeUpFamily(random)
  const caseId = caseIdFrom(Uint8Array.from({ length: 8 }, (_, at) => Math.floor(number / 30 ** (7 - at)) % 30))
  if (number % Math.ceil(count / ASKED) === 0) asked.push({ caseId, contact })
  const { record } = newCase({ caseId, decision: DECISION, contact, recordedBy: 'officer' }, NOW)
  const found = searchKeys(secret, contact)
  rows += found.length
  most = Math.max(most, found.length)
  waiting.push(
    { table: casesTable, Item: caseRowOf(keys.case(caseId), record) },
    { table: contactsTable, Item: rowOf(contactKeys.contact(caseId), 'contact', contact) },
    ...found.map((key, at) => ({
      table: contactsTable,
      Item: rowOf(contactKeys.searchKey(caseId, at + 1), 'search-key', {}, { ...key }),
    })),
  )
  while (waiting.length >= ROWS_IN_A_BATCH) await write(waiting.splice(0, ROWS_IN_A_BATCH))
}
if (waiting.length > 0) await write(waiting.splice(0))
await Promise.all(batches)
console.log(
  `${rows.toLocaleString('en-GB')} rows of keys: ${(rows / count).toFixed(1)} a case, ${most} at most. ${Math.round((performance.now() - started) / 1000)} s.\n`,
)

const kinds: readonly { readonly what: string; readonly words: (contact: Contact, caseId: string) => string }[] = [
  { what: 'the whole name of the child', words: ({ childName }) => childName },
  { what: 'the same, spelled otherwise', words: ({ childName }) => spelledOtherwise(random, childName) },
  { what: 'the whole name of the parent', words: ({ name }) => name },
  { what: 'the beginnings of two words', words: ({ childName }) => beginnings(childName) },
  { what: 'a reference', words: (_, caseId) => caseId },
  { what: 'a usual family name alone', words: () => 'smith' },
  { what: 'two letters', words: () => 'sm' },
  { what: 'a name that nobody has', words: () => 'Xylophonia Quux' },
]
console.log('                                  median ms   slowest   read units   found, or told to type more')
for (const { what, words } of kinds) {
  const times: number[] = []
  let units = 0
  let fits = 0
  for (const { caseId, contact } of asked) {
    readUnits = 0
    const begun = performance.now()
    const { cases, isMore } = await findCases(tables, () => true, words(contact, caseId))
    times.push(performance.now() - begun)
    units = Math.max(units, readUnits)
    if (isMore || cases.some(({ record }) => record.caseId === caseId)) fits += 1
  }
  times.sort((one, other) => one - other)
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN
  const isAbsent = what === 'a name that nobody has'
  const figures = [median.toFixed(1).padStart(10), (times.at(-1) ?? Number.NaN).toFixed(1).padStart(9)]
  console.log(`${what.padEnd(32)} ${figures.join(' ')} ${units.toFixed(1).padStart(12)}   ${fits} of ${asked.length}`)
  const isFound = isAbsent || what === 'a usual family name alone' || what === 'two letters' || fits === asked.length
  if (!(median < MOST_MILLISECONDS) || !isFound) process.exitCode = 1
}
await close()

/** Writes some rows, with others at the same time. */
async function write(some: readonly { readonly table: string; readonly Item: Record<string, unknown> }[]) {
  const RequestItems = Object.fromEntries(
    [casesTable, contactsTable].flatMap((table) => {
      const puts = some.filter((one) => one.table === table).map(({ Item }) => ({ PutRequest: { Item } }))
      return puts.length > 0 ? [[table, puts]] : []
    }),
  )
  batches.push(client.send(new BatchWriteCommand({ RequestItems })))
  if (batches.length === BATCHES_AT_ONCE) {
    await Promise.all(batches)
    batches = []
  }
}

function beginnings(name: string): string {
  const words = name.split(/[\s-]+/)
  return [words[0], words.at(-1)].map((word = '') => [...word].slice(0, 4).join('')).join(' ')
}
