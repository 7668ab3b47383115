import { createHash } from 'node:crypto'
import { caseDates } from '../cases/case-dates.ts'
import type { Council } from '../cases/council.ts'
import type { CellsByPeriod } from '../cases/counted-cells.ts'
import { ALWAYS } from '../cases/counted-cells.ts'
import type { ErasedCase } from '../cases/retention/erased-case.ts'
import type { CountCase } from '../cases/store/outcome-store.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { monthOf } from '../law/month.ts'
import { caseMeasures, measuresOf } from './measures/all-measures.ts'
import { casesListed, casesOpened } from './measures/cases.ts'
import type { Counted, FileToCount, Measure } from './measures/measure.ts'
import { REACH_ID } from './measures/reach.ts'
import { THEMES_ID } from './measures/themes.ts'
import { spansOf } from './periods.ts'

/** To be raised when a measure counts otherwise under the same names, so that the night after is no alarm. */
const WAY_OF_COUNTING = 1

/** What of a council's file says how its cases are counted. */
export type CouncilToCount = Pick<Council, 'terms' | 'particulars'>

/**
 * How the cases of a council are counted. Its version follows from the names of all cells, those of the council's own lists among them, and from its
 * terms.
 */
export function countCase(council: CouncilToCount): CountCase {
  const names = JSON.stringify([caseMeasures(council), council.terms])
  return {
    version: `${WAY_OF_COUNTING}:${createHash('sha256').update(names).digest('hex').slice(0, 12)}`,
    ofCase: (file, today) => cellsOfCase(file, today, council),
    ofErased: cellsOfErased,
  }
}

/** The name of a cell: of a measure's row and column and, where a time is known, how many days it took. */
export function cellName({ id }: Pick<Measure, 'id'>, { row, column, days }: Omit<Counted, 'on'>): string {
  return [id, row, column, ...(days === undefined ? [] : [days])].join('/')
}

/** What the cell of a name counts: the inverse of `cellName`. */
export function readCellName(name: string): Omit<Counted, 'on'> & { readonly id: string } {
  const [id = '', row = '', column = '', days] = name.split('/')
  return { id, row, column, ...(days !== undefined && { days: Number(days) }) }
}

/** A cell of one measure, in the period in which it is counted. */
export interface CellOfMeasure extends ReturnType<typeof readCellName> {
  /** A month, a span of days, or all time. */
  readonly period: string
  readonly number: number
}

/** The cells of one measure, in every period of these. */
export function cellsOfMeasure(cells: CellsByPeriod, { id }: Pick<Measure, 'id'>): readonly CellOfMeasure[] {
  return Object.entries(cells).flatMap(([period, own]) =>
    Object.entries(own).flatMap(([name, number]) => {
      const cell = readCellName(name)
      return cell.id === id ? [{ ...cell, period, number }] : []
    }),
  )
}

/**
 * In which cells a case is counted on a day, by the month and the term of what is counted.
 * @throws Error when the case is closed without an outcome: its record is damaged and a person has to look
 */
export function cellsOfCase(file: FileToCount, today: CalendarDate, council: CouncilToCount): CellsByPeriod {
  const spans = spansOf(council.terms)
  const about = { file, dates: caseDates(file.subject, today), today }
  const cells: Record<string, Record<string, number>> = {}
  const add = (period: string, name: string) => {
    cells[period] ??= {}
    const own = cells[period]
    own[name] = (own[name] ?? 0) + 1
  }
  for (const measure of measuresOf(about, council)) {
    for (const { on, ...counted } of measure.counts(about)) {
      add(monthOf(on), cellName(measure, counted))
      if (measure.flow) add(ALWAYS, cellName(measure, counted))
      const span = spans.findLast(({ from }) => from <= on)
      if (span && (span.isTerm || measure.flow)) add(span.name, cellName(measure, counted))
    }
  }
  return cells
}

/**
 * In which cells a case is counted that was erased: those in which it was counted last, without what staff recorded of the family.
 * Where it never was, what is left of it says
 * how it ended.
 */
export function cellsOfErased(
  { openedIn, route, outcome }: ErasedCase,
  before: CellsByPeriod | undefined,
): CellsByPeriod {
  const listed = cellName(casesListed, { row: 'cases', column: 'closed' })
  const isCounted = Object.values(before ?? {}).some((cells) => listed in cells)
  if (before && isCounted) return withoutParticulars(before)
  return { [openedIn]: { [cellName(casesOpened, { row: route, column: outcome })]: 1, [listed]: 1 } }
}

/** The same cells without those that say what the case was about, or which groups the family belonged to. */
function withoutParticulars(cells: CellsByPeriod): CellsByPeriod {
  const isKept = (name: string) => ![THEMES_ID, REACH_ID].some((begin) => readCellName(name).id.startsWith(begin))
  return Object.fromEntries(
    Object.entries(cells).map(([period, own]) => [
      period,
      Object.fromEntries(Object.entries(own).filter(([name]) => isKept(name))),
    ]),
  )
}
