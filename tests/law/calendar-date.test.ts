import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  earlierOf,
  formatDate,
  InvalidDateError,
  laterOf,
  parseCalendarDate,
} from '../../lambdas/law/calendar-date.ts'

describe('a calendar date', () => {
  it.each([
    ['2026-02-31', 'There is no 31 February 2026. Check the day and the month.'],
    ['2027-02-29', 'There is no 29 February 2027. Check the day and the month.'],
    ['2026-04-00', 'There is no 0 April 2026. Check the day and the month.'],
    ['2026-13-01', 'There is no month 13. Write the month as a number from 1 to 12.'],
    ['2026-00-01', 'There is no month 0. Write the month as a number from 1 to 12.'],
    ['2026-06-31', 'There is no 31 June 2026. Check the day and the month.'],
    ['2026-09-31', 'There is no 31 September 2026. Check the day and the month.'],
    ['2026-11-31', 'There is no 31 November 2026. Check the day and the month.'],
    ['1900-02-29', 'There is no 29 February 1900. Check the day and the month.'],
    ['2100-02-29', 'There is no 29 February 2100. Check the day and the month.'],
    ['0026-09-10', 'The year 26 is not a year from 1900 to 9999. Check the year.'],
    ['0000-09-10', 'The year 0 is not a year from 1900 to 9999. Check the year.'],
    ['1899-12-31', 'The year 1899 is not a year from 1900 to 9999. Check the year.'],
  ])('refuses %j and says why', (text, message) => {
    expect(() => parseCalendarDate(text)).toThrow(new InvalidDateError(message))
  })

  it.each([
    ['another order', ['10/09/2026', '10-09-2026', '09-10-2026']],
    ['another sign than a dash', ['2026/09/10', '2026/09-10', '2026-09/10', '2026 09-10']],
    ['fewer or more characters', ['', '2026-9-1', '2026-09-1', '2026-09-10T00:00', ' 2026-09-10', '2026-09-10\n']],
    ['letters', ['abcd-09-10', '2026-ab-10', '2026-Sep-10', '2026-09-ab', '2O26-09-10']],
    // Just below 0 and just above 9 in the order of characters.
    ['a slash or a colon for a digit', ['2/26-09-10', '20/6-09-10', '20:6-09-10', '2026-1/-10', '2026-0:-10']],
  ])('refuses %s, and says how to write a date', (_way, texts) => {
    for (const text of texts) {
      expect(() => parseCalendarDate(text)).toThrow(
        new InvalidDateError(`"${text}" cannot be read as a date. Write it as year-month-day, for example 2026-09-10.`),
      )
    }
  })

  it.each([
    '1900-01-01',
    '9999-12-31',
    '2000-02-29',
    '2400-02-29',
    '1950-03-01',
    '2130-03-01',
    '2026-06-30',
    '2026-12-31',
  ])('reads %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text)
    expect(addDays(parseCalendarDate(text), 0)).toBe(text)
  })

  it('counts every day of the years that are listed, and of the year after them', () => {
    const start = parseCalendarDate('2000-01-01')
    const days = Array.from({ length: 102 * 365 }, (_, index) => index)
    const wrong = days.filter(
      (day) => addDays(start, day) !== new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10),
    )
    expect(wrong).toEqual([])
  })

  it('ends with the year 9999, and begins with 1900', () => {
    expect(() => addDays(calendarDate(9999, 12, 31), 1)).toThrow(
      new InvalidDateError('The year 10000 is not a year from 1900 to 9999. Check the year.'),
    )
    expect(() => addDays(calendarDate(1900, 1, 1), -1)).toThrow(
      new InvalidDateError('The year 1899 is not a year from 1900 to 9999. Check the year.'),
    )
  })

  it('repeats only the start of a very long text', () => {
    expect(() => parseCalendarDate('x'.repeat(40))).toThrow(`"${'x'.repeat(40)}" cannot be read as a date.`)
    expect(() => parseCalendarDate('x'.repeat(10_000))).toThrow(
      `"${'x'.repeat(40)}..." cannot be read as a date. Write it as year-month-day, for example 2026-09-10.`,
    )
  })

  it.each([
    [2026.5, 9, 10],
    [Number.NaN, 9, 10],
    [2026, 9.5, 10],
    [2026, 9, 10.5],
    [10_000, 1, 1],
    [2024, 4, 31],
  ])('refuses the numbers %d, %d, %d', (year, month, day) => {
    expect(() => calendarDate(year, month, day)).toThrow(InvalidDateError)
  })

  it('is written in full for people', () => {
    expect(formatDate(parseCalendarDate('2026-09-10'))).toBe('Thursday 10 September 2026')
    expect(formatDate(parseCalendarDate('1900-01-01'))).toBe('Monday 1 January 1900')
  })

  it('compares, and finds the earlier and the later', () => {
    const first = calendarDate(2026, 9, 9)
    const second = calendarDate(2026, 9, 10)
    expect(first < second).toBe(true)
    expect([earlierOf(first, second), earlierOf(second, first)]).toEqual([first, first])
    expect([laterOf(first, second), laterOf(second, first)]).toEqual([second, second])
    expect(daysBetween(second, first)).toBe(-1)
  })

  it('counts days over the ends of months, years and leap years', () => {
    expect(addDays(calendarDate(2026, 12, 31), 1)).toBe('2027-01-01')
    expect(addDays(calendarDate(2028, 2, 28), 1)).toBe('2028-02-29')
    expect(addDays(calendarDate(2027, 3, 1), -1)).toBe('2027-02-28')
    expect(daysBetween(calendarDate(2000, 2, 28), calendarDate(2000, 3, 1))).toBe(2)
    expect(daysBetween(calendarDate(2100, 2, 28), calendarDate(2100, 3, 1))).toBe(1)
  })

  it('refuses part of a day or of a month', () => {
    expect(() => addDays(calendarDate(2026, 1, 1), 1.5)).toThrow('1.5 is not a whole number of days.')
    expect(() => addMonths(calendarDate(2026, 1, 1), 0.5)).toThrow('0.5 is not a whole number of months.')
  })
})

describe('calendar months: the corresponding date (Dodds v Walker [1981] UKHL 4)', () => {
  it.each([
    ['2026-02-10', 2, '2026-04-10', 'plain'],
    ['2025-12-31', 2, '2026-02-28', 'clamped to the last day'],
    ['2027-12-31', 2, '2028-02-29', 'clamped in a leap year'],
    ['2027-02-28', 2, '2027-04-28', 'no jump from month end to month end'],
    ['2026-04-30', 2, '2026-06-30', 'no jump from month end to month end'],
    ['2027-01-30', 2, '2027-03-30', 'clamped once, from the original date, never step by step'],
    ['2027-01-31', 1, '2027-02-28', 'clamped'],
    ['2026-11-15', 2, '2027-01-15', 'over the year'],
    ['2026-03-31', -1, '2026-02-28', 'back'],
    ['2026-01-15', -13, '2024-12-15', 'back over the year'],
  ])('%s and %i months is %s (%s)', (from, months, to) => {
    expect(addMonths(parseCalendarDate(from), months)).toBe(to)
  })
})
