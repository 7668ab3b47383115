import { describe, expect, it } from 'vitest'
import type { Undertaking } from '../../../lambdas/cases/case.ts'
import { dutyDates } from '../../../lambdas/cases/duty-dates.ts'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

const agreed = aCase({ sentOn: '2026-05-20', decisionKind: 'refusal-to-assess' })
  .and('mediation-chosen', { councilToldOn: '2026-06-08' })
  .and('mediation-agreed', { concludedOn: '2026-07-06', duties: ['assess'] })
const from = { startedFrom: '00003' }

describe('what the council agreed to do (law.md 58: agreement of Monday 6 July 2026, an assessment)', () => {
  it('is told to the family with every date, and asked for before each', () => {
    expect(plan(agreed.build(), 'duties', '00003', '2026-07-06', from)).toMatchObject({
      messages: ['duties-set_00003'],
      next: 'council-does-duty 2026-07-20',
      timeUp: 'no',
    })
    expect(plan(agreed.build(), 'duties', '00003', '2026-07-13', from).tasks).toEqual(['do-duty_00003-D14'])
  })

  it('goes to the named officer and is told to the family on the day after it was due', () => {
    expect(plan(agreed.build(), 'duties', '00003', '2026-07-21', from)).toMatchObject({
      messages: ['duties-set_00003', 'duty-overdue_00003-D14'],
      tasks: ['do-duty_00003-D14', 'escalate-duty_00003-D14'],
    })
  })

  it('counts no plan as overdue where the council may still send one', () => {
    const told = agreed.and('duty-done', { of: '00003', rule: 'D14', doneOn: '2026-07-17' }).build()
    // A refusal had to come by Monday 14 September, a plan has until Monday 12 October.
    const september = plan(told, 'duties', '00004', '2026-09-15', from)
    expect(september.messages).toEqual(['duties-set_00003'])
    expect(september.next).toBe('council-does-duty 2026-10-12')
    expect(plan(told, 'duties', '00004', '2026-10-13', from).messages).toContain('duty-overdue_00003-D16')
  })

  it.each([['D15'], ['D16']] as const)('is all done with the notice and then %s: a plan, or none', (rule) => {
    const done = agreed
      .and('duty-done', { of: '00003', rule: 'D14', doneOn: '2026-07-17' })
      .and('duty-done', { of: '00003', rule, doneOn: '2026-09-10' })
      .build()
    expect(plan(done, 'duties', '00005', '2026-09-10', from)).toMatchObject({
      messages: ['duties-set_00003', 'duties-done_00003'],
      timeUp: 'all-done',
    })
  })
})

it('gives the day that the parties set in writing in place of the time in law (regulation 42(5), law.md 60)', () => {
  const written = aCase({ sentOn: '2026-10-20' })
    .and('mediation-chosen', { councilToldOn: '2026-11-16' })
    .and('mediation-agreed', { concludedOn: '2026-12-14', duties: ['not-appealable'], agreedDate: '2027-01-29' })
    .build()
  expect(plan(written, 'duties', '00003', '2026-12-14', from).next).toBe('council-does-duty 2027-01-29')
})

it('has the health board tell the council within a week what was agreed without it (regulation 42(4))', () => {
  const byBoard = aCase({ sentOn: '2026-10-20' })
    .and('mediation-chosen', { councilToldOn: '2026-11-16', healthIssue: 'only' })
    .and('mediation-agreed', { concludedOn: '2026-12-14', duties: ['not-appealable'] })
    .build()
  const days = dutyDates(byBoard.undertakings[0] as Undertaking).map(({ rule, deadline }) => [rule, deadline.lawDate])
  expect(days).toEqual([
    ['D13', '2026-12-21'],
    ['D12', '2026-12-28'],
  ])
})

it('leaves its time in law to what that day is not for', () => {
  const written = aCase({ sentOn: '2026-10-20' })
    .and('mediation-chosen', { councilToldOn: '2026-11-16' })
    .and('mediation-agreed', {
      concludedOn: '2026-12-14',
      duties: ['assess', 'not-appealable'],
      agreedDate: '2027-01-29',
      agreedDateFor: ['not-appealable'],
    })
    .build()
  const days = dutyDates(written.undertakings[0] as Undertaking).map(({ rule, deadline }) => [rule, deadline.lawDate])
  expect(days).toContainEqual(['D12', '2027-01-29'])
  // Two weeks after Monday 14 December 2026 for the notice of the assessment.
  expect(days).toContainEqual(['D14', '2026-12-28'])
})

it('counts an order of the Tribunal and a concession by their own rules', () => {
  const ordered = aCase({ sentOn: '2026-02-10' })
    .and('appeal-registered', { receivedOn: '2026-04-01' })
    .and('appeal-decided', { decidedOn: '2026-09-01', decision: 'decided-in-part', duties: ['amend-contents'] })
    .build()
  // Five weeks after Tuesday 1 September 2026: regulation 44(2)(e).
  expect(plan(ordered, 'duties', '00003', '2026-09-01', from).next).toBe('council-does-duty 2026-10-06')
  const conceded = aCase({ sentOn: '2026-02-10' })
    .and('appeal-registered', { receivedOn: '2026-04-01' })
    .and('appeal-conceded', { concededOn: '2026-04-20', duties: ['amend-placement'] })
    .build()
  // Two weeks after Monday 20 April 2026 is a bank holiday, which does not move: regulation 45. Friday 1 May is safe.
  expect(plan(conceded, 'duties', '00003', '2026-04-20', from).next).toBe('council-does-duty 2026-05-01')
})
