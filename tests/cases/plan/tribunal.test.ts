import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

const appealed = (letter: { sentToCouncilOn?: string; responseDueOn?: string } = {}) =>
  aCase({ sentOn: '2026-05-20' }).and('appeal-registered', { receivedOn: '2026-07-10', ...letter }, '2026-07-14')

describe("the council's response to an appeal", () => {
  // law.md 61: 30 Tribunal working days after Monday 13 July 2026 end on Tuesday 22 September, because August is left out.
  const subject = appealed({ sentToCouncilOn: '2026-07-13' }).build()
  const on = (today: string) => plan(subject, 'council-response', '00002', today, { startedFrom: '00002' })

  it('is watched for by the Tribunal’s own working days', () => {
    expect(on('2026-07-14')).toMatchObject({
      messages: ['appeal-at-tribunal_00002'],
      tasks: [],
      timeUp: 'no',
      next: 'council-responds 2026-09-22',
    })
  })

  it('is asked for 10 working days before, and escalated and told to the family when it is late', () => {
    expect(on('2026-09-08').tasks).toEqual(['send-response_00002'])
    expect(on('2026-09-23')).toMatchObject({
      messages: ['appeal-at-tribunal_00002', 'response-overdue_00002'],
      tasks: ['send-response_00002', 'escalate-response_00002'],
    })
  })

  it('has its day from the Tribunal’s letter where there is one', () => {
    const letter = appealed({ sentToCouncilOn: '2026-07-13', responseDueOn: '2026-08-24' }).build()
    expect(plan(letter, 'council-response', '00002', '2026-07-14', { startedFrom: '00002' }).next).toBe(
      'council-responds 2026-08-24',
    )
  })

  it('asks for the Tribunal’s letter when it is not recorded', () => {
    expect(plan(appealed().build(), 'council-response', '00002', '2026-07-31', { startedFrom: '00002' }).tasks).toEqual(
      ['record-tribunal-letter_00002'],
    )
  })
})

describe('an appeal that lasts', () => {
  const answered = appealed({ sentToCouncilOn: '2026-07-13' }).and('response-sent', { sentOn: '2026-09-21' }).build()
  const on = (today: string, startedOn: string) =>
    plan(answered, 'tribunal-decision', '00003', today, {
      startedFrom: '00002',
      startedOn: parseCalendarDate(startedOn),
    })

  it('goes over to a new execution long before a year is over', () => {
    expect(on('2027-04-13', '2026-07-14').timeUp).toBe('no')
    expect(on('2027-04-14', '2026-07-14').timeUp).toBe('stage-is-old')
    expect(on('2027-04-14', '2027-04-14').timeUp).toBe('no')
  })

  it('asks for news every six months, again and again, over more than a year', () => {
    expect(on('2027-03-20', '2026-07-14').tasks).toEqual([])
    // Six months are over on a Sunday.
    expect(on('2027-03-21', '2026-07-14').tasks).toEqual([])
    expect(on('2027-03-22', '2026-07-14').tasks).toEqual(['ask-tribunal_00003-1'])
    expect(on('2027-09-21', '2027-04-14').tasks).toEqual(['ask-tribunal_00003-2'])
    expect(on('2028-03-21', '2027-12-14').tasks).toEqual(['ask-tribunal_00003-3'])
  })
})
