import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase } from '../case-builder.ts'
import { plan } from './planned.ts'

const day = parseCalendarDate
const opening = {
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: day('2026-03-10'),
  sentOn: day('2026-03-10'),
} as const

describe('a corrected decision date', () => {
  const corrected = aCase({ sentOn: '2026-02-10' }).and(
    'fact-corrected',
    { corrects: '00001', details: opening },
    '2026-03-20',
  )

  it('counts from the beginning', () => {
    expect(plan(corrected.build(), 'adviser-contact', '00001', '2026-03-20')).toMatchObject({
      messages: ['rights_00001'],
      next: 'family-speaks-to-adviser 2026-05-08',
    })
  })

  it('brings the reminders of the right day, though those of the wrong day may have gone out', () => {
    // Day 30 after 10 March is Thursday 9 April.
    expect(plan(corrected.build(), 'adviser-contact', '00001', '2026-04-09').messages).toContain(
      'contact-reminder-day-30_00002',
    )
  })

  it('sends no reminder for a day before it was corrected: the correction gave the date', () => {
    const late = aCase({ sentOn: '2026-02-10' })
      .and('fact-corrected', { corrects: '00001', details: opening }, '2026-04-15')
      .build()
    expect(plan(late, 'adviser-contact', '00001', '2026-04-15').messages).toEqual(['rights_00001'])
  })
})

it('tells the rights anew when another decision had been recorded', () => {
  const other = aCase({ sentOn: '2026-02-10' })
    .and('fact-corrected', { corrects: '00001', details: { ...opening, decisionKind: 'ceasing-plan' } }, '2026-02-12')
    .build()
  expect(other.decisionStatedBy).toBe('00002')
  expect(plan(other, 'adviser-contact', '00001', '2026-02-12').messages).toContain('rights_00002')
})

it('lets the last of two corrections count', () => {
  const twice = aCase({ sentOn: '2026-02-10' })
    .and('fact-corrected', { corrects: '00001', details: opening }, '2026-03-20')
    .and('fact-corrected', { corrects: '00001', details: { ...opening, printedOn: day('2026-02-20') } }, '2026-03-23')
    .build()
  expect(twice.decision.printedOn).toBe('2026-02-20')
  expect(twice.recorded[0]?.details).toMatchObject({ printedOn: '2026-02-10' })
})

describe('a fact that never happened', () => {
  const removed = aCase({ sentOn: '2026-02-10' })
    .and('mediation-declined', { declinedOn: '2026-02-16', contactedOn: '2026-02-16' })
    .and('certificate-issued', { issuedOn: '2026-02-18' })
    .and('fact-removed', { removes: '00003' }, '2026-02-20')

  it('is left out as if it had not been recorded, while its number stays', () => {
    const subject = removed.build()
    expect(subject.certificate).toBeUndefined()
    expect(subject.version).toBe(4)
    expect(subject.facts.map(({ sequence }) => sequence)).toEqual(['00001', '00002', '00004'])
  })

  it('leaves the case where it was before', () => {
    expect(plan(removed.build(), 'certificate-after-declining', '00002', '2026-02-20')).toMatchObject({
      messages: ['certificate-due_00002'],
      tasks: ['chase-certificate_00002'],
      timeUp: 'no',
    })
  })
})

it('tells a family of a meeting whose day was recorded wrongly as of one that was moved', () => {
  const meeting = { startsAt: '10:30', format: 'online' } as const
  const subject = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-02-18' })
    .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-12' }, '2026-02-25')
    .correct('meeting-arranged', '00003', { meetingOn: '2026-03-13' }, '2026-02-26')
    .build()
  expect(subject.meetings).toMatchObject([{ meetingOn: '2026-03-13', lastChangedBy: '00004' }])
  expect(plan(subject, 'meeting', '00003', '2026-02-26', { startedFrom: '00002' }).messages).toEqual([
    'meeting-invitation_00003',
    'meeting-new-time_00004',
  ])
})

it('does not tell a family of a meeting that is over as of one that was moved', () => {
  const meeting = { startsAt: '10:30', format: 'online' } as const
  const subject = aCase({ sentOn: '2026-02-10' })
    .and('mediation-chosen', { councilToldOn: '2026-02-18' })
    .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-12' }, '2026-02-25')
    .and('mediation-not-agreed', { concludedOn: '2026-03-11' }, '2026-03-12')
    .correct('meeting-arranged', '00003', { meetingOn: '2026-03-11' }, '2026-03-13')
    .build()
  const position = { startedFrom: '00002' }
  expect(plan(subject, 'meeting', '00003', '2026-03-13', position).messages).toEqual(['meeting-invitation_00003'])
  expect(plan(subject, 'certificate-after-meeting', '00004', '2026-03-13', position).messages).toEqual([
    'mediation-ended_00004',
  ])
})
