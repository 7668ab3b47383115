import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import type { TypedMonth } from '../../cases/store/typed-figure-store.ts'
import { formatMonth, type Month, monthAfter, monthsBetween } from '../../law/month.ts'
import { cellName } from '../cells.ts'
import type { ReportPeriod } from '../periods.ts'
import { type TypedPlace, type TypedTableId, typedTable } from './typed-tables.ts'

/** What is typed in stands beside what is counted, under the id of no measure. */
const TYPED = { id: 'typed-in' } as const

/** What was typed in, as cells of its months, so that it is read as what is counted is. */
export function typedCells(typed: readonly TypedMonth[]): CellsByPeriod {
  const cells: Record<string, Record<string, number>> = {}
  for (const { month, numbers } of typed) {
    cells[month] ??= {}
    const own = cells[month]
    for (const { figure, row, number } of numbers) own[cellName(TYPED, { row: figure, column: row })] = number
  }
  return cells
}

/** The number of a place in a period; undefined where it is not typed in for each month that it takes. */
export function typedNumber(
  cells: CellsByPeriod,
  id: TypedTableId,
  { figure, row }: TypedPlace,
  period: ReportPeriod,
): number | undefined {
  const name = cellName(TYPED, { row: figure, column: row })
  const months = monthsNeeded(id, period)
  const numbers = months.flatMap((month) => cells[month]?.[name] ?? [])
  return months.length > 0 && numbers.length === months.length ? numbers.reduce((sum, one) => sum + one, 0) : undefined
}

/** The months of which a number is needed: of what there was at an end, the last. What is typed in for months is of no term. */
function monthsNeeded(id: TypedTableId, period: ReportPeriod): readonly Month[] {
  if ('term' in period) return []
  const { from, to } = period
  if (typedTable(id).of === 'at-end') return [to]
  return monthsBetween(from, to)
}

/** Which figures of which months are missing in a period, a sentence for each figure. Nothing where none is. */
export function missingInWords(
  cells: CellsByPeriod,
  id: TypedTableId,
  figures: readonly string[],
  period: ReportPeriod,
): readonly string[] {
  const { title, rows, figures: own } = typedTable(id)
  if ('term' in period) return [`${title}: typed in for months, so that nothing is known of a term.`]
  const isOne = Object.keys(own).length === 1
  return figures.flatMap((figure) => {
    const name = isOne ? title : `${title}, ${own[figure]?.label.toLowerCase()}`
    const lacking = (month: Month) =>
      Object.keys(rows).filter((row) => cells[month]?.[cellName(TYPED, { row: figure, column: row })] === undefined)
    const months = monthsNeeded(id, period)
    const whole = months.filter((month) => lacking(month).length === Object.keys(rows).length)
    const inPart = months.filter((month) => lacking(month).length > 0 && !whole.includes(month))
    const words = [
      ...runsOf(whole).map(([first, last]) =>
        first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`,
      ),
      ...inPart.map(
        (month) =>
          `${formatMonth(month)} (${lacking(month)
            .map((row) => rows[row])
            .join(', ')})`,
      ),
    ]
    return words.length === 0 ? [] : [`${name}: not typed in for ${words.join('; ')}.`]
  })
}

/** Months one after the other, as their first and their last. */
function runsOf(months: readonly Month[]): readonly (readonly [first: Month, last: Month])[] {
  const runs: [Month, Month][] = []
  for (const month of months) {
    const run = runs.at(-1)
    if (run && monthAfter(run[1], 1) === month) run[1] = month
    else runs.push([month, month])
  }
  return runs
}
