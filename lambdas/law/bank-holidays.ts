import { holidaysByRule } from './bank-holiday-rules.ts'
import { HOLIDAY_TABLE_VERSION, PUBLISHED_FROM, PUBLISHED_HOLIDAYS, PUBLISHED_TO } from './bank-holiday-table.ts'
import { dayOf, parseCalendarDate } from './calendar-date.ts'
import { civilDay, dayNumber } from './day-number.ts'
import { HolidaysNotKnownError } from './law-errors.ts'
import { once } from './once.ts'

export { HOLIDAY_TABLE_VERSION }

/**
 * The years for which bank holidays are known: published by the government from `publishedFrom` to `publishedTo`,
 * then computed by rule, and so provisional, to `computedTo`.
 */
export const coverage = { publishedFrom: PUBLISHED_FROM, publishedTo: PUBLISHED_TO, computedTo: 2099 } as const

/** The first and the last day (day numbers) for which bank holidays are known. */
export const firstDayKnown: number = dayNumber(coverage.publishedFrom, 1, 1)
export const lastDayKnown: number = dayNumber(coverage.computedTo, 12, 31)
const lastPublishedDay = dayNumber(coverage.publishedTo, 12, 31)
const names: () => ReadonlyMap<number, string> = once(holidayNames)

/** Whether a day (a day number) lies beyond the bank holidays that the government has published. */
export function isProvisionalDay(day: number): boolean {
  return day > lastPublishedDay
}

/**
 * The name of the bank holiday (or of Good Friday, or Christmas Day) on a day number in England and Wales, as it reads in
 * a sentence: "Good Friday", "the summer bank holiday". Undefined where it is none.
 *
 * @throws HolidaysNotKnownError outside the years of `coverage`
 */
export function holidayName(day: number): string | undefined {
  if (day < firstDayKnown || day > lastDayKnown) throw holidaysNotKnown(day)
  return names().get(day)
}

/** Every bank holiday that is known, as day numbers in no order. */
export function bankHolidayDays(): Iterable<number> {
  return names().keys()
}

/** The error for a day number outside the years of `coverage`. */
export function holidaysNotKnown(day: number): HolidaysNotKnownError {
  return new HolidaysNotKnownError(
    `Bank holidays are known from ${coverage.publishedFrom} to ${coverage.computedTo}, ` +
      `so working days in ${civilDay(day).year} cannot be counted. Check the year.`,
  )
}

function holidayNames(): Map<number, string> {
  const found = new Map<number, string>()
  for (const [day, name] of PUBLISHED_HOLIDAYS) found.set(dayOf(parseCalendarDate(day)), name)
  for (let year = coverage.publishedTo + 1; year <= coverage.computedTo; year += 1) {
    for (const { day, name } of holidaysByRule(year)) found.set(day, name)
  }
  return found
}
