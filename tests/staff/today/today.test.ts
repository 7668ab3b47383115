import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { londonDay } from '../../../lambdas/cases/london.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { giveTask } from '../../../lambdas/cases/store/task-store.ts'
import { pageOfWork } from '../../../lambdas/cases/store/work-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { notePerson } from '../../../lambdas/staff/sign-in/people.ts'
import type { TodayView } from '../../../lambdas/staff/today/today-view.ts'
import { FIRST_AWAITED, NOW, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

const ANNA = `person-${'a'.repeat(24)}`
const BEN = `person-${'b'.repeat(24)}`
const CARA = `person-${'c'.repeat(24)}`
const officer = (id: string, roles: Actor['roles'] = ['case-officer']): Actor => ({ kind: 'council-staff', id, roles })

let service: ServiceForTests
let asks: Actor
/** Cases of Anna's: one that is late, one whose family's last day is near, one with a task, one far off; and one of Ben's. */
let late: string
let lastDay: string
let withTask: string
let farOff: string
let ofBen: string

beforeAll(async () => {
  asks = officer(ANNA)
  service = await serviceForTests({ whoActs: (c) => signedInAs(asks)(c) })
  for (const [personId, name] of [
    [ANNA, 'Anna Officer'],
    [BEN, 'Ben Officer'],
    [CARA, 'Cara Manager'],
  ] as const) {
    await notePerson(service.tables, {
      personId,
      issuer: 'https://directory.example',
      subject: name,
      name,
      roles: personId === CARA ? ['manager'] : ['case-officer'],
      lastSignedInAt: NOW.toISOString(),
    })
  }
  late = await open('Lena Late', 'adviser-issues-certificate', '2026-03-06')
  lastDay = await open('Fay Family', 'family-appeals', '2026-03-16')
  withTask = await open('Tess Task', 'meeting-is-held', '2026-03-10')
  farOff = await open('Fritz Faroff', 'family-speaks-to-adviser', '2026-04-20')
  await giveTask(
    service.tables,
    withTask,
    { kind: 'tell-family-another-way', about: { message: 'rights_00001' }, dueOn: londonDay(NOW) },
    NOW,
  )
  asks = officer(BEN)
  ofBen = await open('Bea Bensfamily', 'council-responds', '2026-03-12')
  asks = officer(ANNA)
  for (const caseId of [late, lastDay, withTask, farOff, ofBen]) await service.keepWorkOf(caseId)
})
afterAll(() => service.close())

async function open(childName: string, kind: Parameters<ServiceForTests['park']>[3]['kind'], date: string) {
  const caseId = await service.open({ childName, name: `Parent of ${childName}` })
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind, date })
  return caseId
}
const today = (query = '') => service.json<TodayView>(`/${query}`)
const shown = ({ parts }: TodayView) =>
  parts.map(({ id, rows }) => [id, ...rows.map(({ child, what }) => `${child}: ${what}`)])
const numbers = ({ tiles, waitedFor }: TodayView) =>
  Object.fromEntries([...tiles, ...waitedFor].map(({ text, count }) => [text, count]))

