import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import { DateTime } from 'luxon'
import type { Council } from '../../cases/council.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { DatePanel, PanelKind } from './date-panels.ts'
import type { DatesThatApply } from './dates-that-apply.ts'

/** A whole day in the family's calendar. No name, need or diagnosis: a calendar is often shared. */
export interface CalendarDay {
  readonly kind: PanelKind
  readonly on: CalendarDate
  readonly summary: string
  readonly description: string
}

const SUMMARIES: Readonly<Record<PanelKind, { readonly aim: string; readonly last: string }>> = {
  contact: { aim: 'Speak to the mediation adviser by today', last: 'Last day to speak to the mediation adviser' },
  mediation: {
    aim: 'The council must arrange mediation by today',
    last: 'Last day for the council to arrange mediation',
  },
  appeal: {
    aim: 'Aim for the Tribunal to have your appeal by midday today',
    last: 'Last day: the Tribunal must have your appeal by 5pm',
  },
}

/** 9 in the morning a week before: seconds before the day begins. */
const A_WEEK_BEFORE_AT_9 = 7 * 86_400 - 9 * 3_600

/**
 * The dates that are still ahead, each on the day to keep to. After a late talk with the adviser the appeal is to be
 * sent today, and a day in the calendar would look safe: it is left out.
 */
export function calendarDays(panels: readonly DatePanel[], { contactIsLate }: DatesThatApply): readonly CalendarDay[] {
  return panels.flatMap(({ kind, standing, date, lawDate, lawTime }) => {
    if (standing === 'passed' || (kind === 'appeal' && contactIsLate)) return []
    const words = SUMMARIES[kind]
    return [
      {
        kind,
        on: date,
        summary: standing === 'ahead' ? words.aim : words.last,
        description: `The law's last ${lawTime ? 'moment is 5pm on' : 'day is'} ${formatDate(lawDate)}.`,
      },
    ]
  })
}

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
  { decidedOn, now, council }: { decidedOn: CalendarDate; now: Date; council: Pick<Council, 'name' | 'officer'> },
): string {
  const domain = council.officer.email.slice(council.officer.email.lastIndexOf('@') + 1)
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
