import { expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { namedPeriods } from '../../lambdas/reports/periods.ts'

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
