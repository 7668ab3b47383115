import { describe, expect, it } from 'vitest'
import { adviserContactDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { notice } from './notice.ts'

describe('contact with the mediation adviser (D01, SEND Regulations 2014, regulation 33)', () => {
  it.each([
    ['40', '2026-06-30', '2026-08-30', '2026-08-28', ['J4 2026-09-01'], 'in August, where the appeal date would roll'],
    ['41', '2026-10-27', '2026-12-27', '2026-12-24', ['J4 2027-01-04'], 'at Christmas'],
    ['42', '2026-12-31', '2027-02-28', '2027-02-26', ['J4 2027-03-01'], 'a Sunday'],
    ['43', '2026-02-10', '2026-04-10', '2026-04-10', [], 'a working day'],
    ['a working day in August', '2026-06-19', '2026-08-19', '2026-08-19', ['J4 2026-09-01'], 'does not move either'],
  ])('example %s: sent %s, contact by %s, aim for %s (%s)', (_row, sent, lawDate, aimDate, judgements) => {
    const deadline = adviserContactDeadline(notice(sent))
    expect(deadline).toMatchObject({ ruleId: 'D01', lawDate, unrolledDate: lawDate, aimDate })
    expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual(judgements)
    expect(deadline.certainty).toBe(judgements.length === 0 ? 'certain' : 'judgement')
    expect(deadline).not.toHaveProperty('lawTime')
  })

  it('runs from the earlier of printed and sent, and gives the other date (J1)', () => {
    const printedFirst = adviserContactDeadline(notice('2026-01-30', '2026-02-04'))
    expect(printedFirst.lawDate).toBe('2026-03-30')
    expect(printedFirst.judgements).toMatchObject([{ id: 'J1', otherReading: '2026-04-04' }])
    expect(adviserContactDeadline(notice('2026-02-04', '2026-01-30')).lawDate).toBe('2026-03-30')
  })

  it('is certain when printed and sent differ but end on one day', () => {
    expect(adviserContactDeadline(notice('2025-12-29', '2025-12-31'))).toMatchObject({ lawDate: '2026-02-28' })
    expect(adviserContactDeadline(notice('2025-12-29', '2025-12-31')).judgements.map(({ id }) => id)).toEqual(['J4'])
  })

  it('explains that it does not move', () => {
    expect(adviserContactDeadline(notice('2026-06-30', '2026-07-02')).working).toEqual([
      'The decision letter is dated Tuesday 30 June 2026 and was sent on Thursday 2 July 2026.',
      'To be safe, the time is counted from the earlier day.',
      '2 months after Tuesday 30 June 2026 is Sunday 30 August 2026.',
      'That day is a Sunday, but this time limit does not move to a later day.',
      'The time to contact the adviser does not move for August or Christmas.',
    ])
    expect(adviserContactDeadline(notice('2026-10-29')).working).toEqual([
      '2 months after Thursday 29 October 2026 is Tuesday 29 December 2026.',
      'The time to contact the adviser does not move for August or Christmas.',
    ])
    expect(adviserContactDeadline(notice('2026-02-10')).working).toEqual([
      '2 months after Tuesday 10 February 2026 is Friday 10 April 2026.',
    ])
  })

  it('refuses a decision from before the regime', () => {
    expect(() => adviserContactDeadline(notice('2014-08-31'))).toThrow(
      'No rule D01 is known that was the law on Sunday 31 August 2014. Check the date.',
    )
  })
})
