import type { RoundTo } from '../cases/council.ts'
import { type DisclosureRule, placesToHide } from './disclosure/hide-small-numbers.ts'
import { networkOf } from './disclosure/network-of-tables.ts'
import { hasTotal, type Measured, type MeasuredFigure, type MeasuredLine } from './measured.ts'
import type { Figure, Measure } from './measures/measure.ts'
import type { ReportPeriod } from './periods.ts'

/** A number as it is shown, or that it is not: it is small, or would give a small one away. */
export type Shown = number | 'hidden'

/** A percentage or a time as it is shown. `nothing`: it does not apply, or nothing stands behind it. `withheld`: too few things do, or hidden ones. */
export interface ShownFigure {
  readonly figure: Figure
  readonly value: number | 'nothing' | 'withheld'
}

export interface ReportLine {
  /** The row of the measure; "all" for all of them. */
  readonly row: string
  readonly name: string
  /** In the order of the columns of its table. */
  readonly cells: readonly Shown[]
  readonly figures: readonly ShownFigure[]
}

/** A column of the measure, or one that is worked out from them. */
export interface ReportColumn {
  readonly column: string
  readonly name: string
}

/** What has to be known of a measure to show it. */
export type ShownMeasure = Omit<Measure, 'counts' | 'linked' | 'isPublished'>

/** A table as it is shown, whoever to: rows of numbers and figures under names. */
export interface ReportTable {
  readonly measure: ShownMeasure
  readonly period: ReportPeriod
  readonly columns: readonly ReportColumn[]
  /** One for each row of the measure and, where they add up, one for all of them. */
  readonly lines: readonly ReportLine[]
  /** Whether small numbers were hidden, if there were any. */
  readonly isProtected: boolean
  /** To which multiple its numbers were rounded: 1 where they are as they are. */
  readonly roundedTo: RoundTo
}

/** Percentages and times that rest on fewer things are not shown to those who see the protected version. */
const FEWEST_BEHIND_A_FIGURE = 10

const OPEN_AT_START: ReportColumn = { column: 'open-at-start', name: 'Open at the start' }
const OPEN_AT_END: ReportColumn = { column: 'open-at-end', name: 'Open at the end' }
const ALL: ReportColumn = { column: 'all', name: 'All' }

/** A table with every number as it is: for officers and managers. */
export function tableAsItIs(measured: Measured): ReportTable {
  const asItIs = { isProtected: false, roundedTo: 1 } as const
  return tableOf(measured, asItIs, numbersOf(measured), (figure) => figure.value ?? 'nothing')
}

/**
 * All tables of a period with nothing in them that names a family: what a commissioner sees, and the only tables that may be published.
 * They are made together, because what is hidden in one could be worked out from another. Tables that only check others are left out.
 */
export function protectedTables(all: readonly Measured[], rule: DisclosureRule): readonly ReportTable[] {
  const published = all.filter(({ measure }) => measure.isPublished)
  const { flows, placesOf } = networkOf(published.map((one) => ({ measured: one, numbers: numbersOf(one) })))
  const { roundTo } = rule
  const hidden = placesToHide(flows, rule)
  return published.map((measured, table) => {
    const places = placesOf[table] ?? []
    const shown = numbersOf(measured).map((line, row) =>
      line.map(
        (number, column): Shown => (hidden.has(places[row]?.[column] ?? -1) ? 'hidden' : rounded(number, roundTo)),
      ),
    )
    const columns = Object.keys(measured.measure.columns)
    const first = measured.measure.flow ? 1 : 0
    return tableOf(measured, { isProtected: true, roundedTo: roundTo }, shown, ({ figure, value, among }, row) => {
      const behind = figure.kind === 'share' ? [...figure.numerator, ...figure.denominator] : figure.of
      const isHidden = behind.some((column) => shown[row]?.[first + columns.indexOf(column)] === 'hidden')
      if (isHidden || (among > 0 && among < FEWEST_BEHIND_A_FIGURE)) return 'withheld'
      if (roundTo === 1 || figure.kind === 'time' || value === undefined) return value ?? 'nothing'
      // From the exact percentage the exact numbers could be worked out again.
      const count = (some: readonly string[]) =>
        some.reduce((sum, column) => sum + Number(shown[row]?.[first + columns.indexOf(column)]), 0)
      return Math.min(100, (100 * count(figure.numerator)) / count(figure.denominator))
    })
  })
}

function tableOf(
  measured: Measured,
  protection: Pick<ReportTable, 'isProtected' | 'roundedTo'>,
  cells: readonly (readonly Shown[])[],
  show: (figure: MeasuredFigure, row: number) => ShownFigure['value'],
): ReportTable {
  const { measure, period } = measured
  return {
    measure,
    period,
    columns: columnsOf(measure),
    lines: linesOf(measured).map(({ row: name, figures }, row) => ({
      row: name,
      name: name === ALL.column ? ALL.name : (measure.rows[name] ?? name),
      cells: cells[row] ?? [],
      figures: figures.map((figure) => ({ figure: figure.figure, value: show(figure, row) })),
    })),
    ...protection,
  }
}

function rounded(number: number, roundTo: RoundTo): number {
  return Math.round(number / roundTo) * roundTo
}

function linesOf({ lines, all }: Measured): readonly (MeasuredLine & { readonly row: string })[] {
  return [...lines, ...(all ? [{ ...all, row: ALL.column }] : [])]
}

function columnsOf(measure: Measure): readonly ReportColumn[] {
  const own = Object.entries(measure.columns).map(([column, name]) => ({ column, name }))
  if (measure.flow) return [OPEN_AT_START, ...own, OPEN_AT_END]
  return hasTotal(measure) ? [...own, ALL] : own
}

/** The numbers of each line, in the order of `columnsOf`. */
function numbersOf(measured: Measured): readonly (readonly number[])[] {
  return linesOf(measured).map(({ cells, open, total = 0 }) => {
    if (open) return [open.atStart, ...cells, open.atEnd]
    return hasTotal(measured.measure) ? [...cells, total] : cells
  })
}
