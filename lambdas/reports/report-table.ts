import type { RoundTo } from '../cases/council.ts'
import { type DisclosureRule, placesToHide } from './disclosure/hide-small-numbers.ts'
import { type NumberedTable, networkOf } from './disclosure/network-of-tables.ts'
import { hiddenWithSharedTotals } from './disclosure/shared-totals.ts'
import { hasTotal, isUnknown, type Measured, type MeasuredFigure, type MeasuredLine } from './measured.ts'
import { type Figure, type Measure, SHARES_TOTALS } from './measures/measure.ts'
import type { ReportPeriod } from './periods.ts'

/** A number as it is shown, or why it is not. `hidden`: it is small, or would give a small one away. `unknown`: it is not typed in. */
export type Shown = number | 'hidden' | 'unknown'

/**
 * A percentage, a time or a rate as it is shown. `nothing`: it does not apply, or nothing stands behind it. `withheld`: too few things do,
 * or hidden ones. `unknown`: a number that it takes was not typed in.
 */
export interface ShownFigure {
  readonly figure: Figure
  readonly value: number | 'nothing' | 'withheld' | 'unknown'
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
  /** Which figures were not typed in, and for which months, in sentences. Absent: none is missing, or none is typed in. */
  readonly missing?: readonly string[]
}

/** Percentages, times and rates that rest on fewer things are not shown to those who see the protected version. */
export const FEWEST_BEHIND_A_FIGURE = 10

const OPEN_AT_START: ReportColumn = { column: 'open-at-start', name: 'Open at the start' }
const OPEN_AT_END: ReportColumn = { column: 'open-at-end', name: 'Open at the end' }
const ALL: ReportColumn = { column: 'all', name: 'All' }

/** A table with every number as it is: for officers and managers. */
export function tableAsItIs(measured: Measured): ReportTable {
  const asItIs = { isProtected: false, roundedTo: 1 } as const
  return tableOf(
    measured,
    asItIs,
    shownIn(measured, (number) => number),
    (figure) => figure.value ?? 'nothing',
  )
}

/**
 * All tables of a period with nothing in them that names a family: what a commissioner sees, and the only tables that may be published.
 * They are made together, because what is hidden in one could be worked out from another. Tables that only check others are left out.
 */
export function protectedTables(all: readonly Measured[], rule: DisclosureRule): readonly ReportTable[] {
  const published = all.filter(({ measure }) => measure.isPublished)
  const { roundTo } = rule
  const isHidden = hiddenNumbers(published, rule)
  const tables = published.map((measured): ShownTable => {
    const shown = shownIn(measured, (number, row, column) =>
      isHidden(measured, row, column) ? 'hidden' : rounded(number, roundTo),
    )
    return { measured, shown }
  })
  return tables.map(({ measured, shown }, table) =>
    tableOf(measured, { isProtected: true, roundedTo: roundTo }, shown, (figure, row) =>
      figureToPublish(figure, tables, table, row, roundTo),
    ),
  )
}

/** Which numbers of tables that are published together are hidden, by line and column. */
function hiddenNumbers(published: readonly Measured[], rule: DisclosureRule) {
  const numbered = published.map((measured) => ({ measured, numbers: numbersOf(measured) }))
  const isShared = ({ measured: { measure } }: NumberedTable) => measure.linked === SHARES_TOTALS
  const [sharing, others] = [numbered.filter(isShared), numbered.filter((table) => !isShared(table))]
  const { flows, placesOf } = networkOf(others)
  const hidden = placesToHide(flows, rule)
  const byTable = new Map<Measured, readonly (readonly boolean[])[]>([
    ...others.map(
      ({ measured }, table) =>
        [measured, (placesOf[table] ?? []).map((line) => line.map((place) => hidden.has(place)))] as const,
    ),
    ...hiddenWithSharedTotals(sharing, rule).map(
      (own, table) => [(sharing[table] as NumberedTable).measured, own] as const,
    ),
  ])
  return (measured: Measured, row: number, column: number) => byTable.get(measured)?.[row]?.[column] ?? false
}

/** A measure with its numbers as they are published, in the order of its lines and of `columnsOf`. */
interface ShownTable {
  readonly measured: Measured
  readonly shown: readonly (readonly Shown[])[]
}

/** A figure without anything from which a hidden number could be worked out. */
function figureToPublish(
  { figure, value, among }: MeasuredFigure,
  tables: readonly ShownTable[],
  table: number,
  row: number,
  roundTo: RoundTo,
): ShownFigure['value'] {
  const own = tables[table]
  const of = (columns: readonly string[]) => columns.map((column) => shownAt(own, row, column))
  const count = (some: readonly Shown[]) => some.reduce<number>((sum, shown) => sum + Number(shown), 0)
  const [above, below] = behindOf(figure, own, tables, row, of)
  if (value === 'unknown') return 'unknown'
  if ([...above, ...below].some((shown) => typeof shown !== 'number')) return 'withheld'
  if (among > 0 && among < FEWEST_BEHIND_A_FIGURE) return 'withheld'
  if (value === undefined) return 'nothing'
  if (roundTo === 1 || figure.kind === 'time') return value
  // From the exact figure the exact numbers could be worked out again.
  return figure.kind === 'share'
    ? Math.min(100, (100 * count(above)) / count(below))
    : (figure.per * count(above)) / count(below)
}

/** The numbers from which a figure is worked out, as they are shown: of a rate those above stand in another table. */
function behindOf(
  figure: Figure,
  own: ShownTable | undefined,
  tables: readonly ShownTable[],
  row: number,
  of: (columns: readonly string[]) => readonly Shown[],
): readonly [above: readonly Shown[], below: readonly Shown[]] {
  switch (figure.kind) {
    case 'time':
      return [[], of(figure.of)]
    case 'share':
      return [of(figure.numerator), of(figure.denominator)]
    case 'rate': {
      const { measure, column, rows } = figure.numerator
      const other = tables.find(({ measured }) => measured.measure.id === measure)
      const name = rows === 'all' ? ALL.column : own && linesOf(own.measured)[row]?.row
      const line = other ? linesOf(other.measured).findIndex((one) => one.row === name) : -1
      return [[shownAt(other, line, column)], of([figure.denominator])]
    }
  }
}

/** What is not published is as good as hidden. */
function shownAt(table: ShownTable | undefined, row: number, column: string): Shown {
  const place = table ? columnsOf(table.measured.measure).findIndex((one) => one.column === column) : -1
  return table?.shown[row]?.[place] ?? 'hidden'
}

/** The numbers of each line, in the order of `columnsOf`, but for those that are not known. */
function shownIn(measured: Measured, show: (number: number, row: number, column: number) => Shown): readonly Shown[][] {
  return numbersOf(measured).map((line, row) =>
    line.map((number, column) => (isUnknown(measured, row, column) ? 'unknown' : show(number, row, column))),
  )
}

function tableOf(
  measured: Measured,
  protection: Pick<ReportTable, 'isProtected' | 'roundedTo'>,
  cells: readonly (readonly Shown[])[],
  show: (figure: MeasuredFigure, row: number) => ShownFigure['value'],
): ReportTable {
  const { measure, period, missing } = measured
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
    ...(missing && { missing }),
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
