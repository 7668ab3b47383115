import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { ROUTES } from '../../../lambdas/staff/routes.ts'
import { notePerson } from '../../../lambdas/staff/sign-in/people.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { OPENING, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const NAMED: Actor = { kind: 'council-staff', id: `person-${'a'.repeat(24)}`, roles: ['case-officer'] }
const OTHER: Actor = { kind: 'council-staff', id: `person-${'b'.repeat(24)}`, roles: ['case-officer'] }
const MANAGER: Actor = { kind: 'council-staff', id: `person-${'c'.repeat(24)}`, roles: ['manager'] }
const NOWHERE = '3333-3333'

let house: TablesForTests
let service: ServiceForTests
let restricted: string
let open: string
let actor: Actor
let day = 10
/** What was sent to DynamoDB, with the reference of the case taken out. */
let sent: string[]

const restriction = () => `/cases/${restricted}/restriction`
async function restrict(by: Actor, to: readonly Actor[], why = 'safeguarding') {
  actor = by
  // Each change at a moment of its own.
  service.goTo(`2026-03-${++day}`)
  const { before } = await service.json<{ before: string }>(restriction())
  const ticked = Object.fromEntries(to.map(({ id }) => [`people-${id}`, 'yes']))
  return service.post(restriction(), { who: to.length > 0 ? 'named' : 'everybody', ...ticked, why, before })
}
const lastEntry = async () => (await house.audited()).filter(({ chain }) => chain === `case:${restricted}`).at(-1)

beforeAll(async () => {
  house = await tablesForTests()
  sent = []
  const { client } = house.tables
  const listening = Object.assign(Object.create(client), {
    send: (command: Parameters<typeof client.send>[0]) => {
      sent.push(`${command.constructor.name} ${JSON.stringify(command.input, withoutChain)}`)
      return client.send(command)
    },
  }) as typeof client
  service = await serviceForTests({
    tables: { ...house.tables, client: listening },
    sessions: house.tables,
    whoActs: () => ({ is: 'signed-in', actor, session: 'a session', name: 'Somebody' }),
  })
  for (const { id, roles } of [NAMED, OTHER, MANAGER]) {
    const person = { issuer: 'https://directory.example', subject: id, name: `Name ${id.at(-1)}`, roles }
    await notePerson(house.tables, { personId: id, ...person, lastSignedInAt: '2026-03-10T08:00:00.000Z' })
  }
  actor = NAMED
  restricted = await service.open({ name: 'Rowan Quickfall', childName: 'Ash Quickfall', childReference: 'SEN/77' })
  open = await service.open({ name: 'Sam Taylor', childName: 'Robin Taylor' })
  expect((await restrict(MANAGER, [NAMED])).status).toBe(303)
})
afterAll(() => house.close())

/** An entry stands after another one each time, so that its place in the chain is not compared. */
function withoutChain(name: string, value: unknown): unknown {
  return ['number', 'before', 'hash', 'sk', 'moment'].includes(name) ? undefined : value
}

/** What is answered, and what is asked of the tables for it. */
async function answerTo(method: string, path: string, caseId: string) {
  const without = (text: string) => text.replaceAll(caseId, 'CASE')
  sent.length = 0
  const { status, html, location } = await (method === 'GET'
    ? service.ask(path.replace(':caseId', caseId))
    : service.post(path.replace(':caseId', caseId), { x: '1' }))
  return { status, html: without(html), location: without(location ?? ''), sent: sent.map(without) }
}

