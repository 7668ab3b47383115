import { type CalendarDate, earlierOf } from './calendar-date.ts'
import { PERIODS } from './periods.ts'

const RULES = { appeal: 'D09', discriminationClaim: 'D22' } as const

/** The first day on which the law set the date of this name, as far as the catalogue goes back. */
export function firstDayOf(date: keyof typeof RULES): CalendarDate {
  return PERIODS.filter(({ id }) => id === RULES[date])
    .map(({ lawFrom }) => lawFrom)
    .reduce(earlierOf)
}
