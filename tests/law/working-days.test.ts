import { describe, expect, it } from 'vitest'
import { dateOfDay, parseCalendarDate, parseDay } from '../../lambdas/law/calendar-date.ts'
import { HolidaysNotKnownError } from '../../lambdas/law/law-errors.ts'
import { lastWorkingDayUpTo } from '../../lambdas/law/working-day-number.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDayOnOrAfter } from '../../lambdas/law/working-days.ts'

describe('working days (rule 1(3): not a weekend, Good Friday, Christmas Day or a bank holiday)', () => {
  it.each([
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-04', false, 'Saturday'],
    ['2026-04-05', false, 'Sunday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-12-24', true, 'Christmas Eve on a Thursday'],
    ['2026-12-29', true, 'in the days that only the Tribunal leaves out'],
    ['2026-08-19', true, 'August'],
  ])('%s: %s (%s)', (day, working) => {
    expect(isWorkingDay(parseCalendarDate(day))).toBe(working)
  })

  it.each([
    ['2026-11-23', 3, '2026-11-26'],
    ['2026-04-02', 3, '2026-04-09'],
    ['2026-04-04', 3, '2026-04-09'],
    ['2026-12-23', 3, '2026-12-30'],
    ['2026-04-20', -5, '2026-04-13'],
    ['2026-04-20', -6, '2026-04-10'],
    ['2026-04-04', 0, '2026-04-04'],
  ])('%s and %i working days is %s', (day, n, expected) => {
    expect(addWorkingDays(parseCalendarDate(day), n)).toBe(expected)
  })

  it('are not known outside the years of the bank holidays, which is said', () => {
    expect(isWorkingDay(parseCalendarDate('2014-01-01'))).toBe(false)
    expect(isWorkingDay(parseCalendarDate('2099-12-31'))).toBe(true)
    for (const day of ['2013-12-31', '2100-01-01', '2103-06-15']) {
      expect(() => isWorkingDay(parseCalendarDate(day))).toThrow(HolidaysNotKnownError)
    }
    expect(() => addWorkingDays(parseCalendarDate('2099-12-31'), 1)).toThrow(HolidaysNotKnownError)
  })

  it('refuses part of a working day', () => {
    expect(() => addWorkingDays(parseCalendarDate('2026-04-02'), 2.5)).toThrow(
      '2.5 is not a whole number of working days.',
    )
  })

  it('finds the working days around a day, which is itself one when it is a working day', () => {
    expect(nextWorkingDayOnOrAfter(parseCalendarDate('2026-04-03'))).toBe('2026-04-07')
    expect(dateOfDay(lastWorkingDayUpTo(parseDay('2026-04-06')))).toBe('2026-04-02')
    expect(nextWorkingDayOnOrAfter(parseCalendarDate('2026-04-07'))).toBe('2026-04-07')
    expect(dateOfDay(lastWorkingDayUpTo(parseDay('2026-04-07')))).toBe('2026-04-07')
  })
})
