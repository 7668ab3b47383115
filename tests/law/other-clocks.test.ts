import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { discriminationClaimDeadline } from '../../lambdas/law/discrimination-deadline.ts'
import { familyReason } from '../../lambdas/law/explanations.ts'
import { DateOrderError } from '../../lambdas/law/law-errors.ts'
import { mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'
import { ombudsmanDeadline } from '../../lambdas/law/ombudsman-deadline.ts'
import { responseDeadline } from '../../lambdas/law/response-deadline.ts'

describe('the council’s response (D11, rules 12(3)(b) and 21): 30 Tribunal working days', () => {
  it.each([
    ['61', '2026-07-13', '2026-09-22'],
    ['62', '2026-12-07', '2027-01-26'],
  ])('example %s: sent on %s, due on %s', (_row, sent, lawDate) => {
    expect(responseDeadline({ sentToCouncilOn: day(sent) })).toMatchObject({
      ruleId: 'D11',
      lawDate,
      lawTime: '17:00',
      aimDate: lawDate,
      certainty: 'certain',
      cautions: [{ id: 'J2' }],
    })
  })

  it('is the date in the registration letter, once that is known', () => {
    const deadline = responseDeadline({ sentToCouncilOn: day('2026-07-13'), dueInLetter: day('2026-09-08') })
    expect(deadline).toMatchObject({
      lawDate: '2026-09-08',
      lawTime: '17:00',
      certainty: 'certain',
      judgements: [],
      cautions: [{ id: 'J2' }],
      working: [
        'The registration letter from the Tribunal gives Tuesday 8 September 2026.',
        'That date replaces the time that the rules give.',
      ],
    })
    expect(responseDeadline({ dueInLetter: day('2026-09-08') }).lawDate).toBe('2026-09-08')
    const onTheDay = { sentToCouncilOn: day('2026-07-13'), dueInLetter: day('2026-07-13') } as const
    expect(responseDeadline(onTheDay).lawDate).toBe('2026-07-13')
    expect(() => responseDeadline({ ...onTheDay, dueInLetter: day('2026-07-12') })).toThrow(
      new DateOrderError(
        'The registration letter gives Sunday 12 July 2026, before the appeal was sent to the council on Monday 13 July 2026. Check both dates.',
      ),
    )
  })

  it('says in words what is not counted, and who must have what', () => {
    expect(familyReason(responseDeadline({ sentToCouncilOn: day('2026-07-13') }))).toEqual([
      'The time is 30 Tribunal working days, counted from the day after Monday 13 July 2026.',
      'Weekends, bank holidays, August and 25 December to 1 January do not count.',
      'Day 30 is Tuesday 22 September 2026.',
      'The date in the registration letter from the Tribunal comes before this one.',
      'The Tribunal must have the response of the council by 5pm on Tuesday 22 September 2026.',
    ])
  })
})

describe('a claim that a school discriminated (D22): six months that start with the act, and never move', () => {
  it('example 63: no August rule, and the earlier of two readings', () => {
    const deadline = discriminationClaimDeadline({ actOn: day('2026-02-10') })
    expect(deadline).toMatchObject({
      lawDate: '2026-08-09',
      aimDate: '2026-08-07',
      judgements: [{ id: 'J18', otherReading: '2026-08-10' }],
    })
    expect(familyReason(deadline)).toEqual([
      'The time is 6 months, and Tuesday 10 February 2026 counts as its first day.',
      'So its last day is Sunday 9 August 2026.',
      'This time limit does not move for August, Christmas, a weekend or a bank holiday.',
      'Aim for the working day before: Friday 7 August 2026.',
      'The law is not settled on this point. We have used the earlier date.',
    ])
  })

  it('is known for acts from 21 July 2020, when the August rule was taken away', () => {
    expect(discriminationClaimDeadline({ actOn: day('2020-07-21') }).lawDate).toBe('2021-01-20')
    expect(() => discriminationClaimDeadline({ actOn: day('2020-07-20') })).toThrow('No rule D22 is known')
  })
})

describe('a complaint to the Ombudsman (D21): twelve months that begin with the day of becoming aware', () => {
  it('example 64: ends on the day before the anniversary, and stays on a Sunday', () => {
    const deadline = ombudsmanDeadline({ awareOn: day('2026-03-15') })
    expect(deadline).toMatchObject({
      lawDate: '2027-03-14',
      aimDate: '2027-03-12',
      certainty: 'certain',
      judgements: [],
    })
    expect(deadline.working).toEqual([
      'The time is 12 months, and Sunday 15 March 2026 counts as its first day.',
      'So its last day is Sunday 14 March 2027.',
      'That day is a Sunday, but this time limit does not move to a later day.',
    ])
  })
})

describe('mediation that the provider was asked for first (D04, J19)', () => {
  it('example 55: the law runs from the council’s being told, and the aim is the earlier', () => {
    const deadline = mediationDeadline({ councilToldOn: day('2026-12-04'), providerAskedOn: day('2026-11-30') })
    expect(deadline).toMatchObject({ lawDate: '2027-01-03', aimDate: '2026-12-30', certainty: 'judgement' })
    expect(deadline.judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)).toEqual([
      'J11 2027-01-04',
      'J19 2026-12-30',
    ])
    expect(deadline.working.at(-1)).toBe(
      'The mediation provider was asked first. Counted from that day, the time ends on Wednesday 30 December 2026.',
    )
  })

  it('makes no difference on the same day or later', () => {
    const alone = mediationDeadline({ councilToldOn: day('2026-12-04') })
    for (const asked of ['2026-12-04', '2026-12-07']) {
      expect(mediationDeadline({ councilToldOn: day('2026-12-04'), providerAskedOn: day(asked) })).toEqual(alone)
    }
  })
})
