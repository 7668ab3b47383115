import { LocalDate } from '@js-joda/core'
import { bankHolidays } from './bank-holidays.ts'
import type { Appeal, Input } from './inputs.ts'

/** By js-joda, whose LocalDate is a calendar date as the law means it. */
export function appealByJsJoda({ decision, certificate }: Input): Appeal {
  const fromDecision = LocalDate.parse(decision).plusMonths(2)
  const fromCertificate = LocalDate.parse(certificate).plusMonths(1)
  const end = fromCertificate.isAfter(fromDecision) ? fromCertificate : fromDecision
  return { appealBy: rolled(end).toString(), aim: workingDay(end, -1).toString() }
}

function rolled(end: LocalDate): LocalDate {
  const [year, month, day] = [end.year(), end.monthValue(), end.dayOfMonth()]
  if (month === 8) return workingDay(LocalDate.of(year, 9, 1), 1)
  if (month === 12 && day >= 25) return workingDay(LocalDate.of(year + 1, 1, 2), 1)
  if (month === 1 && day === 1) return workingDay(LocalDate.of(year, 1, 2), 1)
  return workingDay(end, 1)
}

/** The day itself if it is a working day, or else the next one in that direction. */
function workingDay(day: LocalDate, step: 1 | -1): LocalDate {
  let found = day
  while (!isWorkingDay(found)) found = found.plusDays(step)
  return found
}

function isWorkingDay(day: LocalDate): boolean {
  return day.dayOfWeek().value() <= 5 && !bankHolidays.has(day.toString())
}
