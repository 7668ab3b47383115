import { expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../lambdas/law/month.ts'
import { namedPeriods, periodBefore } from '../../lambdas/reports/periods.ts'

it.each([
  ['The last 12 months', '2025-12', '2026-11'],
  ['The 12 months before those', '2024-12', '2025-11'],
  ['This month', '2026-11', '2026-11'],
  ['Last month', '2026-10', '2026-10'],
  ['This quarter', '2026-10', '2026-11'],
  ['Last quarter', '2026-07', '2026-09'],
  ['This calendar year', '2026-01', '2026-11'],
  ['Last calendar year', '2025-01', '2025-12'],
  ['This financial year (from April)', '2026-04', '2026-11'],
  ['Last financial year (from April)', '2025-04', '2026-03'],
  ['This academic year (from September)', '2026-09', '2026-11'],
  ['Last academic year (from September)', '2025-09', '2026-08'],
])('on 27 November 2026, %s is from %s to %s', (name, from, to) => {
  const periods = namedPeriods(parseCalendarDate('2026-11-27'))
  expect(periods).toContainEqual({ name, from, to })
  expect(periods).toHaveLength(12)
})

it.each([
  ['2026-03', '2026-03', '2026-02', '2026-02'],
  ['2026-01', '2026-03', '2025-10', '2025-12'],
  ['2025-04', '2026-03', '2024-04', '2025-03'],
])('the period before %s to %s is %s to %s', (from, to, first, last) => {
  expect(periodBefore({ from: parseMonth(from), to: parseMonth(to) }, [])).toEqual({ from: first, to: last })
})

it('has no period before three years, nor before the first term', () => {
  const day = parseCalendarDate
  const [autumn, spring] = [
    { name: 'Autumn', from: day('2025-09-01'), to: day('2025-12-19') },
    { name: 'Spring', from: day('2026-01-05'), to: day('2026-03-27') },
  ]
  expect(periodBefore({ from: parseMonth('2024-01'), to: parseMonth('2026-12') }, [])).toBeUndefined()
  expect(periodBefore({ term: autumn }, [autumn, spring])).toBeUndefined()
  expect(periodBefore({ term: spring }, [autumn, spring])).toEqual({ term: autumn })
})
