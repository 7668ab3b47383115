import { describe, expect, it } from 'vitest'
import { dateOfDay, parseCalendarDate, parseDay } from '../../lambdas/law/calendar-date.ts'
import { mediationDay, mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'

describe('mediation arranged (D04, SEND Regulations 2014, regulation 36): 30 calendar days, which never move', () => {
  it.each([
    ['51', '2026-03-06', '2026-04-05', '2026-04-02', ['J11 2026-04-07']],
    ['52', '2026-03-04', '2026-04-03', '2026-04-02', ['J11 2026-04-07']],
    ['53', '2026-11-27', '2026-12-27', '2026-12-24', ['J11 2026-12-29']],
    ['54', '2026-07-20', '2026-08-19', '2026-08-19', []],
    ['55, council told', '2026-12-04', '2027-01-03', '2026-12-31', ['J11 2027-01-04']],
    ['55, provider asked', '2026-11-30', '2026-12-30', '2026-12-30', []],
  ])('example %s: told on %s, arranged by %s, aim for %s', (_row, told, lawDate, aimDate, judgements) => {
    const deadline = mediationDeadline({ councilToldOn: parseCalendarDate(told) })
    expect(deadline).toMatchObject({ ruleId: 'D04', lawDate, unrolledDate: lawDate, aimDate })
    expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual(judgements)
    expect(dateOfDay(mediationDay(parseDay(told)))).toBe(lawDate)
  })

  it('names the day that it falls on', () => {
    expect(mediationDeadline({ councilToldOn: parseCalendarDate('2026-03-04') }).working).toEqual([
      '30 days after Wednesday 4 March 2026 is Friday 3 April 2026.',
      'That day is Good Friday, but this time limit does not move to a later day.',
    ])
  })
})
