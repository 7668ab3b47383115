import { describe, expect, it } from 'vitest'
import type { Case } from '../../../lambdas/cases/case.ts'
import { caseDates } from '../../../lambdas/cases/case-dates.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { dateCards } from '../../../lambdas/staff/cases/date-cards.ts'
import { aCase } from '../../cases/case-builder.ts'

const day = parseCalendarDate

/** Each card's kind, with when it was done and whether in time. */
function standing(subject: Case, today: string) {
  return dateCards(caseDates(subject, day(today)), subject, day(today)).map(({ kind, done }) =>
    done ? `${kind}: ${done.onInWords}, ${done.inTime ? 'in time' : 'late'}` : `${kind}: to do`,
  )
}

/** The notice was sent on Tuesday 10 February 2026. */
const chosen = aCase().and('mediation-chosen', { councilToldOn: '2026-03-03', contactedOn: '2026-03-03' })
const arranged = chosen.and('meeting-arranged', { meetingOn: '2026-03-20', startsAt: '10:00', format: 'online' })
const held = arranged.and('mediation-not-agreed', { concludedOn: '2026-03-20' })

describe('a date on the case', () => {
  it('is to do until what it is for was done', () => {
    expect(standing(aCase().build(), '2026-03-02')).toEqual(['contact: to do', 'appeal: to do'])
    expect(standing(chosen.build(), '2026-03-10')).toEqual([
      'contact: Tuesday 3 March 2026, in time',
      'mediation: to do',
      'appeal: to do',
    ])
  })

  it('is done on the day of the deed: the talk with the adviser, the mediation, the certificate, the appeal', () => {
    const appealed = held
      .and('certificate-issued', { issuedOn: '2026-03-25' })
      .and('appeal-registered', { receivedOn: '2026-04-27' })
    expect(standing(appealed.build(), '2026-05-01')).toEqual([
      'contact: Tuesday 3 March 2026, in time',
      'mediation: Friday 20 March 2026, in time',
      'certificate: Wednesday 25 March 2026, in time',
      'appeal: Monday 27 April 2026, in time',
    ])
  })

  it('is in time on the law’s last day, though the day to aim for has gone by, and late on the day after', () => {
    // The certificate of 26 March gives a month to Sunday 26 April, so until Monday 27 April.
    const certified = held.and('certificate-issued', { issuedOn: '2026-03-26' })
    const appeal = (receivedOn: string) =>
      standing(certified.and('appeal-registered', { receivedOn }).build(), '2026-05-01').at(-1)
    expect(standing(certified.build(), '2026-04-01')[2]).toBe('certificate: Thursday 26 March 2026, late')
    expect(appeal('2026-04-27')).toBe('appeal: Monday 27 April 2026, in time')
    expect(appeal('2026-04-28')).toBe('appeal: Tuesday 28 April 2026, late')
  })

  it('after a first talk too late is done late, and the appeal is still to do', () => {
    const late = aCase().and('adviser-contacted', { contactedOn: '2026-04-13' })
    expect(standing(late.build(), '2026-04-14')).toEqual(['contact: Monday 13 April 2026, late', 'appeal: to do'])
  })

  it('of the notice of a meeting goes once the meeting is held, or its day has gone by', () => {
    const notice = (subject: Case, today: string) =>
      standing(subject, today).filter((one) => one.startsWith('meetingNotice'))
    expect(notice(arranged.build(), '2026-03-20')).toEqual(['meetingNotice: to do'])
    expect(notice(arranged.build(), '2026-03-21')).toEqual([])
    expect(notice(held.build(), '2026-03-20')).toEqual([])
  })

  it('of telling the health board and of mediation by the board is there where health care is disputed', () => {
    const health = aCase().and('mediation-chosen', {
      councilToldOn: '2026-03-03',
      contactedOn: '2026-03-03',
      healthIssue: 'only',
    })
    const titles = (subject: Case) =>
      dateCards(caseDates(subject, day('2026-03-10')), subject, day('2026-03-10')).map(({ title }) => title)
    expect(titles(health.build())).toContain('Health board arranges mediation')
    expect(titles(chosen.build())).toContain('Council arranges mediation')
    expect(standing(health.build(), '2026-03-04')).toContain('boardTold: to do')
    const told = health.and('health-board-told', { boardToldOn: '2026-03-09' })
    expect(standing(told.build(), '2026-03-10')).toContain('boardTold: Monday 9 March 2026, late')
  })

  it('of the council’s response is done when it is sent, and goes when the appeal ends before it', () => {
    const appealed = held.and('appeal-registered', { receivedOn: '2026-03-23', sentToCouncilOn: '2026-03-30' })
    const response = (subject: Case) => standing(subject, '2026-05-01').filter((one) => one.startsWith('response'))
    expect(response(appealed.build())).toEqual(['response: to do'])
    const sent = appealed.and('response-sent', { sentOn: '2026-05-01' })
    expect(response(sent.build())).toEqual(['response: Friday 1 May 2026, in time'])
    expect(response(sent.and('appeal-withdrawn', { withdrawnOn: '2026-05-01' }).build())).toHaveLength(1)
    expect(response(appealed.and('appeal-withdrawn', { withdrawnOn: '2026-04-20' }).build())).toEqual([])
  })
})
