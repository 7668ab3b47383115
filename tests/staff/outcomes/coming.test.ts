import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { cellsOfMonths, mendPeriod } from '../../../lambdas/cases/store/outcome-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { monthAfter, monthOf } from '../../../lambdas/law/month.ts'
import { type Forecast, firstMonthFor } from '../../../lambdas/reports/forecast/forecast.ts'
import { cellsOf, madeUpCouncil } from '../../reports/forecast/made-up-council.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const TODAY = parseCalendarDate('2026-11-20')
let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
  service.goTo(TODAY)
})
afterAll(() => service.close())

describe('what is coming', () => {
  it('is led to from the outcomes, and is too early to say at first', async () => {
    expect((await service.ask('/outcomes')).html).toContain('href="/outcomes/coming"')
    const { status, html } = await service.ask('/outcomes/coming')
    expect(status).toBe(200)
    expect(html).toContain(
      'It is too early to say: there are 0 cases and 0 whole months to learn from. An estimate needs at least 10 cases and 6 whole months.',
    )
    expect(html).not.toContain('<svg')
    expect(await service.json('/outcomes/coming')).toMatchObject({ cases: 0, tooEarly: expect.any(String) })
  })

  it('is an estimate in words, as a picture and in numbers, with what it rests on and cannot know', async () => {
    const council = madeUpCouncil(randomFrom(4), TODAY, { fewest: 150, most: 300 })
    for (const [period, cells] of Object.entries(cellsOf(council, TODAY)))
      await mendPeriod(service.tables, period, cells)
    const { html } = await service.ask('/outcomes/coming')
    const { estimates, quarter, cases } = await service.json<Forecast>('/outcomes/coming')
    expect(quarter).toEqual({ from: '2026-12', to: '2027-02' })
    const { middle = 0, low = 0, high = 0, before = 0, openNow = 0 } = estimates?.certificate ?? {}
    expect(low < middle && middle < high).toBe(true)
    expect(html).toContain('What is coming: an estimate for December 2026 to February 2027')
    expect(html).toContain(`About ${middle}. In 8 of 10 quarters like this one, ${low} to ${high}.`)
    expect(html).toMatch(/<svg[^>]* role="img"/)
    for (const [column, number] of [
      ['Estimate', middle],
      ['At least', low],
      ['At most', high],
      ['Counted, August 2026 to October 2026', before],
    ] as const) {
      expect(html).toContain(`data-column="${column}">${number}<`)
    }
    expect(html).toContain(`${openNow} open cases without a certificate`)
    expect(html).toContain(`and ${cases} cases of the last`)
    expect(html).toContain('Do not publish this page')
    expect(html).toContain('What it cannot know')
    // The same figures on the same day.
    expect((await service.ask('/outcomes/coming')).html).toBe(html)
    expect(html.length).toBeLessThan(60 * 1024)
  })

  it('reads at most 40 rows, however long the service has been there', async () => {
    for (let back = 0; back < 60; back += 1) {
      await mendPeriod(service.tables, monthAfter(monthOf(TODAY), -back), { 'coming/appeal/open': 1 })
    }
    const cells = await cellsOfMonths(service.tables, { from: firstMonthFor(TODAY) })
    expect(Object.keys(cells).length).toBeGreaterThan(36)
    expect(Object.keys(cells).length).toBeLessThanOrEqual(40)
    expect((await service.ask('/outcomes/coming')).html).toContain('cases of the last 35 whole months')
  })
})
