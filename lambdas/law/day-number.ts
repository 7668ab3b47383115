/**
 * Whole days as integers: the days since Thursday 1 January 1970, in the Gregorian calendar. No clock, no time zone.
 * Inside the rules every day is such a number; text (calendar-date.ts) stands only at the edges.
 */

/** A day of the calendar, taken apart. `month` is 1 to 12. */
export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAYS_IN_400_YEARS = 146_097
const DAYS_BEFORE_1970 = 719_468

/**
 * The number of a day. The year is taken to begin in March, so that the leap day is its last day.
 * The day must exist; calendar-date.ts checks that.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_1970
}

/** The year, month and day of the month of a day number. */
export function civilDay(number: number): CivilDay {
  const shifted = number + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** The day of the week: 0 is Sunday, 6 is Saturday. */
export function weekday(number: number): number {
  // Day 0 was a Thursday. The second modulus keeps days before 1970 positive.
  return (((number + 4) % 7) + 7) % 7
}

/** The number of days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * Calendar months by the corresponding date: the day with the same number in the later month or, where there is none,
 * the last day of that month (Dodds v Walker [1981] UKHL 4). Clamped once, from the original day, so that 30 January
 * and 2 months is 30 March.
 */
export function addMonthsToDay(number: number, months: number): number {
  const { year, month, day } = civilDay(number)
  const monthsSinceYearZero = year * 12 + (month - 1) + months
  const targetYear = Math.floor(monthsSinceYearZero / 12)
  const targetMonth = monthsSinceYearZero - targetYear * 12 + 1
  return dayNumber(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)))
}
