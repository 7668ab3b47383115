import Holidays from 'date-holidays'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { appealDeadline } from '../../lambdas/law/appeal-deadline.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

/**
 * The appeal date worked out another way: with luxon in the zone Europe/London, one day at a time, and with bank
 * holidays from the date-holidays package. It shares nothing with the engine.
 */
const zone = 'Europe/London'
const packageHolidays = new Holidays('GB', 'ENG')
const off = new Set(
  [2026, 2027, 2028, 2029].flatMap((year) =>
    packageHolidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  ),
)

const nextDay = new Map<string, string>()
function dayAfter(day: string): string {
  let next = nextDay.get(day)
  if (next === undefined) {
    next = DateTime.fromISO(day, { zone }).plus({ days: 1 }).toISODate() as string
    nextDay.set(day, next)
  }
  return next
}

const works = new Map<string, boolean>()
function isWorkingDay(day: string): boolean {
  let working = works.get(day)
  if (working === undefined) {
    working = DateTime.fromISO(day, { zone }).weekday <= 5 && !off.has(day)
    works.set(day, working)
  }
  return working
}

function isProtected(day: string): boolean {
  return /-08-..$|-12-(2[5-9]|3[01])$|-01-01$/.test(day)
}

function rolled(day: string): string {
  let found = day
  // Out of August or Christmas first, where the time ends inside; then, in any case, to a working day.
  while (isProtected(day) && isProtected(found)) found = dayAfter(found)
  while (!isWorkingDay(found)) found = dayAfter(found)
  return found
}

function oracle(decision: string, certificate: string | undefined): string {
  const two = DateTime.fromISO(decision, { zone }).plus({ months: 2 }).toISODate() as string
  const one = certificate && (DateTime.fromISO(certificate, { zone }).plus({ months: 1 }).toISODate() as string)
  return rolled(one && one > two ? one : two)
}

describe('the engine against an independent oracle', () => {
  it('agrees on every decision day of 2026 and 2027, with no certificate and with certificates after it', () => {
    const differences: string[] = []
    let compared = 0
    for (let decision = '2026-01-01'; decision < '2028-01-01'; decision = dayAfter(decision)) {
      const day = parseCalendarDate(decision)
      for (const offset of [undefined, 0, 29, 31, 45, 59, 62, 90, 181]) {
        const certificate =
          offset === undefined
            ? undefined
            : (DateTime.fromISO(decision, { zone }).plus({ days: offset }).toISODate() as string)
        const expected = oracle(decision, certificate)
        const { lawDate } = appealDeadline({
          printedOn: day,
          sentOn: day,
          placementOnly: false,
          certificateIssuedOn: certificate === undefined ? undefined : parseCalendarDate(certificate),
        })
        compared += 1
        if (lawDate !== expected) differences.push(`${decision} ${certificate}: ${lawDate}, not ${expected}`)
      }
    }
    expect(differences).toEqual([])
    expect(compared).toBe(730 * 9)
  })
})
