import type { CalendarDate } from '../../law/calendar-date.ts'
import type { MessageDue } from '../message.ts'
import type { WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** The stage ends by what is so now: what comes next for the family has a stage of its own, or is told with these messages. */
export function nothingToWaitFor(
  { today, dates }: Pick<WaitSituation, 'today' | 'dates'>,
  messages: readonly MessageDue[],
): WaitRules & { readonly ends: { readonly as: 'nothing-to-wait-for'; readonly from: CalendarDate } } {
  return {
    messages,
    reminders: [],
    tasks: [],
    ends: { from: today, as: 'nothing-to-wait-for' },
    next: { kind: 'family-appeals', date: dates.appeal.aimDate },
  }
}
