import type { CalendarDate } from '../law/calendar-date.ts'

/** Numbers of things by the name of the cell in which they are counted. */
export type Cells = Readonly<Record<string, number>>

/** The cells of each month, "2026-03", of all time together, and of each span between the days on which a term begins or is over. */
export type CellsByPeriod = Readonly<Record<string, Cells>>

/** All time together. After every month where they are sorted. */
export const ALWAYS = 'always'

/** The span of days that begins on this day. After all time where they are sorted. */
export function spanName(from: CalendarDate): string {
  return `${SPAN}${from}`
}

/** What the names of spans begin with. */
export const SPAN = 'span/'
