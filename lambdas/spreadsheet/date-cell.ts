import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOfDay,
  formatDate,
  InvalidDateError,
  monthName,
  parseCalendarDate,
} from '../law/calendar-date.ts'
import { PART_3_IN_FORCE } from '../law/citations.ts'
import { invisibleIn, shown, trimmed } from '../text/unseen.ts'

/** How a spreadsheet writes its dates. 2026-06-30 cannot be read in two ways: it is read in either order. */
export const DATE_ORDERS = ['year-first', 'day-first'] as const

export type DateOrder = (typeof DATE_ORDERS)[number]

/** What has to be known to read the dates of a spreadsheet. */
export interface DateReading {
  readonly order: DateOrder
  /** The day on which they are read, in England. What a cell tells of has happened by then. */
  readonly today: CalendarDate
}

/** What a cell for a date holds. */
export type DateCell =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'blank' }
  /** A word that people write where there is no date: "N/A". */
  | { readonly kind: 'no-date'; readonly word: string }
  /** `why` is a sentence or two for whoever keeps the spreadsheet: what is wrong, with which value, and what to do. */
  | { readonly kind: 'unreadable'; readonly why: string }

/**
 * Reads a cell for a date, as spreadsheets and people write it. It never guesses: what could be two days is unreadable.
 *
 * In either order: 2026-06-30. Day first: 30/06/2026, 30.6.26, 30-Jun-26, 30th June 2026, and the number by which a
 * spreadsheet knows a day (46203). A time may follow. A year of two digits and a number are read only where they give
 * a day from 1 September 2014 to today: no decision under Part 3 of the Children and Families Act 2014 is earlier.
 */
export function readDateCell(text: string, reading: DateReading): DateCell {
  const cell = trimmed(text)
  if (cell === '') return { kind: 'blank' }
  if (NO_DATE.has(cell.toLowerCase())) return { kind: 'no-date', word: cell }
  try {
    return { kind: 'date', date: dateIn(cell, reading) }
  } catch (error) {
    if (!(error instanceof InvalidDateError)) throw error
    return { kind: 'unreadable', why: error.message }
  }
}

/** Not "none": of a contact with the adviser it would say that there was none, and a blank says that nobody knows. */
const NO_DATE = new Set(['n/a', 'na', 'n.a.', '-', '\u2013', '\u2014', 'tbc', 'tba', 'not known', 'unknown'])

const YEAR_FIRST = /^\d{4}-\d{2}-\d{2}$/
const DAY_FIRST = /^(?<day>\d{1,2})(?<separator>[/.-])(?<month>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})$/
const DAY_FIRST_IN_WORDS =
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+|[/.-])(?<month>[a-z]+)(?:\s+|[/.-])(?<year>\d{4}|\d{2})$/i
/** Five digits are the days from 1927 to 2173. */
const SERIAL_NUMBER = /^(?<days>[1-9]\d{4})(?<fraction>\.\d+)?$/
const TIME_AFTER =
  /(?:T|\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]m)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/i

/** "january" and "jan" to 1, and so on; "sept" is how English spreadsheets shorten September. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 12 }, (_, before) => before + 1).flatMap((month): [string, number][] => {
    const name = monthName(month).toLowerCase()
    return [
      [name, month],
      [name.slice(0, 3), month],
    ]
  }),
  ['sept', 9],
])

/** The number of 1 January 1970, from which the law counts its days, in a spreadsheet that counts from 1900. */
const SERIAL_NUMBER_OF_1970 = 25_569
/** How much later the same number is in a spreadsheet that counts from 1904, as those of older Macs do. */
const DAYS_FROM_1900_TO_1904 = 1462

function dateIn(cell: string, reading: DateReading): CalendarDate {
  if (YEAR_FIRST.test(cell)) return parseCalendarDate(cell)
  const invisible = invisibleIn(cell).join(', ')
  if (invisible !== '') {
    throw new InvalidDateError(
      `${shown(cell)} has a character in it that cannot be seen (${invisible}). Type the date anew.`,
    )
  }
  if (/^#+$/.test(cell)) {
    throw new InvalidDateError(
      `${shown(cell)} is what a spreadsheet writes where a column is too narrow. Widen the column and save again.`,
    )
  }
  const time = TIME_AFTER.exec(cell)
  const written = time ? cell.slice(0, time.index) : cell
  const date = YEAR_FIRST.test(written) ? parseCalendarDate(written) : dateInAnotherForm(written, cell, reading)
  if (time?.groups) refuseUnlessOfThatDay(cell, time.groups)
  return date
}

