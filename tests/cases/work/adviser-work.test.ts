import { describe, expect, it } from 'vitest'
import { adviserWork } from '../../../lambdas/cases/work/adviser-work.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from '../case-builder.ts'
import { aFile } from './file-for-tests.ts'

function work(builder: CaseBuilder, today: string, isClosed = false) {
  return adviserWork(aFile(builder, [], { isClosed }), parseCalendarDate(today)).map(
    ({ standing, kind, day, lastDay }) => `${standing} ${kind} ${day}${day === lastDay ? '' : ` to ${lastDay}`}`,
  )
}

const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04', contactedOn: '2026-03-02' })
const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-30', startsAt: '14:30', format: 'online' })

describe('a certificate that is due', () => {
  const declined = aCase().and('mediation-declined', { declinedOn: '2026-03-04' })

  it('is due 3 working days after the family declined (regulation 34), and late after that', () => {
    expect(work(declined, '2026-03-05')).toEqual(['soon certificate-declined 2026-03-09'])
    expect(work(declined, '2026-03-09')).toEqual(['today certificate-declined 2026-03-09'])
    expect(work(declined, '2026-03-10')).toEqual(['late certificate-declined 2026-03-09'])
  })

  it('is due after mediation (regulation 39), with agreement or without', () => {
    for (const result of ['mediation-agreed', 'mediation-not-agreed'] as const) {
      const ended = arranged.and(result, { concludedOn: '2026-03-30' })
      expect(work(ended, '2026-03-31')).toEqual(['soon certificate-mediated 2026-04-02'])
    }
  })

  it('is due when the council cannot arrange mediation, or is silent up to day 31 (J9)', () => {
    const cannot = chosen.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-18' })
    expect(work(cannot, '2026-03-19')).toEqual(['soon certificate-not-arranged 2026-03-23'])
    // Day 30 is Friday 3 April 2026, so day 31 is Saturday; Monday is Easter Monday.
    expect(work(chosen, '2026-04-04')).toEqual(['soon certificate-not-arranged 2026-04-09'])
  })

  it('is there for a family whose meeting goes on, if it asks, and is never called late (J8)', () => {
    const adjourned = arranged.and('mediation-adjourned', { adjournedOn: '2026-03-30' })
    expect(work(adjourned, '2026-03-31')).toEqual(['soon certificate-if-asked 2026-04-02'])
    expect(work(adjourned, '2026-04-07')).toEqual([])
  })

  it.each([
    ['has it', declined.and('certificate-issued', { issuedOn: '2026-03-06' })],
    ['has appealed', declined.and('appeal-registered', { receivedOn: '2026-03-06' })],
    ['agrees', declined.and('agreement-reached', { agreedOn: '2026-03-06' })],
    [
      'has gone another way',
      declined.and('case-withdrawn', { withdrawnOn: '2026-03-06', reason: 'family-does-not-want-to-go-on' }),
    ],
  ])('is not wanted by a family that %s', (_, builder) => {
    expect(work(builder, '2026-03-10')).toEqual([])
  })

  it('is not wanted where only the school is disputed, though mediation is', () => {
    const placement = aCase({ placementOnly: true }).and('mediation-chosen', { councilToldOn: '2026-03-04' })
    const held = placement
      .and('meeting-arranged', { meetingOn: '2026-03-16', startsAt: '10:00', format: 'online' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-16' })
    expect(work(placement, '2026-03-05')).toEqual(['soon arrange-mediation 2026-04-02 to 2026-04-03'])
    expect(work(held, '2026-03-17')).toEqual([])
  })

  it('is not wanted of a closed case', () => {
    expect(work(declined, '2026-03-10', true)).toEqual([])
  })
})

describe('mediation', () => {
  it('is to be arranged by day 30, with the working day before to aim for', () => {
    expect(work(chosen, '2026-03-05')).toEqual(['soon arrange-mediation 2026-04-02 to 2026-04-03'])
    expect(work(chosen, '2026-04-02')).toEqual(['today arrange-mediation 2026-04-02 to 2026-04-03'])
  })

  it('is late after day 30 where the family needs no certificate, or the health body arranges it', () => {
    const placement = aCase({ placementOnly: true }).and('mediation-chosen', { councilToldOn: '2026-03-04' })
    expect(work(placement, '2026-04-07')).toEqual(['late arrange-mediation 2026-04-03'])
    const health = aCase().and('mediation-chosen', { councilToldOn: '2026-03-04', healthIssue: 'only' })
    expect(adviserWork(aFile(health, []), parseCalendarDate('2026-04-07'))).toMatchObject([
      { kind: 'arrange-mediation', standing: 'late', byHealthBoard: true },
    ])
  })

  it('is to be arranged again when its meeting was cancelled, and not when the family has declined', () => {
    const cancelled = arranged.and('meeting-cancelled', { cancelledBy: 'family', cancelledOn: '2026-03-10' })
    expect(work(cancelled, '2026-03-11')).toEqual(['soon arrange-mediation 2026-04-02 to 2026-04-03'])
    expect(work(chosen.and('mediation-declined', { declinedOn: '2026-03-10' }), '2026-03-11')).toEqual([
      'soon certificate-declined 2026-03-13',
    ])
  })

  it('has a meeting that is told of before its day, and asked after when it has gone by', () => {
    expect(work(arranged, '2026-03-17')).toEqual(['soon meeting 2026-03-30'])
    expect(work(arranged, '2026-03-30')).toEqual(['today meeting 2026-03-30'])
    expect(work(arranged, '2026-03-31')).toEqual(['today meeting-result 2026-03-30'])
  })
})

it('keeps an id through the days, and gives another day another one', () => {
  const ids = (builder: CaseBuilder, today: string) =>
    adviserWork(aFile(builder, []), parseCalendarDate(today)).map(({ id }) => id)
  const declined = aCase().and('mediation-declined', { declinedOn: '2026-03-04' })
  const again = declined.and('mediation-declined', { declinedOn: '2026-03-05' })
  expect(ids(declined, '2026-03-05')).toEqual(ids(declined, '2026-03-10'))
  expect(ids(declined, '2026-03-10')).not.toEqual(ids(again, '2026-03-10'))
})
