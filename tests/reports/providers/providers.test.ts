import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { cellsOfCase } from '../../../lambdas/reports/cells.ts'
import { sharesOfWork } from '../../../lambdas/reports/providers/shares-of-work.ts'
import { wilsonInterval } from '../../../lambdas/reports/providers/wilson-interval.ts'
import { aCase } from '../../cases/case-builder.ts'
import { COUNTED_PLAINLY, fileOf } from '../case-to-count.ts'

describe('between which a share lies', () => {
  // The values of R: binom::binom.wilson, and PropCIs::scoreci.
  it.each([
    [0, 10, 0, 27.75],
    [1, 10, 1.79, 40.42],
    [5, 10, 23.66, 76.34],
    [10, 10, 72.25, 100],
    [81, 263, 25.53, 36.62],
  ])('%i of %i', (count, among, low, high) => {
    const found = wilsonInterval(count, among)
    expect([found.low, found.high].map((one) => Math.round(one * 100) / 100)).toEqual([low, high])
    expect(found.share).toBeCloseTo((100 * count) / among)
  })
})

describe('the work of a provider', () => {
  const certificate = { issuedOn: '2026-03-27' }
  const held = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-03-02', contactedOn: '2026-03-02', adviser: 'north' })
    .and('mediation-agreed', { concludedOn: '2026-03-24' })
    .and('certificate-issued', certificate)
  const cellsOn = (builder: typeof held) =>
    Object.entries(cellsOfCase(fileOf(builder), parseCalendarDate('2026-05-01'), COUNTED_PLAINLY))
      .filter(([month]) => month !== 'always')
      .flatMap(([month, cells]) =>
        Object.keys(cells)
          .filter((name) => name.startsWith('work-of-providers/'))
          .map((name) => `${month} ${name.slice('work-of-providers/'.length)}`),
      )
      .sort()

  it('counts for whom the family chose, mediations by their end and certificates by their day', () => {
    expect(cellsOn(held)).toEqual(['2026-03 agreed/north', '2026-03 in-time/north'])
    const late = aCase({ sentOn: '2026-02-10' })
      .and('mediation-declined', { declinedOn: '2026-03-02' })
      .and('certificate-issued', { issuedOn: '2026-03-06' })
    expect(cellsOn(late)).toEqual(['2026-03 late/first'])
  })

  it('is in the order of the council’s file, and never by its share', () => {
    const cells = {
      '2026-02': { 'work-of-providers/agreed/north': 9, 'work-of-providers/not-agreed/north': 1 },
      '2026-03': {
        'work-of-providers/partly-agreed/first': 1,
        'work-of-providers/not-agreed/first': 3,
        'work-of-providers/agreed/gone': 2,
        'work-of-providers/late/north': 5,
      },
      '2026-04': { 'work-of-providers/agreed/first': 50 },
    }
    const period = { from: parseMonth('2026-02'), to: parseMonth('2026-03') }
    expect(sharesOfWork('agreed', ['first', 'idle', 'north'], cells, period)).toEqual([
      { provider: 'first', count: 1, among: 4 },
      { provider: 'north', count: 9, among: 10 },
      { provider: 'gone', count: 2, among: 2 },
    ])
    expect(sharesOfWork('in-time', ['first', 'north'], cells, period)).toEqual([
      { provider: 'north', count: 0, among: 5 },
    ])
  })
})
