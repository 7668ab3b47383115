import { describe, expect, it } from 'vitest'
import { dayOf, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { isProtectedDay, rolledUnderRule12, rollUnderRule12 } from '../../lambdas/law/tribunal-roll.ts'

function day(text: string): number {
  return dayOf(parseCalendarDate(text))
}

describe('rule 12 of the Tribunal’s rules', () => {
  it.each([
    ['2026-07-31', '2026-07-31', 'working-day', '12(1)'],
    ['2026-08-01', '2026-09-01', 'august', '12(3)(a)'],
    ['2026-08-31', '2026-09-01', 'august', '12(3)(a)'],
    ['2029-08-15', '2029-09-03', 'august', '12(3)(a): 1 September 2029 is a Saturday'],
    ['2026-09-01', '2026-09-01', 'working-day', '12(1)'],
    ['2026-12-24', '2026-12-24', 'working-day', '12(1)'],
    ['2026-12-25', '2027-01-04', 'christmas', '12(3)(a)'],
    ['2026-12-29', '2027-01-04', 'christmas', '12(3)(a): a working day, and protected'],
    ['2027-01-01', '2027-01-04', 'christmas', '12(3)(a)'],
    ['2027-01-02', '2027-01-04', 'not-a-working-day', '12(2)'],
    ['2025-01-02', '2025-01-02', 'working-day', '12(1)'],
    ['2026-04-03', '2026-04-07', 'not-a-working-day', '12(2): Good Friday'],
    ['2027-07-31', '2027-08-02', 'not-a-working-day', '12(2), into August: J16'],
  ])('a time that ends on %s is kept until %s, because of %s (%s)', (unrolled, expected, because) => {
    expect(rollUnderRule12(day(unrolled))).toEqual({ day: day(expected), because })
    expect(rolledUnderRule12(day(unrolled))).toBe(day(expected))
    expect(isProtectedDay(day(unrolled))).toBe(because === 'august' || because === 'christmas')
  })
})
