import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../bin/demo/random.ts'
import { addedUp } from '../../lambdas/cases/store/outcome-store.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { monthOf, parseMonth } from '../../lambdas/law/month.ts'
import { centileOf, type Measured, measured } from '../../lambdas/reports/measured.ts'
import { type Linked, linkOf, SHARES_TOTALS } from '../../lambdas/reports/measures/measure.ts'
import { COUNTED_PLAINLY, EVERY_MEASURE, MEASURES } from './case-to-count.ts'
import { cellsOfCases, drawnCases } from './drawn-councils.ts'

const seed = inject('seed')

const POOL = 1200
const COUNCILS = 1000
const MOST_CASES = 120
const PERIODS = [
  { from: parseMonth('2025-12'), to: parseMonth('2026-11') },
  { from: parseMonth('2026-02'), to: parseMonth('2026-02') },
] as const
/** Every case of the pool began by then, and everything that is known happened. */
const ALWAYS = { from: parseMonth('2025-01'), to: parseMonth('2026-11') }

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const tableOf = (id: string, cells: Parameters<typeof measured>[1], period: Measured['period']) => {
  const measure = MEASURES.find((one) => one.id === id)
  if (!measure) throw new Error(`There is no measure "${id}".`)
  return measured([measure], cells, period)[0] as Measured
}
const columnOf = ({ measure, all }: Measured, column: string) =>
  all?.cells[Object.keys(measure.columns).indexOf(column)] ?? Number.NaN

/** The numbers of a table that stand in another too. */
function linkedNumbers({ measure, lines, all }: Measured): number[] {
  const linked = linkOf(measure)
  if (linked?.what === 'rows') return lines.map(({ total = Number.NaN }) => total)
  if (linked?.what === 'total') return [sum((all ?? lines[0])?.cells ?? [])]
  return lines.flatMap(({ row, cells }) => (linked?.what === 'cell' && row === linked.row ? cells : []))
}

/** The same numbers as the other table has them. */
function linkedNumbersOf(other: Measured, { what, column }: Linked): number[] {
  const at = Object.keys(other.measure.columns).indexOf(column)
  return (what === 'rows' ? other.lines : other.all ? [other.all] : []).map(({ cells }) => cells[at] ?? Number.NaN)
}

/** Everything in a table that does not add up. */
function problemsOf({ measure, lines, all }: Measured): string[] {
  const columns = Object.keys(measure.columns)
  const wrong = [...lines, ...(all ? [all] : [])].flatMap(({ total, cells, open }, line): string[] => {
    const problems = total !== undefined && total !== sum(cells) ? [`line ${line} is not its total`] : []
    if (!open || !measure.flow) return problems
    const count = (column: string) => cells[columns.indexOf(column)] ?? 0
    const isBalanced = open.atStart + count(measure.flow.begun) === sum(measure.flow.done.map(count)) + open.atEnd
    return [
      ...problems,
      ...(isBalanced ? [] : [`line ${line} does not balance`]),
      ...(Math.min(open.atStart, open.atEnd) < 0 ? [`line ${line} has fewer than none open`] : []),
    ]
  })
  const sums = (all?.cells ?? []).flatMap((number, column) =>
    number === sum(lines.map((line) => line.cells[column] ?? 0)) ? [] : [`column ${column} is not its total`],
  )
  return [...wrong, ...sums]
}

