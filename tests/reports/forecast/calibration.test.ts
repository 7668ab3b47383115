import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { forecastOf } from '../../../lambdas/reports/forecast/forecast.ts'
import { cellsOf, madeUpCouncil } from './made-up-council.ts'
import { proveForecast, shareInside } from './prove-forecast.ts'

/** The same councils in each run: of so few, more or less than their share lie inside by chance. `npm run prove:forecast` has 2,000. */
const SEED = 11
const COUNCILS = 120

describe(`the estimates of ${COUNCILS} made-up councils`, () => {
  const proved = proveForecast(randomFrom(SEED), { councils: COUNCILS, fewest: 5, most: 1500 }, () => undefined)

  it('have what comes within their bounds 8 times of 10, and are missed on both sides', () => {
    expect(proved.all.estimates).toBeGreaterThan(300)
    expect(shareInside(proved.all)).toBeGreaterThanOrEqual(0.76)
    expect(shareInside(proved.all)).toBeLessThanOrEqual(0.84)
    // Below nothing there is nothing: small councils are missed above alone.
    expect(proved.all.below / proved.all.estimates).toBeGreaterThan(0.03)
    expect(proved.all.above / proved.all.estimates).toBeLessThan(0.17)
  })

  it('would be too narrow if the rates counted as known', () => {
    expect(proved.ratesKnown.estimates).toBeGreaterThan(100)
    expect(shareInside(proved.ratesKnown)).toBeLessThan(0.76)
  })
})

it('says the same of the same figures on the same day', () => {
  const today = parseCalendarDate('2026-11-20')
  const cells = cellsOf(madeUpCouncil(randomFrom(5), today, { fewest: 100, most: 200 }), today)
  expect(forecastOf(cells, today)).toEqual(forecastOf(structuredClone(cells), today))
})
