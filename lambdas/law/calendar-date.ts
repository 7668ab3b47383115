import { addMonthsToDay, civilDay, daysInMonth, firstDayOfMonth, monthNumber, weekday } from './day-number.ts'

declare const calendarDateBrand: unique symbol

/** A day in England, written `YYYY-MM-DD`. Not an instant. Two of them compare in order of time with `<` and `>`. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true }

/** A day that does not exist, or text that is not a day. The message can be shown to whoever typed it. */
export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError'
}

/** The months as `formatDate` writes them. */
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const FIRST_YEAR = 1900
const LAST_YEAR = 9999
const LONGEST_ECHO = 40
const NOT_DIGITS = -100_000
const ZERO = '0'.charCodeAt(0)
/** The numbers 0 to 31 as a date writes them. */
const TWO_DIGITS = Array.from({ length: 32 }, (_, value) => (value < 10 ? `0${value}` : String(value)))
const DASH = '-'.charCodeAt(0)

/**
 * The calendar date of a year, a month (1 to 12) and a day of the month.
 *
 * @throws InvalidDateError when there is no such day, or the year is not 1900 to 9999
 */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  refuseNoSuchDay(year, month, day)
  return textOf(year, month, day)
}

function refuseNoSuchDay(year: number, month: number, day: number): void {
  refuseNoSuchYear(year)
  const name = monthName(month)
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) {
    throw new InvalidDateError(`There is no ${day} ${name} ${year}. Check the day and the month.`)
  }
}

function refuseNoSuchYear(year: number): void {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new InvalidDateError(`The year ${year} is not a year from ${FIRST_YEAR} to ${LAST_YEAR}. Check the year.`)
  }
}

/**
 * Reads a date written `YYYY-MM-DD`, and no other way.
 *
 * @throws InvalidDateError when the text is written another way, or there is no such day
 */
export function parseCalendarDate(text: string): CalendarDate {
  parseDay(text)
  return text as CalendarDate
}

/**
 * As `parseCalendarDate`, but gives the day number (day-number.ts). For reading many dates: it makes no text.
 *
 * @throws InvalidDateError when the text is written another way, or there is no such day
 */
export function parseDay(text: string): number {
  const year = yearIn(text)
  const month = twoDigitsAt(text, 5)
  const day = twoDigitsAt(text, 8)
  const dashes = text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH
  if (text.length !== 10 || !dashes || year < 0 || month < 0 || day < 0) {
    const shown = text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}...` : text
    throw new InvalidDateError(
      `"${shown}" cannot be read as a date. Write it as year-month-day, for example 2026-09-10.`,
    )
  }
  refuseNoSuchDay(year, month, day)
  return firstDayOfMonth(monthNumber(year, month)) + day - 1
}

/** The date some whole days later, or earlier when `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayOf(date) + wholeNumber(days, 'days'))
}

/**
 * The corresponding date some calendar months later (earlier when negative), or the last day of that month where the
 * month has no day with that number. Clamped once, from `date`: Dodds v Walker [1981] UKHL 4.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return dateOfDay(addMonthsToDay(dayOf(date), wholeNumber(months, 'months')))
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayOf(to) - dayOf(from)
}

/** The earlier of two dates. */
export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b
}

/** The later of two dates. */
export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}

/** The earliest of some dates, in any order; undefined where there is none. */
export function earliestOf(dates: readonly CalendarDate[] | undefined): CalendarDate | undefined {
  return dates?.toSorted()[0]
}

/** The date in full, for example "Thursday 10 September 2026". */
export function formatDate(date: CalendarDate): string {
  return formatDay(dayOf(date))
}

/** The day number of a date (day-number.ts). */
export function dayOf(date: CalendarDate): number {
  return firstDayOfMonth(monthNumber(yearIn(date), twoDigitsAt(date, 5))) + twoDigitsAt(date, 8) - 1
}

/**
 * The date of a day number.
 *
 * @throws InvalidDateError outside the years 1900 to 9999
 */
export function dateOfDay(number: number): CalendarDate {
  const { year, month, day } = civilDay(number)
  refuseNoSuchYear(year)
  return textOf(year, month, day)
}

/** A day number in full, for example "Thursday 10 September 2026". */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number)
  return `${weekdayName(number)} ${day} ${monthName(month)} ${year}`
}

/** The day of the week of a day number, for example "Thursday". */
export function weekdayName(number: number): string {
  return WEEKDAY_NAMES[weekday(number)] as string
}

/**
 * The name of a month, 1 to 12.
 *
 * @throws InvalidDateError for any other number
 */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1]
  if (name === undefined) {
    throw new InvalidDateError(`There is no month ${month}. Write the month as a number from 1 to 12.`)
  }
  return name
}

function textOf(year: number, month: number, day: number): CalendarDate {
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}` as CalendarDate
}

/** The year that a text begins with; below 0 where it is not four digits. */
function yearIn(text: string): number {
  return twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2)
}

/** The number that two digits at a place of a text write; far below 0 where either is not a digit. */
function twoDigitsAt(text: string, place: number): number {
  const tens = text.charCodeAt(place) - ZERO
  const ones = text.charCodeAt(place + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NOT_DIGITS
}

function wholeNumber(value: number, unit: string): number {
  if (!Number.isInteger(value)) throw new RangeError(`${value} is not a whole number of ${unit}.`)
  return value
}
