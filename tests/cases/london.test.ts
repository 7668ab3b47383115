import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { londonDay, londonInstant, londonTime } from '../../lambdas/cases/london.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

const LONDON = { zone: 'Europe/London' }
const INSTANTS = fc.date({
  min: new Date('1996-01-01T00:00Z'),
  max: new Date('2100-12-31T00:00Z'),
  noInvalidDate: true,
})

describe('the clock in England', () => {
  it.each([
    ['2026-03-29T00:59:59Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '02:00'],
    ['2026-06-30T22:59:59Z', '2026-06-30', '23:59'],
    ['2026-06-30T23:00:00Z', '2026-07-01', '00:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25', '01:00'],
    ['2026-12-31T23:59:59Z', '2026-12-31', '23:59'],
    ['2027-01-01T00:00:00Z', '2027-01-01', '00:00'],
  ])('at %s shows %s, %s', (instant, day, time) => {
    expect([londonDay(new Date(instant)), londonTime(new Date(instant))]).toEqual([day, time])
  })

  it('shows at any instant what luxon shows', () => {
    fc.assert(
      fc.property(INSTANTS, (instant) => {
        const shown = DateTime.fromJSDate(instant, LONDON)
        expect([londonDay(instant), londonTime(instant)]).toEqual([
          shown.toFormat('yyyy-MM-dd'),
          shown.toFormat('HH:mm'),
        ])
      }),
    )
  })

  it('refuses an instant that is none', () => {
    expect(() => londonDay(new Date('soon'))).toThrow(RangeError)
  })
})

describe('the instant of a time in England', () => {
  it.each([
    ['2026-02-10', '09:00', '2026-02-10T09:00:00.000Z'],
    ['2026-03-28', '09:00', '2026-03-28T09:00:00.000Z'],
    ['2026-03-29', '09:00', '2026-03-29T08:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
    ['2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
    ['2026-10-25', '09:00', '2026-10-25T09:00:00.000Z'],
    // The hour that March leaves out, and the one that October has twice.
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ])('of %s at %s is %s', (day, time, instant) => {
    expect(londonInstant(parseCalendarDate(day), time).toISOString()).toBe(instant)
  })

  it('is when that day and time are shown, outside the hours of the changes', () => {
    fc.assert(
      fc.property(INSTANTS, fc.integer({ min: 3, max: 23 }), (instant, hour) => {
        const [day, time] = [londonDay(instant), `${String(hour).padStart(2, '0')}:15`]
        const found = londonInstant(day, time)
        expect(found.getTime()).toBe(DateTime.fromISO(`${day}T${time}`, LONDON).toMillis())
      }),
    )
  })
})
