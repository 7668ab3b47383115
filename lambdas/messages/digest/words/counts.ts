import type { Standing } from '../../../cases/work/standing.ts'
import { type CalendarDate, daysBetween } from '../../../law/calendar-date.ts'

/** "3 days late", in calendar days after the last day. */
export function daysLate(lastDay: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(lastDay, today)
  return `${days} ${days === 1 ? 'day' : 'days'} late`
}

/** So many are told in one part of a digest. A longer email would be cut off by mail programs, and read by nobody. */
const MOST_TOLD = 25

/** The first of a list, and how many more there are. */
export function firstFew<Item>(items: readonly Item[]): { readonly told: readonly Item[]; readonly more: number } {
  const told = items.slice(0, MOST_TOLD)
  return { told, more: items.length - told.length }
}

const WORDS: Readonly<Record<Standing, string>> = { late: 'late', today: 'to do today', soon: 'coming up' }

/** "2 late, 1 to do today, 4 coming up": what of it there is. */
export function countStandings(work: readonly { readonly standing: Standing }[]): string {
  return (['late', 'today', 'soon'] as const)
    .map((standing) => ({ standing, count: work.filter((one) => one.standing === standing).length }))
    .filter(({ count }) => count > 0)
    .map(({ standing, count }) => `${count} ${WORDS[standing]}`)
    .join(', ')
}
