import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { addedUp } from '../../../lambdas/cases/store/outcome-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { monthAfter, parseMonth } from '../../../lambdas/law/month.ts'
import { cellsOfCase } from '../../../lambdas/reports/cells.ts'
import { boundsOf, forecastOf } from '../../../lambdas/reports/forecast/forecast.ts'
import { pastOf } from '../../../lambdas/reports/forecast/past.ts'
import { aCase } from '../../cases/case-builder.ts'
import { COUNTED_PLAINLY, fileOf } from '../case-to-count.ts'
import { cellsOf, type MadeUpCase, madeUpCouncil } from './made-up-council.ts'

const TODAY = parseCalendarDate('2026-11-20')
type Cells = Record<string, Record<string, number>>

/** Twenty cases a month, each with a certificate in the month after; no other thing ever comes. */
const TWENTY = { 'coming/appeal/no-longer/3': 20, 'coming/asked/no-longer/1': 20, 'coming/certificate/happened/1': 20 }
/** As many in the days of the present month, in which nothing has become of them yet. */
const SO_FAR = { 'coming/appeal/open': 13, 'coming/asked/open': 13, 'coming/certificate/open': 13 }

/** A council with the same in each month up to the one before the present one. */
function steady(months: number, ofMonth: Record<string, number>, present: Record<string, number> = SO_FAR): Cells {
  const cells: Cells = { '2026-11': present }
  for (let back = 1; back <= months; back += 1) cells[monthAfter(parseMonth('2026-11'), -back)] = ofMonth
  return cells
}

describe('what is coming', () => {
  it('is about what came before, where nothing changes', () => {
    const { estimates, quarter, quarterBefore, months, cases } = forecastOf(steady(24, TWENTY), TODAY)
    expect({ quarter, quarterBefore, months, cases }).toEqual({
      quarter: { from: '2026-12', to: '2027-02' },
      quarterBefore: { from: '2026-08', to: '2026-10' },
      months: 23,
      cases: 493,
    })
    const { certificate, held, appeal } = estimates ?? {}
    expect(certificate?.before).toBe(60)
    expect(certificate?.middle).toBeGreaterThan(50)
    expect(certificate?.middle).toBeLessThan(66)
    expect(certificate?.low).toBeLessThan(55)
    expect(certificate?.high).toBeGreaterThan(60)
    expect([held?.middle, held?.before, appeal?.middle, appeal?.before]).toEqual([0, 0, 0, 0])
  })

  it('is more where more is open', () => {
    const ofMonth = { ...TWENTY, 'coming/held/happened/1': 5 }
    const open = (number: number) => ({ ...SO_FAR, 'coming/held/open': number })
    const few = forecastOf(steady(24, ofMonth, open(2)), TODAY).estimates?.held
    const many = forecastOf(steady(24, ofMonth, open(40)), TODAY).estimates?.held
    expect([few?.openNow, many?.openNow]).toEqual([2, 40])
    expect(many?.low).toBeGreaterThan((few?.high ?? 0) + 10)
  })

  it('counts on cases that were taken over as open, and learns nothing from them', () => {
    const takenOver = { '2026-09': { 'coming/certificate/taken-over': 30 } }
    const without = forecastOf(steady(24, TWENTY), TODAY)
    const with30 = forecastOf(addedUp([steady(24, TWENTY), takenOver]), TODAY)
    expect(with30.cases).toBe(without.cases)
    expect(with30.estimates?.certificate.openNow).toBe((without.estimates?.certificate.openNow ?? 0) + 30)
    expect(with30.estimates?.certificate.before).toBe(60)
  })

  it('is not said too early: of too few months, of too few cases, of none', () => {
    const said = (cells: Cells) => forecastOf(cells, TODAY).estimates !== undefined
    // The first month need not have been a whole one.
    expect([said(steady(6, TWENTY)), said(steady(7, TWENTY))]).toEqual([false, true])
    const one = { 'coming/appeal/open': 1 }
    expect([said(steady(9, one, {})), said(steady(10, one, {}))]).toEqual([false, true])
    expect(forecastOf({}, TODAY)).toMatchObject({ months: 0, cases: 0 })
    expect(said(steady(40, { 'cases/advice-only/open': 9 }))).toBe(false)
  })

  it('is wider for a small council, as a share of it', () => {
    const width = (times: number) => {
      const some = (cells: Record<string, number>) =>
        Object.fromEntries(Object.entries(cells).map(([name, number]) => [name, Math.round((number * times) / 20)]))
      const {
        low = 0,
        high = 0,
        middle = 1,
      } = forecastOf(steady(24, some(TWENTY), some(SO_FAR)), TODAY).estimates?.certificate ?? {}
      return (high - low) / middle
    }
    expect(width(2)).toBeGreaterThan(2 * width(60))
  })

  it('looks three years back, and not at what comes before, at terms or at all time', () => {
    const cells = steady(60, TWENTY)
    const more = { ...cells, always: { 'coming/appeal/open': 500 }, 'span/2026-09-01': { 'coming/appeal/open': 500 } }
    expect(pastOf(more, TODAY)?.opened.length).toBe(37)
    expect(forecastOf(more, TODAY)).toEqual(forecastOf(cells, TODAY))
  })
})

