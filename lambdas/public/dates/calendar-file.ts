import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import { DateTime } from 'luxon'
import type { Council } from '../../cases/council.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { CalendarDay } from './calendar-days.ts'

/** 9 in the morning a week before: seconds before the day begins. */
const A_WEEK_BEFORE_AT_9 = 7 * 86_400 - 9 * 3_600

/**
 * A calendar file (RFC 5545) with an all-day entry for each date.
 *
 * An entry's UID is made from the date of the decision letter alone, so that a file made later, when a certificate has
 * changed a date, moves the entries of the first; its SEQUENCE rises with the minute at which it is made.
 *
 * @param decidedOn the date printed on the letter
 * @param now when it is made
 */
export function calendarFile(
  days: readonly CalendarDay[],
  { decidedOn, now, council }: { decidedOn: CalendarDate; now: Date; council: Pick<Council, 'name' | 'contacts'> },
): string {
  const { email } = council.contacts.officer
  const domain = email.slice(email.lastIndexOf('@') + 1)
  const file = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: council.name, product: 'SEND dates', language: 'EN' },
  })
  for (const { kind, on, summary, description } of days) {
    file.createEvent({
      id: `send-dates-${decidedOn}-${kind}@${domain}`,
      sequence: Math.floor(now.getTime() / 60_000),
      stamp: now,
      // Midnight in UTC, which ical-generator writes as the day itself.
      start: DateTime.fromISO(on, { zone: 'utc' }),
      allDay: true,
      summary,
      description: `${description} This is not legal advice.`,
      alarms: [{ type: ICalAlarmType.display, trigger: A_WEEK_BEFORE_AT_9, description: summary }],
    })
  }
  return `${file.toString()}\r\n`
}
