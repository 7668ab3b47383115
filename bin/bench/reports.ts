import { addedUp, cellsOfMonths, mendPeriod } from '../../lambdas/cases/store/outcome-store.ts'
import { typedMonths } from '../../lambdas/cases/store/typed-figure-store.ts'
import { monthAfter, parseMonth } from '../../lambdas/law/month.ts'
import { measured } from '../../lambdas/reports/measured.ts'
import { measuresFor } from '../../lambdas/reports/measures/all-measures.ts'
import { protectedTables, tableAsItIs } from '../../lambdas/reports/report-table.ts'
import { typedCells } from '../../lambdas/reports/typed-in/typed-cells.ts'
import { tablesForTests } from '../../tests/cases/tables-for-tests.ts'
import { COUNTED_PLAINLY } from '../../tests/reports/case-to-count.ts'
import { cellsOfCases, drawnCases } from '../../tests/reports/drawn-councils.ts'
import type { BenchOptions } from '../bench.ts'
import { randomFrom } from '../demo/random.ts'
import { countReadUnits } from './read-units.ts'
import { within } from './times.ts'

const SIZES = [10_000, 100_000, 1_000_000]
/** A report of the most cases may take so many times what one of the fewest takes. */
const MOST_TIMES_AS_MUCH = 1.5
const MOST_ITEMS = 40
/** So many made-up cases, of which each of the others is one again. */
const POOL = 4000
const MEASURED_TIMES = 40
const CELLS_AT_ONCE = 100
const TO = parseMonth('2026-11')
const PERIOD = { from: monthAfter(TO, -11), to: TO }
/** It stands beside the one before. */
const BEFORE = { from: monthAfter(TO, -23), to: monthAfter(TO, -12) }

/**
 * A report of 12 months, beside the 12 before, over 10 thousand, 100 thousand and 1 million cases. It writes the rows that add up their months, which are all
 * that a report reads, and not the cases.
 *
 * @returns whether time and read units of the most cases are under 1.5 times those of the fewest, and at most 40 items are read
 */
export async function benchReports({ seed }: BenchOptions): Promise<boolean> {
  const random = randomFrom(seed)
  const pool = drawnCases(random, POOL).map((one) => cellsOfCases([one]))
  console.log('    cases   items   cells   read units   median ms   protected ms')
  const found: { readonly units: number; readonly median: number; readonly items: number }[] = []
  for (const size of SIZES) {
    const { tables, close } = await tablesForTests()
    const readUnits = countReadUnits(tables.client)
    const sums: Record<string, Record<string, number>> = {}
    for (let number = 0; number < size; number += 1) {
      for (const [period, cells] of Object.entries(pool[Math.floor(random() * POOL)] ?? {})) {
        sums[period] ??= {}
        const own = sums[period]
        for (const [cell, count] of Object.entries(cells)) own[cell] = (own[cell] ?? 0) + count
      }
    }
    for (const [period, cells] of Object.entries(sums)) {
      const all = Object.entries(cells)
      for (let from = 0; from < all.length; from += CELLS_AT_ONCE) {
        await mendPeriod(tables, period, Object.fromEntries(all.slice(from, from + CELLS_AT_ONCE)))
      }
    }
    const report = async () => {
      const [cells, typed] = await Promise.all([
        cellsOfMonths(tables, { from: BEFORE.from }),
        typedMonths(tables, { from: BEFORE.from, to: PERIOD.to }),
      ])
      const all = addedUp([cells, typedCells(typed)])
      const measures = measuresFor(COUNTED_PLAINLY)
      const counted = measured(measures, all, PERIOD)
      return { cells, counted, shown: [counted, measured(measures, all, BEFORE)].map((one) => one.map(tableAsItIs)) }
    }
    readUnits()
    const { cells, counted } = await report()
    const units = readUnits()
    const times: number[] = []
    for (let time = 0; time < MEASURED_TIMES; time += 1) {
      const begun = performance.now()
      await report()
      times.push(performance.now() - begun)
    }
    const begun = performance.now()
    protectedTables(counted, { hideUpTo: 4, roundTo: 1 })
    const toProtect = performance.now() - begun
    const items = Object.keys(cells).length
    const inCells = Object.values(cells).reduce((sum, one) => sum + Object.keys(one).length, 0)
    const median = within(times, 0.5)
    console.log(
      `${size.toLocaleString('en-GB').padStart(9)} ${String(items).padStart(7)} ${String(inCells).padStart(7)} ${units.toFixed(1).padStart(12)} ${median.toFixed(1).padStart(11)} ${toProtect.toFixed(0).padStart(14)}`,
    )
    found.push({ units, median, items })
    await close()
  }
  const [least, most] = [found[0], found.at(-1)]
  if (!least || !most) return false
  const [units, times] = [most.units / least.units, most.median / least.median]
  console.log(
    `\nThe most cases take ${units.toFixed(2)} times the read units and ${times.toFixed(2)} times the time of the fewest.`,
  )
  return units < MOST_TIMES_AS_MUCH && times < MOST_TIMES_AS_MUCH && found.every(({ items }) => items <= MOST_ITEMS)
}
