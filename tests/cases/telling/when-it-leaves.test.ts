import { describe, expect, it } from 'vitest'
import { messageKey } from '../../../lambdas/cases/message.ts'
import { toldByRecording } from '../../../lambdas/cases/telling/told-by-recording.ts'
import {
  fivePmAfter,
  hasADayTooNear,
  isLearntLate,
  leavesLater,
} from '../../../lambdas/cases/telling/when-it-leaves.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from '../case-builder.ts'
import { messageDue } from '../message-due.ts'

const opened = aCase({ sentOn: '2026-02-10' })
const at = (moment: string) => new Date(moment)

/** When a message leaves that is due at a moment; "now" where it does not wait. */
function leaves(builder: CaseBuilder, key: string, now: string): string {
  return leavesLater(builder.build(), messageDue(key), at(now))?.toISOString() ?? 'now'
}

describe('5pm after a recording', () => {
  it.each([
    ['in the morning', '2026-03-10T09:00:00Z', '2026-03-10T17:00:00.000Z'],
    ['at 5pm itself', '2026-03-10T17:00:00Z', '2026-03-11T17:00:00.000Z'],
    ['in summer time', '2026-06-10T15:59:00Z', '2026-06-10T16:00:00.000Z'],
    ['on a Friday evening', '2026-03-13T18:00:00Z', '2026-03-16T17:00:00.000Z'],
    ['at the weekend', '2026-03-14T09:00:00Z', '2026-03-16T17:00:00.000Z'],
    ['on Good Friday', '2026-04-03T09:00:00Z', '2026-04-07T16:00:00.000Z'],
  ])('%s', (_, recordedAt, expected) => {
    expect(fivePmAfter(at(recordedAt)).toISOString()).toBe(expected)
  })
})

describe('what was learnt late', () => {
  it.each([
    ['on its day', '2026-03-12', false],
    ['on the second working day after it, over a weekend', '2026-03-16', false],
    ['on the third', '2026-03-17', true],
  ])('%s', (_, recordedOn, expected) => {
    const [, fact] = opened.and('adviser-contacted', { contactedOn: '2026-03-12' }, recordedOn).facts
    expect(fact && isLearntLate(fact)).toBe(expected)
  })

  it('is never a correction, which has no day', () => {
    const corrected = opened.correct('case-opened', '00001', { printedOn: '2026-02-09' }, '2026-03-16')
    expect(corrected.facts.map(isLearntLate)).toEqual([false, false])
  })
})

describe('a message', () => {
  const late = opened.and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-03-10')

  it('about news goes at once', () => {
    expect(
      leaves(opened.and('adviser-contacted', { contactedOn: '2026-03-09' }), 'choose_00002', '2026-03-10T10:00:00Z'),
    ).toBe('now')
  })

  it('about what was learnt late waits until 5pm, and no longer', () => {
    expect(leaves(late, 'choose_00002', '2026-03-10T10:30:00Z')).toBe('2026-03-10T17:00:00.000Z')
    expect(leaves(late, 'choose_00002', '2026-03-10T17:00:00Z')).toBe('now')
  })

  it('that has become due because of it waits too; one about news since does not', () => {
    expect(leaves(late, 'rights_00001', '2026-03-10T10:30:00Z')).toBe('2026-03-10T17:00:00.000Z')
    const withNews = late.and('mediation-chosen', { councilToldOn: '2026-03-10' })
    expect(leaves(withNews, 'mediation-requested_00003', '2026-03-10T11:00:00Z')).toBe('now')
  })

  it('never waits where a last day of the family is near, or a meeting', () => {
    const near = opened.and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-04-08')
    expect(hasADayTooNear(near.build(), parseCalendarDate('2026-04-08'))).toBe(true)
    expect(leaves(near, 'choose_00002', '2026-04-08T10:30:00Z')).toBe('now')
    const meeting = late
      .and('mediation-chosen', { councilToldOn: '2026-03-02' }, '2026-03-10')
      .and(
        'meeting-arranged',
        { meetingOn: '2026-03-12', startsAt: '10:00', format: 'online', arrangedOn: '2026-03-03' },
        '2026-03-10',
      )
    expect(leaves(meeting, 'meeting-invitation_00004', '2026-03-10T10:30:00Z')).toBe('now')
  })
})

