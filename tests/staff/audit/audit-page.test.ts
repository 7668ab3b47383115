import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditKeys } from '../../../lambdas/audit/audit-tables.ts'
import { ACTIONS, AUDIT_REASONS, chainOfCase, chainOfPerson, itemOf, nextEntry } from '../../../lambdas/audit/entry.ts'
import { writeEntry } from '../../../lambdas/audit/write-entry.ts'
import { restrictCase } from '../../../lambdas/cases/store/restriction-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { entryView } from '../../../lambdas/staff/audit/audit-view.ts'
import { ACTION_WORDS, REASON_WORDS } from '../../../lambdas/staff/audit/audit-words.ts'
import { notePerson } from '../../../lambdas/staff/sign-in/people.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const OFFICER: Actor = { kind: 'council-staff', id: `person-${'a'.repeat(24)}`, roles: ['case-officer'] }
const MANAGER: Actor = { kind: 'council-staff', id: `person-${'c'.repeat(24)}`, roles: ['manager'] }

interface View {
  readonly entries: readonly {
    who: string
    what: string
    about: readonly string[]
    caseId?: string
    why?: string
    isSpoilt: boolean
  }[]
  readonly nextPage?: string
}

let service: ServiceForTests
let caseId: string
let actor: Actor
beforeAll(async () => {
  actor = OFFICER
  service = await serviceForTests({ whoActs: () => ({ is: 'signed-in', actor, session: 'one', name: 'Somebody' }) })
  for (const [one, name] of [
    [OFFICER, 'Olive Officer'],
    [MANAGER, 'Max Manager'],
  ] as const) {
    const person = { issuer: 'https://directory.example', subject: one.id, name, roles: one.roles }
    await notePerson(service.tables, { personId: one.id, ...person, lastSignedInAt: '2026-03-10T08:00:00.000Z' })
  }
  caseId = await service.open({ name: 'Rowan Quickfall' })
  await service.ask(`/cases/${caseId}/family`)
  await service.post('/search', { words: 'Quickfall' })
  // A day before the usual week, and more than a page of one day.
  const old = { chain: chainOfCase(caseId), who: OFFICER.id, what: 'message-read' } as const
  await writeEntry(service.tables, old, new Date('2026-02-20T23:30:00Z'))
  for (let minute = 10; minute < 60; minute += 1) {
    const listed = {
      chain: chainOfPerson(MANAGER.id),
      who: MANAGER.id,
      what: 'letters-listed',
      results: minute,
    } as const
    await writeEntry(service.tables, listed, new Date(`2026-03-08T10:${minute}:00Z`))
  }
  actor = MANAGER
})
afterAll(() => service.close())

const read = (query: string) => service.json<View>(`/audit?${new URLSearchParams(query)}`)

