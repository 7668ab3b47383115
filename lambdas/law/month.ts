import { addMonths, type CalendarDate, InvalidDateError, monthName, parseCalendarDate } from './calendar-date.ts'

declare const monthBrand: unique symbol
/** A month of a year, written "2026-03": months written so sort as they come. */
export type Month = string & { readonly [monthBrand]: true }

const LENGTH = 'yyyy-mm'.length

/** The month that a day is in. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, LENGTH) as Month
}

/** Reads a month written `YYYY-MM`. @throws InvalidDateError when it is written another way, or there is no such month */
export function parseMonth(text: string): Month {
  if (text.length !== LENGTH) throw new InvalidDateError(`"${text}" is not a month. Write it as in 2026-03.`)
  return monthOf(firstDayOf(text as Month))
}

/** Its first day. */
export function firstDayOf(month: Month): CalendarDate {
  return parseCalendarDate(`${month}-01`)
}

/** The month so many months after it; before it for a negative number. */
export function monthAfter(month: Month, months: number): Month {
  return monthOf(addMonths(firstDayOf(month), months))
}

/** Whether `parseMonth` reads it. */
export function isMonth(text: string): text is Month {
  try {
    parseMonth(text)
    return true
  } catch (error) {
    if (error instanceof InvalidDateError) return false
    throw error
  }
}

/** Every month from the first to the last, both among them; none where the last comes before the first. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  return Array.from({ length: monthsFrom(first, last) }, (_, place) => monthAfter(first, place))
}

/** How many months there are from the first to the last, both counted; none where the last comes before the first. */
export function monthsFrom(first: Month, last: Month): number {
  return Math.max(0, numberOf(last) - numberOf(first) + 1)
}

/** As people write it: "March 2026". */
export function formatMonth(month: Month): string {
  return `${monthName(Number(month.slice('yyyy-'.length)))} ${month.slice(0, 'yyyy'.length)}`
}

function numberOf(month: Month): number {
  return Number(month.slice(0, 'yyyy'.length)) * 12 + Number(month.slice('yyyy-'.length))
}
