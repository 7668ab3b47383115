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

/** A month by its number: the months since January of year 0. January 2026 is 24,312. */
const MONTHS_IN_YEAR = 12

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
  const month = monthNumberOf(number)
  const year = Math.floor(month / MONTHS_IN_YEAR)
  return { year, month: month - year * MONTHS_IN_YEAR + 1, day: number - firstDayOfMonth(month) + 1 }
}

/** The number of a month of a year; `month` is 1 to 12. */
export function monthNumber(year: number, month: number): number {
  return year * MONTHS_IN_YEAR + month - 1
}

/** The number of the month that a day lies in. */
export function monthNumberOf(number: number): number {
  return MONTH_OF_DAY[number - FIRST_LISTED_DAY] ?? computedMonthOf(number)
}

/** The day number of the first day of a month, given by its number. */
export function firstDayOfMonth(month: number): number {
  return FIRST_DAY_OF_MONTH[month - FIRST_LISTED_MONTH] ?? computedFirstDay(month)
}

function computedFirstDay(month: number): number {
  const year = Math.floor(month / MONTHS_IN_YEAR)
  return dayNumber(year, month - year * MONTHS_IN_YEAR + 1, 1)
}

function computedMonthOf(number: number): number {
  const shifted = number + DAYS_BEFORE_1970
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  // Counted from March, the months of a year run on into the next one's January and February.
  return (yearOfEra + era * 400) * MONTHS_IN_YEAR + monthFromMarch + 2
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
  const month = monthNumberOf(number)
  const target = month + months
  const firstDay = firstDayOfMonth(target)
  const sameNumber = firstDay + (number - firstDayOfMonth(month))
  const lastDay = firstDayOfMonth(target + 1) - 1
  return Math.min(sameNumber, lastDay)
}

// The years that the service's dates fall in are listed once, because the proof asks for months millions of times.
// Other years are worked out each time, to the same answer.
const FIRST_LISTED_YEAR = 2000
const FIRST_LISTED_MONTH = FIRST_LISTED_YEAR * MONTHS_IN_YEAR
const LISTED_MONTHS = 101 * MONTHS_IN_YEAR
const FIRST_LISTED_DAY = dayNumber(FIRST_LISTED_YEAR, 1, 1)
const FIRST_DAY_OF_MONTH: Int32Array = new Int32Array(LISTED_MONTHS)
const MONTH_OF_DAY: Uint16Array = new Uint16Array(
  computedFirstDay(FIRST_LISTED_MONTH + LISTED_MONTHS) - FIRST_LISTED_DAY,
)
// Month after month, because every function makes the table at its start: asking for each month's first day takes longer.
let firstDay = FIRST_LISTED_DAY
for (let index = 0; index < LISTED_MONTHS; index++) {
  const month = FIRST_LISTED_MONTH + index
  const dayAfter =
    firstDay + daysInMonth(FIRST_LISTED_YEAR + Math.floor(index / MONTHS_IN_YEAR), (index % MONTHS_IN_YEAR) + 1)
  FIRST_DAY_OF_MONTH[index] = firstDay
  MONTH_OF_DAY.fill(month, firstDay - FIRST_LISTED_DAY, dayAfter - FIRST_LISTED_DAY)
  firstDay = dayAfter
}
