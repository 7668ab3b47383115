import { QueryCommand, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import { caseIdFrom } from '../../../lambdas/cases/case-id.ts'
import type { Contact } from '../../../lambdas/cases/contact.ts'
import { findCases } from '../../../lambdas/cases/store/find-cases.ts'
import { giveSearchKeys } from '../../../lambdas/cases/store/give-search-keys.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { BY_SEARCH_KEY, contactKeys, SEARCH_PREFIX } from '../../../lambdas/cases/store/tables.ts'
import { DECISION } from '../../recording/recording-for-tests.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'
import { madeUpFamily, spelledOtherwise } from '../search/made-up-families.ts'
import { type TablesForTests, tablesForTests } from '../tables-for-tests.ts'

const NOW = new Date('2026-03-10T11:00:00Z')

let house: TablesForTests
let opened = 0
beforeAll(async () => {
  house = await tablesForTests()
})
afterAll(() => house.close())

async function open(childName: string, others: Partial<Contact> = {}): Promise<string> {
  opened += 1
  const caseId = caseIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, opened / 30, opened % 30]))
  const contact = { name: 'Quentin Parent', relationship: 'parent', childName, ...others } as const
  return openCase(
    house.tables,
    { caseId, submissionId: `open-${caseId}`, decision: DECISION, contact, recordedBy: 'officer' },
    NOW,
  )
}

async function change(caseId: string, contact: Contact) {
  const file = await requireCaseFile(house.tables, caseId)
  const fact = { type: 'contact-details-changed', details: {} } as const
  const form = { submissionId: `change-${caseId}`, facts: [{ fact, contact }], recordedBy: 'officer' }
  return recordFacts(house.tables, file, form, NOW, SETTINGS)
}

async function find(typed: string): Promise<readonly string[]> {
  return (await findCases(house.tables, () => true, typed)).cases.map(({ record }) => record.caseId)
}

async function rowsOf(caseId: string) {
  const { client, contactsTable } = house.tables
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: contactsTable,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :search)',
      ExpressionAttributeValues: { ':pk': caseId, ':search': SEARCH_PREFIX },
    }),
  )
  return Items
}

describe('a case is found', () => {
  it('by every reference of it, in small letters and with blanks', async () => {
    const caseId = await open('Ref Erence', {
      childReference: 'SEN 123/45',
      caseReference: 'EHC–2026–7',
      uniquePupilNumber: 'B801200005001',
    })
    for (const typed of [caseId, caseId.toLowerCase().replace('-', ' '), 'sen123/45', 'ehc-2026-7', 'b801200005001']) {
      expect([typed, await find(typed)]).toEqual([typed, [caseId]])
    }
    for (const typed of ['SEN 123', '2026', 'B80120000500', '2222-2222']) expect(await find(typed)).toEqual([])
  })

  it('by each person of it, in any order and spelling, and by the beginnings of words', async () => {
    const other = { by: 'email', email: 'x@example.com' } as const
    const caseId = await open('Zoë O’Connor-Łuk', {
      name: 'Siobhán van der Berg',
      second: { name: 'Jürgen Müllerson', ...other },
      representative: { name: 'Amal Al-Hassan', gets: 'copy', ...other },
    })
    for (const typed of [
      'zoe',
      'oconnor',
      'Luk, Zoe',
      'connor zo',
      'Mrs Vanderberg',
      'siobhan berg',
      'juergen muellerson',
      'mullerson jurgen',
      'hassan amal',
      'alhassan',
      'zoe siobhan',
    ]) {
      expect([typed, await find(typed)]).toEqual([typed, [caseId]])
    }
  })

  it('nearest first: whole names, then beginnings, then those of several people; open before closed', async () => {
    const begins = await open('Mabelline Vexington')
    const whole = await open('Mabel Vexing')
    const across = await open('Mabel Other', { name: 'Pat Vexing' })
    expect(await find('mabel vexing')).toEqual([whole, begins, across])
    await house.tables.client.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Update: {
              TableName: house.tables.casesTable,
              Key: { pk: whole, sk: 'CASE' },
              UpdateExpression: 'SET #s = :closed, outcome = :outcome, closedAt = :at',
              ExpressionAttributeNames: { '#s': 'status' },
              ExpressionAttributeValues: {
                ':closed': 'closed',
                ':outcome': 'withdrawn',
                ':at': '2026-03-10T11:00:00.000Z',
              },
            },
          },
        ],
      }),
    )
    expect(await find('mabel')).toEqual([across, whole, begins])
  })

  it('by its names of now alone, once they were changed, with nothing left of the others', async () => {
    const caseId = await open('Former Wexford-Longname', { name: 'Earlier Wexford' })
    const before = await rowsOf(caseId)
    expect(await change(caseId, { name: 'Later Ysgol', relationship: 'parent', childName: 'Former Ysgol' })).toBe(
      'recorded',
    )
    expect(await find('wexford')).toEqual([])
    expect(await find('earlier')).toEqual([])
    expect(await find('former ysgol')).toEqual([caseId])
    const after = await rowsOf(caseId)
    expect(after).toHaveLength(before.length)
    const orders = new Set(after.map(({ searchKey, searchOrder }) => `${searchKey} ${searchOrder}`))
    expect(before.filter(({ searchKey, searchOrder }) => orders.has(`${searchKey} ${searchOrder}`))).toHaveLength(1)
    expect(after.filter(({ searchKey }) => searchKey === undefined).length).toBeGreaterThan(0)
  })
})

