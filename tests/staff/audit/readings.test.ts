import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../lambdas/audit/entry.ts'
import type { Role } from '../../../lambdas/cases/role.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { deliverFirstMessage } from '../deliver-for-tests.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let house: TablesForTests
let service: ServiceForTests
let caseId: string
let actor: Actor
let session: string
/** Whether the table of entries takes none. */
let refusesEntries = false

const person = (id: string, ...roles: Role[]): Actor => ({ kind: 'council-staff', id, roles })
const OFFICER = person('person-officer', 'case-officer')
const AUDITOR = person('person-auditor', 'auditor')

beforeAll(async () => {
  house = await tablesForTests()
  const { client } = house.tables
  const refusing = Object.assign(Object.create(client), {
    send: (command: Parameters<typeof client.send>[0]) => {
      const isEntry = command.constructor.name === 'PutCommand' && JSON.stringify(command.input).includes('"audit"')
      return refusesEntries && isEntry ? Promise.reject(new Error('No entry is taken.')) : client.send(command)
    },
  }) as typeof client
  actor = OFFICER
  session = 'a session'
  service = await serviceForTests({
    tables: { ...house.tables, client: refusing },
    sessions: house.tables,
    whoActs: () => ({ is: 'signed-in', actor, session, name: 'Somebody' }),
  })
  caseId = await service.open({ name: 'Rowan Quickfall' })
  await deliverFirstMessage(house, caseId)
})
afterAll(() => house.close())

/** What the entries say that were written meanwhile. */
async function entriesOf(act: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const before = (await house.audited()).map(({ hash }) => hash)
  await act()
  return (await house.audited()).filter(({ hash }) => !before.includes(hash))
}

describe('a page that shows something of a case', () => {
  it.each<[string, string, readonly string[]]>([
    ['', 'case-read', []],
    ['/timeline', 'case-read', ['timeline']],
    ['/record/note-added', 'form-read', ['record', 'note-added']],
    ['/messages/rights_00001', 'message-read', ['messages', 'rights_00001']],
    ['/tribunal-file', 'tribunal-file-read', ['tribunal-file']],
    ['/tribunal-file.json', 'tribunal-file-downloaded', ['tribunal-file.json']],
  ])('is an entry in the chain of the case: %s', async (path, what, about) => {
    const entries = await entriesOf(() => service.ask(`/cases/${caseId}${path}`))
    expect(entries).toMatchObject([{ chain: `case:${caseId}`, who: OFFICER.id, what, about }])
  })

  it('says that it was read as data', async () => {
    const entries = await entriesOf(() => service.json(`/cases/${caseId}`))
    expect(entries).toMatchObject([{ what: 'case-read', about: ['as-json'] }])
  })

  it('is not shown when its entry cannot be written: a sentence for people is', async () => {
    refusesEntries = true
    const { status, html } = await service.ask(`/cases/${caseId}`)
    refusesEntries = false
    expect(status).toBe(500)
    expect(html).toContain('Sorry, there is a problem with the service')
    expect(html).not.toContain('Quickfall')
  })

  it('is no entry of the case when there is nothing there: who asked is known all the same', async () => {
    const entries = await entriesOf(() => service.ask(`/cases/${caseId}/messages/rights_00009`))
    expect(entries).toMatchObject([{ chain: `person:${OFFICER.id}`, what: 'not-found', about: [caseId] }])
    expect(await entriesOf(() => service.ask('/cases/no-reference'))).toEqual([])
  })
})

describe('a list and a search', () => {
  it('are one entry in the chain of who reads them: codes and how many', async () => {
    const listed = await entriesOf(() => service.ask('/cases?status=closed'))
    expect(listed).toMatchObject([
      { chain: `person:${OFFICER.id}`, who: OFFICER.id, what: 'cases-listed', about: ['closed'], results: 0 },
    ])
    const searched = await entriesOf(() => service.post('/search', { words: 'Quickfall' }))
    expect(searched).toMatchObject([{ chain: `person:${OFFICER.id}`, what: 'cases-searched', about: [], results: 1 }])
    expect(JSON.stringify(await house.audited()).toLowerCase()).not.toContain('quickfall')
  })
})

describe('what changes a case', () => {
  it('is an entry with the kinds of the facts', async () => {
    const entries = await entriesOf(() => service.record(caseId, 'note-added', { note: 'Rowan called' }))
    const changes = entries.filter(({ what }) => what === 'facts-recorded')
    expect(changes).toMatchObject([{ who: OFFICER.id, about: ['note-added.00002'] }])
    // The form and what was shown before it was saved have been read.
    expect(entries.map(({ what }) => what)).toContain('form-read')
  })
})

describe('an auditor', () => {
  const page = () => `/cases/${caseId}`
  beforeAll(() => {
    actor = AUDITOR
  })

  it.each(['', '/messages/rights_00001', '/tribunal-file.json'])(
    'is asked why before a case is shown: %s',
    async (path) => {
      const { status, location, html } = await service.ask(`${page()}${path}`)
      expect(status).toBe(303)
      expect(location).toBe(`${page()}/reason?to=${encodeURIComponent(`${page()}${path}`)}`)
      expect(html).toBe('')
    },
  )

  it('is asked of a reference that leads to nothing in the same way', async () => {
    expect((await service.ask('/cases/3333-3333')).location).toContain('/cases/3333-3333/reason')
    expect((await service.ask('/cases/3333-3333/reason')).status).toBe(200)
  })

  it('gives one of the reasons, which is asked once for a case in a session, and stands on each entry', async () => {
    const unsaid = await service.post(`${page()}/reason`, { to: `${page()}/timeline` })
    expect(unsaid.status).toBe(422)
    expect(unsaid.html).toContain('Select why you open this case')
    const said = await service.post(`${page()}/reason`, { to: `${page()}/timeline`, why: 'complaint' })
    expect([said.status, said.location]).toEqual([303, `${page()}/timeline`])
    const entries = await entriesOf(async () => {
      expect((await service.ask(`${page()}/timeline`)).status).toBe(200)
      expect((await service.ask(page())).html).toContain('Quickfall')
    })
    expect(entries).toMatchObject([
      { who: AUDITOR.id, what: 'case-read', why: 'complaint' },
      { who: AUDITOR.id, what: 'case-read', why: 'complaint' },
    ])
    session = 'another session'
    expect((await service.ask(page())).status).toBe(303)
    session = 'a session'
  })

  it('is led to no other place by the answer', async () => {
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/people', '/cases/3333-3333']) {
      expect((await service.post(`${page()}/reason`, { to, why: 'spot-check' })).location).toBe(page())
    }
  })

  it('who works on cases too is not asked', async () => {
    actor = person('person-both', 'auditor', 'case-officer')
    session = 'a third session'
    expect((await service.ask(page())).status).toBe(200)
  })
})