describe('the page of the entries', () => {
  it('says in words who did what, of the last week, the newest first', async () => {
    const { entries } = await read('from=2026-03-09')
    expect(entries.filter(({ who }) => who === 'Olive Officer')).toMatchObject([
      { what: 'Searched for a case', about: ['1 shown'] },
      { what: 'Read the case', about: ['The family'], caseId },
      { what: 'Opened a new case', about: [], caseId },
    ])
    expect((await service.ask('/audit')).html).not.toContain('Quickfall')
  })

  it('is read by person, by case, by both, and by time: a day is one of England', async () => {
    expect(new Set((await read(`person=${MANAGER.id}&from=2026-03-08`)).entries.map(({ who }) => who))).toEqual(
      new Set(['Max Manager']),
    )
    const ofCase = await read(`case=${caseId}&from=2026-02-01`)
    expect(ofCase.entries.map(({ what }) => what)).toEqual(['Read a message', 'Read the case', 'Opened a new case'])
    expect((await read(`case=${caseId}&person=${MANAGER.id}&from=2026-02-01`)).entries).toEqual([])
    expect((await read('from=2026-02-20&to=2026-02-20')).entries).toMatchObject([{ what: 'Read a message' }])
    expect((await read('from=2026-02-21&to=2026-02-21')).entries).toEqual([])
  })

  it('has 50 on a page, and goes on on the next', async () => {
    const first = await read('from=2026-03-08&to=2026-03-08')
    expect(first.entries).toHaveLength(50)
    expect(first.entries[0]?.about).toEqual(['59 shown'])
    const { entries, nextPage } = await service.json<View>(first.nextPage ?? '/audit')
    expect(entries).toEqual([])
    expect(nextPage).toBeUndefined()
    expect((await service.ask('/audit?page=nonsense')).status).toBe(404)
  })

  it('carries codes in its address: what is no reference gets into none', async () => {
    const form = {
      person: OFFICER.id,
      case: caseId.toLowerCase(),
      'from-day': '1',
      'from-month': '2',
      'from-year': '2026',
    }
    const { status, location } = await service.post('/audit', form)
    expect(status).toBe(303)
    expect(location).toBe(`/audit?person=${OFFICER.id}&case=${caseId}&from=2026-02-01&to=2026-03-10`)
    const named = await service.post('/audit', { case: 'Rowan Quickfall' })
    expect([named.status, named.location]).toEqual([422, null])
    expect(named.html).toContain('Enter a case reference like 7K2M-4QXP, or leave this blank')
    const ignored = await service.ask('/audit?person=Rowan&case=Quickfall&from=yesterday')
    expect(ignored.status).toBe(200)
    expect(ignored.html).not.toContain('Rowan')
  })

  it('is an entry itself, with what was asked for', async () => {
    await read(`case=${caseId}&from=2026-03-10`)
    const last = (await service.audited()).filter(({ chain }) => chain === chainOfPerson(MANAGER.id)).at(-1)
    expect(last).toMatchObject({ what: 'audit-listed', about: [caseId, '2026-03-10', '2026-03-10'], results: 2 })
  })

  it('shows an entry that was spoilt as such, and goes on', async () => {
    const broken = nextEntry(
      { chain: chainOfCase('9999-9999'), who: 'person-1', what: 'case-read' },
      undefined,
      new Date('2026-01-05T10:00:00Z'),
    )
    const Item = { ...itemOf(broken, auditKeys.entry(broken.chain, 1)), what: 'nothing that we know' }
    await service.tables.client.send(new PutCommand({ TableName: 'audit', Item }))
    const { entries } = await read('from=2026-01-05&to=2026-01-05')
    expect(entries).toMatchObject([{ isSpoilt: true, caseId: '9999-9999' }])
  })

  it('shows nothing of a case that is restricted to others: as of one that is not there', async () => {
    await restrictCase(
      service.tables,
      { caseId },
      { to: [OFFICER.id], why: 'safeguarding', changedBy: MANAGER.id },
      new Date('2026-03-10T11:30:00Z'),
    )
    const hidden = await service.json<View>(`/audit?case=${caseId}`)
    const none = await service.json<View>('/audit?case=3333-3333')
    expect(hidden.entries).toEqual(none.entries)
    const all = await read('from=2026-02-01')
    expect(all.entries.filter((one) => one.caseId === caseId)).toEqual([])
    actor = { ...MANAGER, id: OFFICER.id }
    expect((await read(`case=${caseId}`)).entries[0]).toMatchObject({
      what: 'Restricted the case to named people',
      about: ['Olive Officer'],
      why: 'A safeguarding matter',
    })
  })
})

describe('the words of the entries', () => {
  it('are one for each action and reason, and each its own', () => {
    for (const [codes, words] of [
      [ACTIONS, ACTION_WORDS],
      [AUDIT_REASONS, REASON_WORDS],
    ] as const) {
      expect(Object.keys(words).sort()).toEqual([...codes].sort())
      expect(new Set(Object.values(words)).size).toBe(codes.length)
    }
  })

  it('name facts as the pages do, and who is not a person', () => {
    const facts = {
      chain: chainOfCase(caseId),
      who: 'council-staff',
      what: 'facts-recorded',
      about: ['certificate-issued.00003'],
    } as const
    const shown = (acted: Parameters<typeof nextEntry>[0]) =>
      entryView({ chain: acted.chain, number: 1, entry: nextEntry(acted, undefined, new Date(0)) }, new Map())
    expect(shown(facts)).toMatchObject({
      who: 'council staff',
      about: [expect.stringContaining('number 3 of the case')],
    })
    expect(shown({ ...facts, who: 'service:case-closing', what: 'case-closed', about: ['agreed'] }).who).toBe(
      'The service, by itself',
    )
  })
})
