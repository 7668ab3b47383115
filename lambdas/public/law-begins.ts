import { formatDate } from '../law/calendar-date.ts'
import { PERIODS } from '../law/periods.ts'

/** The first day on which the time limit of a rule, as the catalogue has it, was the law. */
export function lawBegins(ruleId: 'D09' | 'D22') {
  const day = PERIODS.filter(({ id }) => id === ruleId)
    .map(({ lawFrom }) => lawFrom)
    .reduce((a, b) => (a < b ? a : b))
  return { day, inWords: formatDate(day) }
}
