import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { cellName } from '../../../lambdas/reports/cells.ts'
import { type DisclosureRule, placesToHide } from '../../../lambdas/reports/disclosure/hide-small-numbers.ts'
import { type Flow, playOf } from '../../../lambdas/reports/disclosure/network.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { protectedTables } from '../../../lambdas/reports/report-table.ts'
import { MEASURES } from '../case-to-count.ts'
import { proveDisclosure } from './prove-disclosure.ts'

const seed = inject('seed')

const RULE: DisclosureRule = { hideUpTo: 4, roundTo: 1 }

/** A table of rows and columns with all their totals. */
function tableOf(rows: readonly (readonly number[])[]): readonly Flow[] {
  const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const columns = (rows[0] ?? []).map((_, column) => total(rows.map((row) => row[column] ?? 0)))
  return [
    ...rows.flatMap((row, place) => [
      ...row.map((value, column) => ({ from: `row ${place}`, to: `column ${column}`, value })),
      { from: 'all', to: `row ${place}`, value: total(row) },
    ]),
    ...columns.map((value, column) => ({ from: `column ${column}`, to: 'end', value })),
    { from: 'end', to: 'all', value: total(columns) },
  ]
}

/** The table as it is shown, a line each, with "c" for what is hidden. */
function shown(rows: readonly (readonly number[])[]): string[] {
  const flows = tableOf(rows)
  const hidden = placesToHide(flows, RULE)
  const width = (rows[0]?.length ?? 0) + 1
  const cells = flows.map(({ value }, place) => (hidden.has(place) ? 'c' : String(value)))
  return Array.from({ length: rows.length + 1 }, (_, line) => cells.slice(line * width, (line + 1) * width).join(' '))
}

describe('small numbers', () => {
  it('are not hidden where there are none', () => {
    expect(
      shown([
        [10, 20],
        [0, 7],
      ]),
    ).toEqual(['10 20 30', '0 7 7', '10 27 37'])
  })

  it('take others with them, so that no sum gives them away', () => {
    expect(
      shown([
        [2, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
    ).toEqual(['c c 30 52', 'c c 60 150', '70 80 90 240', '112 150 180 442'])
  })

  it('are hidden with everything that there is at a council with three cases', () => {
    expect(
      shown([
        [1, 0],
        [0, 2],
      ]).join(' '),
    ).not.toMatch(/[1-9]/)
  })

  it('could be each number up to the threshold', () => {
    const flows = tableOf([
      [3, 9],
      [6, 12],
    ])
    const hidden = placesToHide(flows, RULE)
    const play = playOf(flows, (place) => hidden.has(place), 0)
    expect(play.up).toBeGreaterThanOrEqual(1)
    expect(play.down).toBeGreaterThanOrEqual(2)
  })
})

describe('tables that divide the same cases in different ways', () => {
  const HOW_FAR = ['none', 'contact', 'mediation', 'appeal'] as const
  type Numbers = Readonly<Record<string, readonly [none: number, contact: number, mediation: number, appeal: number]>>

  /** The tables of reach of these numbers, as they are released: a line each, with "c" for what is hidden. */
  function released(numbers: Readonly<Record<string, Numbers>>, rule = RULE): Record<string, string[]> {
    const cells = Object.entries(numbers).flatMap(([id, rows]) =>
      Object.entries(rows).flatMap(([row, line]) =>
        line.map((number, column) => [cellName({ id }, { row, column: HOW_FAR[column] ?? '' }), number] as const),
      ),
    )
    const period = { from: parseMonth('2026-01'), to: parseMonth('2026-12') }
    const tables = MEASURES.filter(({ id }) => id in numbers)
    return Object.fromEntries(
      protectedTables(measured(tables, { '2026-03': Object.fromEntries(cells) }, period), rule).map((table) => [
        table.measure.id,
        table.lines
          .filter(({ row }) => row === 'all' || row in (numbers[table.measure.id] ?? {}))
          .map(({ cells: own }) => own.map((cell) => (cell === 'hidden' ? 'c' : cell)).join(' ')),
      ]),
    )
  }

  it('show their totals in all of them where none is small, whatever each has to hide', () => {
    const tables = released({
      'reach-phase': { primary: [20, 30, 40, 10], secondary: [2, 20, 20, 10], 'post-16': [18, 10, 20, 10] },
      'reach-language': { english: [30, 30, 40, 20], other: [10, 30, 40, 10] },
    })
    // Beside the small number another of its column is hidden, and in both lines one more, where that hides least.
    expect(tables['reach-phase']).toEqual([
      '20 30 40 10 0 0 100',
      'c 20 20 c 0 0 52',
      'c 10 20 c 0 0 58',
      '40 60 80 30 0 0 210',
    ])
    expect(tables['reach-language']?.at(-1)).toBe('40 60 80 30 0 0 210')
    expect(tables['reach-language']?.join()).not.toContain('c')
  })

  it('hide a small total in all of them, with another one: no table gives away what the others hide', () => {
    const tables = released({
      'reach-phase': { primary: [20, 30, 15, 2], secondary: [20, 30, 15, 0] },
      'reach-language': { english: [20, 40, 0, 2], other: [20, 20, 30, 0] },
    })
    expect(tables['reach-phase']).toEqual(['20 30 c c 0 0 67', '20 30 c c 0 0 65', '40 60 c c 0 0 132'])
    // Two families in a line are too few for what stands together there as well.
    expect(tables['reach-language']?.at(-1)).toBe('40 60 c c 0 0 132')
    expect(tables['reach-language']?.slice(0, -1).every((line) => / c c 0 0 /.test(line))).toBe(true)
  })

  it('show nothing where there are 4 cases in all, or where they do not count the same cases yet', () => {
    const few = released({ 'reach-phase': { primary: [1, 1, 1, 1] }, 'reach-language': { other: [1, 1, 1, 1] } })
    expect(Object.values(few).flat().join()).not.toMatch(/\d/)
    const differ = released({
      'reach-phase': { primary: [20, 20, 20, 20] },
      'reach-language': { other: [20, 20, 20, 9] },
    })
    expect(Object.values(differ).flat().join()).not.toMatch(/\d/)
  })

  it('keep a range of three around what they hide, also where only the number 1 is small', () => {
    const rule: DisclosureRule = { hideUpTo: 1, roundTo: 1 }
    const tables = released({ 'reach-phase': { primary: [20, 3, 15, 9], secondary: [20, 10, 15, 9] } }, rule)
    expect(tables['reach-phase']?.[0]).toMatch(/^\S+ c /)
  })
})

it(`cannot be worked out from any table of 10 made-up councils, and could be with one number less hidden (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const proved = await proveDisclosure(randomFrom(seed), { councils: 10, mostCases: 80 }, RULE, () => undefined)
  expect(proved.problems).toEqual([])
  expect(proved.hidden).toBeGreaterThan(100)
  expect(proved.weakened.tried).toBeGreaterThan(0)
  expect(proved.weakened.broken).toBe(proved.weakened.tried)
})

it(`cannot be worked out either where everything else is rounded to the nearest 5 (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const rule: DisclosureRule = { hideUpTo: 4, roundTo: 5 }
  const proved = await proveDisclosure(randomFrom(seed), { councils: 3, mostCases: 60 }, rule, () => undefined)
  expect(proved.problems).toEqual([])
  expect(proved.hidden).toBeGreaterThan(30)
})