describe('what recording has to tell by itself', () => {
  const told = (builder: CaseBuilder, now: string) => {
    const subject = builder.build()
    const last = subject.recorded.at(-1)
    return last
      ? toldByRecording(subject, last, 'open', at(now)).map(({ message, state }) => `${state} ${messageKey(message)}`)
      : []
  }

  it('is nothing of news that comes in its order', () => {
    expect(told(opened.and('adviser-contacted', { contactedOn: '2026-03-09' }), '2026-03-10T10:00:00Z')).toEqual([])
  })

  it('waits of what was learnt late, and of what happened before something that was known', () => {
    const late = opened.and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-03-10')
    expect(told(late, '2026-03-10T10:00:00Z')).toEqual(['held dates-corrected_00002'])
    const before = opened
      .and('appeal-registered', { receivedOn: '2026-03-10' })
      .and('certificate-issued', { issuedOn: '2026-03-09' }, '2026-03-10')
    expect(told(before, '2026-03-10T10:00:00Z')).toEqual(['held dates-corrected_00003'])
  })

  it('waits of a correction; of another decision it leaves at once, with the rights', () => {
    const dates = opened.correct('case-opened', '00001', { printedOn: '2026-02-09' }, '2026-03-10')
    expect(told(dates, '2026-03-10T10:00:00Z')).toEqual(['held dates-corrected_00002'])
    const decision = opened.correct('case-opened', '00001', { decisionKind: 'ceasing-plan' }, '2026-03-10')
    expect(told(decision, '2026-03-10T10:00:00Z')).toEqual(['ready dates-corrected_00002', 'ready rights_00002'])
  })

  it('leaves at once of a correction where a day is near, as it was or is right, or the right last day has gone by', () => {
    const sent = (day: string) => ({ printedOn: day, sentOn: day })
    const corrected = (from: string, to: string) =>
      told(aCase(sent(from)).correct('case-opened', '00001', sent(to), '2026-04-08'), '2026-04-08T10:00:00Z')
    expect(corrected('2026-02-10', '2026-02-24')).toEqual(['ready dates-corrected_00002'])
    expect(corrected('2026-02-24', '2026-02-10')).toEqual(['ready dates-corrected_00002'])
    expect(corrected('2026-02-24', '2026-01-30')).toEqual(['ready dates-corrected_00002'])
    expect(corrected('2026-02-24', '2026-02-25')).toEqual(['held dates-corrected_00002'])
  })

  it('is told of a meeting that was planned and was on a day that has gone by: no stage tells that', () => {
    const corrected = opened
      .and('mediation-chosen', { councilToldOn: '2026-02-18' })
      .and('meeting-arranged', { startsAt: '10:30', format: 'online', meetingOn: '2026-03-12' }, '2026-02-25')
      .correct('meeting-arranged', '00003', { meetingOn: '2026-02-26' }, '2026-02-27')
    expect(told(corrected, '2026-02-27T10:00:00Z')).toEqual(['held dates-corrected_00004'])
  })

  it('is left to its stage of a meeting that is still ahead', () => {
    const meeting = { startsAt: '10:30', format: 'online' } as const
    const corrected = opened
      .and('mediation-chosen', { councilToldOn: '2026-02-18' })
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-12' }, '2026-02-25')
      .correct('meeting-arranged', '00003', { meetingOn: '2026-03-13' }, '2026-02-26')
    expect(told(corrected, '2026-02-26T10:00:00Z')).toEqual([])
  })
})
