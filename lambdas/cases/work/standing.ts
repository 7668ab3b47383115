import type { CalendarDate } from '../../law/calendar-date.ts'

/** How something that is to be done stands on a day: its last day has gone by, it is to be done now, or there is time. */
export type Standing = 'late' | 'today' | 'soon'

/** @param day the day to do it on. @param lastDay the day after which it is late. */
export function standingOn(
  today: CalendarDate,
  { day, lastDay }: { readonly day: CalendarDate; readonly lastDay: CalendarDate },
): Standing {
  if (today > lastDay) return 'late'
  return today >= day ? 'today' : 'soon'
}
