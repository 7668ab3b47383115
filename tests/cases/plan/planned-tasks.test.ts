import { expect, it } from 'vitest'
import { plannedTasks } from '../../../lambdas/cases/plan/plan-wait.ts'
import { parseSequence, sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { taskId } from '../../../lambdas/cases/task.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase } from '../case-builder.ts'
import { SETTINGS } from './settings-for-tests.ts'

const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04' })
const tasks = (builder: typeof chosen, heard: string) =>
  plannedTasks(
    builder.build(),
    { wait: 'meeting-date', heard: parseSequence(heard), startedFrom: sequenceOf(2) },
    parseCalendarDate('2026-03-10'),
    SETTINGS,
  ).map((task) => `${task.dueOn} ${taskId(task)}`)

it('tells every task of a wait with its day, before the day has come', () => {
  expect(tasks(chosen, '00002')).toEqual([
    '2026-03-24 arrange-mediation_00002-day-20',
    '2026-03-30 arrange-mediation_00002-day-25',
  ])
})

it('tells none while the journey is about to act on what was recorded since', () => {
  const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-30', startsAt: '10:00', format: 'online' })
  expect(tasks(arranged, '00002')).toEqual([])
})
