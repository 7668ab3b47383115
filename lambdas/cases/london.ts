import { DateTime } from 'luxon'
import { type CalendarDate, parseCalendarDate } from '../law/calendar-date.ts'

const LONDON = 'Europe/London'

/** The day that it is in England at this instant. */
export function londonDay(instant: Date): CalendarDate {
  return parseCalendarDate(DateTime.fromJSDate(instant, { zone: LONDON }).toFormat('yyyy-MM-dd'))
}

/** The instant at which it is this time ("09:00") on this day in England. */
export function londonInstant(day: CalendarDate, time: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone: LONDON }).toJSDate()
}
