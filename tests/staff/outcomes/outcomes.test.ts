import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepOutcome } from '../../../lambdas/cases/store/outcome-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { COUNT_CASE } from '../../../lambdas/reports/cells.ts'
import { NOW, OFFICER, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

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
    await keepOutcome(service.tables, caseId, COUNT_CASE, NOW)
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

  it('hide from a commissioner what could name a family: at a council with three cases all of it', async () => {
    who = COMMISSIONER
    for (const table of ['', '/T1', '/T2', '/T4', '/T8']) {
      const { html } = await service.ask(`/outcomes${table}${MARCH}`)
      expect(html).toContain('Small numbers are hidden')
      expect(html).not.toContain('Do not publish this page.')
      expect(html).not.toContain('The list of cases has')
      const cells = [...html.matchAll(/role="cell"[^>]*>([^<]*)</g)].map(([, text]) => text)
      expect(cells.filter((text) => !['0', 'c', 'z', 'Nothing of the kind.'].includes(text ?? ''))).toEqual([])
    }
    const { html } = await service.ask(`/outcomes/T1${MARCH}`)
    expect(html).toContain('c: not shown, because a family could be recognised')
    const { tables } = await service.json<{ tables: object }>(`/outcomes/T1${MARCH}`)
    expect(tables).toMatchObject({ mediations: { isProtected: true, rows: { all: { asked: 'c' } } } })
    expect((await service.ask('/cases')).status).toBe(403)
    who = OFFICER
  })

  it('can be saved, as whoever asks may see them', async () => {
    const file = await service.ask(`/outcomes/T1/mediations.csv${MARCH}`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="mediations-2026-03-2026-03.csv"')
    expect(file.html).toContain('Total,0,1,0,0,0,1')
    expect((await service.ask(`/outcomes/T1/mediations.meta.csv${MARCH}`)).html).toContain('open_at_end,Indicator,')
    const sheets = await service.ask(`/outcomes/all.ods${MARCH}`)
    expect(sheets.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.spreadsheet')
    who = COMMISSIONER
    expect((await service.ask(`/outcomes/T1/mediations.csv${MARCH}`)).html).toContain('Total,0,c,0,0,0,c')
    who = OFFICER
    for (const path of ['/outcomes/T1/nothing.csv', '/outcomes/T1/mediations.exe', '/outcomes/T1/emails.csv']) {
      expect((await service.ask(path)).status).toBe(404)
    }
    expect((await service.ask('/outcomes/T1/mediations.csv?from=2026-05&to=2026-05')).location).toBe(
      '/outcomes?from=2026-05&to=2026-05',
    )
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
