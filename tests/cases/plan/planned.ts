import type { Case } from '../../../lambdas/cases/case.ts'
import { type JourneyPosition, planWait } from '../../../lambdas/cases/plan/plan-wait.ts'
import type { WaitName } from '../../../lambdas/cases/stages.ts'
import { taskId } from '../../../lambdas/cases/task.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { SETTINGS } from './settings-for-tests.ts'

/** What is due in a wait on the day `today`, short enough to compare. */
export function plan(
  subject: Case,
  wait: WaitName,
  heard: string,
  today: string,
  from: Partial<Pick<JourneyPosition, 'startedFrom' | 'startedOn'>> = {},
) {
  const planned = planWait(subject, { wait, heard, startedFrom: '00001', ...from }, parseCalendarDate(today), SETTINGS)
  return {
    messages: planned.messages.map(({ kind, about }) => `${kind}_${about}`),
    tasks: planned.tasks.map(taskId),
    timeUp: planned.timeUp ?? 'no',
    wakeOn: planned.wakeOn,
    next: `${planned.next.kind} ${planned.next.date}`,
  }
}
