import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acted, canonicalJson, chainOfCase, hashOf, NOTHING_BEFORE } from '../../lambdas/audit/entry.ts'
import { writeEntry, writeWithEntry } from '../../lambdas/audit/write-entry.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'

const NOW = new Date('2026-03-10T11:00:00Z')
const CASE = '2222-2222'

let house: TablesForTests
beforeAll(async () => {
  house = await tablesForTests()
})
afterAll(() => house.close())

const read = (caseId: string, who = 'person-1'): Acted => ({ chain: chainOfCase(caseId), who, what: 'case-read' })
const entriesOf = async (caseId: string) => (await house.audited()).filter(({ chain }) => chain === chainOfCase(caseId))
/** A write that holds only while the row is not there. */
const once = (sk: string) => ({
  Put: { TableName: 'cases', Item: { pk: CASE, sk }, ConditionExpression: 'attribute_not_exists(pk)' },
})
const isThere = async (sk: string) => {
  const { Item } = await house.tables.client.send(new GetCommand({ TableName: 'cases', Key: { pk: CASE, sk } }))
  return Item !== undefined
}

describe('canonical JSON', () => {
  it('has the names in one order, no blanks, and nothing of what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: 'é"', c: true }], a: undefined, B: '' })).toBe(
      '{"B":"","b":[1,{"c":true,"d":"é\\""}]}',
    )
  })
})

describe('a chain', () => {
  it('begins at 1 after nothing, and each entry holds the hash of the one before', async () => {
    for (const who of ['person-1', 'person-2', 'person-3']) await writeEntry(house.tables, read('3333-3333', who), NOW)
    const entries = await entriesOf('3333-3333')
    expect(entries.map(({ number, who }) => [number, who])).toEqual([
      [1, 'person-1'],
      [2, 'person-2'],
      [3, 'person-3'],
    ])
    expect(entries.map(({ before }) => before)).toEqual([NOTHING_BEFORE, entries[0]?.hash, entries[1]?.hash])
    for (const entry of entries) expect(entry.hash).toBe(hashOf(entry))
  })

  it('takes every one of many entries that meet, one after another', async () => {
    const readers = Array.from({ length: 20 }, (_, index) => `person-${index}`)
    await Promise.all(readers.map((who) => writeEntry(house.tables, read('4444-4444', who), NOW)))
    const entries = await entriesOf('4444-4444')
    expect(entries.map(({ number }) => number)).toEqual(readers.map((_, index) => index + 1))
    expect(entries.map(({ who }) => who).sort()).toEqual(readers.sort())
  })
})

describe('a change', () => {
  const change = (sk: string): Promise<void> =>
    writeWithEntry(house.tables, { chain: chainOfCase(CASE), who: 'person-1', what: 'task-done', about: [sk] }, NOW, [
      once(sk),
    ])

  it('is written with its entry, or neither', async () => {
    await change('first')
    await expect(change('first')).rejects.toThrow(TransactionCanceledException)
    expect((await entriesOf(CASE)).map(({ about }) => about)).toEqual([['first']])
  })

  it('is saved while others read the case: the entries stand one after another', async () => {
    const readers = Array.from({ length: 12 }, () => writeEntry(house.tables, read(CASE), NOW))
    await Promise.all([...readers, change('second'), change('third')])
    expect(await isThere('second')).toBe(true)
    expect(await isThere('third')).toBe(true)
    const entries = await entriesOf(CASE)
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.filter(({ what }) => what === 'case-read')).toHaveLength(12)
    expect(entries.filter(({ what }) => what === 'task-done')).toHaveLength(3)
  })
})
