import type { Contact } from '../../lambdas/cases/contact.ts'
import { newCase } from '../../lambdas/cases/new-case.ts'
import { findCases } from '../../lambdas/cases/store/find-cases.ts'
import { caseRowOf } from '../../lambdas/cases/store/rows.ts'
import { keys } from '../../lambdas/cases/store/tables.ts'
import { madeUpFamily, spelledOtherwise } from '../../tests/cases/search/made-up-families.ts'
import { tablesForTests } from '../../tests/cases/tables-for-tests.ts'
import { DECISION } from '../../tests/recording/recording-for-tests.ts'
import type { BenchOptions } from '../bench.ts'
import { randomFrom } from '../demo/random.ts'
import { ManyRows, referenceOf, rowsOfFamily } from './made-up-cases.ts'
import { countReadUnits } from './read-units.ts'
import { within } from './times.ts'

const MOST_MILLISECONDS = 100
const ASKED = 40
const NOW = new Date('2026-03-10T11:00:00Z')

/**
 * The search for a case, with many cases. It makes up families, writes their contact details and the keys of the search as
 * the service does, and asks for some of them as people type: whole names, the beginnings of two, a usual name alone, a
 * reference, a name that nobody has. It prints the milliseconds and the read units of each.
 *
 * @returns whether the median of each is under 100 ms, and every family is found
 */
export async function benchSearch({ seed, closedCases: count }: BenchOptions): Promise<boolean> {
  const random = randomFrom(seed)
  const { tables, close } = await tablesForTests()
  const secret = await tables.hashKey()
  const readUnits = countReadUnits(tables.client)

  console.log(`Writing ${count.toLocaleString('en-GB')} cases with their keys...`)
  const started = performance.now()
  const asked: { readonly caseId: string; readonly contact: Contact }[] = []
  let rows = 0
  let most = 0
  const many = new ManyRows(tables.client)
  for (let number = 0; number < count; number += 1) {
    const contact = madeUpFamily(random)
    const caseId = referenceOf(number)
    if (number % Math.ceil(count / ASKED) === 0) asked.push({ caseId, contact })
    const { record } = newCase({ caseId, decision: DECISION, contact, recordedBy: 'officer' }, NOW)
    const ofFamily = rowsOfFamily(secret, caseId, contact)
    rows += ofFamily.length - 1
    most = Math.max(most, ofFamily.length - 1)
    await many.put(tables.casesTable, [caseRowOf(keys.case(caseId), record)])
    await many.put(tables.contactsTable, ofFamily)
  }
  await many.end()
  console.log(
    `${rows.toLocaleString('en-GB')} rows of keys: ${(rows / count).toFixed(1)} a case, ${most} at most. ${Math.round((performance.now() - started) / 1000)} s.\n`,
  )

  const kinds: readonly {
    readonly what: string
    readonly words: (contact: Contact, caseId: string) => string
    /** Whether the family has to be among what is found. Otherwise there are too many of them, or none. */
    readonly finds: boolean
  }[] = [
    { what: 'the whole name of the child', words: ({ childName }) => childName, finds: true },
    { what: 'the same, spelled otherwise', words: ({ childName }) => spelledOtherwise(random, childName), finds: true },
    { what: 'the whole name of the parent', words: ({ name }) => name, finds: true },
    { what: 'the beginnings of two words', words: ({ childName }) => beginnings(childName), finds: true },
    { what: 'a reference', words: (_, caseId) => caseId, finds: true },
    { what: 'a usual family name alone', words: () => 'smith', finds: false },
    { what: 'two letters', words: () => 'sm', finds: false },
    { what: 'a name that nobody has', words: () => 'Xylophonia Quux', finds: false },
  ]
  console.log('                                  median ms   slowest   read units   found, or told to type more')
  let isGood = true
  for (const { what, words, finds } of kinds) {
    const times: number[] = []
    let units = 0
    let fits = 0
    for (const { caseId, contact } of asked) {
      readUnits()
      const begun = performance.now()
      const { cases, isMore } = await findCases(tables, () => true, words(contact, caseId))
      times.push(performance.now() - begun)
      units = Math.max(units, readUnits())
      if (isMore || cases.some(({ record }) => record.caseId === caseId)) fits += 1
    }
    const median = within(times, 0.5)
    const figures = [
      median.toFixed(1).padStart(10),
      Math.max(...times)
        .toFixed(1)
        .padStart(9),
    ]
    console.log(`${what.padEnd(32)} ${figures.join(' ')} ${units.toFixed(1).padStart(12)}   ${fits} of ${asked.length}`)
    if (!(median < MOST_MILLISECONDS) || (finds && fits < asked.length)) isGood = false
  }
  await close()
  return isGood
}

function beginnings(name: string): string {
  const words = name.split(/[\s-]+/)
  return [words[0], words.at(-1)].map((word = '') => [...word].slice(0, 4).join('')).join(' ')
}
