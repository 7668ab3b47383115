import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepOutcome } from '../../../lambdas/cases/store/outcome-store.ts'
import { recountOutcomes } from '../../../lambdas/journey/recount-outcomes.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { countCase } from '../../../lambdas/reports/cells.ts'
import { NOTHING_ON } from '../../reports/case-to-count.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { NOW, OFFICER, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

const MANAGER: Actor = { kind: 'council-staff', id: 'manager-1', roles: ['manager'] }
const COMMISSIONER: Actor = { kind: 'council-staff', id: 'commissioner-1', roles: ['commissioner'] }
const MARCH = '?from=2026-03&to=2026-03'

let service: ServiceForTests
let who: Actor = OFFICER
beforeAll(async () => {
  service = await serviceForTests({ whoActs: (...asked) => signedInAs(who)(...asked) })
  for (let number = 1; number <= 3; number += 1) {
    const caseId = await service.open({ email: `family-${number}@example.com` })
    if (number === 1) {
      await service.record(caseId, 'mediation-chosen', {
        councilToldOn: '2026-03-02',
        contactedOn: '2026-03-02',
        healthIssue: 'none',
      })
    }
    await keepOutcome(service.tables, caseId, countCase(COUNCIL), NOW)
  }
})
afterAll(() => service.close())