function dateInAnotherForm(written: string, cell: string, { order, today }: DateReading): CalendarDate {
  if (order === 'year-first') return parseCalendarDate(cell)
  const serialNumber = SERIAL_NUMBER.exec(written)?.groups
  if (serialNumber) return dateOfSerialNumber(cell, serialNumber, today)
  const parts = (DAY_FIRST.exec(written) ?? DAY_FIRST_IN_WORDS.exec(written))?.groups
  const { day = '', month = '', year = '' } = parts ?? {}
  const monthNumber = MONTHS.get(month.toLowerCase()) ?? Number(month)
  if (parts === undefined || Number.isNaN(monthNumber)) {
    throw new InvalidDateError(
      `${shown(cell)} cannot be read as a date. Write it as day/month/year, for example 10/09/2026.`,
    )
  }
  if (monthNumber > 12) {
    throw new InvalidDateError(
      `${shown(cell)} has the month ${monthNumber}. The day is read first, and the two are never turned round. ` +
        'If this file writes the month first, its other dates are read wrongly too: check one that you know.',
    )
  }
  if (year.length === 4) return calendarDate(Number(year), monthNumber, Number(day))
  const date = calendarDate(2000 + Number(year), monthNumber, Number(day))
  if (hasComeUnderTheLaw(date, today)) return date
  throw new InvalidDateError(
    `${shown(cell)} has a year of two digits, which is read only where it gives a day from ` +
      `${formatDate(PART_3_IN_FORCE)} to today. Write the year in full, for example 10/09/2026.`,
  )
}

/** A day is a whole number, and a time of day the fraction after it. */
function dateOfSerialNumber(
  cell: string,
  { days, fraction = '0' }: Partial<Record<string, string>>,
  today: CalendarDate,
): CalendarDate {
  const date = dateOfDay(Number(days) - SERIAL_NUMBER_OF_1970)
  if (!hasComeUnderTheLaw(date, today)) {
    throw new InvalidDateError(
      `${shown(cell)} is a number. As a spreadsheet counts days it would be ${formatDate(date)}, and a number is read ` +
        `only where it gives a day from ${formatDate(PART_3_IN_FORCE)} to today. ${SHOW_AS_DATE}`,
    )
  }
  const from1904 = addDays(date, DAYS_FROM_1900_TO_1904)
  if (hasComeUnderTheLaw(from1904, today)) {
    throw new InvalidDateError(
      `${shown(cell)} is a number that could be two days: ${formatDate(date)} in a spreadsheet that counts from 1900, ` +
        `${formatDate(from1904)} in one that counts from 1904. ${SHOW_AS_DATE}`,
    )
  }
  // Spreadsheets shorten the fraction when they write it: 23:00 may come as .9583.
  refuseLastHour(cell, Math.round(Number(fraction) * MINUTES_IN_DAY))
  return date
}

const DATE_ALONE = 'Write the date alone.'
const SHOW_AS_DATE = 'In the spreadsheet, show the column as a date and save again.'
const MINUTES_IN_HOUR = 60
const MINUTES_IN_DAY = 24 * MINUTES_IN_HOUR

/** What a cell tells of has happened, and not before the law. That leaves one century, and one way of counting days. */
function hasComeUnderTheLaw(date: CalendarDate, today: CalendarDate): boolean {
  return date >= PART_3_IN_FORCE && date <= today
}

/** A time of day tells nothing of a date, unless there is no such time, or the day is another one in England. */
function refuseUnlessOfThatDay(
  cell: string,
  { hour, minute, second = '0', half, zone = 'Z' }: Partial<Record<string, string>>,
): void {
  const [hours, minutes] = [Number(hour), Number(minute)]
  if (minutes > 59 || Number(second) > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) {
    throw new InvalidDateError(`${shown(cell)} has a time of day that does not exist. ${DATE_ALONE}`)
  }
  if (!/^(?:Z|[+-]00:?00)$/i.test(zone)) {
    throw new InvalidDateError(
      `${shown(cell)} has the time zone ${zone}, in which the day may not be the one in England. ${DATE_ALONE}`,
    )
  }
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0
  refuseLastHour(cell, ((half ? hours % 12 : hours) + afternoon) * MINUTES_IN_HOUR + minutes)
}

/** Programs that keep time in UTC write midnight of a summer's day as 23:00 of the day before. */
function refuseLastHour(cell: string, minuteOfDay: number): void {
  if (minuteOfDay < MINUTES_IN_DAY - MINUTES_IN_HOUR) return
  throw new InvalidDateError(
    `${shown(cell)} is in the last hour of a day. Many programs write the first hour of the next day so in summer, ` +
      `so the day is not certain. ${DATE_ALONE}`,
  )
}
