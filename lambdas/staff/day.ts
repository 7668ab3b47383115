import { londonDay, londonTime } from '../cases/london.ts'
import { formatDate } from '../law/calendar-date.ts'
import { formatTime } from '../messages/clock-time.ts'

/** An instant as staff read it: "Tuesday 3 March 2026 at 10:04am". @param instant ISO 8601 */
export function formatInstant(instant: string): string {
  const moment = new Date(instant)
  return `${formatDate(londonDay(moment))} at ${formatTime(londonTime(moment))}`
}
