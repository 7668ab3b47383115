import { describe, expect, it } from 'vitest'
import { dateOfDay, parseCalendarDate, parseDay } from '../../lambdas/law/calendar-date.ts'
import {
  type CertificateGround,
  certificateDay,
  certificateDeadline,
  knownGround,
} from '../../lambdas/law/certificate-deadline.ts'

const regulation = { declined: 'D02', 'not-arranged': 'D06', mediated: 'D08' } as const

describe('certificates: 3 working days, the day told being day 0 (SEND Regulations 2014, regulations 34, 36, 39)', () => {
  it.each([
    ['44', 'declined', '2026-11-23', '2026-11-26', 'plain'],
    ['45', 'declined', '2026-04-02', '2026-04-09', 'over Easter'],
    ['46', 'mediated', '2026-05-01', '2026-05-07', 'over the early May bank holiday'],
    ['47', 'declined', '2026-12-23', '2026-12-30', 'the Tribunal closing at Christmas does not matter'],
    ['48', 'declined', '2026-12-24', '2026-12-31', 'the Tribunal closing at Christmas does not matter'],
    ['49', 'declined', '2026-08-28', '2026-09-03', 'over the summer bank holiday'],
    ['51', 'not-arranged', '2026-04-07', '2026-04-10', 'from the day the adviser was told'],
  ] as const)('example %s: %s on %s, issue by %s (%s)', (_row, ground, startsOn, lawDate, _why) => {
    const deadline = certificateDeadline({ ground, startsOn: parseCalendarDate(startsOn) })
    expect(deadline).toMatchObject({
      ruleId: regulation[ground],
      lawDate,
      unrolledDate: lawDate,
      aimDate: lawDate,
      certainty: 'certain',
      provisional: false,
    })
    expect(dateOfDay(certificateDay(ground, parseDay(startsOn)))).toBe(lawDate)
  })

  it('example 50: counts a message on a Saturday from that day, and gives the other reading (J12)', () => {
    const easterSaturday = parseCalendarDate('2026-04-04')
    for (const ground of ['declined', 'not-arranged'] as const) {
      expect(certificateDeadline({ ground, startsOn: easterSaturday })).toMatchObject({
        lawDate: '2026-04-09',
        certainty: 'judgement',
        judgements: [{ id: 'J12', otherReading: '2026-04-10' }],
      })
    }
  })

  it('is certain for a meeting on a Saturday, which nobody has to receive', () => {
    const deadline = certificateDeadline({ ground: 'mediated', startsOn: parseCalendarDate('2026-04-04') })
    expect(deadline).toMatchObject({ lawDate: '2026-04-09', certainty: 'certain', cautions: [] })
  })

  it('cautions that the council may say nothing (J9), only where that can be', () => {
    const startsOn = parseCalendarDate('2026-04-07')
    expect(certificateDeadline({ ground: 'not-arranged', startsOn }).cautions.map(({ id }) => id)).toEqual(['J9'])
    expect(certificateDeadline({ ground: 'declined', startsOn }).cautions).toEqual([])
  })

  it('counts out the three days, and what was skipped and why', () => {
    expect(certificateDeadline({ ground: 'declined', startsOn: parseCalendarDate('2026-08-28') }).working).toEqual([
      'The time is 3 working days, counted from the day after Friday 28 August 2026.',
      'Saturday 29 August 2026 and Sunday 30 August 2026 do not count: they are a weekend.',
      'Monday 31 August 2026 does not count: it is the summer bank holiday.',
      'Day 1 is Tuesday 1 September 2026.',
      'Day 2 is Wednesday 2 September 2026.',
      'Day 3 is Thursday 3 September 2026.',
      'The adviser must issue the certificate on or before that day.',
    ])
    expect(certificateDeadline({ ground: 'declined', startsOn: parseCalendarDate('2026-12-24') }).working).toEqual([
      'The time is 3 working days, counted from the day after Thursday 24 December 2026.',
      'Friday 25 December 2026 does not count: it is Christmas Day.',
      'Saturday 26 December 2026 and Sunday 27 December 2026 do not count: they are a weekend.',
      'Monday 28 December 2026 does not count: it is the substitute bank holiday for Boxing Day.',
      'Day 1 is Tuesday 29 December 2026.',
      'Day 2 is Wednesday 30 December 2026.',
      'Day 3 is Thursday 31 December 2026.',
      'The adviser must issue the certificate on or before that day.',
    ])
    expect(certificateDeadline({ ground: 'declined', startsOn: parseCalendarDate('2026-04-04') }).working[1]).toBe(
      'Sunday 5 April 2026 does not count: it is a Sunday.',
    )
  })

  it('is provisional when it is counted over days whose bank holidays are not published', () => {
    const deadline = certificateDeadline({ ground: 'declined', startsOn: parseCalendarDate('2027-12-30') })
    expect(deadline).toMatchObject({ lawDate: '2028-01-05', provisional: true })
  })
})

describe('why a certificate would be issued, on what is known', () => {
  const [first, second] = [parseCalendarDate('2026-03-04'), parseCalendarDate('2026-03-05')]
  it.each<[string, Parameters<typeof knownGround>[0], CertificateGround | undefined]>([
    ['nothing', {}, undefined],
    ['mediation was asked for', { councilToldOn: first }, undefined],
    ['declined', { declinedToldOn: first }, 'declined'],
    ['asked for, then declined', { councilToldOn: first, declinedToldOn: second }, 'declined'],
    ['declined, then asked for', { declinedToldOn: first, councilToldOn: second }, undefined],
    ['both on one day', { declinedToldOn: first, councilToldOn: first }, undefined],
    ['could not be arranged', { declinedToldOn: second, cannotArrangeToldOn: first }, 'not-arranged'],
    ['held', { declinedToldOn: second, mediationConcludedOn: first }, 'mediated'],
    ['begun, and to go on', { cannotArrangeToldOn: second, adjournedOn: first }, 'mediated'],
  ])('%s', (_what, facts, ground) => {
    expect(knownGround(facts)).toBe(ground)
  })
})

it('is issued within 3 working days of a meeting to which the council did not come, as if none was arranged (J37)', () => {
  expect(certificateDeadline({ ground: 'not-arranged', startsOn: parseCalendarDate('2026-04-14') }).lawDate).toBe(
    '2026-04-17',
  )
})
