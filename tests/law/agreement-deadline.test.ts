import { describe, expect, it } from 'vitest'
import { agreementDeadline } from '../../lambdas/law/agreement-deadline.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { DateOrderError } from '../../lambdas/law/law-errors.ts'

describe('what was agreed at mediation (D12, SEND Regulations 2014, regulation 42(3)): 2 weeks, which never move', () => {
  it.each([
    ['58', '2026-07-06', '2026-07-20', '2026-07-20', []],
    ['59', '2026-03-20', '2026-04-03', '2026-04-02', ['J11 2026-04-07']],
    ['60, nothing agreed in writing', '2026-12-14', '2026-12-28', '2026-12-24', ['J11 2026-12-29']],
  ])('example %s: agreed on %s, done by %s, aim for %s', (_row, agreed, lawDate, aimDate, judgements) => {
    const deadline = agreementDeadline({ agreedOn: parseCalendarDate(agreed) })
    expect(deadline).toMatchObject({ ruleId: 'D12', lawDate, unrolledDate: lawDate, aimDate })
    expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual(judgements)
  })

  it('example 60: gives way to a date that the parties agreed in writing (regulation 42(5))', () => {
    const deadline = agreementDeadline({
      agreedOn: parseCalendarDate('2026-12-14'),
      agreedDate: parseCalendarDate('2027-01-29'),
    })
    expect(deadline).toMatchObject({ lawDate: '2027-01-29', aimDate: '2027-01-29', certainty: 'certain' })
    expect(deadline.working).toEqual([
      'The parties agreed in writing on another date: Friday 29 January 2027.',
      'That date replaces the time that the law gives after an agreement.',
    ])
  })

  it('refuses a written date before the agreement', () => {
    const agreedOn = parseCalendarDate('2026-12-14')
    expect(() => agreementDeadline({ agreedOn, agreedDate: parseCalendarDate('2026-12-13') })).toThrow(
      new DateOrderError(
        'The date agreed in writing, Sunday 13 December 2026, is before the agreement of Monday 14 December 2026. Check both dates.',
      ),
    )
    expect(agreementDeadline({ agreedOn, agreedDate: agreedOn }).lawDate).toBe('2026-12-14')
  })

  it('says in words how it was counted', () => {
    expect(agreementDeadline({ agreedOn: parseCalendarDate('2026-07-06') }).working).toEqual([
      '2 weeks after Monday 6 July 2026 is Monday 20 July 2026.',
    ])
  })
})
