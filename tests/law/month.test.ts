import { describe, expect, it } from 'vitest'
import { InvalidDateError, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import {
  firstDayOf,
  formatMonth,
  isMonth,
  monthAfter,
  monthOf,
  monthsBetween,
  monthsFrom,
  parseMonth,
} from '../../lambdas/law/month.ts'

const DECEMBER = parseMonth('2026-12')

describe('a month', () => {
  it('is that of a day, has a first day, and is written as people write it', () => {
    expect(monthOf(parseCalendarDate('2026-12-31'))).toBe('2026-12')
    expect(firstDayOf(DECEMBER)).toBe('2026-12-01')
    expect(formatMonth(DECEMBER)).toBe('December 2026')
    expect(formatMonth(parseMonth('2026-03'))).toBe('March 2026')
  })

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', 24, '2028-03'],
    ['2026-03', 0, '2026-03'],
  ])('%s and %i months is %s', (month, months, then) => {
    expect(monthAfter(parseMonth(month), months)).toBe(then)
  })

  it.each([
    ['2026-12', '2026-12', 1],
    ['2025-11', '2026-02', 4],
    ['2026-02', '2026-01', 0],
    ['2026-12', '2025-01', 0],
  ])('from %s to %s there are %i', (first, last, months) => {
    expect(monthsFrom(parseMonth(first), parseMonth(last))).toBe(months)
    const all = monthsBetween(parseMonth(first), parseMonth(last))
    expect(all).toHaveLength(months)
    if (months > 0) expect([all[0], all.at(-1)]).toEqual([first, last])
    expect(all.every(isMonth)).toBe(true)
  })

  it.each(['2026-13', '2026-00', '2026-3', '2026-12-01', '', 'December', '0001-01'])('"%s" is none', (text) => {
    expect(() => parseMonth(text)).toThrow(InvalidDateError)
    expect(isMonth(text)).toBe(false)
  })

  it('says what it should look like', () => {
    expect(() => parseMonth('2026-3')).toThrow('"2026-3" is not a month. Write it as in 2026-03.')
  })
})
