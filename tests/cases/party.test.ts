import { describe, expect, it } from 'vitest'
import { heldForParty, openParty } from '../../lambdas/cases/party/party.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { waitingOf } from '../../lambdas/cases/telling/when-it-leaves.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'
import { messageDue } from './message-due.ts'
import { SETTINGS } from './plan/settings-for-tests.ts'

/** Compulsory school age ends on Friday 26 June 2026, so the young person is the party from Saturday 27 June (D56). */
const LEAVING = { compulsorySchoolAgeEndsOn: day('2026-06-26') }
const opened = aCase({ sentOn: '2026-06-08', daysOfAge: LEAVING })

function holds(builder: CaseBuilder, today: string) {
  return heldForParty(builder.build(), day(today))
}

function tasks(builder: CaseBuilder, today: string) {
  const file = { subject: builder.build(), tasks: [] }
  return tasksOf(file, day(today), SETTINGS).map(({ kind, dueOn }) => `${dueOn} ${kind}`)
}

it('warns of the 25th birthday three months before the day on which the right to appeal may end (J40)', () => {
  const daysOfAge = { compulsorySchoolAgeEndsOn: day('2018-06-29'), youngPersonUntil: day('2027-03-11') }
  const until = aCase({ sentOn: '2026-06-08', daysOfAge })
  expect(tasks(until, '2026-12-11')).toContain('2026-12-11 warn-of-birthday')
  // Where the case does not come to it, nothing says when it is.
  expect(tasks(opened, '2026-12-11').join()).not.toContain('warn-of-birthday')
})

describe('while it is open who the party is', () => {
  it('letters are held from the day after compulsory school age ends', () => {
    expect(holds(opened, '2026-06-26')).toBeUndefined()
    expect(holds(opened, '2026-06-27')).toEqual({ until: '2026-07-24' })
    expect(waitingOf(opened.build(), messageDue('rights_00001'), new Date('2026-06-29T10:00:00Z'))).toEqual({
      waitsFor: 'party',
      leavesAt: '2026-07-24T16:00:00.000Z',
    })
  })

  it('they are held no more when a last day is ten working days away', () => {
    expect(holds(opened, '2026-07-23')).toBeDefined()
    expect(holds(opened, '2026-07-24')).toBeUndefined()
  })

  it('the officer is asked from twenty working days before, and to reach the young person when a last day is near', () => {
    expect(tasks(opened, '2026-06-10')).toEqual(['2026-06-01 say-who-the-party-is', '2026-07-24 reach-young-person'])
  })

  it('waits for nothing where no last day is ahead', () => {
    const appealed = opened.and('appeal-registered', { receivedOn: '2026-06-15' })
    expect(holds(appealed, '2026-07-24')).toEqual({ until: undefined })
  })
})

describe('it is not open who the party is', () => {
  const saidOn = (on: string) => opened.and('contact-details-changed', { daysOfAge: LEAVING, party: 'parent' }, on)

  it.each<[string, CaseBuilder]>([
    ['where the date of birth is not known', aCase({ sentOn: '2026-06-08' })],
    ['where a case is opened after that day', aCase({ sentOn: '2026-06-29', daysOfAge: LEAVING })],
    ['where it was said since it was asked', saidOn('2026-06-10')],
    ['where it was said after that day', saidOn('2026-07-01')],
  ])('%s', (_, builder) => {
    expect(openParty(builder.build())).toBeUndefined()
    expect(holds(builder, '2026-07-02')).toBeUndefined()
    expect(tasks(builder, '2026-07-02').filter((task) => /party|young/.test(task))).toEqual([])
  })

  it('but it is where details changed and nobody said it', () => {
    const changed = opened.and('contact-details-changed', { daysOfAge: LEAVING }, '2026-07-01')
    expect(openParty(changed.build())).toEqual({ from: '2026-06-27', askedFrom: '2026-06-01' })
  })
})
