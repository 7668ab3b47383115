import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import { complaintViews } from '../../../lambdas/staff/cases/complaint-views.ts'
import { undertakingViews } from '../../../lambdas/staff/cases/duties-view.ts'
import { resolutionViews } from '../../../lambdas/staff/cases/resolution-views.ts'
import { aCase } from '../../cases/case-builder.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'

describe('what the council has to do', () => {
  /** Agreed on Monday 2 March 2026: 2 weeks to tell, 10 to refuse, 14 to send the plan. */
  const agreed = aCase({ decisionKind: 'refusal-to-assess' })
    .and('mediation-chosen', { councilToldOn: '2026-02-16' })
    .and('mediation-agreed', { concludedOn: '2026-03-02', duties: ['assess'] })
  const standing = (subject = agreed, today = '2026-03-10') =>
    undertakingViews(subject.build(), day(today)).flatMap(({ duties }) =>
      duties.map(({ rule, standing: how, tag }) => `${rule}: ${how}, ${tag.text}`),
    )

  it('is told with its source, its dates, and why', () => {
    const [undertaking] = undertakingViews(agreed.build(), day('2026-03-10'))
    expect(undertaking?.title).toBe('The agreement at mediation, on Monday 2 March 2026')
    expect(undertaking?.duties[0]).toMatchObject({
      what: 'Tell the family that there will be an assessment',
      aimInWords: 'Monday 16 March 2026',
      lawInWords: 'Monday 16 March 2026',
      working: [expect.stringContaining('2 weeks after Monday 2 March 2026')],
    })
    expect(undertaking?.duties[0]?.sources.map(({ title }) => title).join()).toContain('regulation 44(2)(b)')
  })

  it('is overdue on the day after the last, done, or done late', () => {
    expect(standing(agreed, '2026-03-16')[0]).toBe('D14: to-do, To do')
    expect(standing(agreed, '2026-03-17')[0]).toBe('D14: overdue, Overdue')
    const done = (doneOn: string) => agreed.and('duty-done', { of: '00003', rule: 'D14', doneOn })
    expect(standing(done('2026-03-16'))[0]).toBe('D14: done, Done')
    expect(standing(done('2026-03-17'))[0]).toBe('D14: done, Done late')
  })

  it('of a plan and no plan is one or the other', () => {
    expect(standing()).toEqual([
      'D14: to-do, To do',
      'D15: only-without-plan, Only if there is no plan',
      'D16: to-do, To do',
    ])
    const noPlan = agreed.and('duty-done', { of: '00003', rule: 'D15', doneOn: '2026-04-01' })
    expect(standing(noPlan).slice(1)).toEqual(['D15: done, Done', 'D16: not-needed, Not needed any more'])
    // A refusal that was not needed is never overdue.
    expect(standing(agreed, '2027-01-01')[1]).toBe('D15: only-without-plan, Only if there is no plan')
  })
})

describe('a complaint', () => {
  const complaint = { points: ['is-in-writing'], madeOn: '2026-02-16', awareOn: '2026-01-05' } as const
  const made = aCase().and('complaint-made', { ...complaint, about: 'council' })
  const view = (subject = made, today = '2026-03-10') =>
    complaintViews(subject.build(), COUNCIL.ownTimes.complaintTimes, day(today))[0]

  it('has the days of the Ombudsman’s Code where it is about the council, acknowledged or not', () => {
    expect(view()).toMatchObject({
      title: 'Complaint about the council, made on Monday 16 February 2026',
      acknowledgement: {
        byInWords: 'Monday 23 February 2026',
        from: 'The Ombudsman’s Complaint Handling Code',
        tag: { text: 'Late' },
      },
      answer: {
        byInWords: 'Monday 9 March 2026',
        from: 'The Ombudsman’s Complaint Handling Code, counted from the complaint because it was not acknowledged (J44)',
        tag: { text: 'Late' },
      },
    })
    expect(view(made, '2026-02-20')?.acknowledgement.tag).toBeUndefined()
    expect(view()?.missing).toHaveLength(4)
    const acknowledged = made.and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-02-18' })
    expect(view(acknowledged)?.answer).toMatchObject({
      byInWords: 'Wednesday 4 March 2026',
      from: 'The Ombudsman’s Complaint Handling Code',
    })
  })

  it('has the own time of another body, and says that it is not the law', () => {
    const aboutSchool = aCase().and('complaint-made', { ...complaint, about: 'school' })
    expect(view(aboutSchool)?.answer).toMatchObject({
      byInWords: 'Monday 9 March 2026',
      from: 'Its own time, not the law',
    })
  })

  it('goes by the day that was promised, and by when it was answered', () => {
    const answered = made
      .and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-02-20', answerPromisedBy: '2026-03-13' })
      .and('complaint-answered', { of: '00002', answeredOn: '2026-03-09', result: 'partly-upheld' })
    expect(view(answered)).toMatchObject({
      acknowledgement: { doneInWords: 'Friday 20 February 2026', tag: { text: 'In time' } },
      answer: { from: 'The day it promised', doneInWords: 'Monday 9 March 2026', tag: { text: 'In time' } },
      result: 'Upheld in part',
    })
  })

  it('that was answered without an acknowledgement was acknowledged by that', () => {
    const answered = made.and('complaint-answered', { of: '00002', answeredOn: '2026-02-20', result: 'upheld' })
    expect(view(answered)?.acknowledgement.doneInWords).toBe('Friday 20 February 2026')
  })

  it('leads to the Ombudsman of local government, with its day, where it is about the council', () => {
    expect(view()?.ombudsman).toMatchObject({ lawDate: '2027-01-04', rule: 'D21, version 1' })
    for (const about of ['school', 'college', 'health-body'] as const) {
      const other = view(aCase().and('complaint-made', { ...complaint, about }))
      expect(other?.ombudsman).toBeUndefined()
      expect(other?.next).not.toContain('Local Government')
    }
  })
})

describe('a disagreement resolution', () => {
  it('says who takes part, when people meet and how it ended', () => {
    const asked = aCase().and('disagreement-resolution-asked', {
      askedOn: '2026-02-16',
      askedBy: 'family',
      subject: 'duties',
      occasion: 'at-review',
      parties: ['family', 'council', 'school-or-college'],
    })
    const [view] = resolutionViews(
      asked
        .and('disagreement-resolution-answered', {
          of: '00002',
          party: 'council',
          agrees: false,
          answeredOn: '2026-02-20',
        })
        .and('disagreement-resolution-meeting', {
          of: '00002',
          meetingOn: '2026-03-09',
          startsAt: '14:30',
          format: 'online',
        })
        .and('disagreement-resolution-ended', { of: '00002', endedOn: '2026-03-09', result: 'not-held' })
        .build(),
    )
    expect(view?.parties.map(({ party, answer }) => [party, answer])).toEqual([
      ['family', 'Takes part'],
      ['council', 'Does not want to take part'],
      ['school-or-college', 'No answer yet'],
    ])
    expect(view?.meeting).toBe('Monday 9 March 2026 at 2:30pm, online.')
    expect(view?.result).toBe('No meeting was held, on Monday 9 March 2026')
    expect(resolutionViews(asked.build())[0]).not.toHaveProperty('result')
  })
})
