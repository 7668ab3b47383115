import { describe, expect, it } from 'vitest'
import { complaintDates } from '../../../lambdas/cases/complaint-dates.ts'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'
import { SETTINGS } from './settings-for-tests.ts'

describe('disagreement resolution', () => {
  const asked = aCase({ sentOn: '2026-02-10' }).and('disagreement-resolution-asked', {
    askedOn: '2026-03-02',
    askedBy: 'family',
    subject: 'special-educational-provision',
    occasion: 'at-review',
    parties: ['family', 'council', 'school-or-college'],
  })
  const from = { startedFrom: '00002' }
  const answered = (party: 'council' | 'school-or-college', agrees: boolean) =>
    asked.and('disagreement-resolution-answered', { of: '00002', party, agrees, answeredOn: '2026-03-05' })

  it('asks every party that has not answered', () => {
    expect(plan(asked.build(), 'parties-agree', '00002', '2026-03-16', from)).toMatchObject({
      messages: ['resolution-asked_00002'],
      tasks: ['ask-party_00002-council', 'ask-party_00002-school-or-college'],
      timeUp: 'no',
    })
    expect(plan(answered('council', true).build(), 'parties-agree', '00003', '2026-03-16', from).tasks).toEqual([
      'ask-party_00002-school-or-college',
    ])
  })

  it('goes on only when everybody has agreed', () => {
    const all = answered('council', true)
      .and('disagreement-resolution-answered', {
        of: '00002',
        party: 'school-or-college',
        agrees: true,
        answeredOn: '2026-03-06',
      })
      .build()
    expect(plan(all, 'parties-agree', '00004', '2026-03-06', from).timeUp).toBe('everyone-agreed')
    expect(plan(all, 'resolution-meeting', '00004', '2026-03-06', from).messages).toEqual(['resolution-agreed_00002'])
  })

  it('ends when one party does not want it', () => {
    expect(plan(answered('council', false).build(), 'parties-agree', '00003', '2026-03-05', from).timeUp).toBe(
      'party-declined',
    )
  })

  it('leaves the time to appeal as it is', () => {
    expect(plan(asked.build(), 'adviser-contact', '00001', '2026-03-02').next).toBe(
      'family-speaks-to-adviser 2026-04-10',
    )
  })
})

describe('a complaint', () => {
  const made = (builder = aCase({ sentOn: '2026-02-10' })) =>
    builder.and('complaint-made', {
      madeOn: '2026-03-02',
      about: 'school',
      points: ['is-in-writing', 'says-all-the-issues'],
      awareOn: '2026-02-16',
    })
  const from = { startedFrom: '00002' }

  it('has the body’s own times to be acknowledged and answered', () => {
    expect(plan(made().build(), 'complaint-acknowledgement', '00002', '2026-03-02', from)).toMatchObject({
      messages: ['complaint-recorded_00002'],
      next: 'news-of-complaint 2026-03-09',
    })
    expect(plan(made().build(), 'complaint-acknowledgement', '00002', '2026-03-10', from).tasks).toEqual([
      'chase-acknowledgement_00002',
    ])
  })

  it('has the day that the body promised, where it promised one', () => {
    const promised = made()
      .and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-03-06', answerPromisedBy: '2026-03-20' })
      .build()
    const on = (today: string) => plan(promised, 'complaint-answer', '00003', today, from)
    expect(on('2026-03-06').next).toBe('news-of-complaint 2026-03-20')
    // A Saturday: the family hears of it at once, and the officer asks on Monday.
    const messages = ['complaint-received_00003', 'complaint-overdue_00002']
    expect(on('2026-03-21')).toMatchObject({ messages, tasks: [], wakeOn: '2026-03-23' })
    expect(on('2026-03-23')).toMatchObject({ messages, tasks: ['chase-complaint-answer_00002'] })
  })

  it('is overdue without an acknowledgement too, for the family and for staff', () => {
    const on = (today: string) => plan(made().build(), 'complaint-acknowledgement', '00002', today, from)
    expect(on('2026-03-30').messages).toEqual(['complaint-recorded_00002'])
    expect(on('2026-03-31')).toMatchObject({
      messages: ['complaint-recorded_00002', 'complaint-overdue_00002'],
      tasks: ['chase-acknowledgement_00002', 'chase-complaint-answer_00002'],
    })
  })

  it.each([
    ['never acknowledged', undefined, '2026-12-22'],
    ['acknowledged on its last day', '2026-12-08', '2026-12-22'],
    ['acknowledged at once', '2026-12-01', '2026-12-15'],
  ])('about the council has the days of the Ombudsman’s Code: %s', (_how, acknowledgedOn, answerBy) => {
    const builder = aCase({ sentOn: '2026-11-10' }).and('complaint-made', {
      madeOn: '2026-12-01',
      about: 'council',
      points: [],
      awareOn: '2026-11-16',
    })
    const { complaints } = (
      acknowledgedOn ? builder.and('complaint-acknowledged', { of: '00002', acknowledgedOn }) : builder
    ).build()
    expect(complaints.map((one) => complaintDates(one, SETTINGS.complaintTimes))).toMatchObject([
      { acknowledgeBy: '2026-12-08', answerBy, answerBySource: 'code' },
    ])
  })

  it('is told apart from another one on the same case', () => {
    const two = made(made())
      .and('complaint-answered', { of: '00002', answeredOn: '2026-03-09', result: 'upheld' })
      .build()
    expect(two.complaints).toMatchObject([{ of: '00002', answered: { result: 'upheld' } }, { of: '00003' }])
    // The answer to the first is no news to the second, so its own task still comes up.
    expect(plan(two, 'complaint-acknowledgement', '00003', '2026-03-10', { startedFrom: '00003' }).tasks).toEqual([
      'chase-acknowledgement_00003',
    ])
  })
})
