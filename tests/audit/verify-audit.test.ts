import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditKeys } from '../../lambdas/audit/audit-tables.ts'
import { type AuditEntry, chainOfCase, chainOfPerson, entryOf, hashOf, itemOf } from '../../lambdas/audit/entry.ts'
import { keptFrom, removeOldChains } from '../../lambdas/audit/remove-old-chains.ts'
import { latestRoot, makeRoots } from '../../lambdas/audit/roots.ts'
import { verifyAudit } from '../../lambdas/audit/verify-audit.ts'
import { writeEntry } from '../../lambdas/audit/write-entry.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'

const CASE = chainOfCase('2222-2222')
const OTHER = chainOfCase('3333-3333')
const PERSON = chainOfPerson('person-1')

let house: TablesForTests
beforeEach(async () => {
  house = await tablesForTests()
  // Two days with a night between them, and a third that is not over.
  for (const day of ['2026-03-09', '2026-03-10', '2026-03-11']) {
    for (const hour of ['10', '11']) {
      const now = new Date(`${day}T${hour}:00:00Z`)
      await writeEntry(house.tables, { chain: CASE, who: 'person-1', what: 'case-read' }, now)
      await writeEntry(house.tables, { chain: PERSON, who: 'person-1', what: 'cases-listed', results: 3 }, now)
    }
  }
  await writeEntry(
    house.tables,
    { chain: OTHER, who: 'person-2', what: 'task-done', about: ['a-task'] },
    new Date('2026-03-09T12:00:00Z'),
  )
  await makeRoots(house.tables, new Date('2026-03-11T02:00:00Z'))
})
afterEach(() => house.close())

const verify = (known: readonly [string, string][] = []) =>
  verifyAudit(house.tables, { keptFrom: '2020-01-01', known: new Map(known) })
const found = async () => (await verify()).findings.map(({ where, says }) => `${where}: ${says}`)

async function stored(chain: string, number: number): Promise<AuditEntry> {
  const Key = auditKeys.entry(chain, number)
  const { Item } = await house.tables.client.send(new GetCommand({ TableName: 'audit', Key }))
  if (!Item) throw new Error('There is no such entry.')
  return entryOf(Item)
}
const put = (entry: AuditEntry, number = entry.number) =>
  house.tables.client.send(
    new PutCommand({ TableName: 'audit', Item: itemOf(entry, auditKeys.entry(entry.chain, number)) }),
  )
const remove = (chain: string, number: number) =>
  house.tables.client.send(new DeleteCommand({ TableName: 'audit', Key: auditKeys.entry(chain, number) }))
/** Changes a stored row as somebody would who writes to the table. */
async function spoil(key: { readonly pk: string; readonly sk: string }, name: string, value: unknown) {
  const { Item } = await house.tables.client.send(new GetCommand({ TableName: 'audit', Key: key }))
  await house.tables.client.send(new PutCommand({ TableName: 'audit', Item: { ...Item, [name]: value } }))
}

describe('the root of a day', () => {
  it('is made once for each day that is over, and follows the one before', async () => {
    const { findings, root, entries, chains } = await verify()
    expect(findings).toEqual([])
    expect({ entries, chains }).toEqual({ entries: 13, chains: 3 })
    expect(root).toMatchObject({ day: '2026-03-10', chains: 2 })
    expect(await makeRoots(house.tables, new Date('2026-03-11T23:00:00Z'))).toEqual([])
    const [next] = await makeRoots(house.tables, new Date('2026-03-12T02:00:00Z'))
    expect(next).toMatchObject({ day: '2026-03-11', before: root?.root, chains: 2 })
    expect(await latestRoot(house.tables)).toEqual(next)
    expect(await found()).toEqual([])
  })

  it('is made for days on which nothing was written too, and for those that were missed', async () => {
    const made = await makeRoots(house.tables, new Date('2026-03-15T02:00:00Z'))
    expect(made.map(({ day, chains }) => [day, chains])).toEqual([
      ['2026-03-11', 2],
      ['2026-03-12', 0],
      ['2026-03-13', 0],
      ['2026-03-14', 0],
    ])
    expect(await found()).toEqual([])
  })

  it('is the same when making it was stopped before it was written', async () => {
    const root = await latestRoot(house.tables)
    await house.tables.client.send(new DeleteCommand({ TableName: 'audit', Key: auditKeys.root('2026-03-10') }))
    expect(await makeRoots(house.tables, new Date('2026-03-11T03:00:00Z'))).toEqual([root])
  })
})