describe('the tables of what came of the cases', () => {
  it('are led to from the first page, for the same months', async () => {
    const { html } = await service.ask(`/outcomes${MARCH}`)
    expect(html).toContain('href="/outcomes/T1?from=2026-03&amp;to=2026-03"')
    expect(html).toContain('Time limits kept')
    expect((await service.ask('/outcomes/T99')).status).toBe(404)
    expect((await service.ask('/outcomes/T0')).status).toBe(404)
  })

  it('show officers every number, with the basis in each title and how it is counted beside it', async () => {
    const { html } = await service.ask(`/outcomes/T1${MARCH}`)
    expect(html).toContain('Mediations that were asked for: activity (by the day on which it happened)')
    expect(html).toContain('Do not publish this page.')
    expect(html).toContain('Children and Families Act 2014, sections 53 and 54.')
    const { tables } = await service.json<{ tables: object }>(`/outcomes/T1${MARCH}`)
    expect(tables).toMatchObject({
      mediations: {
        basis: 'activity',
        isProtected: false,
        rows: { all: { 'open-at-start': 0, asked: 1, held: 0, 'open-at-end': 1 } },
      },
    })
  })

  it('can be saved, as whoever asks may see them', async () => {
    const file = await service.ask(`/outcomes/T1/mediations.csv${MARCH}`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mediations-2026-03-2026-03.csv"')
    expect(file.html).toContain('Total,0,1,0,0,0,1')
    expect((await service.ask(`/outcomes/T1/mediations.meta.csv${MARCH}`)).html).toContain('open_at_end,Indicator,')
    const sheets = await service.ask(`/outcomes/all.ods${MARCH}`)
    expect(sheets.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.spreadsheet')
    const printed = await service.ask(`/outcomes/all.pdf${MARCH}`)
    expect([printed.headers.get('content-type'), printed.html.slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
    for (const path of ['/outcomes/T1/nothing.csv', '/outcomes/T1/mediations.exe', '/outcomes/T1/emails.csv']) {
      expect((await service.ask(path)).status).toBe(404)
    }
    const tooSoon = await service.ask('/outcomes/T1/mediations.csv?from=2026-05&to=2026-05')
    expect([tooSoon.status, tooSoon.html.includes('May 2026 has not begun.')]).toEqual([422, true])
  })

  it('can be asked for by a term of the council', async () => {
    const { html } = await service.ask('/outcomes')
    expect(html).toContain('href="/outcomes?term=2026-01-05">Spring term 2026</a>')
    // It has not begun.
    expect(html).not.toContain('Summer term 2026')
    const spring = await service.ask('/outcomes/T1?term=2026-01-05')
    expect(spring.html).toContain('Spring term 2026 (Monday 5 January 2026 to Friday 27 March 2026)')
    expect(spring.html).toContain('href="/outcomes/T1/mediations.csv?term=2026-01-05"')
    const { tables } = await service.json<{ tables: object }>('/outcomes/T1?term=2026-01-05')
    expect(tables).toMatchObject({ mediations: { rows: { all: { asked: 1, held: 0, 'open-at-end': 1 } } } })
    const file = await service.ask('/outcomes/T1/mediations.csv?term=2026-01-05')
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mediations-term-2026-01-05.csv"')
    expect(file.html).toContain('202526,Spring term,Local authority')
    expect((await service.ask('/outcomes/T2?term=2026-01-05')).html).toContain(
      '>Days from the request to mediation</figcaption>',
    )
    const wrong = await Promise.all(
      ['2026-04-13', '2026-01-06', 'x'].map((from) => service.ask(`/outcomes?term=${from}`)),
    )
    expect(wrong.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(wrong[0]?.html).toContain('Summer term 2026 has not begun.')
    expect(wrong[1]?.html).toContain('The council’s file has no term that begins on that day.')
  })

  it('say from when a new term counts older cases', async () => {
    const own = await serviceForTests({ council: { ...COUNCIL, terms: [] } })
    const recount = (council: typeof COUNCIL) =>
      recountOutcomes({
        tables: own.tables,
        count: countCase(council),
        now: () => NOW,
        reportUncounted: () => undefined,
      })
    const words = 'What is new counts older cases from the next comparison on, tonight.'
    await recount(COUNCIL)
    expect((await own.ask('/outcomes')).html).toContain(words)
    await recount({ ...COUNCIL, terms: [] })
    expect((await own.ask('/outcomes')).html).not.toContain(words)
    await own.close()
  })

  it('show what cases are about and which families are reached, as far as staff have recorded it', async () => {
    const own = await serviceForTests()
    const caseId = await own.open()
    const { before } = await own.json<{ before: string }>(`/cases/${caseId}/particulars`)
    const recorded = { 'themes-transport': 'yes', phase: 'primary', 'primary-need': 'asd', area: 'north' }
    await own.post(`/cases/${caseId}/particulars`, { ...recorded, 'looked-after': 'not-recorded', before })
    await keepOutcome(own.tables, caseId, countCase(COUNCIL), NOW)
    // The decision was sent in February.
    const february = '?from=2026-02&to=2026-02'
    const { html } = await own.ask(`/outcomes${february}`)
    expect(html).toContain('Themes: what the cases are about')
    expect(html).toContain('Reach: how far each group of families went')
    const about = await own.json<{ tables: object }>(`/outcomes/T11${february}`)
    expect(about.tables).toMatchObject({
      themes: { rows: { transport: { with: 1, without: 0, all: 1 }, late: { with: 0, without: 1, all: 1 } } },
      'themes-recorded': { rows: { cases: { recorded: 1 } } },
    })
    const reach = await own.json<{ tables: object }>(`/outcomes/T12${february}`)
    expect(Object.keys(reach.tables)).toEqual(['reach-phase', 'reach-primary-need', 'reach-area', 'reach-looked-after'])
    expect(reach.tables).toMatchObject({
      'reach-primary-need': { rows: { asd: { 'too-early': 1, all: 1 } } },
      'reach-looked-after': { rows: { 'not-recorded': { 'too-early': 1 }, yes: { all: 0 } } },
    })
    const file = await own.ask(`/outcomes/T12/reach-area.csv${february}`)
    expect(file.html).toContain('North of the river')
    await own.close()
  })

  it('have nothing of that where the council has turned nothing on', async () => {
    const council = { ...COUNCIL, particulars: NOTHING_ON }
    const own = await serviceForTests({ tables: service.tables, council })
    for (const path of ['/outcomes', '/outcomes/all', '/outcomes/definitions'])
      expect((await own.ask(path)).html).not.toMatch(/Themes|Reach/)
    for (const path of ['/outcomes/T11', '/outcomes/T12', '/outcomes/T11/themes.csv'])
      expect([path, (await own.ask(path)).status]).toEqual([path, 404])
    expect((await own.ask('/outcomes')).html).toContain('href="/outcomes/T9')
  })

  it('have pictures where people would rather look, with the same figures as a table, in pages of 60 KB at most', async () => {
    const { html } = await service.ask('/outcomes/T1')
    expect(html).toContain('>How far families went</figcaption>')
    expect(html).toMatch(/<svg[^>]* role="img"/)
    expect(html).toContain('The same figures as a table: Mediations held, month by month')
    expect((await service.ask('/outcomes/T2')).html).toContain('>Days from the request to mediation</figcaption>')
    for (const table of ['', '/T1', '/T2', '/T3', '/T4', '/T5', '/T6', '/T7', '/T8', '/T11', '/T13']) {
      const page = await service.ask(`/outcomes${table}`)
      expect([table, page.status, page.html.length < 60 * 1024]).toEqual([table, 200, true])
    }
  })

  it('stand beside England where that can be compared, with what it counts, and what is not available', async () => {
    const { html } = await service.ask(`/outcomes/T5${MARCH}`)
    expect(html).toContain('Decisions flagged as referred for mediation')
    expect(html).toMatch(/England<\/th>[\s\S]*?South West<\/th>/)
    expect(html).toContain('Open Government Licence v3.0.')
    expect((await service.ask(`/outcomes/T8${MARCH}`)).html).not.toContain('flagged as referred')
  })

  it('say how each figure is counted on a page of their own', async () => {
    const { html } = await service.ask('/outcomes/definitions')
    for (const words of [
      'What came after mediation',
      '10 working days after the last day to appeal',
      'as a percentage of',
    ]) {
      expect(html).toContain(words)
    }
  })

  it('refuse months that cannot be, each in its own words, on every table', async () => {
    for (const [query, words] of [
      ['?from=2026-05&to=2026-06', 'May 2026 has not begun'],
      ['?from=2026-03&to=2026-01', 'The last month must be the same as or after the first'],
      ['?from=2020-01&to=2026-01', 'Choose 36 at most'],
    ] as const) {
      const { status, html } = await service.ask(`/outcomes/T2${query}`)
      expect([status, html.includes(words)]).toEqual([422, true])
    }
  })
})

describe('a release', () => {
  const as = async <Answer>(actor: Actor, ask: () => Promise<Answer>): Promise<Answer> => {
    who = actor
    const answer = await ask()
    who = OFFICER
    return answer
  }
  const make = (fields: Record<string, string>) => service.post('/outcomes/releases', fields)

  it('is made by a manager alone, of 12 months that ended with a quarter, once the figures are compared', async () => {
    const none = await as(COMMISSIONER, () => service.ask('/outcomes'))
    expect(none.html).toContain('No outcomes are released yet')
    expect((await make({ to: '2025-12' })).status).toBe(403)
    const tooSoon = await as(MANAGER, () => make({ to: '2025-12' }))
    expect([tooSoon.status, tooSoon.html.includes('The figures are not compared with the cases yet')]).toEqual([
      422,
      true,
    ])
    await recountOutcomes({
      tables: service.tables,
      count: countCase(COUNCIL),
      now: () => NOW,
      reportUncounted: () => undefined,
    })
    const { themes, reach } = COUNCIL.particulars
    const changed = { ...COUNCIL, particulars: { themes: themes.slice(1), reach } }
    const withOtherList = await serviceForTests({
      tables: service.tables,
      council: changed,
      whoActs: signedInAs(MANAGER),
    })
    const anew = await withOtherList.post('/outcomes/releases', { to: '2025-12' })
    expect([anew.status, anew.html.includes('so the cases are counted anew tonight')]).toEqual([422, true])
    for (const to of ['2026-03', '2025-11', '2024-11', 'nonsense']) {
      expect((await as(MANAGER, () => make({ to }))).html).toContain('Choose one of the periods that are over.')
    }
    service.goTo('2026-04-02')
    const made = await as(MANAGER, () => make({ to: '2026-03' }))
    expect(made.location).toBe('/outcomes/releases?made=2026-03.1')
    const { html } = await as(MANAGER, () => service.ask(made.location ?? ''))
    expect(html).toContain('The release 2026-03.1 is made.')
    expect((await service.audited()).at(-1)).toMatchObject({
      what: 'release-made',
      who: 'manager-1',
      about: ['2026-03.1'],
    })
  })

  it('is all that a commissioner sees: of a council with three cases nothing, and no address leads around it', async () => {
    for (const path of [
      '/outcomes',
      `/outcomes${MARCH}`,
      '/outcomes/T1',
      `/outcomes/T2${MARCH}`,
      '/outcomes/T4',
      '/outcomes/T8',
    ]) {
      const { html } = await as(COMMISSIONER, () => service.ask(path))
      expect(html).toContain('Small numbers, 1 to 4, are hidden. So no family can be recognised.')
      expect(html).toContain('April 2025 to March 2026')
      if (path !== '/outcomes/T4' && path !== '/outcomes/T8') expect(html).toContain('every number here is hidden')
      expect(html).not.toMatch(/Do not publish this page|The list of cases has|Choose another period/)
      const cells = [...html.matchAll(/role="cell"[^>]*>([^<]*)</g)].map(([, text]) => text)
      expect(
        cells.filter((text) => !['0', 'c', 'x', 'z', 'Nothing of the kind.', 'Not typed in.'].includes(text ?? '')),
      ).toEqual([])
    }
    const { html } = await as(COMMISSIONER, () => service.ask('/outcomes/T1'))
    expect(html).toContain('c: not shown, because a family could be recognised')
    const file = await as(COMMISSIONER, () => service.ask(`/outcomes/T1/mediations.csv${MARCH}`))
    expect(file.html).toContain('Total,0,c,0,0,0,c')
    expect(file.headers.get('content-disposition')).toContain('mediations-release-2026-03.1.csv')
    const sheets = await as(COMMISSIONER, () => service.ask(`/outcomes/all.ods${MARCH}`))
    expect(sheets.headers.get('content-disposition')).toContain('outcomes-release-2026-03.1.ods')
    const onePage = await as(COMMISSIONER, () => service.ask('/outcomes/all'))
    expect(onePage.html).toContain('Small numbers, 1 to 4, are hidden.')
    // The figures of England come last, and are published.
    const [own = '', england] = onePage.html.split('Decisions flagged as referred for mediation')
    expect([own.match(/data-column="[^"]*">[1-9]/), england === undefined]).toEqual([null, false])
    const printed = await as(COMMISSIONER, () => service.ask(`/outcomes/all.pdf${MARCH}`))
    expect(printed.headers.get('content-disposition')).toContain('outcomes-release-2026-03.1.pdf')
    const pack = await as(COMMISSIONER, () => service.ask('/outcomes/all.zip'))
    expect(pack.headers.get('content-disposition')).toContain('outcomes-release-2026-03.1.zip')
    const answer = await as(
      COMMISSIONER,
      async () => await service.app.request('http://staff.example/outcomes/all.zip'),
    )
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'README.txt',
        'csv/mediations.csv',
        'csv/mediations.meta.csv',
        'manifest.json',
        'outcomes.ods',
        'outcomes.pdf',
      ]),
    )
    const words = new TextDecoder().decode(files['README.txt'])
    expect(words).toContain('Small numbers, 1 to 4, are hidden.')
    expect(words).toContain('csv/mediations.csv: Mediations that were asked for: activity')
    expect(new TextDecoder().decode(files['csv/mediations.csv'])).toContain('Total,0,c,0,0,0,c')
    expect((await as(COMMISSIONER, () => service.ask('/outcomes?release=2026-03.7'))).status).toBe(404)
    expect((await as(COMMISSIONER, () => service.ask('/cases'))).status).toBe(403)
  })

  it('answers the questions that come every year, for everybody who sees releases', async () => {
    service.goTo('2026-04-02')
    const { html } = await as(COMMISSIONER, () => service.ask('/outcomes/questions?years=financial'))
    expect(html).toContain('Not released, so not available: 2023 to 2024, 2024 to 2025.')
    expect(html).toContain('How many mediations were asked for and held, for which decisions?')
    expect(html).toContain('data-column="2025 to 2026">c<')
    expect((await as(COMMISSIONER, () => service.ask('/outcomes/questions'))).html).toContain('2023, 2024, 2025.')
    expect((await as(COMMISSIONER, () => service.ask('/outcomes/questions?years=lunar'))).status).toBe(404)
    const files = await as(COMMISSIONER, async () => {
      const asked = await service.app.request('http://staff.example/outcomes/questions.zip?years=financial')
      expect(asked.headers.get('content-disposition')).toContain('questions-financial-years.zip')
      return unzipSync(new Uint8Array(await asked.arrayBuffer()))
    })
    const csv = new TextDecoder().decode(files['csv/mediations.csv'])
    expect(csv).toContain('The decision,What is counted,2023 to 2024,2024 to 2025,2025 to 2026')
    expect(csv).toContain('All,Asked for,x,x,c')
    expect(new TextDecoder().decode(files['README.txt'])).toContain('2025 to 2026: release 2026-03.1')
    expect(Object.keys(files)).toContain('questions.ods')
  })

  it('shows beside the present what all of them were in the period before', async () => {
    service.goTo('2026-04-02')
    const { html } = await service.ask('/outcomes/T1?from=2026-04&to=2026-04')
    expect(html).toMatch(
      />All<\/th>[\s\S]*?data-column="Asked for">0<[\s\S]*?All, March 2026<\/th>[\s\S]*?data-column="Asked for">1</,
    )
    expect((await service.ask('/outcomes/T1?from=2024-01&to=2026-03')).html).not.toContain('All, ')
  })

  it('stays as it was, and what is corrected stands beside it with what was wrong', async () => {
    service.goTo('2026-03-10')
    for (let number = 4; number <= 9; number += 1) {
      const caseId = await service.open({ email: `family-${number}@example.com` })
      await keepOutcome(service.tables, caseId, countCase(COUNCIL), NOW)
    }
    service.goTo('2026-04-02')
    const offered = await as(MANAGER, () => service.ask('/outcomes/releases'))
    expect(offered.html).toMatch(/Released already\. \d+ numbers? (is another|are others) by now\./)
    const without = await as(MANAGER, () => make({ to: '2026-03' }))
    expect([without.status, without.html.includes('Say what was corrected.')]).toEqual([422, true])
    const corrected = await as(MANAGER, () => make({ to: '2026-03', why: 'Six cases were recorded late.' }))
    expect(corrected.location).toBe('/outcomes/releases?made=2026-03.2')
    const now = await as(COMMISSIONER, () => service.ask('/outcomes'))
    expect(now.html).toContain('This release corrects an earlier one: Six cases were recorded late.')
    expect(now.html).toContain('data-column="Still open">9<')
    const old = await as(COMMISSIONER, () => service.ask('/outcomes?release=2026-03.1'))
    expect(old.html).toContain('data-column="Still open">c<')
    const all = await as(COMMISSIONER, () => service.ask('/outcomes/releases'))
    expect(all.html).toMatch(/release 2026-03\.2[\s\S]*release 2026-03\.1/)
    expect(all.html).not.toContain('Make a corrected release')
  })
})
