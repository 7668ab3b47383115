import { DateTime } from 'luxon'
import { londonDay } from '../cases/london.ts'
import { formatDate } from '../law/calendar-date.ts'
import { formatTime } from '../messages/clock-time.ts'

/** An instant as staff read it: "Tuesday 3 March 2026 at 10:04am". @param instant ISO 8601 */
export function formatInstant(instant: string): string {
  const time = DateTime.fromISO(instant, { zone: 'Europe/London' }).toFormat('HH:mm')
  return `${formatDate(londonDay(new Date(instant)))} at ${formatTime(time)}`
}
