import { describe, expect, it } from 'vitest'
import type { FactType } from '../../../lambdas/cases/fact.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import type { Task } from '../../../lambdas/cases/task.ts'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import { taskViews } from '../../../lambdas/staff/tasks/task-views.ts'
import { aCase } from '../../cases/case-builder.ts'
import { SETTINGS } from '../../cases/plan/settings-for-tests.ts'
import { PARENT } from '../../messages/situations.ts'
import { aTask, caseFile } from '../cases/case-file-for-tests.ts'

const TODAY = day('2026-03-10')
const complaint = { about: 'council', points: [], madeOn: '2026-03-02', awareOn: '2026-02-16' } as const
const subject = aCase()
  .and('appeal-registered', { receivedOn: '2026-02-16' })
  .and('appeal-conceded', { concededOn: '2026-02-20', duties: ['amend-contents'] })
  .and('complaint-made', complaint)
  .and('disagreement-resolution-asked', {
    askedOn: '2026-02-20',
    askedBy: 'family',
    subject: 'duties',
    occasion: 'at-review',
    parties: ['family', 'council'],
  })
  .and('disagreement-resolution-meeting', {
    of: '00005',
    meetingOn: '2026-03-09',
    startsAt: '10:00',
    format: 'online',
  })
  .build()

function viewOf(task: Task, recordable: readonly FactType[] = []) {
  const views = taskViews(caseFile(subject, { tasks: [task] }), PARENT, recordable, TODAY, SETTINGS)
  return views.find(({ id }) => id === task.id)
}

describe('a task', () => {
  it.each([
    [
      aTask('do-duty', { of: sequenceOf(3), rule: 'D31' }),
      'Send the plan with its contents amended, after conceding, by Friday 27 March 2026',
    ],
    [aTask('ask-party', { fact: sequenceOf(5), party: 'council' }), 'The council'],
    [aTask('chase-complaint-answer', sequenceOf(4)), 'Complaint about the council, made on Monday 2 March 2026'],
    [aTask('chase-acknowledgement', sequenceOf(4)), 'Complaint about the council, made on Monday 2 March 2026'],
    [
      aTask('record-resolution-result', sequenceOf(6)),
      'How the council, a school or a college carries out its duties, asked for on Friday 20 February 2026',
    ],
    [aTask('chase-certificate', sequenceOf(2)), undefined],
  ] as const)('$0.id says what it is about: $1', (task, words) => {
    expect(viewOf(task)?.about).toBe(words)
  })

  it('leads to the form that records what it asks for, when that can be recorded now', () => {
    expect(viewOf(aTask('do-duty', { of: sequenceOf(3), rule: 'D31' }), ['duty-done'])?.recordHref).toBe(
      '/cases/2026-0001/record/duty-done',
    )
    expect(viewOf(aTask('do-duty', { of: sequenceOf(3), rule: 'D31' }), [])?.recordHref).toBeUndefined()
    expect(
      viewOf(aTask('ask-tribunal', { fact: sequenceOf(2), round: 1 }), ['appeal-decided'])?.recordHref,
    ).toBeUndefined()
  })

  it('leads from the Tribunal’s letter to the appeal, which is recorded already', () => {
    const appealed = aCase().and('appeal-registered', { receivedOn: '2026-02-16' }).build()
    const [task] = taskViews(
      caseFile(appealed, { tasks: [aTask('record-tribunal-letter', sequenceOf(2))] }),
      PARENT,
      ['fact-corrected'],
      TODAY,
      SETTINGS,
    )
    expect(task?.recordHref).toBe('/cases/2026-0001/correct/00002')
  })

  it('that has come about by itself is done, and leads nowhere', () => {
    const done = aCase().and('certificate-issued', { issuedOn: '2026-03-02' }).build()
    const task = taskViews(
      caseFile(done, { tasks: [aTask('chase-certificate', sequenceOf(1))] }),
      PARENT,
      ['certificate-issued'],
      TODAY,
      SETTINGS,
    ).find(({ kind }) => kind === 'chase-certificate')
    expect([task?.state, task?.overdue, task?.recordHref]).toEqual(['done', false, undefined])
  })
})
