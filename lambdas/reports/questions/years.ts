import type { CalendarDate } from '../../law/calendar-date.ts'
import { type Month, monthAfter, monthOf } from '../../law/month.ts'

/**
 * The years by which people ask: each with the month in which it ends. The academic year is not among them, because no release ends
 * with August.
 */
export const KINDS_OF_YEAR = {
  calendar: { words: 'calendar years', endsIn: 12 },
  financial: { words: 'financial years, which begin in April', endsIn: 3 },
} as const
export type KindOfYear = keyof typeof KINDS_OF_YEAR

/** As many years as requests ask for at once. */
const YEARS = 3

/** The last months of the years that are over, the earliest first. @param today the day in England */
export function yearsThatAreOver(kind: KindOfYear, today: CalendarDate): readonly Month[] {
  const month = monthOf(today)
  const since = (Number(month.slice('yyyy-'.length)) - KINDS_OF_YEAR[kind].endsIn + 12) % 12
  const last = monthAfter(month, since === 0 ? -12 : -since)
  return Array.from({ length: YEARS }, (_, place) => monthAfter(last, 12 * (place - YEARS + 1)))
}

/** A year by its last month: "2025", or "2025 to 2026" where it lies in two. */
export function yearName(to: Month): string {
  const [from, year] = [monthAfter(to, -11), to].map((month) => month.slice(0, 'yyyy'.length)) as [string, string]
  return from === year ? year : `${from} to ${year}`
}
