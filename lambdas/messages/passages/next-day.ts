import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'

/** The day to act by that is still ahead: the one to aim for or, after it, the law's last. */
export function nextDay({ aimDate, lawDate }: Deadline, today: CalendarDate): CalendarDate {
  return today > aimDate ? lawDate : aimDate
}
