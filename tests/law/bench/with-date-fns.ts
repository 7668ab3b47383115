import { addDays, addMonths, formatISO, getDate, getDay, getMonth, getYear, parseISO } from 'date-fns'
import { bankHolidays } from './bank-holidays.ts'
import type { Appeal, Input } from './inputs.ts'

/** By date-fns, on the machine's own local dates. */
export function appealByDateFns({ decision, certificate }: Input): Appeal {
  const fromDecision = addMonths(parseISO(decision), 2)
  const fromCertificate = addMonths(parseISO(certificate), 1)
  const end = fromCertificate > fromDecision ? fromCertificate : fromDecision
  return { appealBy: iso(rolled(end)), aim: iso(workingDay(end, -1)) }
}

function rolled(end: Date): Date {
  const [year, month, day] = [getYear(end), getMonth(end) + 1, getDate(end)]
  if (month === 8) return workingDay(new Date(year, 8, 1), 1)
  if (month === 12 && day >= 25) return workingDay(new Date(year + 1, 0, 2), 1)
  if (month === 1 && day === 1) return workingDay(new Date(year, 0, 2), 1)
  return workingDay(end, 1)
}

/** The day itself if it is a working day, or else the next one in that direction. */
function workingDay(day: Date, step: 1 | -1): Date {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, step)
  return found
}

function isWorkingDay(day: Date): boolean {
  const weekday = getDay(day)
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(iso(day))
}

function iso(day: Date): string {
  return formatISO(day, { representation: 'date' })
}
