import { ALWAYS, type Cells, type CellsByPeriod } from '../cases/counted-cells.ts'
import { readCellName } from './cells.ts'
import type { Figure, Measure } from './measures/measure.ts'
import { cellsOfPeriod, type ReportPeriod } from './periods.ts'

/** A figure of one line. */
export interface MeasuredFigure {
  readonly figure: Figure
  /** A percentage for a share, a number of days for a time. Undefined where it does not apply, or nothing stands behind it. */
  readonly value: number | undefined
  /** How many things stand behind it. */
  readonly among: number
}

/** The cells of one row, or of all. */
export interface MeasuredLine {
  /** In the order of the columns. */
  readonly cells: readonly number[]
  /** How many things there are. Only where each is in one column. */
  readonly total?: number
  /** Of things that begin and end: how many were open before the period, and after it. */
  readonly open?: { readonly atStart: number; readonly atEnd: number }
  readonly figures: readonly MeasuredFigure[]
}

/** A measure of a period: a line for each row, and one for all where that adds up. */
export interface Measured {
  readonly measure: Measure
  readonly period: ReportPeriod
  readonly lines: readonly (MeasuredLine & { readonly row: string })[]
  readonly all?: MeasuredLine
}

/** A counted number in each cell, and how long each took of which that is known, by row and column. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, Column>>
interface Column {
  readonly count: number
  /** How many took so many days. */
  readonly byDays: ReadonlyMap<number, number>
}

/**
 * Measures of a period.
 * @param cells of its months or its term, of all that come after, and of all time, as `cellsOfMonths` and `cellsOfSpans` read them
 */
export function measured(
  measures: readonly Measure[],
  cells: CellsByPeriod,
  period: ReportPeriod,
): readonly Measured[] {
  const isOf = cellsOfPeriod(period)
  const all = Object.entries(cells)
  const within = countsOf(all.filter(([name]) => isOf.within(name)))
  const after = countsOf(all.filter(([name]) => isOf.after(name)))
  const ever = countsOf([[ALWAYS, cells[ALWAYS] ?? {}]])
  return measures.map((measure) => {
    const { id } = measure
    const counts = { within: within.get(id) ?? NONE, after: after.get(id) ?? NONE, ever: ever.get(id) ?? NONE }
    return measuredBy(measure, counts, period)
  })
}

type CountsOfPeriods = Readonly<Record<'within' | 'after' | 'ever', Counts>>
const NONE: Counts = new Map()

function measuredBy(measure: Measure, counts: CountsOfPeriods, period: ReportPeriod): Measured {
  const { within } = counts
  const names = Object.keys(measure.rows)
  const columns = Object.keys(measure.columns)
  const lineOf = (rows: readonly string[], isTotal: boolean): MeasuredLine => {
    const counted = columns.map((column) => sum(rows.map((row) => within.get(row)?.get(column)?.count ?? 0)))
    const daysOf = (some: readonly string[]) =>
      rows.flatMap((row) => some.flatMap((column) => [...(within.get(row)?.get(column)?.byDays ?? [])]))
    return {
      cells: counted,
      ...((measure.addsUp === 'both' || measure.addsUp === 'columns') && { total: sum(counted) }),
      ...(measure.flow && { open: openOf(measure.flow, counts, rows) }),
      figures: measure.figures.map((figure) =>
        isTotal && figure.kind === 'time' && !figure.inTotal
          ? { figure, value: undefined, among: 0 }
          : figureOf(figure, columns, counted, daysOf),
      ),
    }
  }
  return {
    measure,
    period,
    lines: names.map((row) => ({ row, ...lineOf([row], false) })),
    ...(hasLastLine(measure) && { all: lineOf(names, true) }),
  }
}

/** Whether its rows add up to a last line: not where there is one row. */
export function hasLastLine({ addsUp, rows }: Measure): boolean {
  return (addsUp === 'both' || addsUp === 'rows') && Object.keys(rows).length > 1
}

/** Each thing is in one of several columns, so that a line adds up. */
export function hasTotal({ addsUp, columns }: Measure): boolean {
  return (addsUp === 'both' || addsUp === 'columns') && Object.keys(columns).length > 1
}

/** What is counted in some periods, by the id of its measure. */
function countsOf(periods: readonly (readonly [string, Cells])[]): ReadonlyMap<string, Counts> {
  const byMeasure = new Map<string, Map<string, Map<string, { count: number; byDays: Map<number, number> }>>>()
  for (const [, cells] of periods) {
    for (const [name, number] of Object.entries(cells)) {
      const { id, row, column, days } = readCellName(name)
      const counts = byMeasure.get(id) ?? new Map()
      byMeasure.set(id, counts)
      const columns = counts.get(row) ?? new Map()
      counts.set(row, columns)
      const cell = columns.get(column) ?? { count: 0, byDays: new Map<number, number>() }
      columns.set(column, cell)
      cell.count += number
      if (days !== undefined) cell.byDays.set(days, (cell.byDays.get(days) ?? 0) + number)
    }
  }
  return byMeasure
}

/** What is open at the end is what is open now, without what began since and with what ended since. */
function openOf(
  { begun, done }: NonNullable<Measure['flow']>,
  { within, after, ever }: CountsOfPeriods,
  rows: readonly string[],
) {
  const count = (counts: Counts, columns: readonly string[]) =>
    sum(rows.flatMap((row) => columns.map((column) => counts.get(row)?.get(column)?.count ?? 0)))
  const openIn = (counts: Counts) => count(counts, [begun]) - count(counts, done)
  const atEnd = openIn(ever) - openIn(after)
  return { atStart: atEnd - openIn(within), atEnd }
}

function figureOf(
  figure: Figure,
  columns: readonly string[],
  cells: readonly number[],
  daysOf: (columns: readonly string[]) => readonly (readonly [number, number])[],
): MeasuredFigure {
  if (figure.kind === 'time') {
    const times = daysOf(figure.of)
    return { figure, value: centileOf(times, figure.centile), among: sum(times.map(([, number]) => number)) }
  }
  const count = (some: readonly string[]) => sum(some.map((column) => cells[columns.indexOf(column)] ?? 0))
  const among = count(figure.denominator)
  return { figure, value: among === 0 ? undefined : (100 * count(figure.numerator)) / among, among }
}

/**
 * The number of days within which so many of a hundred were done: the smallest of which that is true.
 * @param times numbers of days, with how many took so long
 * @returns undefined where there is none
 */
export function centileOf(times: readonly (readonly [number, number])[], centile: number): number | undefined {
  const inOrder = [...times].sort(([one], [other]) => one - other)
  const needed = (sum(inOrder.map(([, number]) => number)) * centile) / 100
  let counted = 0
  for (const [days, number] of inOrder) {
    counted += number
    if (counted >= needed && number > 0) return days
  }
  return undefined
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
