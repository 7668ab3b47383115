import { describe, expect, it } from 'vitest'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { onWorkingDay, type TaskDue } from '../../lambdas/cases/task.ts'
import { type AboutOf, TASK_KINDS, type TaskKind } from '../../lambdas/cases/tasks.ts'
import { addDays, calendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { isWorkingDay } from '../../lambdas/law/working-days.ts'

const GOOD_FRIDAY_TO_EASTER_MONDAY = ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06']
const THURSDAY = '2026-04-02'
const TUESDAY = '2026-04-07'

/** Those of which a day in law comes soon after their own. All others wait for the next working day. */
const BEFORE: readonly TaskKind[] = [
  'do-duty',
  'escalate-who-comes',
  'keep-promise',
  'name-who-comes',
  'prepare-for-tribunal',
  'send-response',
  'warn-of-birthday',
  'do-remedy',
  'pass-case-on',
  'tell-tribunal-of-move',
  'tell-of-transfer',
  'review-transferred-plan',
  'say-who-the-party-is',
  'reach-young-person',
]

/** A task of a kind. Its day does not hang on what it is about. */
const dueOn = (kind: TaskKind, day: string) =>
  onWorkingDay({ kind, about: sequenceOf(1) as AboutOf[TaskKind], dueOn: parseCalendarDate(day) } as TaskDue).dueOn

describe.each(TASK_KINDS)('the task %s', (kind) => {
  it(`falls due on the working day ${BEFORE.includes(kind) ? 'before' : 'after'} Easter`, () => {
    const day = BEFORE.includes(kind) ? THURSDAY : TUESDAY
    expect(GOOD_FRIDAY_TO_EASTER_MONDAY.map((one) => dueOn(kind, one))).toEqual(Array(4).fill(day))
  })

  it('stays on a working day, and is on one whatever the day was', () => {
    expect(dueOn(kind, THURSDAY)).toBe(THURSDAY)
    const first = calendarDate(2026, 12, 20)
    for (let day = 0; day < 21; day += 1) expect(isWorkingDay(dueOn(kind, addDays(first, day)))).toBe(true)
  })
})
