import type { Case } from '../../../lambdas/cases/case.ts'
import { messageKey } from '../../../lambdas/cases/message.ts'
import { planWait } from '../../../lambdas/cases/plan/plan-wait.ts'
import { parseSequence } from '../../../lambdas/cases/sequence.ts'
import type { WaitName } from '../../../lambdas/cases/stages.ts'
import { type CalendarDate, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { SETTINGS } from './settings-for-tests.ts'

/** What is due in a wait on the day `today`, short enough to compare. */
export function plan(
  subject: Case,
  wait: WaitName,
  heard: string,
  today: string,
  { startedFrom = '00001', startedOn }: { readonly startedFrom?: string; readonly startedOn?: CalendarDate } = {},
) {
  const position = { wait, heard: parseSequence(heard), startedFrom: parseSequence(startedFrom), startedOn }
  const planned = planWait(subject, position, parseCalendarDate(today), SETTINGS)
  return {
    messages: planned.messages.map((message) => messageKey(message)),
    tasks: planned.tasks.map(({ kind, about }) => `${kind}_${about}`),
    timeUp: planned.timeUp ?? 'no',
    wakeOn: planned.wakeOn,
    next: `${planned.next.kind} ${planned.next.date}`,
  }
}
