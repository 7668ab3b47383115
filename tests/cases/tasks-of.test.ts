import { expect, it } from 'vitest'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import type { Task } from '../../lambdas/cases/task.ts'
import { taskId } from '../../lambdas/cases/task.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'
import { SETTINGS } from './plan/settings-for-tests.ts'
import { given } from './work/file-for-tests.ts'

/** What is due on a day, by its ids. */
function due(builder: CaseBuilder, on: string, tasks: readonly Task[] = []): readonly string[] {
  const today = parseCalendarDate(on)
  return tasksOf({ subject: builder.build(), tasks }, today, SETTINGS)
    .filter(({ dueOn }) => dueOn <= today)
    .map(taskId)
}

const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04', healthIssue: 'some' })
const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' })
const declined = aCase().and('mediation-declined', { declinedOn: '2026-03-04' })

it('gives a task though nobody has stored that it was given', () => {
  expect(due(declined, '2026-03-09')).toEqual([])
  expect(due(declined, '2026-03-10')).toEqual(['chase-certificate_00002'])
})

it('is not led by what is stored as given: a fact that was learnt late has ended it', () => {
  const asked = [given('chase-certificate', sequenceOf(2), '2026-03-10')]
  const chosenSince = declined.and('mediation-chosen', { councilToldOn: '2026-03-06' }, '2026-03-12')
  expect(due(chosenSince, '2026-03-12', asked)).toEqual([])
})

it('leaves out what a person has done', () => {
  const done = { ...given('chase-certificate', sequenceOf(2), '2026-03-10'), state: 'done' } as const
  expect(due(declined, '2026-03-10', [{ ...done, doneAt: '2026-03-10T12:00:00.000Z' }])).toEqual([])
})

it('asks for the health board to be told as long as mediation is to be, whatever becomes of the meeting', () => {
  const board = 'tell-health-board_00002'
  expect(due(chosen, '2026-03-04')).toContain(board)
  expect(due(arranged, '2026-03-10')).toContain(board)
  const adjourned = arranged.and('mediation-adjourned', { adjournedOn: '2026-03-20' })
  expect(due(adjourned, '2026-03-23')).toContain(board)
  expect(due(chosen, '2026-04-07')).toContain(board)
  expect(due(chosen.and('certificate-issued', { issuedOn: '2026-04-08' }), '2026-04-09')).toContain(board)
  expect(due(arranged.and('health-board-told', { boardToldOn: '2026-03-06' }), '2026-03-10')).not.toContain(board)
  expect(due(arranged.and('mediation-not-agreed', { concludedOn: '2026-03-20' }), '2026-03-20')).not.toContain(board)
  expect(due(chosen.and('mediation-declined', { declinedOn: '2026-03-10' }), '2026-03-10')).not.toContain(board)
})

it('asks for the mediation after its 30 days too, until the adviser has a certificate out', () => {
  const arrange = 'arrange-mediation_00002-day-20'
  expect(due(chosen, '2026-04-07')).toContain(arrange)
  expect(due(chosen.and('certificate-issued', { issuedOn: '2026-04-08' }), '2026-04-09')).not.toContain(arrange)
})

it('asks for the mediation within its 30 days beside a certificate, which does not end the duty to arrange it', () => {
  const certified = chosen.and('certificate-issued', { issuedOn: '2026-03-06' })
  expect(due(certified, '2026-03-24')).toContain('arrange-mediation_00002-day-20')
  expect(due(certified, '2026-04-07')).toContain('arrange-mediation_00002-late')
  const noMore = certified.and('mediation-declined', { declinedOn: '2026-03-20' })
  expect(due(noMore, '2026-04-07').filter((task) => task.startsWith('arrange-mediation'))).toEqual([])
})

it('asks what came of a meeting until that is recorded, also beside a certificate, which does not say it', () => {
  const ask = 'record-meeting-result_00003'
  const before = arranged.and('certificate-issued', { issuedOn: '2026-03-10' })
  const after = arranged.and('certificate-issued', { issuedOn: '2026-03-23' })
  expect(due(before, '2026-03-23')).toContain(ask)
  expect(due(after, '2026-03-23')).toContain(ask)
  expect(due(after.and('mediation-agreed', { concludedOn: '2026-03-20', duties: [] }), '2026-03-24')).not.toContain(ask)
})

it('has the day of the adviser’s telling stay where it was, so that it becomes late', () => {
  const [task] = tasksOf({ subject: chosen.build(), tasks: [] }, parseCalendarDate('2026-04-10'), SETTINGS).filter(
    ({ kind }) => kind === 'tell-adviser-not-arranged',
  )
  // Day 31 is the Saturday of Easter, and Monday a bank holiday.
  expect(task?.dueOn).toBe('2026-04-07')
})

it('ends with the case, but for a family that has to be told another way', () => {
  const told = given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-10')
  const withdrawn = declined.and('case-withdrawn', { withdrawnOn: '2026-03-10', reason: 'council-changed-decision' })
  const asked = given('chase-certificate', sequenceOf(2), '2026-03-10')
  expect(due(withdrawn, '2026-03-11', [asked, told])).toEqual([told.id])
  expect(due(withdrawn, '2026-03-11', [{ ...told, state: 'done', doneAt: '2026-03-11T10:00:00.000Z' }])).toEqual([])
})

it('asks whether the adviser gave information first, until somebody has said yes', () => {
  const ask = 'ask-about-information_00003'
  const issued = (informationGiven?: boolean) =>
    declined.and('certificate-issued', {
      issuedOn: '2026-03-06',
      ...(informationGiven !== undefined && { informationGiven }),
    })
  expect(due(issued(), '2026-03-06')).toEqual([ask])
  expect(due(issued(false), '2026-03-06')).toEqual([ask])
  expect(due(issued(true), '2026-03-06')).toEqual([])
  const corrected = issued().correct('certificate-issued', '00003', { informationGiven: true }, '2026-03-09')
  expect(due(corrected, '2026-03-09')).toEqual([])
})

it('asks nothing about a certificate that the family did not need', () => {
  const issued = aCase({ placementOnly: true, sections: ['I'] }).and('certificate-issued', { issuedOn: '2026-03-06' })
  expect(due(issued, '2026-03-06')).toEqual([])
})