describe('verifying', () => {
  it('finds one changed byte, and says in which entry', async () => {
    await spoil(auditKeys.entry(CASE, 2), 'who', 'person-2')
    expect(await found()).toEqual([`${CASE}: Entry 2 was changed: it does not come to its hash.`])
  })

  it.each([
    ['at', '2026-03-09T11:00:00.001Z'],
    ['hash', 'f'.repeat(64)],
    ['before', 'e'.repeat(64)],
    ['results', 4],
    ['what', 'case-burnt'],
    ['name', 'Robin Taylor'],
  ])('finds a changed "%s" of any entry, also of the last one that a root holds', async (name, value) => {
    await spoil(auditKeys.entry(PERSON, 4), name, value)
    const findings = await found()
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toContain(PERSON)
    expect(findings.join()).not.toContain('Robin')
  })

  it('finds an entry that was changed with its hash: the next does not follow it', async () => {
    const entry = { ...(await stored(CASE, 1)), who: 'person-2' }
    await put({ ...entry, hash: hashOf(entry) })
    expect(await found()).toEqual([
      `${CASE}: Entry 2 does not follow the one before: one of them was changed, or put in its place.`,
    ])
  })

  it('finds a chain that was written anew from an entry on: it is not what the roots hold', async () => {
    let before = (await stored(CASE, 1)).hash
    for (const number of [2, 3, 4, 5, 6]) {
      const entry = { ...(await stored(CASE, number)), who: 'person-2', before }
      before = hashOf(entry)
      await put({ ...entry, hash: before })
    }
    expect(await found()).toEqual([
      `${CASE}: Entry 2 is not the one that the root of 2026-03-09 holds.`,
      `${CASE}: Entry 4 is not the one that the root of 2026-03-10 holds.`,
    ])
  })

  it('finds a removed entry', async () => {
    await remove(CASE, 3)
    expect((await found())[0]).toBe(`${CASE}: Entry 3 was removed.`)
  })

  it('finds a beginning that was cut off', async () => {
    await remove(CASE, 1)
    await remove(CASE, 2)
    expect((await found())[0]).toBe(`${CASE}: Entries 1 to 2 were removed.`)
  })

  it('finds an end that was cut off, by the root', async () => {
    for (const number of [6, 5, 4]) await remove(CASE, number)
    expect(await found()).toEqual([
      `${CASE}: The chain ends with entry 3, and the root of 2026-03-10 holds entry 4: the end was removed.`,
    ])
  })

  it('finds a chain that was removed altogether, unless it is older than entries are kept', async () => {
    await remove(OTHER, 1)
    expect(await found()).toEqual([`${OTHER}: All 1 entries were removed: the root of 2026-03-09 holds the last.`])
    const later = await verifyAudit(house.tables, { keptFrom: '2026-03-10', known: new Map() })
    expect(later.findings).toEqual([])
  })

  it('finds two entries that changed places', async () => {
    const [second, third] = [await stored(CASE, 2), await stored(CASE, 3)]
    await put({ ...second, number: 3 })
    await put({ ...third, number: 2 })
    const findings = await found()
    expect(findings).toContain(`${CASE}: Entry 2 was changed: it does not come to its hash.`)
    expect(findings).toContain(`${CASE}: Entry 3 was changed: it does not come to its hash.`)
  })

  it('finds an entry that stands in another chain', async () => {
    await put({ ...(await stored(CASE, 1)), chain: OTHER }, 2)
    expect((await found()).join()).toContain(OTHER)
  })

  it('finds a root that was changed, and one that was removed', async () => {
    await spoil(auditKeys.head('2026-03-09', CASE), 'number', 1)
    expect((await found())[0]).toBe(
      'root: The root of 2026-03-09 is not what the heads of its chains come to. One of them was changed.',
    )
    await house.tables.client.send(new DeleteCommand({ TableName: 'audit', Key: auditKeys.root('2026-03-09') }))
    expect((await found())[0]).toBe(
      'root: The root of 2026-03-10 does not follow the one before. A root was changed or removed.',
    )
  })

  it('compares the roots with those that somebody has kept from a digest or the log', async () => {
    const root = await latestRoot(house.tables)
    expect((await verify([['2026-03-10', root?.root ?? '']])).findings).toEqual([])
    const other = await verify([
      ['2026-03-10', 'a'.repeat(64)],
      ['2026-03-12', 'b'.repeat(64)],
    ])
    expect(other.findings.map(({ says }) => says)).toEqual([
      `The root of 2026-03-10 is not the one that was known: ${root?.root} and not ${'a'.repeat(64)}.`,
      'There is no root of 2026-03-12, and there was one.',
    ])
  })
})

describe('what has been kept for as long as the council wants', () => {
  const YEARS = 7
  const inYears = new Date('2033-03-19T02:00:00Z')
  const look = async (now: Date) =>
    verifyAudit(house.tables, { keptFrom: keptFrom(now, YEARS), known: new Map() }).then(({ chains, findings }) => ({
      chains,
      findings,
    }))

  it('is kept until then', async () => {
    await makeRoots(house.tables, new Date('2026-03-12T02:00:00Z'))
    expect(await removeOldChains(house.tables, YEARS, new Date('2033-03-10T02:00:00Z'))).toBe(0)
    expect(await look(new Date('2033-03-10T02:00:00Z'))).toEqual({ chains: 3, findings: [] })
  })

  it('goes chain by chain, whole, and not one that has gone on since', async () => {
    await writeEntry(
      house.tables,
      { chain: PERSON, who: 'person-1', what: 'cases-listed', results: 1 },
      new Date('2030-01-07T10:00:00Z'),
    )
    await makeRoots(house.tables, new Date('2030-01-08T02:00:00Z'))
    expect(await removeOldChains(house.tables, YEARS, inYears)).toBe(2)
    expect(await removeOldChains(house.tables, YEARS, inYears)).toBe(0)
    expect(await look(inYears)).toEqual({ chains: 1, findings: [] })
    // What comes afterwards begins a chain of its own.
    await writeEntry(house.tables, { chain: CASE, who: 'person-2', what: 'case-read' }, inYears)
    expect(await look(inYears)).toEqual({ chains: 2, findings: [] })
  })

  it('goes on where it was stopped', async () => {
    await makeRoots(house.tables, new Date('2026-03-12T02:00:00Z'))
    const { client } = house.tables
    let left = 3
    const send = client.send.bind(client)
    const stopping = Object.assign(Object.create(client) as typeof client, {
      send: (command: object) => {
        if (command instanceof DeleteCommand && --left < 0) throw new Error('stopped')
        return send(command as never)
      },
    })
    await expect(removeOldChains({ ...house.tables, client: stopping }, YEARS, inYears)).rejects.toThrow('stopped')
    expect(await removeOldChains(house.tables, YEARS, inYears)).toBeGreaterThan(0)
    expect(await look(inYears)).toEqual({ chains: 0, findings: [] })
  })
})
