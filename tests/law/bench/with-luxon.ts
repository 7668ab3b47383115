import { DateTime } from 'luxon'
import { bankHolidays } from './bank-holidays.ts'
import type { Appeal, Input } from './inputs.ts'

// UTC is luxon's fastest zone; a calendar date needs no other.
const zone = { zone: 'utc' }

/** By luxon. */
export function appealByLuxon({ decision, certificate }: Input): Appeal {
  const fromDecision = DateTime.fromISO(decision, zone).plus({ months: 2 })
  const fromCertificate = DateTime.fromISO(certificate, zone).plus({ months: 1 })
  const end = fromCertificate > fromDecision ? fromCertificate : fromDecision
  return { appealBy: iso(rolled(end)), aim: iso(workingDayOnOrBefore(end)) }
}

function rolled(end: DateTime): DateTime {
  const { year, month, day } = end
  if (month === 8) return workingDayOnOrAfter(end.set({ month: 9, day: 1 }))
  if (month === 12 && day >= 25) return workingDayOnOrAfter(end.set({ year: year + 1, month: 1, day: 2 }))
  if (month === 1 && day === 1) return workingDayOnOrAfter(end.plus({ days: 1 }))
  return workingDayOnOrAfter(end)
}

function workingDayOnOrAfter(day: DateTime): DateTime {
  let found = day
  while (!isWorkingDay(found)) found = found.plus({ days: 1 })
  return found
}

function workingDayOnOrBefore(day: DateTime): DateTime {
  let found = day
  while (!isWorkingDay(found)) found = found.minus({ days: 1 })
  return found
}

function isWorkingDay(day: DateTime): boolean {
  return day.weekday <= 5 && !bankHolidays.has(iso(day))
}

function iso(day: DateTime): string {
  return day.toISODate() ?? ''
}
