import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Figure } from './measure.ts'

/** How something stands to its last day. Each is in exactly one. */
export const IN_TIME_WORDS = {
  'on-time': 'On time',
  late: 'Late',
  overdue: 'Not done, and its day is over',
  'not-yet-due': 'Not yet due',
  over: 'No longer needed',
} as const
export type InTime = keyof typeof IN_TIME_WORDS

/** @param isOver nobody needs it any more, or the law lets its day pass */
export function inTime(
  { dueOn, doneOn, isOver }: { readonly dueOn: CalendarDate; readonly doneOn?: CalendarDate; readonly isOver: boolean },
  today: CalendarDate,
): InTime {
  if (doneOn) return doneOn <= dueOn ? 'on-time' : 'late'
  if (isOver) return 'over'
  return dueOn < today ? 'overdue' : 'not-yet-due'
}

/** What was done in time, of what was due. */
export const SHARE_IN_TIME = {
  kind: 'share',
  id: 'in-time',
  title: 'On time, of all that were due',
  numerator: ['on-time'],
  denominator: ['on-time', 'late', 'overdue'],
} as const satisfies Figure<InTime>
