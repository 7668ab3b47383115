import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mendPeriod, noteComparison } from '../../../lambdas/cases/store/outcome-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { countCase } from '../../../lambdas/reports/cells.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { OFFICER, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

const MANAGER: Actor = { kind: 'council-staff', id: 'manager-1', roles: ['manager'] }
const COMMISSIONER: Actor = { kind: 'council-staff', id: 'commissioner-1', roles: ['commissioner'] }
const FORMS = '/outcomes/figures/forms/2026-02'
const TYPED = {
  revision: '0',
  'forms-asked-of-family': '40',
  'forms-answered-of-family': '20',
  'forms-satisfied-of-family': '15',
  source: 'Quarterly report of the provider, 2 March 2026',
}

let service: ServiceForTests
let who: Actor = MANAGER
beforeAll(async () => {
  service = await serviceForTests({ whoActs: (...asked) => signedInAs(who)(...asked) })
  service.goTo('2026-04-14')
})
beforeEach(() => {
  who = MANAGER
})
afterAll(() => service.close())

const sendFile = (text: string) => {
  const form = new FormData()
  form.set('file', new File([text], 'figures.csv', { type: 'text/csv' }))
  return service.ask('/outcomes/figures/file', { method: 'POST', body: form, headers: { host: 'localhost' } })
}

describe('figures that are typed in', () => {
  it('are missed by the outcomes, which lead to where they are typed in', async () => {
    const { html } = await service.ask('/outcomes/T10?from=2026-02&to=2026-02')
    expect(html).toContain('Evaluation forms, asked: not typed in for February 2026.')
    expect(html).toContain('href="/outcomes/figures"')
    const list = await service.ask('/outcomes/figures')
    expect(list.html).toMatch(/href="\/outcomes\/figures\/forms\/2026-02">Not typed in/)
    expect(list.html).not.toContain('href="/outcomes/figures/plans/2026-04"')
    const { html: form } = await service.ask(FORMS)
    expect(form).toContain('Evaluation forms: February 2026')
    expect(form).toMatch(/<legend[^>]*>\s*Families and young people/)
  })

  it('are taken with where they come from, count at once, and leave an entry', async () => {
    const saved = await service.post(FORMS, TYPED)
    expect(saved.location).toBe('/outcomes/figures?saved=1')
    expect((await service.ask(saved.location ?? '')).html).toContain('The numbers are saved. They count at once.')
    const { html } = await service.ask('/outcomes/T10?from=2026-02&to=2026-02')
    expect(html).toMatch(
      /Families and young people<\/th>[\s\S]*?>15<[\s\S]*?>5<[\s\S]*?>20<[\s\S]*?>40<[\s\S]*?50\.0%[\s\S]*?75\.0%/,
    )
    expect((await service.ask(FORMS)).html).toContain(
      'Quarterly report of the provider, 2 March 2026. Typed in by manager-1',
    )
    expect((await service.audited()).at(-1)).toMatchObject({ what: 'figures-typed', about: ['2026-02:forms'] })
  })

  it('change nothing when the same is sent again, and are another entry where a number is another', async () => {
    const entries = (await service.audited()).length
    const again = await service.post(FORMS, { ...TYPED, revision: '1' })
    expect(again.location).toBe('/outcomes/figures?saved=0')
    expect((await service.audited()).length).toBe(entries)
    await service.post(FORMS, { ...TYPED, revision: '1', 'forms-satisfied-of-family': '16' })
    expect((await service.audited()).at(-1)).toMatchObject({ what: 'figures-typed-again' })
  })

  it('are not overwritten by whoever has not seen the last change', async () => {
    const { status, html } = await service.post(FORMS, { ...TYPED, revision: '1' })
    expect(status).toBe(409)
    expect(html).toContain('Somebody else has changed these figures meanwhile')
    expect((await service.ask(FORMS)).html).toContain('value="16"')
  })

  it.each([
    [{ 'forms-asked-of-family': 'forty' }, 'Families and young people: &quot;forty&quot; is no whole number'],
    [{ 'forms-answered-of-family': '41' }, '41 answered are more than 40 asked'],
    [{ source: ' ' }, 'Enter where these numbers come from'],
  ])('come back with what was typed and what is wrong: %j', async (changes, words) => {
    const { status, html } = await service.post(FORMS, { ...TYPED, revision: '2', ...changes })
    expect(status).toBe(422)
    expect(html).toContain(words)
    expect(html).toContain('value="15"')
    expect(html).toContain('<title>Error: Evaluation forms')
  })

  it('are kept of two people who type in different ones of a year at the same moment', async () => {
    const { html } = await service.ask('/outcomes/figures/ombudsman-letters/2026-01')
    const [input = ''] = /ombudsman-letters-of-[a-z-]+/.exec(html) ?? []
    const months = ['2026-01', '2026-02', '2026-03']
    const saved = await Promise.all(
      months.map((month) =>
        service.post(`/outcomes/figures/ombudsman-letters/${month}`, {
          revision: '0',
          [input]: '2',
          source: 'Complaints team',
        }),
      ),
    )
    expect(saved.map(({ location }) => location)).toEqual(months.map(() => '/outcomes/figures?saved=1'))
    for (const month of months)
      expect((await service.ask(`/outcomes/figures/ombudsman-letters/${month}`)).html).toContain('value="2"')
  })

  it('are of months that are there', async () => {
    for (const path of ['forms/2026-13', 'forms/0001-01', 'nothing/2026-02', 'plans/2026-04', 'forms/2026-05'])
      expect((await service.ask(`/outcomes/figures/${path}`)).status).toBe(404)
    expect((await service.ask('/outcomes/figures/plans/2026-04')).html).toContain('April 2026 is not over.')
  })

  it('can be sent as a file, all of it or nothing', async () => {
    const { html: file, headers } = await service.ask('/outcomes/figures.csv')
    expect(headers.get('content-disposition')).toBe('attachment; filename="figures.csv"')
    expect(file).toContain(
      '2026-02,forms-satisfied,family,"Evaluation forms: Families and young people, satisfied",16,',
    )
    const filled = file.replace(/(2026-0[23],plans-maintained,[^\r\n]*?),,\r\n/g, '$1,1500,SEN2 return\r\n')
    const wrong = await sendFile(filled.replace('2026-03,plans-maintained', '2026-13,plans-maintained'))
    expect(wrong.status).toBe(422)
    expect(wrong.html).toMatch(/Line \d+: (?:&quot;|")2026-13(?:&quot;|") is no month/)
    expect((await service.ask('/outcomes/figures/plans/2026-02')).html).not.toContain('value="1500"')
    const more = await sendFile('month,figure,row,number,source\n2026-02,forms-answered,family,50,x\n')
    expect(more.html).toContain('February 2026, Families and young people: 50 answered are more than 40 asked.')
    const { location } = await sendFile(filled)
    expect(location).toBe('/outcomes/figures?saved=2')
    expect((await service.ask('/outcomes/figures/plans/2026-03')).html).toContain('value="1500"')
    expect((await service.audited()).at(-1)).toMatchObject({ about: ['2026-02:plans', '2026-03:plans'] })
    expect((await sendFile('month;figure;row;number;source\n')).html).toContain('commas are read')
    expect((await sendFile('')).html).toContain('Choose a file that is not empty.')
  })

  it('are seen by those who read cases, and typed in by managers alone', async () => {
    who = OFFICER
    const { status, html } = await service.ask(FORMS)
    expect([status, html.includes('<form method="post" action="/outcomes')]).toEqual([200, false])
    expect(html).toMatch(/Families and young people: asked<\/dt><dd[^>]*>40/)
    expect((await service.post(FORMS, TYPED)).status).toBe(403)
    who = COMMISSIONER
    expect((await service.ask('/outcomes/figures')).status).toBe(403)
  })

  it('stand in a release too, or that they are missing', async () => {
    const months = Array.from({ length: 12 }, (_, place) => `2025-${String(place + 1).padStart(2, '0')}`)
    const lines = months.map((month) => `${month},plans-maintained,plans,1600,SEN2 return`)
    expect((await sendFile(`month,figure,row,number,source\n${lines.join('\n')}\n`)).location).toContain('saved=12')
    const countedBy = countCase(COUNCIL).version
    await noteComparison(service.tables, { comparedAt: '2026-04-14T01:00:00.000Z', cases: 0, putRight: 0, countedBy })
    await service.post('/outcomes/releases', { to: '2025-12' })
    who = COMMISSIONER
    const { html } = await service.ask('/outcomes/T1?release=2025-12.1')
    expect(html).toMatch(/All plans<\/th>[\s\S]*?>1,600</)
    expect(html).toContain('Decisions notified: not typed in for January 2025 to December 2025.')
    expect(html).not.toContain('/outcomes/figures')
  })
})

describe('on the page of the bill', () => {
  it('the Tribunal costs what is typed in, and a mediation that no appeal followed has a price', async () => {
    await mendPeriod(service.tables, '2026-02', {
      'units/mediation-held/first': 12,
      'held-and-then/mediations/no-appeal': 10,
      'held-and-then/mediations/too-early': 2,
    })
    const costs = { revision: '0', 'tribunal-costs-of-in-house': '2,000.00', source: 'Finance' }
    await service.post('/outcomes/figures/tribunal-costs/2026-02', costs)
    const month = '/outcomes/T9?from=2026-02&to=2026-02'
    const { html } = await service.ask(month)
    expect(html).toContain(
      '£720.00, with all other work of the providers: £7,200.00 for 10 mediations. Of 2 it is too early to say',
    )
    expect(html).toMatch(/In house<\/dt><dd[^>]*>£2,000\.00[\s\S]*All<\/dt><dd[^>]*>Not known/)
    expect(html).toContain(
      'Costs of the Tribunal: not typed in for February 2026 (Lawyers and experts outside the council).',
    )
    who = COMMISSIONER
    expect((await service.ask(month)).html).toContain(
      'Not shown: for that there has to be a release of just these months',
    )
    expect((await service.ask('/outcomes/T9?from=2025-01&to=2025-12')).html).toContain('Not shown')
  })
})