it('says when more cases can fit than it looks at, and finds one of them when more is typed', async () => {
  const many = await Promise.all(
    Array.from({ length: 55 }, (_, at) => open(`Olivia${at === 54 ? 'nne' : ''} Throckmorton`)),
  )
  const { cases, isMore } = await findCases(house.tables, () => true, 'throckmorton')
  expect([cases.length, isMore]).toEqual([25, true])
  expect(await find('throckmorton olivianne')).toEqual([many[54]])
  expect(await find('Th Olivianne')).toEqual([many[54]])
})

describe('the rows of cases from before there was a search', () => {
  it('are given once and again, without those of names from before', async () => {
    const caseId = await open('Late Backfilled')
    const rows = await rowsOf(caseId)
    const { client, contactsTable: TableName } = house.tables
    const without = rows.map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk, sk } } }))
    await client.send(new TransactWriteCommand({ TransactItems: without }))
    // What another version wrote of a name that the case has not.
    const stale = { ...rows[0], ...contactKeys.searchKey(caseId, rows.length + 1) }
    await client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: stale } }] }))
    expect(await find('backfilled late')).toEqual([])
    const told: number[] = []
    const first = await giveSearchKeys(house.tables, (cases) => told.push(cases))
    expect(first).toEqual({ cases: opened, changedMeanwhile: 0 })
    expect(told.at(-1)).toBe(opened)
    expect(await find('backfilled late')).toEqual([caseId])
    const given = await rowsOf(caseId)
    expect(given.filter(({ searchKey }) => searchKey !== undefined)).toEqual(rows)
    expect(await giveSearchKeys(house.tables, () => {})).toEqual(first)
    expect(await rowsOf(caseId)).toEqual(given)
  })

  it('are left to whoever changes the names at that moment', async () => {
    const caseId = await open('Meanwhile Quebec')
    const tables = {
      ...house.tables,
      // Asked for when the contact details of all cases have been read, before the first rows are written.
      hashKey: async () => {
        if ((await find('meanwhile quebec')).length > 0) {
          await change(caseId, { name: 'Pat Tango', relationship: 'parent', childName: 'Meanwhile Tango' })
        }
        return house.tables.hashKey()
      },
    }
    expect((await giveSearchKeys(tables, () => {})).changedMeanwhile).toBe(1)
    expect(await find('meanwhile quebec')).toEqual([])
    expect(await find('meanwhile tango')).toEqual([caseId])
  })
})

it('finds each of many made-up families, however its names are spelled', async () => {
  const random = randomFrom(inject('seed'))
  const families = Array.from({ length: 30 }, () => madeUpFamily(random))
  const cases = await Promise.all(
    families.map(async (contact) => ({ contact, caseId: await open(contact.childName, contact) })),
  )
  for (const { contact, caseId } of drawn(random, cases, 15)) {
    const typed = spelledOtherwise(random, contact.childName)
    const { cases: found, isMore } = await findCases(house.tables, () => true, typed)
    expect({ typed, finds: isMore || found.some(({ record }) => record.caseId === caseId) }).toEqual({
      typed,
      finds: true,
    })
  }
})

it('keeps hashes and references of cases in the index, and nothing that was typed', async () => {
  await open('Zyxchild Indexed')
  const { client, contactsTable: TableName } = house.tables
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName: BY_SEARCH_KEY }))
  expect(Items.length).toBeGreaterThan(5)
  for (const item of Items) expect(Object.keys(item).sort()).toEqual(['pk', 'searchKey', 'searchOrder', 'sk'])
  expect(JSON.stringify(Items)).not.toMatch(/zyxchild/i)
})
