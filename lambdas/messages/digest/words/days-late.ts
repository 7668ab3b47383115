import { type CalendarDate, daysBetween } from '../../../law/calendar-date.ts'

/** "3 days late", in calendar days after the last day. */
export function daysLate(lastDay: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(lastDay, today)
  return `${days} ${days === 1 ? 'day' : 'days'} late`
}
