import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOfSums } from '../../../bin/national-figures/read-release.ts'
import {
  areaYear,
  ENGLAND,
  NATIONAL,
  nationalYears,
  releaseOf,
  spreadOf,
} from '../../../lambdas/reports/national/national-figures.ts'
import { othersTable } from '../../../lambdas/staff/outcomes/others-view.ts'
import { reporting } from '../../council-for-tests.ts'
import { type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests({
    whoActs: signedInAs({ kind: 'council-staff', id: 'commissioner-1', roles: ['commissioner'] }),
  })
})
afterAll(() => service.close())

describe('the figures of councils', () => {
  it('are there for every council of England and each year, with their release', () => {
    for (const year of nationalYears(NATIONAL)) {
      const levels = NATIONAL.areas.filter(({ code }) => NATIONAL.figures[year]?.[code]).map(({ level }) => level)
      const count = (level: string) => levels.filter((one) => one === level).length
      expect([count('country'), count('region'), count('council')]).toEqual([1, 9, 153])
      expect(releaseOf(NATIONAL, year)?.licence).toBe('Open Government Licence v3.0')
    }
  })

  it('add up to their regions and to England, but where a council returned nothing', () => {
    for (const year of nationalYears(NATIONAL)) {
      expect(problemsOfSums(NATIONAL, year).filter((problem) => !problem.includes('not available'))).toEqual([])
    }
  })

  it('are those that were published', () => {
    expect(areaYear(NATIONAL, 2024, ENGLAND)).toMatchObject({ mediation: 14_493, thenAppeal: 2649 })
    expect(areaYear(NATIONAL, 2023, ENGLAND)).toMatchObject({ mediation: 10_436, thenAppeal: 1690 })
    expect(areaYear(NATIONAL, 2024, 'E06000022')?.byGroup).toMatchObject({
      request: { mediation: 7 },
      assessment: { mediation: 3 },
      other: { mediation: 4 },
    })
  })

  it('lie so far apart that a difference need be none in what happened', () => {
    const spread = spreadOf(NATIONAL, 2024)
    expect(spread && spread.most - spread.least).toBeGreaterThan(40)
  })
})

describe('the page beside other councils', () => {
  it('shows England, the region, the council and its neighbours, with the source and what the figures are not', async () => {
    const { html } = await service.ask('/outcomes/others?year=2024')
    expect(html).toContain('Beside other councils: 2024')
    expect(html).toMatch(/England<\/th>[\s\S]*?>14,493<[\s\S]*?>2,649<[\s\S]*?>18\.3%</)
    expect(html).toContain('South West</th>')
    expect(html).toContain('Example and District, not in this release')
    expect(html).toContain('Bristol, City of</th>')
    expect(html).toContain('E06000098, not in this release')
    expect(html).toContain('Open Government Licence v3.0')
    expect(html).toContain('The release says: Figures of the Isle of Wight for 2025 are suppressed')
    expect(html).toContain('and not “held”')
    expect(html).toMatch(/Of \d+ councils that flagged 20 decisions or more/)
  })

  it('shows the latest year first, leads to the others, and stands beside what came after mediation', async () => {
    const [latest, ...others] = nationalYears(NATIONAL)
    const { html } = await service.ask('/outcomes/others')
    expect(html).toContain(`Beside other councils: ${latest}`)
    for (const year of others) expect(html).toContain(`href="/outcomes/others?year=${year}"`)
    expect((await service.ask('/outcomes/others?year=2017')).html).toContain('There are figures of')
    expect((await service.ask('/outcomes/others?year=2017')).status).toBe(404)
  })

  it('gives every council and year as a file', async () => {
    const { html, headers } = await service.ask('/outcomes/others.csv')
    expect(headers.get('content-disposition')).toBe('attachment; filename="beside-other-councils.csv"')
    expect(html.trim().split('\r\n').length).toBe(1 + 163 * nationalYears(NATIONAL).length)
    expect(html).toContain('2024,country,E92000001,England,,')
  })

  it('names no neighbours where the council’s file names none', () => {
    const names = (neighbours: readonly string[]) =>
      othersTable(NATIONAL, 2024, { ...reporting, neighbours })?.lines.map(({ name }) => name)
    expect(names([])).toHaveLength(3)
    expect(names(['E06000024'])?.at(-1)).toBe('North Somerset')
  })
})
