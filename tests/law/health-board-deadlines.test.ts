import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import {
  agreementToldDeadline,
  boardMediationDeadline,
  boardToldDeadline,
} from '../../lambdas/law/health-board-deadlines.ts'

describe('the integrated care board', () => {
  it.each([
    ['a plain week', '2026-11-23', '2026-11-26', []],
    ['over Easter', '2026-04-02', '2026-04-09', []],
    ['over Christmas, which is counted', '2026-12-24', '2026-12-31', []],
    ['told on a Saturday (J12)', '2026-04-04', '2026-04-09', ['J12 2026-04-10']],
  ])('is told within 3 working days (D03, regulations 35 and 36): %s', (_name, told, lawDate, points) => {
    const deadline = boardToldDeadline({ councilToldOn: day(told) })
    expect(deadline).toMatchObject({ ruleId: 'D03', lawDate, aimDate: lawDate })
    expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual(points)
  })

  it.each([
    ['2026-03-04', '2026-04-03', '2026-04-02', ['J11 2026-04-07']],
    ['2026-07-20', '2026-08-19', '2026-08-19', []],
  ])(
    'arranges mediation on health within 30 days (D05, regulation 35): told on %s',
    (told, lawDate, aimDate, points) => {
      const deadline = boardMediationDeadline({ boardToldOn: day(told) })
      expect(deadline).toMatchObject({ ruleId: 'D05', lawDate, aimDate })
      expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual(points)
    },
  )

  it('example 58: tells the council of the agreement within a week (D13, regulation 42(4))', () => {
    expect(agreementToldDeadline({ agreedOn: day('2026-07-06') })).toMatchObject({
      ruleId: 'D13',
      lawDate: '2026-07-13',
      certainty: 'certain',
      working: ['1 week after Monday 6 July 2026 is Monday 13 July 2026.'],
    })
  })
})
