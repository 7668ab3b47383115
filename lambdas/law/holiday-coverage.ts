import { coverage } from './bank-holidays.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween, formatDate } from './calendar-date.ts'

/** How long before the published bank holidays run out somebody is told. The government publishes them a year ahead. */
export const DAYS_OF_WARNING = 120

/**
 * The last day whose bank holidays are published, once that is to be told: from `DAYS_OF_WARNING` days before it on.
 * Every date after it that rests on bank holidays is provisional.
 */
export function endOfBankHolidays(today: CalendarDate): CalendarDate | undefined {
  const lastDay = calendarDate(coverage.publishedTo, 12, 31)
  return today < addDays(lastDay, -DAYS_OF_WARNING) ? undefined : lastDay
}

/** What to do about bank holidays that are running out, as a sentence, as soon as `endOfBankHolidays` tells of them. */
export function holidayCoverageWarning(today: CalendarDate): string | undefined {
  const lastDay = endOfBankHolidays(today)
  if (lastDay === undefined) return undefined
  const left = daysBetween(today, lastDay)
  const howLong = left < 0 ? 'have run out' : `run out in ${left} day${left === 1 ? '' : 's'}`
  return (
    `The published bank holidays ${howLong}: the table ends on ${formatDate(lastDay)}. ` +
    'Add the rows of the next year from https://www.gov.uk/bank-holidays to lambdas/law/bank-holiday-table.ts.'
  )
}
