import { describe, expect, it } from 'vitest'
import type { RetentionRule } from '../../lambdas/cases/council.ts'
import { type CalendarDate, parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { type Due, dueOn } from '../../lambdas/retention/due-on.ts'

const rule = (yearsAfterClosing: number, untilAge: RetentionRule['untilAge']): RetentionRule => ({
  yearsAfterClosing,
  untilAge,
})

/** Years after closing, age, opened, closed, born: due on, by. */
type Row = readonly [string, number, number | 'none', string, string, string | undefined, string, Due['by']]

describe('when a closed case is due', () => {
  it.each<Row>([
    ['the day after six years', 6, 'none', '2026-01-05', '2026-11-27', undefined, '2032-11-28', 'closing'],
    [
      'closed on 29 February, into a common year',
      1,
      'none',
      '2027-09-01',
      '2028-02-29',
      undefined,
      '2029-03-01',
      'closing',
    ],
    [
      'closed on 29 February, into a leap year',
      4,
      'none',
      '2027-09-01',
      '2028-02-29',
      undefined,
      '2032-03-01',
      'closing',
    ],
    [
      'closed on 28 February, into a leap year',
      1,
      'none',
      '2026-09-01',
      '2027-02-28',
      undefined,
      '2028-02-29',
      'closing',
    ],
    ['closed on the last day of a year', 10, 'none', '2026-01-05', '2026-12-31', undefined, '2037-01-01', 'closing'],
    ['the child’s 25th birthday is later', 6, 25, '2026-01-05', '2026-11-27', '2019-05-04', '2044-05-05', 'birthday'],
    ['the child’s 31st birthday is later', 6, 31, '2026-01-05', '2026-11-27', '2019-05-04', '2050-05-05', 'birthday'],
    ['a child of four, until 31, past 2050', 6, 31, '2026-01-05', '2026-11-27', '2022-08-31', '2053-09-01', 'birthday'],
    ['a newborn, until 34, in 2060', 6, 34, '2026-11-27', '2026-12-01', '2026-02-28', '2060-02-29', 'birthday'],
    [
      'born on 29 February, a birthday in a common year',
      1,
      25,
      '2026-01-05',
      '2026-11-27',
      '2020-02-29',
      '2045-03-01',
      'birthday',
    ],
    [
      'born on 29 February, a birthday in a leap year',
      1,
      28,
      '2026-01-05',
      '2026-11-27',
      '2020-02-29',
      '2048-03-01',
      'birthday',
    ],
    [
      'a young person of 24: the closing is later',
      6,
      25,
      '2026-01-05',
      '2026-11-27',
      '2002-01-01',
      '2032-11-28',
      'closing',
    ],
    ['both on one day', 6, 25, '2026-01-05', '2026-11-27', '2007-11-27', '2032-11-28', 'closing'],
    ['nobody knows the birth', 6, 25, '2026-01-05', '2026-11-27', undefined, '2051-01-06', 'birth-not-known'],
    [
      'nobody knows the birth, and the closing is later',
      30,
      25,
      '2026-01-05',
      '2026-11-27',
      undefined,
      '2056-11-28',
      'closing',
    ],
    ['closed in the winter of 2059', 1, 'none', '2059-01-01', '2059-12-31', undefined, '2061-01-01', 'closing'],
  ])('%s', (_, years, age, openedOn, closedOn, bornOn, on, by) => {
    const days = { openedOn: day(openedOn), closedOn: day(closedOn), bornOn: bornOn ? day(bornOn) : undefined }
    expect(dueOn(rule(years, age), days)).toEqual({ on, by })
  })

  it('is never before either time is over, on any day of four years, with every age', () => {
    for (let closed = Date.UTC(2026, 0, 1); closed < Date.UTC(2030, 0, 1); closed += 86_400_000) {
      const closedOn = iso(closed)
      for (const [years, age] of [
        [1, 25],
        [6, 31],
        [34, 'none'],
      ] as const) {
        const bornOn = iso(closed - 17 * 365 * 86_400_000)
        const { on } = dueOn(rule(years, age), { closedOn, openedOn: closedOn, bornOn })
        const eve = iso(Date.parse(on) - 86_400_000)
        // Counted another way: by the number of the year, as a person does.
        expect(eve >= sameDay(closedOn, years)).toBe(true)
        if (age !== 'none') expect(eve >= sameDay(bornOn, age)).toBe(true)
        expect(eve === sameDay(closedOn, years) || (age !== 'none' && eve === sameDay(bornOn, age))).toBe(true)
      }
    }
  })
})

function iso(at: number): CalendarDate {
  return day(new Date(at).toISOString().slice(0, 10))
}

/** The same day some years later; 28 February where there is no 29th. */
function sameDay(from: CalendarDate, years: number): string {
  const year = Number(from.slice(0, 4)) + years
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${year}${from.endsWith('-02-29') && !isLeap ? '-02-28' : from.slice(4)}`
}
