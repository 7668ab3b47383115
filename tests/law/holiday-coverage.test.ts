import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../lambdas/law/bank-holidays.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { endOfBankHolidays, holidayCoverageWarning } from '../../lambdas/law/holiday-coverage.ts'

function warningOn(day: string): string | undefined {
  return holidayCoverageWarning(parseCalendarDate(day))
}

describe('published bank holidays that run out', () => {
  it('are told of from 120 days before the end of the last published year', () => {
    expect(coverage.publishedTo).toBe(2027)
    expect(warningOn('2027-09-01')).toBeUndefined()
    expect(warningOn('2027-09-02')).toBe(
      'The published bank holidays run out in 120 days: the table ends on Friday 31 December 2027. Add the rows of the next year from https://www.gov.uk/bank-holidays to lambdas/law/bank-holiday-table.ts.',
    )
    expect(warningOn('2027-12-30')).toContain('run out in 1 day:')
    expect(warningOn('2027-12-31')).toContain('run out in 0 days:')
    expect(warningOn('2028-01-01')).toContain('have run out:')
    expect(endOfBankHolidays(parseCalendarDate('2027-09-01'))).toBeUndefined()
    expect(endOfBankHolidays(parseCalendarDate('2028-01-01'))).toBe('2027-12-31')
  })

  it('are warned of on the day of the test, which does not fail by the calendar alone', () => {
    const today = DateTime.now().setZone('Europe/London').toISODate() ?? ''
    const warning = warningOn(today)
    if (warning !== undefined) console.warn(warning)
    expect(warning === undefined).toBe(today < '2027-09-02')
  })
})