describe('the bounds', () => {
  it('hold nearest to 8 of 10, around the middle', () => {
    const numbers = (counts: readonly number[]) => counts.flatMap((count, number) => Array<number>(count).fill(number))
    expect(boundsOf(Array.from({ length: 1001 }, (_, number) => number))).toMatchObject({
      middle: 500,
      low: 100,
      high: 900,
    })
    // From 0 to 2 are 95 of 100, from 0 to 1 are 80.
    expect(boundsOf(numbers([51, 29, 15, 5]))).toEqual({ middle: 0, low: 0, high: 1 })
    expect(boundsOf(numbers([79, 21]))).toEqual({ middle: 0, low: 0, high: 0 })
    expect(boundsOf(numbers([100]))).toEqual({ middle: 0, low: 0, high: 0 })
  })
})

describe('the past', () => {
  it('has what was open in each month, what happened, and what is open now', () => {
    const cells = {
      '2026-08': { 'coming/appeal/happened/2': 3, 'coming/appeal/no-longer/0': 1, 'coming/appeal/open': 4 },
      '2026-10': { 'coming/appeal/happened/1': 2, 'coming/appeal/open': 5 },
      '2025-01': { 'coming/appeal/taken-over': 6 },
    }
    const past = pastOf(cells, TODAY)
    const { months, openNow } = past?.courses.appeal ?? { months: [], openNow: [] }
    expect(past?.from).toBe('2026-08')
    expect(past?.opened).toEqual([8, 0, 7, 0])
    expect(past?.passed.slice(0, 3)).toEqual([1, 1, 1])
    expect(past?.passed.at(-1)).toBeCloseTo(19.5 / 30)
    expect(months.map(({ open }) => open.slice(0, 4))).toEqual([
      [8, 0, 0, 0],
      [0, 7, 0, 0],
      [7, 0, 7, 0],
      [0, 7, 0, 4],
    ])
    expect(months.map(({ happened }) => happened.slice(0, 4))).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 3, 0],
      [0, 2, 0, 0],
    ])
    expect(months.map(({ noLonger }) => noLonger.slice(0, 2))).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    // Those that were taken over are as old as the oldest that are known.
    expect(openNow.slice(0, 4)).toEqual([0, 5, 0, 10])
  })
})

/** The facts of a made-up case up to a day, as they are recorded. */
function recorded({
  openedOn,
  declinedOn,
  askedOn,
  heldOn,
  notWantedOn,
  certificateOn,
  appealOn,
  closedOn,
}: MadeUpCase) {
  const known = (day: string | undefined) => (day !== undefined && day <= TODAY ? day : undefined)
  let builder = aCase({ sentOn: openedOn })
  const days = [
    [known(declinedOn), () => builder.and('mediation-declined', { declinedOn: declinedOn ?? '' })],
    [
      known(askedOn),
      () => builder.and('mediation-chosen', { councilToldOn: askedOn ?? '', contactedOn: askedOn ?? '' }),
    ],
    [known(notWantedOn), () => builder.and('mediation-declined', { declinedOn: notWantedOn ?? '' })],
    [known(heldOn), () => builder.and('mediation-not-agreed', { concludedOn: heldOn ?? '' })],
    [known(certificateOn), () => builder.and('certificate-issued', { issuedOn: certificateOn ?? '' })],
    [known(appealOn), () => builder.and('appeal-registered', { receivedOn: appealOn ?? '' })],
  ] as const
  for (const [, record] of days.filter(([day]) => day).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)))
    builder = record()
  const ended = known(closedOn)
  return fileOf(builder, ended ? { outcome: 'time-to-appeal-over', on: ended } : undefined)
}

it('rests on what is counted of cases: those of a made-up council are counted as it was written down', () => {
  const council = madeUpCouncil(randomFrom(8), TODAY, { fewest: 100, most: 150 })
  const cases = council.cases.filter(({ openedOn }) => openedOn <= TODAY)
  const counted = addedUp(cases.map((one) => cellsOfCase(recorded(one), TODAY, COUNTED_PLAINLY)))
  const coming = Object.entries(counted).flatMap(([period, cells]) => {
    const own = Object.entries(cells).filter(([name]) => name.startsWith('coming/'))
    return period.startsWith('20') && own.length > 0 ? [[period, Object.fromEntries(own)] as const] : []
  })
  expect(cases.length).toBeGreaterThan(60)
  expect(Object.fromEntries(coming)).toEqual(cellsOf(council, TODAY))
})
