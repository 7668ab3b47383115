import { addedUp } from '../../../lambdas/cases/store/outcome-store.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import type { DisclosureRule } from '../../../lambdas/reports/disclosure/hide-small-numbers.ts'
import { measured } from '../../../lambdas/reports/measured.ts'
import { measuresFor } from '../../../lambdas/reports/measures/all-measures.ts'
import type { Period } from '../../../lambdas/reports/periods.ts'
import { protectedTables, type ReportTable, tableAsItIs } from '../../../lambdas/reports/report-table.ts'
import { cellsOfCases, drawnCases, drawnParticularsOfCouncil, drawnTypedCells } from '../drawn-councils.ts'
import { attack } from './attack.ts'

const PERIODS = [
  { from: parseMonth('2025-12'), to: parseMonth('2026-11') },
  { from: parseMonth('2026-07'), to: parseMonth('2026-09') },
] as const satisfies readonly Period[]
const FEWEST = 5

export interface Proved {
  readonly councils: number
  readonly cases: number
  readonly tables: number
  readonly hidden: number
  readonly hiddenToProtect: number
  /** A sentence for each number that could be worked out. */
  readonly problems: readonly string[]
  /** How many of the attacks on a table with one number less hidden found something. */
  readonly weakened: { readonly tried: number; readonly broken: number }
}

/**
 * Makes councils, publishes their tables and attacks them. Of each council up to three numbers that were hidden to protect another are
 * shown again, each by itself: then the attack has to find something, or the number need not have been hidden.
 * @param random numbers from 0 up to 1
 * @param mostCases how many cases the largest council has
 */
export async function proveDisclosure(
  random: () => number,
  { councils, mostCases }: { readonly councils: number; readonly mostCases: number },
  rule: DisclosureRule,
  tell: (line: string) => void,
): Promise<Proved> {
  const proved = { cases: 0, tables: 0, hidden: 0, hiddenToProtect: 0 }
  const weakened = { tried: 0, broken: 0 }
  const problems: string[] = []
  for (let council = 1; council <= councils; council += 1) {
    // As many small councils as large ones, by their order of magnitude.
    const size = Math.round(FEWEST * (mostCases / FEWEST) ** random())
    const cells = addedUp([cellsOfCases(drawnCases(random, size)), drawnTypedCells(random, size, PERIODS[0])])
    const measures = measuresFor({ particulars: drawnParticularsOfCouncil(random) })
    proved.cases += size
    for (const period of PERIODS) {
      const counted = measured(measures, cells, period)
      const real = counted.map(tableAsItIs)
      const shown = protectedTables(counted, rule)
      proved.tables += shown.length
      const found = await unsafeIn(real, shown, rule)
      proved.hidden += found.hidden
      proved.hiddenToProtect += found.toProtect.length
      problems.push(...found.problems.map((problem) => `Council ${council}, ${size} cases: ${problem}`))
      // Rounding can keep it safe all the same.
      if (period !== PERIODS[0] || rule.roundTo > 1) continue
      for (const one of toShowAgain(found.toProtect, shown)) {
        weakened.tried += 1
        const weaker = await unsafeIn(real, withShown(shown, real, one), rule)
        if (weaker.problems.length > 0) weakened.broken += 1
      }
    }
    if (council % 25 === 0)
      tell(`${council} councils: ${proved.hidden} hidden numbers, ${problems.length} that can be worked out.`)
  }
  return { councils, ...proved, problems, weakened }
}

interface Place {
  readonly table: string
  readonly row: string
  readonly column: string
}

/**
 * Which of the numbers that were hidden to protect another are shown again, each by itself: the first of the tables that are made safe
 * as networks; where tables have their totals in common, a total that another hides; and the other side of a theme.
 */
function toShowAgain(toProtect: readonly Place[], shown: readonly ReportTable[]): readonly Place[] {
  const of = (table: string) => shown.find(({ measure }) => measure.id === table)
  const isHidden = (line: ReportTable['lines'][number] | undefined) => line?.cells.at(-1) === 'hidden'
  const inNetwork = toProtect.find(({ table }) => !['T11', 'T12'].includes(of(table)?.measure.table ?? ''))
  const total = toProtect.find(
    ({ table, row }) => of(table)?.measure.table === 'T12' && row === 'all' && !isHidden(of(table)?.lines.at(-1)),
  )
  const theme = toProtect.find(({ table, row }) => {
    return table === 'themes' && !isHidden(of(table)?.lines.find((line) => line.row === row))
  })
  return [inNetwork, total, theme].filter((one) => one !== undefined)
}

async function unsafeIn(real: readonly ReportTable[], shown: readonly ReportTable[], rule: DisclosureRule) {
  const { hideUpTo } = rule
  const problems: string[] = []
  const toProtect: Place[] = []
  const workedOut = await attack(shown, rule)
  for (const { least, most, ...place } of workedOut) {
    const value = numberAt(real, place)
    const isSmall = value >= 1 && value <= hideUpTo
    if (!isSmall) toProtect.push(place)
    const isSafe = isSmall ? least <= 1 && most >= hideUpTo : most - least >= 3
    if (!isSafe) problems.push(`${Object.values(place).join(', ')} is ${value}, and can only be ${least} to ${most}`)
  }
  // Nothing small is shown.
  for (const { measure, columns, lines } of shown) {
    for (const { row, cells } of lines) {
      cells.forEach((cell, place) => {
        if (typeof cell !== 'number' || cell < 1 || cell > hideUpTo) return
        problems.push(`${measure.id}, ${row}, ${columns[place]?.column} shows ${cell}`)
      })
    }
  }
  return { problems, toProtect, hidden: workedOut.length }
}

function numberAt(real: readonly ReportTable[], { table, row, column }: Place): number {
  const found = real.find(({ measure }) => measure.id === table)
  const place = found?.columns.findIndex((one) => one.column === column) ?? -1
  const shown = found?.lines.find((one) => one.row === row)?.cells[place]
  if (typeof shown !== 'number') throw new Error(`There is no number at ${row}, ${column} of ${table}.`)
  return shown
}

/** The same tables with one number shown again, in every table where it stands. */
function withShown(shown: readonly ReportTable[], real: readonly ReportTable[], at: Place): readonly ReportTable[] {
  return shown.map((table) => {
    if (table.measure.id !== at.table) return table
    const place = table.columns.findIndex(({ column }) => column === at.column)
    const lines = table.lines.map((line) =>
      line.row === at.row
        ? { ...line, cells: line.cells.map((cell, one) => (one === place ? numberAt(real, at) : cell)) }
        : line,
    )
    return { ...table, lines }
  })
}
