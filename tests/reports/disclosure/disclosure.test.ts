import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../../bin/demo/random.ts'
import { type DisclosureRule, placesToHide } from '../../../lambdas/reports/disclosure/hide-small-numbers.ts'
import { type Flow, playOf } from '../../../lambdas/reports/disclosure/network.ts'
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

it(`cannot be worked out from any table of 10 made-up councils, and could be with one number less hidden (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const proved = await proveDisclosure(randomFrom(seed), { councils: 10, mostCases: 150 }, RULE, () => undefined)
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
