import { ALWAYS, type Cells, type CellsByPeriod } from '../cases/counted-cells.ts'
import { readCellName } from './cells.ts'
import type { Figure, Measure } from './measures/measure.ts'
import { cellsOfPeriod, type ReportPeriod } from './periods.ts'
import { missingInWords, typedNumber } from './typed-in/typed-cells.ts'

/** A figure of one line. */
export interface MeasuredFigure {
  readonly figure: Figure
  /**
   * A percentage for a share, a number of days for a time, a number of things for a rate. Undefined where it does not apply, or nothing
   * stands behind it; `unknown` where a number that it takes was not typed in.
   */
  readonly value: number | 'unknown' | undefined
  /** How many things stand behind it. */
  readonly among: number
}

/** The cells of one row, or of all. */
export interface MeasuredLine {
  /** In the order of the columns. What is typed in of a cell that is not known as a whole does not count. */
  readonly cells: readonly number[]
  /** Which cells are not known, in the order of the columns, because a number of some month was not typed in. Absent: none. */
  readonly unknown?: readonly boolean[]
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
  /** Which figures were not typed in, and for which months, in sentences. Absent: none is missing. */
  readonly missing?: readonly string[]
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
 * @param cells of its months or its term, of all that come after, and of all time, as `cellsOfMonths` and `cellsOfSpans` read them; and
 *   what was typed in for its months, as `typedCells` has it
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
    return measuredBy(measure, counts, { cells, period, ofOther: (other) => within.get(other) ?? NONE })
  })
}

type CountsOfPeriods = Readonly<Record<'within' | 'after' | 'ever', Counts>>
const NONE: Counts = new Map()

/** What a measure is worked out from besides its own counts. */
interface Around {
  readonly cells: CellsByPeriod
  readonly period: ReportPeriod
  /** What another measure counts within the period. */
  readonly ofOther: (measure: string) => Counts
}

function measuredBy(measure: Measure, counts: CountsOfPeriods, { cells, period, ofOther }: Around): Measured {
  const { within } = counts
  const names = Object.keys(measure.rows)
  const columns = Object.keys(measure.columns)
  const numberOf = numberIn(measure, within, cells, period)
  const lineOf = (rows: readonly string[], isTotal: boolean): MeasuredLine => {
    const numbers = columns.map((column) => rows.map((row) => numberOf(row, column)))
    const counted = numbers.map((some) => sum(some.map((number) => number ?? 0)))
    const unknown = numbers.map((some) => some.includes(undefined))
    const daysOf = (some: readonly string[]) =>
      rows.flatMap((row) => some.flatMap((column) => [...(within.get(row)?.get(column)?.byDays ?? [])]))
    const ofLine: LineOfFigure = {
      count: (some) => sum(some.map((column) => counted[columns.indexOf(column)] ?? 0)),
      isKnown: (some) => !some.some((column) => unknown[columns.indexOf(column)]),
      daysOf,
      countOfOther: ({ measure: other, column, rows: which }) => {
        const own = ofOther(other)
        return sum((which === 'same' ? rows : [...own.keys()]).map((row) => own.get(row)?.get(column)?.count ?? 0))
      },
    }
    return {
      cells: counted,
      ...(unknown.includes(true) && { unknown }),
      ...((measure.addsUp === 'both' || measure.addsUp === 'columns') && { total: sum(counted) }),
      ...(measure.flow && { open: openOf(measure.flow, counts, rows) }),
      figures: measure.figures.map((figure) =>
        isTotal && figure.kind === 'time' && !figure.inTotal
          ? { figure, value: undefined, among: 0 }
          : figureOf(figure, ofLine),
      ),
    }
  }
  const missing = missingOf(measure, cells, period)
  return {
    measure,
    period,
    lines: names.map((row) => ({ row, ...lineOf([row], false) })),
    ...(hasLastLine(measure) && { all: lineOf(names, true) }),
    ...(missing.length > 0 && { missing }),
  }
}

/** The number of a cell: as many as were counted, or what was typed in; undefined where that is not known. */
function numberIn(measure: Measure, within: Counts, cells: CellsByPeriod, period: ReportPeriod) {
  const { counts } = measure
  if (typeof counts === 'function')
    return (row: string, column: string): number | undefined => within.get(row)?.get(column)?.count ?? 0
  return (row: string, column: string): number | undefined => {
    const of = counts.columns[column]
    const typed = (figure: string) => typedNumber(cells, counts.typedIn, { figure, row }, period)
    const [all, less] = [of && typed(of.figure), of?.less === undefined ? 0 : typed(of.less)]
    return all === undefined || less === undefined ? undefined : all - less
  }
}

function missingOf(measure: Measure, cells: CellsByPeriod, period: ReportPeriod): readonly string[] {
  const { counts } = measure
  if (typeof counts === 'function') return []
  const { typedIn, columns } = counts
  const figures = new Set(Object.values(columns).flatMap(({ figure, less }) => [figure, ...(less ? [less] : [])]))
  return missingInWords(cells, typedIn, [...figures], period)
}

/** Whether its rows add up to a last line: not where there is one row. */
export function hasLastLine({ addsUp, rows }: Measure): boolean {
  return (addsUp === 'both' || addsUp === 'rows') && Object.keys(rows).length > 1
}

/** Each thing is in one of several columns, so that a line adds up. */
export function hasTotal({ addsUp, columns }: Measure): boolean {
  return (addsUp === 'both' || addsUp === 'columns') && Object.keys(columns).length > 1
}

/**
 * Whether nobody knows a number, because a part of it was not typed in.
 * @param row that of the line, the last one for all rows
 * @param column in the order of the columns; after them the sum of a line
 */
export function isUnknown({ lines, all }: Measured, row: number, column: number): boolean {
  const unknown = (lines[row] ?? all)?.unknown
  return unknown !== undefined && (unknown[column] ?? true)
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

/** What a figure is worked out from: the cells of its line, and those of another table. */
interface LineOfFigure {
  /** How many things are in some columns. */
  readonly count: (columns: readonly string[]) => number
  readonly isKnown: (columns: readonly string[]) => boolean
  /** Numbers of days, with how many took so long. */
  readonly daysOf: (columns: readonly string[]) => readonly (readonly [number, number])[]
  readonly countOfOther: (numerator: Extract<Figure, { kind: 'rate' }>['numerator']) => number
}

function figureOf(figure: Figure, line: LineOfFigure): MeasuredFigure {
  switch (figure.kind) {
    case 'time': {
      const times = line.daysOf(figure.of)
      return { figure, value: centileOf(times, figure.centile), among: sum(times.map(([, number]) => number)) }
    }
    case 'share': {
      const among = line.count(figure.denominator)
      if (!line.isKnown([...figure.numerator, ...figure.denominator])) return { figure, value: 'unknown', among }
      return { figure, value: among === 0 ? undefined : (100 * line.count(figure.numerator)) / among, among }
    }
    case 'rate': {
      const [things, of] = [line.countOfOther(figure.numerator), line.count([figure.denominator])]
      // Of the two the fewer stand behind it, but for none at all, which is as sure as what it is set against.
      const among = things === 0 ? of : Math.min(things, of)
      if (!line.isKnown([figure.denominator])) return { figure, value: 'unknown', among }
      return { figure, value: of === 0 ? undefined : (figure.per * things) / of, among }
    }
  }
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
