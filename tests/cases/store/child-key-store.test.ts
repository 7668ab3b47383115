import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHILD_KEYS } from '../../../lambdas/cases/child-keys.ts'
import type { Contact } from '../../../lambdas/cases/contact.ts'
import { casesByChildKey } from '../../../lambdas/cases/store/child-key-store.ts'
import { loadContact } from '../../../lambdas/cases/store/contact-store.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { BY_CHILD_KEY } from '../../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../plan/settings-for-tests.ts'
import { type TablesForTests, tablesForTests } from '../tables-for-tests.ts'

const NOW = new Date('2026-03-10T11:00:00Z')
const day = parseCalendarDate

let house: TablesForTests
beforeAll(async () => {
  house = await tablesForTests()
})
afterAll(() => house.close())

/** A child whom no other test knows. */
function child(name: string): Contact {
  return {
    name: 'Sam Taylor',
    relationship: 'parent',
    childName: `${name} Taylor`,
    bornOn: day('2015-04-03'),
    childReference: `reference ${name}`,
    uniquePupilNumber: `number ${name}`,
  }
}

function open(caseId: string, contact: Contact, tables = house.tables): Promise<string> {
  const decision = {
    decisionKind: 'plan-contents',
    placementOnly: false,
    printedOn: day('2026-02-10'),
    sentOn: day('2026-02-11'),
  } as const
  return openCase(tables, { caseId, submissionId: `open-${caseId}`, decision, contact, recordedBy: 'officer' }, NOW)
}

async function change(caseId: string, contact: Contact, submissionId: string, tables = house.tables) {
  const file = await requireCaseFile(tables, caseId)
  const fact = { type: 'contact-details-changed', details: {} } as const
  return recordFacts(tables, file, { submissionId, facts: [{ fact, contact }], recordedBy: 'officer' }, NOW, SETTINGS)
}

/** Tables at which the power fails when something is written, before it is done or after. */
function failing(when: 'before' | 'after') {
  const { tables } = house
  const send = async (command: never) => {
    const writes = 'TransactItems' in (command as { input: object }).input
    if (writes && when === 'before') throw new Error('The power failed.')
    const answer = await tables.client.send(command)
    if (writes) throw new Error('The power failed.')
    return answer
  }
  return { ...tables, client: Object.create(tables.client, { send: { value: send } }) as typeof tables.client }
}

describe('a case that is opened', () => {
  it('is found by each key of its child, and by none that is not known', async () => {
    await open('OPEN-1', child('Ada'))
    for (const key of CHILD_KEYS) expect((await casesByChildKey(house.tables, child('Ada')))[key]).toContain('OPEN-1')
    const { childName } = child('Ada')
    expect(await casesByChildKey(house.tables, { childName })).toEqual({
      'child-reference': [],
      'unique-pupil-number': [],
      'child-name': ['OPEN-1'],
      'born-on': [],
    })
  })

  it('is found with others of the same child', async () => {
    await open('OPEN-2', child('Ben'))
    await open('OPEN-3', { ...child('Ben'), childReference: 'another' })
    const found = await casesByChildKey(house.tables, child('Ben'))
    expect([...found['unique-pupil-number']].sort()).toEqual(['OPEN-2', 'OPEN-3'])
    expect(found['child-reference']).toEqual(['OPEN-2'])
  })

  it('is found by no other secret', async () => {
    await open('OPEN-4', child('Cem'))
    const others = { ...house.tables, hashKey: async () => 'another key' }
    for (const cases of Object.values(await casesByChildKey(others, child('Cem')))) expect(cases).toEqual([])
  })

  it('is not opened at all where the key of the hashes cannot be read', async () => {
    const stored = await house.everything()
    const unread = {
      ...house.tables,
      hashKey: async () => {
        throw new Error('Secrets Manager does not answer.')
      },
    }
    await expect(open('OPEN-5', child('Dai'), unread)).rejects.toThrow('does not answer')
    expect(await house.everything()).toBe(stored)
  })

  it.each(['before', 'after'] as const)('has its keys once, after the power failed %s writing', async (when) => {
    const contact = child(`Eve ${when}`)
    await expect(open(`EVE-${when}`, contact, failing(when))).rejects.toThrow('The power failed.')
    const found = async () => (await casesByChildKey(house.tables, contact))['child-reference']
    expect(await found()).toEqual(when === 'before' ? [] : [`EVE-${when}`])
    await open(`EVE-${when}`, contact)
    expect(await found()).toEqual([`EVE-${when}`])
  })
})

describe('contact details that change', () => {
  it('are found by their new keys alone, also when the form is sent twice', async () => {
    await open('CHANGE-1', child('Fay'))
    const { uniquePupilNumber: _unknown, ...rest } = child('Fay')
    const changed = { ...rest, childName: 'Fay Miller', childReference: 'moved' }
    expect(await change('CHANGE-1', changed, 'change-1')).toBe('recorded')
    expect(await change('CHANGE-1', child('Fay'), 'change-1')).toBe('recorded-before')
    const before = await casesByChildKey(house.tables, child('Fay'))
    expect([before['child-reference'], before['unique-pupil-number'], before['child-name']]).toEqual([[], [], []])
    expect(before['born-on']).toContain('CHANGE-1')
    const now = await casesByChildKey(house.tables, changed)
    expect([now['child-reference'], now['child-name']]).toEqual([['CHANGE-1'], ['CHANGE-1']])
  })

  it.each(['before', 'after'] as const)('change with their keys or not at all: the power fails %s', async (when) => {
    const caseId = `CHANGE-${when}`
    await open(caseId, child(`Gil ${when}`))
    const changed = { ...child(`Gil ${when}`), childReference: `moved ${when}` }
    await expect(change(caseId, changed, caseId, failing(when))).rejects.toThrow('The power failed.')
    const isNew = when === 'after'
    expect((await loadContact(house.tables, caseId)).childReference === changed.childReference).toBe(isNew)
    expect((await casesByChildKey(house.tables, changed))['child-reference']).toEqual(isNew ? [caseId] : [])
    expect(await change(caseId, changed, caseId)).toBe(isNew ? 'recorded-before' : 'recorded')
    expect((await casesByChildKey(house.tables, changed))['child-reference']).toEqual([caseId])
    expect((await casesByChildKey(house.tables, child(`Gil ${when}`)))['child-reference']).toEqual([])
  })
})

it('the index holds references of cases and hashes, and nothing that was typed', async () => {
  await open('INDEX-1', child('Zyxchild'))
  const { client, contactsTable: TableName } = house.tables
  const { Items = [] } = await client.send(new ScanCommand({ TableName, IndexName: BY_CHILD_KEY }))
  expect(Items.length).toBeGreaterThan(CHILD_KEYS.length)
  for (const item of Items) {
    expect(Object.keys(item).sort()).toEqual(['childKey', 'pk', 'sk'])
    expect(item.childKey).toMatch(/^[\w-]{43}$/)
    expect(CHILD_KEYS.map((key) => `CHILD#${key}`)).toContain(item.sk)
  }
  const { Items: rows = [] } = await client.send(new ScanCommand({ TableName }))
  const ofKeys = rows.filter(({ type }) => type === 'child-key')
  expect(ofKeys.length).toBeGreaterThan(CHILD_KEYS.length)
  expect(JSON.stringify(ofKeys)).not.toMatch(/zyxchild|2015-04-03/i)
})
