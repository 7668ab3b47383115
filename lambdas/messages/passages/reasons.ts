import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { familyReason } from '../../law/explanations.ts'
import { type Block, heading, list } from '../content.ts'

/** Why a date is the date, in the law's own words for families. Nobody is told to aim for a day that has gone by. */
export function whyThisDay(deadline: Deadline, today: CalendarDate, title = 'Why this day'): Block[] {
  return [heading(title), list(...reasons(deadline, today))]
}

/** The sentences of `whyThisDay`. */
export function reasons(deadline: Deadline, today: CalendarDate): readonly string[] {
  if (today > deadline.lawDate) return deadline.working
  return familyReason(today > deadline.aimDate ? { ...deadline, aimDate: deadline.lawDate } : deadline)
}
