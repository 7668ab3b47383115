import { type CalendarDate, parseCalendarDate } from '../law/calendar-date.ts'
import { once } from '../law/once.ts'

/** Node's own clock of England. Made on use: it costs a function more than the rest of its dates. */
const clock = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
)

/** The day that it is in England at this instant. @throws RangeError when the instant is not one */
export function londonDay(instant: Date): CalendarDate {
  const { year, month, day } = shown(instant)
  return parseCalendarDate(`${year}-${month}-${day}`)
}

/** The time that it is in England at this instant, on the 24-hour clock: "16:59". @throws RangeError when it is not one */
export function londonTime(instant: Date): string {
  const { hour, minute } = shown(instant)
  return `${hour}:${minute}`
}

/**
 * The instant at which it is this time ("09:00") on this day in England. Of the hour that comes twice in October it is the
 * first; a time in the hour that March leaves out is told by the clock before the change.
 */
export function londonInstant(day: CalendarDate, time: string): Date {
  const inSummer = new Date(`${day}T${time}+01:00`)
  return londonTime(inSummer) === time ? inSummer : new Date(`${day}T${time}Z`)
}

function shown(instant: Date): Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> {
  return Object.fromEntries(
    clock()
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
}
