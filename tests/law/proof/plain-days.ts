import Holidays from 'date-holidays'
import { DateTime } from 'luxon'

/**
 * The oracle's calendar: luxon for days and months, bank holidays from the date-holidays package, one day at a time, on
 * dates as text. What a day gives is remembered; how it is found is as plain as it reads.
 */

const zone = 'Europe/London'
const firstYear = 2017
const lastYear = 2033

const packageHolidays = new Holidays('GB', 'ENG')
const bankHolidays = new Set<string>()
for (let year = firstYear; year <= lastYear; year += 1) {
  for (const { date, type } of packageHolidays.getHolidays(year)) {
    if (type === 'public') bankHolidays.add(date.slice(0, 10))
  }
}

/** Remembers what a function gives for a day. */
export function remembered<Answer>(find: (day: string) => Answer): (day: string) => Answer {
  const known = new Map<string, Answer>()
  return (day) => {
    const answer = known.get(day)
    if (answer !== undefined) return answer
    const found = find(day)
    known.set(day, found)
    return found
  }
}

function shifted(day: string, by: { days: number } | { months: number }): string {
  return DateTime.fromISO(day, { zone }).plus(by).toISODate() as string
}

export const dayAfter = remembered((day) => shifted(day, { days: 1 }))
export const dayBefore = remembered((day) => shifted(day, { days: -1 }))
export const twoMonthsAfter = remembered((day) => shifted(day, { months: 2 }))
export const oneMonthAfter = remembered((day) => shifted(day, { months: 1 }))

/** So many days later, or earlier where the number is below 0. */
export function daysAfter(day: string, days: number): string {
  return shifted(day, { days })
}

export function monthsAfter(day: string, months: number): string {
  return shifted(day, { months })
}

export function isFriday(day: string): boolean {
  return DateTime.fromISO(day, { zone }).weekday === 5
}

/** Rule 1(3): not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday. */
export const isWorkingDay = remembered((day) => {
  const { year, weekday, month, day: dayOfMonth } = DateTime.fromISO(day, { zone })
  if (year < firstYear || year > lastYear) throw new Error(`The oracle knows no bank holidays of ${year}.`)
  const isChristmasDay = month === 12 && dayOfMonth === 25
  return weekday <= 5 && !isChristmasDay && !bankHolidays.has(day)
})

/** Rule 12(3)(a): "a day from 25th December to 1st January inclusive, or ... any day in August". */
export const isProtected = remembered((day) => {
  const { month, day: dayOfMonth } = DateTime.fromISO(day, { zone })
  return month === 8 || (month === 12 && dayOfMonth >= 25) || (month === 1 && dayOfMonth === 1)
})

export const workingDayOnOrBefore = remembered((day) => {
  let found = day
  while (!isWorkingDay(found)) found = dayBefore(found)
  return found
})

/** The n-th working day after a day, which is day 0; before it where the number is below 0. */
export function workingDaysAfter(day: string, days: number): string {
  return nthDay(day, days, isWorkingDay)
}

/** Rule 12(3)(b): the protected days "must not be counted". */
export function tribunalWorkingDaysAfter(day: string, days: number): string {
  return nthDay(day, days, (one) => isWorkingDay(one) && !isProtected(one))
}

function nthDay(day: string, days: number, counts: (day: string) => boolean): string {
  const step = days < 0 ? dayBefore : dayAfter
  let found = day
  let left = Math.abs(days)
  while (left > 0) {
    found = step(found)
    if (counts(found)) left -= 1
  }
  return found
}