describe('today', () => {
  it('begins with the families’ own last days, then what is overdue, due today and coming up', async () => {
    expect(shown(await today())).toEqual([
      ['last-days', 'Fay Family: Family to appeal, if it wants to'],
      ['overdue', 'Lena Late: Adviser to issue the certificate'],
      ['today', 'Tess Task: Mediation meeting', 'Tess Task: Reach the family another way: an email did not arrive'],
    ])
  })

  it('says how much there is of everything, and each number leads to as many', async () => {
    const view = await today()
    expect(numbers(view)).toEqual({
      Overdue: 1,
      'Due today': 2,
      'Next 5 working days': 1,
      Tasks: 1,
      'Letters to print': 0,
      Family: 2,
      'Mediation adviser': 1,
      Council: 1,
      'Health board': 0,
      Tribunal: 0,
    })
    for (const { text, count, href } of [...view.tiles, ...view.waitedFor]) {
      if (href === '/letters') continue
      const { parts } = await service.json<TodayView>(href)
      expect([text, parts.flatMap(({ rows }) => rows).length]).toEqual([text, count])
    }
  })

  it('shows the team’s with whose each is, and anybody’s by a code', async () => {
    const { parts, views } = await today('?whose=all')
    const owners = parts.flatMap(({ rows }) => rows.map(({ child, owner }) => `${child}: ${owner}`))
    expect(owners).toContain('Bea Bensfamily: Ben Officer')
    expect(owners).toContain('Lena Late: Anna Officer')
    expect(views.map(({ text, count }) => `${text} ${count}`)).toEqual(['Mine 4', 'The team’s 5', 'Without an owner 0'])
    expect(shown(await today(`?whose=${BEN}`))).toEqual([['soon', 'Bea Bensfamily: Council to respond to the appeal']])
  })

  it('has no name in any address of its page, and shows the names to those who work on cases', async () => {
    const { html } = await service.ask('/?whose=all')
    expect(html).toContain('Lena Late')
    expect(html).toContain('Parent of Lena Late')
    const addresses = [...html.matchAll(/(?:href|action|value)="([^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.filter((address) => /Lena|Late|Fay|Tess|Parent/.test(address))).toEqual([])
  })

  it('leaves out of an address what nobody can be led to', async () => {
    expect((await today('?whose=Anna&when=never&for=everything')).whose).toBe('mine')
    expect((await service.ask('/?when=today&from=nonsense')).status).toBe(404)
  })

  it('reads three pages of queries, and in a batch each the contacts and the names, whatever there is', async () => {
    const queries: unknown[] = []
    const others: string[] = []
    const { client } = service.tables
    const send = client.send.bind(client)
    const counting = Object.assign(Object.create(client) as typeof client, {
      send: (command: object, ...rest: []) => {
        if (command instanceof QueryCommand) {
          if (command.input.TableName !== 'audit') queries.push(command.input)
        } else others.push(command.constructor.name)
        return send(command as never, ...rest)
      },
    })
    const counted = await serviceForTests({
      whoActs: signedInAs(officer(ANNA)),
      tables: { ...service.tables, client: counting },
    })
    expect((await counted.ask('/?whose=all')).status).toBe(200)
    expect(queries).toHaveLength(3)
    expect(others.filter((one) => one.startsWith('Batch'))).toEqual(['BatchGetCommand', 'BatchGetCommand'])
    expect(others.filter((one) => one === 'GetCommand')).toEqual([])
    await counted.close()
  })
})

describe('a team', () => {
  const set = (as: Actor, form: Record<string, string>, path = '/teams') => {
    asks = as
    return service.post(path, form)
  }
  const manager = officer(CARA, ['manager'])
  afterAll(() => {
    asks = officer(ANNA)
  })
  const north = async () => {
    asks = manager
    const { teams } = await service.json<{ teams: { teamId: string; name: string; members: string[] }[] }>('/teams')
    return teams.find(({ name }) => name === 'North')
  }

  it('shortens the lists and the numbers to what its people own, in the same reads', async () => {
    expect((await set(manager, { name: 'North', [`members-${BEN}`]: 'yes' })).location).toBe('/teams?set=yes')
    const team = await north()
    expect(team?.members).toEqual([BEN])
    asks = officer(ANNA)
    const view = await today(`?whose=${team?.teamId}`)
    expect(shown(view)).toEqual([['soon', 'Bea Bensfamily: Council to respond to the appeal']])
    expect(view.views.map(({ text, count }) => `${text} ${count}`)).toEqual([
      'Mine 4',
      'North 1',
      'Everybody’s 5',
      'Without an owner 0',
    ])
    expect(view.showsOwner).toBe(true)
    for (const { href, count } of [
      ...view.tiles.filter(({ text }) => !text.startsWith('Letters')),
      ...view.waitedFor,
    ]) {
      const { parts } = await service.json<TodayView>(href)
      expect([href, parts.flatMap(({ rows }) => rows).length]).toEqual([href, count])
    }
  })

  it('is changed and removed by a manager, with an entry of each, and never has two of one name', async () => {
    const team = await north()
    const path = `/teams/${team?.teamId}`
    expect((await set(manager, { name: 'north', [`members-${ANNA}`]: 'yes' })).html).toContain(
      'There is a team called north already. Choose another name',
    )
    expect((await set(manager, { name: 'South' })).html).toContain('Select who is in the team')
    await set(manager, { name: 'North', [`members-${ANNA}`]: 'yes', [`members-${BEN}`]: 'yes' }, path)
    expect((await north())?.members).toEqual([ANNA, BEN])
    expect((await service.ask(path)).html).toContain('Change the team North')
    expect((await set(officer(ANNA), { name: 'Mine' })).status).toBe(403)
    expect((await set(manager, {}, `${path}/remove`)).location).toBe('/teams?removed=yes')
    expect(await north()).toBeUndefined()
    expect((await service.ask(path)).status).toBe(404)
    asks = officer(ANNA)
    expect((await service.ask(`/?whose=${team?.teamId}`)).status).toBe(404)
    const entries = (await service.audited()).filter(({ what }) => what.startsWith('team-'))
    expect(entries.map(({ what, about }) => [what, about])).toEqual([
      ['team-set', [team?.teamId, BEN]],
      ['team-set', [team?.teamId, ANNA, BEN]],
      ['team-removed', [team?.teamId]],
    ])
  })

  it('gives its pages one after the other, each thing once', async () => {
    const asked = { whose: 'all', ownedBy: [ANNA, BEN], limit: 2 }
    const seen: string[] = []
    let from: string | undefined
    do {
      const page = await pageOfWork(service.tables, { ...asked, ...(from && { from }) })
      seen.push(...page.work.map(({ caseId, item }) => `${caseId}/${item.id}`))
      from = page.next
    } while (from)
    const all = await pageOfWork(service.tables, { whose: 'all', limit: 100 })
    expect(seen).toEqual(all.work.map(({ caseId, item }) => `${caseId}/${item.id}`))
  })
})

describe('giving cases and tasks to somebody', () => {
  const owner = async (caseId: string) => (await requireCaseFile(service.tables, caseId)).record.owner
  const give = async (as: Actor, items: readonly string[], to: string) => {
    asks = as
    const answer = await service.post('/assign', { items: items.join(' '), to })
    asks = officer(ANNA)
    return answer
  }

  it('makes whoever opens a case its owner', async () => {
    expect(await owner(late)).toBe(ANNA)
    expect(await owner(ofBen)).toBe(BEN)
    expect((await service.ask(`/cases/${late}`)).html).toMatch(
      /<dt>Owner<\/dt> <dd>Anna Officer <a [^>]*href="\/assign\?item=/,
    )
  })

  it('offers everybody who records cases, whoever asks at the top', async () => {
    const { html } = await service.ask(`/assign?item=${late}&item=${farOff}`)
    expect(html).toContain('Give 2 cases to somebody')
    const [, ...people] = [...html.matchAll(/<option [^>]*>([^<]*)<\/option>/g)].map(([, text]) => text)
    expect(people).toEqual(['Me', 'Ben Officer', 'Cara Manager', 'Nobody: they wait for an owner'])
    expect((await service.ask('/assign')).status).toBe(422)
    expect((await service.post('/assign', { items: late, to: 'person-unknown' })).status).toBe(422)
  })

  it('hands over many at once, each with an entry', async () => {
    const { location } = await give(officer(ANNA), [late, farOff], BEN)
    expect(location).toBe('/?given=2')
    expect([await owner(late), await owner(farOff)]).toEqual([BEN, BEN])
    const entries = (await service.audited()).filter(({ what, who }) => what === 'owner-changed' && who === ANNA)
    expect(entries.map(({ chain, about }) => [chain, about])).toEqual(
      [late, farOff].sort().map((caseId) => [`case:${caseId}`, [BEN]]),
    )
    // Sent twice, by going back: nothing is changed a second time.
    expect((await give(officer(BEN), [late], BEN)).location).toBe('/?given=1')
    await give(officer(BEN), [late, farOff], ANNA)
  })

  it.each([
    ['a case officer takes somebody else’s', ANNA, ['case-officer'], ANNA, '/?given=1', ANNA],
    ['a case officer hands over their own', ANNA, ['case-officer'], BEN, '/?given=1', BEN],
    ['a case officer gives away somebody else’s', ANNA, ['case-officer'], CARA, '/?refused=1', BEN],
    ['a manager gives anybody’s', CARA, ['manager'], ANNA, '/?given=1', ANNA],
    ['a manager leaves it without an owner', CARA, ['manager'], 'nobody', '/?given=1', undefined],
    ['a case officer takes what is nobody’s', BEN, ['case-officer'], BEN, '/?given=1', BEN],
  ] as const)('%s', async (_, id, roles, to, location, after) => {
    expect((await give(officer(id, roles), [ofBen], to)).location).toBe(location)
    expect(await owner(ofBen)).toBe(after)
  })

  it('gives a task by itself, and back to the owner of its case', async () => {
    const task = 'tell-family-another-way_rights_00001'
    await give(officer(ANNA), [`${withTask}/${task}`], BEN)
    await service.keepWorkOf(withTask)
    expect(shown(await today(`?whose=${BEN}`)).flat()).toContain(
      'Tess Task: Reach the family another way: an email did not arrive',
    )
    expect(await owner(withTask)).toBe(ANNA)
    await give(officer(BEN), [`${withTask}/${task}`], 'nobody')
    await service.keepWorkOf(withTask)
    expect(shown(await today(`?whose=${BEN}`)).flat()).not.toContain(
      'Tess Task: Reach the family another way: an email did not arrive',
    )
  })
})

describe('holiday cover', () => {
  const day = (name: string, date: string) => {
    const [year = '', month = '', of = ''] = date.split('-')
    return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const name = (as: Actor, owner: string, cover: string, from: string, until: string) => {
    asks = as
    return service.post('/cover', { owner, cover, ...day('from', from), ...day('until', until) })
  }
  const minesOf = async (id: string) => {
    asks = officer(id)
    const view = await today()
    return { text: shown(view).flat().join(), mine: view.views[0]?.count, coversFor: view.coversFor }
  }

  it('has whoever covers see what is the other’s as their own, in lists and numbers, on those days alone', async () => {
    const before = await minesOf(BEN)
    expect(before.text).not.toContain('Lena Late')
    expect((await name(officer(ANNA), ANNA, BEN, '2026-03-10', '2026-03-11')).location).toBe('/cover?named=yes')
    expect((await service.ask('/cover')).html).toContain('Wednesday 11 March 2026')
    for (const caseId of [late, lastDay, withTask, farOff]) await service.keepWorkOf(caseId)
    const during = await minesOf(BEN)
    expect(during.text).toContain('Lena Late')
    expect(during.coversFor).toEqual(['Anna Officer'])
    expect(during.mine).toBe((before.mine ?? 0) + 4)
    expect((await minesOf(ANNA)).text).toContain('Lena Late')
    service.goTo('2026-03-12')
    for (const caseId of [late, lastDay, withTask, farOff]) await service.keepWorkOf(caseId)
    expect(await minesOf(BEN)).toMatchObject({ mine: before.mine, coversFor: [] })
    service.goTo('2026-03-10')
  })

  it.each([
    ['nobody for themselves', ANNA, ANNA, '2026-03-10', '2026-03-11', 'Select somebody else than who is away'],
    [
      'to a day before the first',
      ANNA,
      BEN,
      '2026-03-10',
      '2026-03-09',
      'The last day must be the first day or after it',
    ],
    ['for days that are over', ANNA, BEN, '2026-03-01', '2026-03-09', 'The last day must be today or after it'],
    ['by a case officer for somebody else', BEN, CARA, '2026-03-10', '2026-03-11', 'Select who is away'],
  ])('is not named %s', async (_, owner, cover, from, until, error) => {
    const { status, html } = await name(officer(ANNA), owner, cover, from, until)
    expect(status).toBe(422)
    expect(html).toContain(error)
  })

  it('is named by a manager for anybody, with an entry', async () => {
    expect((await name(officer(CARA, ['manager']), BEN, ANNA, '2026-03-10', '2026-03-20')).status).toBe(303)
    const entries = (await service.audited()).filter(({ what }) => what === 'cover-named')
    expect(entries.at(-1)).toMatchObject({
      who: CARA,
      chain: `person:${BEN}`,
      about: [ANNA, '2026-03-10', '2026-03-20'],
    })
  })
})