describe(`1,000 made-up councils (seed ${seed})`, () => {
  const random = randomFrom(seed)
  const pool = drawnCases(random, POOL).map((one) => ({ ...one, cells: cellsOfCases([one]) }))
  const councils = Array.from({ length: COUNCILS }, () => {
    const size = 1 + Math.floor(random() * MOST_CASES)
    return Array.from({ length: size }, () => pool[Math.floor(random() * POOL)] as (typeof pool)[number])
  })

  it('have every thing in one row and one column, where the table says so, and what began is what ended or is open', () => {
    const wrong: string[] = []
    councils.forEach((cases, council) => {
      const cells = addedUp(cases.map((one) => one.cells))
      for (const period of PERIODS) {
        for (const one of measured(MEASURES, cells, period)) {
          wrong.push(...problemsOf(one).map((problem) => `council ${council}, ${one.measure.id}: ${problem}`))
        }
      }
    })
    expect(wrong).toEqual([])
  })

  it('agree with the cases that they are made of, and table with table', () => {
    for (const cases of councils.slice(0, 100)) {
      const cells = addedUp(cases.map((one) => one.cells))
      const of = (id: string) => tableOf(id, cells, ALWAYS)
      const subjects = cases.map(({ builder }) => builder.build())
      expect(of('cases').all?.total).toBe(cases.length)
      expect(of('cases-listed').lines[0]?.total).toBe(cases.length)
      const held = subjects.filter(({ mediationResult }) => mediationResult).length
      expect(of('outcome-of-mediation').all?.total).toBe(held)
      expect(of('after-mediation').all?.total).toBe(held)
      expect(columnOf(of('mediations'), 'held')).toBe(held)
      for (const measure of MEASURES) {
        if (measure.linked === SHARES_TOTALS) {
          const [first, all] = [of('reach-phase').all, of(measure.id).all]
          if (all) expect(all.cells).toEqual(first?.cells)
          else expect(new Set(of(measure.id).lines.map(({ total }) => total))).toEqual(new Set([first?.total]))
        }
        const link = linkOf(measure)
        if (link) expect(linkedNumbers(of(measure.id))).toEqual(linkedNumbersOf(of(link.measure), link))
      }
      const appeals = of('appeals')
      expect(columnOf(appeals, 'registered')).toBe(subjects.filter(({ appeal }) => appeal).length)
      expect(appeals.all?.open?.atStart).toBe(0)
      expect(appeals.all?.open?.atEnd).toBe(subjects.filter(({ appeal, appealEnded }) => appeal && !appealEnded).length)
    }
  })

  it('have in two periods, one after the other, what they have in both together', () => {
    for (const cases of councils.slice(0, 100)) {
      const cells = addedUp(cases.map((one) => one.cells))
      for (const measure of MEASURES) {
        const [first, second, both] = [
          { from: ALWAYS.from, to: parseMonth('2026-02') },
          { from: parseMonth('2026-03'), to: ALWAYS.to },
          ALWAYS,
        ].map((period) => (measured([measure], cells, period)[0] as Measured).lines) as [
          Measured['lines'],
          Measured['lines'],
          Measured['lines'],
        ]
        both.forEach((line, row) => {
          expect(line.cells).toEqual(
            line.cells.map((_, column) => (first[row]?.cells[column] ?? 0) + (second[row]?.cells[column] ?? 0)),
          )
          expect(second[row]?.open?.atStart).toBe(first[row]?.open?.atEnd)
        })
      }
    }
  })
})

it(`counts a term by its days: one that begins and ends with months has what those months have (seed ${seed})`, () => {
  const day = parseCalendarDate
  const term = (name: string, from: string, to: string) => ({ name, from: day(from), to: day(to) })
  const terms = [
    term('Autumn term 2025', '2025-09-01', '2025-12-31'),
    term('Spring term 2026', '2026-01-01', '2026-03-31'),
    term('Summer term 2026', '2026-05-01', '2026-07-31'),
  ]
  const cells = cellsOfCases(drawnCases(randomFrom(seed), 300), { ...COUNTED_PLAINLY, terms })
  for (const one of terms) {
    const months = { from: monthOf(one.from), to: monthOf(one.to) }
    const [byTerm, byMonth] = [measured(EVERY_MEASURE, cells, { term: one }), measured(EVERY_MEASURE, cells, months)]
    expect(byTerm.map(({ lines, all }) => [lines, all])).toEqual(byMonth.map(({ lines, all }) => [lines, all]))
    expect(byTerm.flatMap(({ lines }) => lines.flatMap((line) => line.cells)).some((number) => number > 0)).toBe(true)
  }
  // Its days, and not the months in which they lie.
  const [first] = terms
  const shorter = { ...term('Autumn term 2025', '2025-09-15', '2025-12-31') }
  const later = cellsOfCases(drawnCases(randomFrom(seed), 300), { ...COUNTED_PLAINLY, terms: [shorter] })
  const asked = (from: typeof cells, one: typeof first) =>
    one &&
    columnOf(
      measured(MEASURES, from, { term: one }).find(({ measure }) => measure.id === 'mediations') as Measured,
      'asked',
    )
  const [byTerm, byShorter] = [asked(cells, first), asked(later, shorter)]
  expect(byShorter).toBeLessThanOrEqual(byTerm ?? 0)
  // Two weeks fewer have as many fewer as were asked for in them.
  const twoWeeks = { ...term('Two weeks', '2025-09-01', '2025-09-14') }
  const before = cellsOfCases(drawnCases(randomFrom(seed), 300), { ...COUNTED_PLAINLY, terms: [twoWeeks, shorter] })
  expect((asked(before, twoWeeks) ?? 0) + (byShorter ?? 0)).toBe(byTerm)
})

describe('how long things took', () => {
  it.each([
    [[[3, 1]], 50, 3],
    [
      [
        [1, 1],
        [9, 1],
      ],
      50,
      1,
    ],
    [
      [
        [9, 1],
        [1, 2],
      ],
      50,
      1,
    ],
    [
      [
        [1, 5],
        [2, 4],
        [30, 1],
      ],
      90,
      2,
    ],
    [
      [
        [1, 5],
        [2, 3],
        [30, 2],
      ],
      90,
      30,
    ],
    [[], 50, undefined],
  ] as const)('%j within which %i of 100 were done: %s', (times, centile, days) => {
    expect(centileOf(times, centile)).toBe(days)
  })
})
