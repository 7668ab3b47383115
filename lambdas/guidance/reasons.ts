import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'
import { familyReason } from '../law/explanations.ts'

/** Why a date is the date, in the law's own words for families. Nobody is told to aim for a day that has gone by. */
export function reasons(deadline: Deadline, today: CalendarDate): readonly string[] {
  if (today > deadline.lawDate) return deadline.working
  return familyReason(today > deadline.aimDate ? { ...deadline, aimDate: deadline.lawDate } : deadline)
}
