import type { KeptRelease } from '../cases/store/release-store.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type Month, monthAfter, monthOf } from '../law/month.ts'
import type { Period } from './periods.ts'
import { KINDS_OF_YEAR, type KindOfYear, yearsThatAreOver } from './questions/years.ts'
import type { ReportTable } from './report-table.ts'

/** So many quarters back a release can still be made that nobody made in time. */
const QUARTERS_BACK = 4

/**
 * The periods of which a release can be made: 12 months each, which end with a quarter of the calendar year that is over, and the years
 * that information requests ask for. The last one first. There are no others: two overlapping periods of other lengths would give away
 * the months between.
 * @param today the day in England
 */
export function periodsToRelease(today: CalendarDate): readonly Period[] {
  const month = monthOf(today)
  const lastOver = monthAfter(month, -(((Number(month.slice('yyyy-'.length)) - 1) % 3) + 1))
  const quarters = Array.from({ length: QUARTERS_BACK }, (_, quarter) => monthAfter(lastOver, -3 * quarter))
  const years = Object.keys(KINDS_OF_YEAR).flatMap((kind) => yearsThatAreOver(kind as KindOfYear, today))
  return [...new Set([...quarters, ...years])]
    .sort()
    .reverse()
    .map((to) => ({ from: monthAfter(to, -11), to }))
}

/** The tables as a release keeps them: everything that is needed to show them, whatever a later version counts or names otherwise. */
export function asKept(tables: readonly ReportTable[]): string {
  if (tables.some(({ isProtected }) => !isProtected))
    throw new Error('Only tables with small numbers hidden can be released.')
  return JSON.stringify(tables)
}

/** The tables of a release, as they were published. */
export function tablesOf({ tables }: Pick<KeptRelease, 'tables'>): readonly ReportTable[] {
  return JSON.parse(tables) as readonly ReportTable[]
}

/** How many numbers of a release are others by now: what was recorded since has corrected them. */
export function numbersThatDiffer(released: readonly ReportTable[], now: readonly ReportTable[]): number {
  const numbers = (tables: readonly ReportTable[]) =>
    new Map(
      tables.flatMap(({ measure, columns, lines }) =>
        lines.flatMap(({ row, cells }) =>
          cells.map((shown, place) => [`${measure.id}/${row}/${columns[place]?.column}`, shown] as const),
        ),
      ),
    )
  const before = numbers(released)
  return [...numbers(now)].filter(([name, shown]) => before.has(name) && before.get(name) !== shown).length
}

/** The number of the next release of a period. */
export function nextRevision(releases: readonly KeptRelease[], to: Month): number {
  return Math.max(0, ...releases.filter((one) => one.to === to).map(({ revision }) => revision)) + 1
}