describe('a case that is restricted to somebody else', () => {
  const routes = Object.entries(ROUTES)
    .filter(([name]) => name.includes('/:caseId') && !/\/(restriction|reason)$/.test(name))
    .map(([name, { isFor }]) => {
      const [method = '', path = ''] = name.split(' ')
      const address = path
        .replace(':factType', 'note-added')
        .replace(':key{[^/]+\\.pdf}', 'rights_00001.pdf')
        .replace(':key', 'rights_00001')
        .replace(/:(?!caseId)\w+/g, '00001')
      // Somebody for whom the page is.
      const [role = 'case-officer'] = typeof isFor === 'string' ? [] : isFor
      return [method, address, role] as const
    })

  it.each(routes)('is no such case at %s %s: the same answer after the same reads', async (method, path, role) => {
    actor = { ...OTHER, roles: [role] }
    const notTheirs = await answerTo(method, path, restricted)
    const notThere = await answerTo(method, path, NOWHERE)
    expect(notTheirs).toEqual(notThere)
    expect(notThere.status).toBe(404)
    // It is looked for, and that it was asked for is an entry in the chain of who asked.
    expect(notThere.sent.length).toBeGreaterThan(2)
    expect(notThere.sent.at(-1)).toContain('not-found')
    expect(await lastEntry()).not.toMatchObject({ who: OTHER.id })
  })

  it('is opened by the people who are named', async () => {
    actor = NAMED
    const { status, html } = await service.ask(`/cases/${restricted}`)
    expect(status).toBe(200)
    expect(html).toMatch(/govuk-tag[^>]*>\s*Restricted/)
    expect(await lastEntry()).toMatchObject({ who: NAMED.id, what: 'case-read' })
  })

  it('stands in no list of others', async () => {
    const listedFor = async (one: Actor) => {
      actor = one
      return (await service.json<{ cases: { caseId: string }[] }>('/cases')).cases.map(({ caseId }) => caseId).sort()
    }
    expect(await listedFor(OTHER)).toEqual([open])
    expect(await listedFor(NAMED)).toEqual([open, restricted].sort())
  })

  it.each(['Quickfall', 'rowan', 'the reference'])(
    'is not found by others who look for %s, after the same reads',
    async (typed) => {
      const words = typed === 'the reference' ? restricted : typed
      const looked = async (one: Actor) => {
        actor = one
        sent.length = 0
        const { html, location } = await service.post('/search', { words })
        return {
          isFound: (location ?? html).includes(`/cases/${restricted}`),
          reads: sent.slice(0, -1).map((one) => one.replaceAll(/person-\w+/g, '')),
        }
      }
      const [named, other] = [await looked(NAMED), await looked(OTHER)]
      expect([named.isFound, other.isFound]).toEqual([true, false])
      expect(other.reads).toEqual(named.reads)
    },
  )

  it('is no warning to others who open a case about the same child and decision, after the same reads', async () => {
    const warned = async (one: Actor) => {
      actor = one
      sent.length = 0
      const same = { ...OPENING, childReference: 'SEN/77', submissionId: 'submission-of-the-same' }
      const { html } = await service.post('/cases', same)
      return { isTold: html.includes(restricted), reads: sent.filter((one) => one.startsWith('Query')) }
    }
    const [named, other] = [await warned(NAMED), await warned(OTHER)]
    expect([named.isTold, other.isTold]).toEqual([true, false])
    expect(other.reads).toEqual(named.reads)
  })

  it('counts among the outcomes, which name no case', async () => {
    actor = OTHER
    const { html } = await service.ask('/outcomes?from=2026-01&to=2026-12')
    expect(html).not.toContain(restricted)
  })
})

describe('who may open a case', () => {
  it('is for managers to say, and nobody else', async () => {
    actor = OTHER
    expect((await service.ask(restriction())).status).toBe(403)
    expect((await service.ask('/restricted')).status).toBe(403)
  })

  it('is seen and changed by a manager who may not open it: by its reference alone, and never its people', async () => {
    actor = MANAGER
    expect((await service.ask(`/cases/${restricted}`)).status).toBe(404)
    expect((await service.ask('/people')).html).toContain('href="/restricted"')
    const list = await service.ask('/restricted')
    expect(list.html).toContain(restricted)
    const page = await service.ask(restriction())
    expect(page.html).toContain('Name a')
    for (const { html } of [list, page]) expect(html).not.toMatch(/Quickfall/)
    expect((await restrict(MANAGER, [NAMED, OTHER], 'nobody-left')).location).toBe(`${restriction()}?changed=yes`)
    expect(await lastEntry()).toMatchObject({
      who: MANAGER.id,
      what: 'restriction-changed',
      about: [NAMED.id, OTHER.id],
      why: 'nobody-left',
    })
    actor = OTHER
    expect((await service.ask(`/cases/${restricted}`)).status).toBe(200)
    await restrict(MANAGER, [NAMED])
  })

  it('needs somebody who can work on the case, and a reason', async () => {
    actor = MANAGER
    const { before } = await service.json<{ before: string }>(restriction())
    const { status, html } = await service.post(restriction(), { who: 'named', before, why: '' })
    expect(status).toBe(422)
    expect(html).toContain('Tick at least one case officer or manager')
    expect(html).toContain('Select why')
  })

  it('is not undone by who has not seen the last change', async () => {
    actor = MANAGER
    const { before } = await service.json<{ before: string }>(restriction())
    await restrict(MANAGER, [NAMED, OTHER])
    const late = await service.post(restriction(), { who: 'everybody', why: 'over', before })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Nothing was changed')
    await restrict(MANAGER, [NAMED])
  })

  it('is everybody again once the restriction is lifted, and the case is on no list of restricted ones', async () => {
    expect((await restrict(MANAGER, [], 'over')).status).toBe(303)
    expect(await lastEntry()).toMatchObject({ what: 'restriction-lifted', why: 'over' })
    actor = OTHER
    expect((await service.ask(`/cases/${restricted}`)).status).toBe(200)
    actor = MANAGER
    expect((await service.ask('/restricted')).html).toContain('No case is restricted.')
    await restrict(MANAGER, [NAMED])
  })
})
