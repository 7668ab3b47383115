import { describe, expect, it } from 'vitest'
import type { FactDetails } from '../../../lambdas/cases/fact.ts'
import type { HealthIssue } from '../../../lambdas/cases/mediation/closed-words.ts'
import type { WaitName } from '../../../lambdas/cases/stages.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from '../case-builder.ts'
import { plan } from './planned.ts'

/** What stands in the way of mediation, beside a family that needs a certificate for its appeal and one that needs none. */

const startedOn = parseCalendarDate('2026-02-18')
const contents = aCase({ decisionKind: 'plan-contents', sentOn: '2026-02-10' })
const placement = aCase({ placementOnly: true, decisionKind: 'plan-contents', sentOn: '2026-02-10' })

const request = (opened: CaseBuilder, healthIssue: HealthIssue = 'none') =>
  opened.and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-17', healthIssue })
const refused = (chosen: CaseBuilder) =>
  chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25', because: 'refused' })
/** On Wednesday 11 March 2026; the 30 days end on Friday 20 March. */
const missed = (chosen: CaseBuilder, absent: FactDetails['meeting-missed']['absent']) =>
  chosen
    .and('meeting-arranged', { meetingOn: '2026-03-11', startsAt: '10:30', format: 'online' }, '2026-03-02')
    .and('meeting-missed', { missedOn: '2026-03-11', absent })

function planned(builder: CaseBuilder, wait: WaitName, today: string) {
  const heard = builder.facts.at(-1)?.sequence ?? ''
  return plan(builder.build(), wait, heard, today, { startedFrom: '00002', startedOn })
}

describe('a council that refuses mediation', () => {
  it('owes it on: it is asked at once, and so is its named officer, on every route', () => {
    const withCertificate = planned(refused(request(contents)), 'certificate-without-meeting', '2026-02-25')
    expect(withCertificate).toMatchObject({
      messages: ['mediation-not-arranged_00003'],
      tasks: ['arrange-mediation_00002-late', 'escalate-mediation_00002-late'],
      timeUp: 'no',
    })
    const withNone = planned(refused(request(placement)), 'certificate-without-meeting', '2026-02-25')
    expect(withNone).toMatchObject({
      messages: ['mediation-late_00003'],
      tasks: ['arrange-mediation_00002-late', 'escalate-mediation_00002-late'],
      timeUp: 'no',
    })
  })

  it('keeps the case open until its stage is renewed, with the tasks', () => {
    for (const opened of [contents, placement]) {
      const later = planned(refused(request(opened)), 'certificate-without-meeting', '2026-11-17')
      expect(later.timeUp).toBe('no')
      expect(later.tasks).toContain('arrange-mediation_00002-late')
      expect(later.messages.filter((message) => message.startsWith('closing'))).toEqual([])
      const renewed = planned(refused(request(opened)), 'certificate-without-meeting', '2026-11-18')
      expect(renewed.timeUp).toBe('stage-is-old')
    }
  })

  it('is told also where the family heard before that it was late', () => {
    const late = request(contents).and('mediation-cannot-be-arranged', {
      adviserToldOn: '2026-04-01',
      because: 'refused',
    })
    expect(planned(late, 'certificate-without-meeting', '2026-04-01').messages).toContain(
      'mediation-not-arranged_00003',
    )
  })

  it('that says only that it will be late is asked when its 30 days have passed', () => {
    const late = request(contents).and('mediation-cannot-be-arranged', { adviserToldOn: '2026-02-25' })
    expect(planned(late, 'certificate-without-meeting', '2026-02-25').tasks).toEqual([])
    expect(planned(late, 'certificate-without-meeting', '2026-03-23').tasks).toEqual(
      expect.arrayContaining(['arrange-mediation_00002-late', 'escalate-mediation_00002-late']),
    )
  })
})

describe('a meeting to which somebody did not come', () => {
  it('counts as not arranged where the council did not: one message, and the tasks at once', () => {
    const beforeCertificate = planned(missed(request(contents), ['council']), 'meeting-date', '2026-03-11')
    expect(beforeCertificate).toMatchObject({ messages: [], timeUp: 'thirty-days-passed' })
    expect(planned(missed(request(contents), ['council']), 'certificate-without-meeting', '2026-03-11')).toMatchObject({
      messages: ['mediation-not-arranged_00004'],
      tasks: ['fix-next-meeting_00004', 'arrange-mediation_00002-late', 'escalate-mediation_00002-late'],
    })
    expect(planned(missed(request(placement), ['council']), 'meeting-date', '2026-03-11')).toMatchObject({
      messages: ['mediation-late_00004'],
      tasks: ['fix-next-meeting_00004', 'arrange-mediation_00002-late', 'escalate-mediation_00002-late'],
      timeUp: 'no',
    })
  })

  it('is the board’s where only health care is disputed', () => {
    expect(planned(missed(request(contents, 'only'), ['health-body']), 'meeting-date', '2026-03-11')).toMatchObject({
      messages: ['mediation-late_00004'],
      tasks: expect.arrayContaining(['fix-next-meeting_00004', 'chase-health-board_00002']),
    })
    expect(planned(missed(request(contents, 'only'), ['council']), 'meeting-date', '2026-03-11').messages).toEqual([
      'meeting-did-not-happen_00004',
    ])
  })

  it('changes nothing by itself where the family did not: it is asked whether it wants another day', () => {
    for (const opened of [contents, placement]) {
      expect(planned(missed(request(opened), ['family']), 'meeting-date', '2026-03-11')).toMatchObject({
        messages: ['meeting-did-not-happen_00004'],
        tasks: ['fix-next-meeting_00004', 'arrange-mediation_00002-day-20'],
        timeUp: 'no',
      })
    }
  })

  it('is told once when the 30 days have passed: with the certificate that follows', () => {
    const late = request(contents)
      .and('meeting-arranged', { meetingOn: '2026-03-25', startsAt: '10:30', format: 'online' }, '2026-03-02')
      .and('meeting-missed', { missedOn: '2026-03-25', absent: ['family'] })
    expect(planned(late, 'meeting-date', '2026-03-25')).toMatchObject({ messages: [], timeUp: 'thirty-days-passed' })
    expect(planned(late, 'certificate-without-meeting', '2026-03-25').messages).toEqual([
      'mediation-not-arranged_00004',
    ])
  })
})

describe('the day for the certificate', () => {
  it('runs from the first word that there is no mediation, whatever came later', () => {
    const later = missed(refused(request(contents)), ['council'])
    expect(later.build().cannotBeArranged).toMatchObject({ on: '2026-03-11', because: 'absent', firstOn: '2026-02-25' })
    // Three working days after Wednesday 25 February 2026.
    expect(planned(later, 'certificate-without-meeting', '2026-03-11').next).toBe(
      'adviser-issues-certificate 2026-03-02',
    )
  })

  it('does not end the 30 days of a family that asks again', () => {
    const again = refused(request(contents)).and('mediation-chosen', { councilToldOn: '2026-04-01' })
    expect(
      plan(again.build(), 'meeting-date', '00004', '2026-04-02', { startedFrom: '00004', startedOn }),
    ).toMatchObject({ messages: ['mediation-requested_00004'], timeUp: 'no' })
  })
})
