import { reasons } from '../../guidance/reasons.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, heading, list } from '../content.ts'

/** `reasons` under a heading. */
export function whyThisDay(deadline: Deadline, today: CalendarDate, title = 'Why this day'): Block[] {
  return [heading(title), list(...reasons(deadline, today))]
}
