import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { DateOrderError } from '../../lambdas/law/law-errors.ts'
import { appeal } from './notice.ts'

function points(deadline: Deadline): string[] {
  return deadline.judgements.map(({ id, otherReading }) => (otherReading ? `${id} ${otherReading}` : id))
}

describe('the decision limb: 2 months after the notice was sent (D09, rule 20(1)(c)(i) and rule 12)', () => {
  it.each([
    ['1', '2026-02-10', '2026-04-10', '2026-04-10', '2026-04-10', 'rule 20(1)(c)(i): the corresponding date'],
    ['2', '2025-12-31', '2026-02-28', '2026-03-02', '2026-02-27', 'no 31 February; rule 12(2)'],
    ['3', '2026-12-31', '2027-02-28', '2027-03-01', '2027-02-26', 'rule 12(2)'],
    ['4', '2027-12-31', '2028-02-29', '2028-02-29', '2028-02-29', 'a leap year'],
    ['5', '2026-12-28', '2027-02-28', '2027-03-01', '2027-02-26', 'four letters, one date'],
    ['5', '2026-12-29', '2027-02-28', '2027-03-01', '2027-02-26', 'four letters, one date'],
    ['5', '2026-12-30', '2027-02-28', '2027-03-01', '2027-02-26', 'four letters, one date'],
    ['5', '2026-12-31', '2027-02-28', '2027-03-01', '2027-02-26', 'four letters, one date'],
    ['6', '2028-02-29', '2028-04-29', '2028-05-02', '2028-04-28', 'rule 12(2): weekend and bank holiday'],
    ['7', '2027-02-28', '2027-04-28', '2027-04-28', '2027-04-28', 'Dodds v Walker: not to 30 April'],
    ['8', '2026-04-30', '2026-06-30', '2026-06-30', '2026-06-30', 'Dodds v Walker'],
    ['9', '2026-06-30', '2026-08-30', '2026-09-01', '2026-08-28', 'rule 12(3)(a): August'],
    ['10', '2027-06-15', '2027-08-15', '2027-09-01', '2027-08-13', 'rule 12(3)(a): August'],
    ['11', '2026-06-01', '2026-08-01', '2026-09-01', '2026-07-31', 'rule 12(3)(a): just inside August'],
    ['12', '2026-05-31', '2026-07-31', '2026-07-31', '2026-07-31', 'just before August'],
    ['13', '2026-07-15', '2026-09-15', '2026-09-15', '2026-09-15', 'August does not stop the clock'],
    ['14', '2026-07-01', '2026-09-01', '2026-09-01', '2026-09-01', 'just after August'],
    ['15', '2026-02-03', '2026-04-03', '2026-04-07', '2026-04-02', 'rule 12(2): Good Friday'],
    ['16', '2026-02-06', '2026-04-06', '2026-04-07', '2026-04-02', 'rule 12(2): Easter Monday'],
    ['17', '2026-03-04', '2026-05-04', '2026-05-05', '2026-05-01', 'rule 12(2): bank holiday'],
    ['18', '2026-10-27', '2026-12-27', '2027-01-04', '2026-12-24', 'rule 12(3)(a): Christmas'],
    ['19', '2026-10-24', '2026-12-24', '2026-12-24', '2026-12-24', 'just before Christmas'],
    ['20', '2026-11-01', '2027-01-01', '2027-01-04', '2026-12-31', 'rule 12(3)(a): 1 January'],
    ['21', '2026-11-02', '2027-01-02', '2027-01-04', '2026-12-31', 'rule 12(2): a weekend'],
    ['22', '2026-11-25', '2027-01-25', '2027-01-25', '2027-01-25', 'Christmas does not stop the clock'],
    ['33', '2026-02-10', '2026-04-10', '2026-04-10', '2026-04-10', 'plain'],
    ['38', '2024-12-31', '2025-02-28', '2025-02-28', '2025-02-28', '60 days would be 1 March: late'],
  ])(
    'example %s: notice %s ends %s, in time until %s, aim for %s (%s)',
    (_row, decision, unrolledDate, lawDate, aimDate) => {
      for (const placementOnly of [false, true]) {
        const deadline = appeal(decision, { placementOnly })
        expect(deadline).toMatchObject({
          ruleId: 'D09',
          unrolledDate,
          lawDate,
          aimDate,
          lawTime: '17:00',
          certainty: 'certain',
          judgements: [],
          setBy: 'decision',
          lateContact: false,
        })
        expect(deadline.decisionLimb).toMatchObject({ unrolledDate, lawDate, aimDate })
        expect(deadline).not.toHaveProperty('certificateLimb')
      }
    },
  )

  it.each([
    ['22a', '2027-05-31', '2027-07-31', '2027-08-02', '2027-07-30', 'J16 2027-09-01'],
    ['22b', '2028-10-24', '2028-12-24', '2028-12-27', '2028-12-22', 'J16 2029-01-02'],
  ])(
    'example %s: %s: rule 12(2) leads into the time that rule 12(3)(a) protects, and the date stays there',
    (_row, decision, unrolledDate, lawDate, aimDate, point) => {
      const deadline = appeal(decision)
      expect(deadline).toMatchObject({ unrolledDate, lawDate, aimDate, certainty: 'judgement' })
      expect(points(deadline)).toEqual([point])
      expect(points(deadline.decisionLimb)).toEqual([point])
    },
  )

  it('is provisional only when it rests on bank holidays that are not published', () => {
    expect(appeal('2027-10-31').provisional).toBe(true) // 31 December 2027, to the first working day of 2028
    expect(appeal('2027-10-20').provisional).toBe(false)
    expect(appeal('2028-02-29').provisional).toBe(true)
  })
})

describe('the certificate limb: 1 month from the date of issue, if later (D10, rule 20(1)(c)(ii) and rule 12)', () => {
  it.each([
    [
      '23',
      '2026-02-01',
      '2026-03-20',
      '2026-04-01',
      '2026-04-20',
      '2026-04-20',
      '2026-04-20',
      'certificate',
      'the later',
    ],
    [
      '24',
      '2026-03-01',
      '2026-03-02',
      '2026-05-01',
      '2026-04-02',
      '2026-05-01',
      '2026-05-01',
      'decision',
      'never shortens',
    ],
    [
      '25',
      '2026-01-09',
      '2026-02-09',
      '2026-03-09',
      '2026-03-09',
      '2026-03-09',
      '2026-03-09',
      'decision',
      'the same day',
    ],
    [
      '26',
      '2026-12-01',
      '2027-01-31',
      '2027-02-01',
      '2027-02-28',
      '2027-03-01',
      '2027-02-26',
      'certificate',
      'clamped',
    ],
    [
      '27',
      '2027-11-30',
      '2028-01-31',
      '2028-01-30',
      '2028-02-29',
      '2028-02-29',
      '2028-02-29',
      'certificate',
      'leap year',
    ],
    [
      '28',
      '2026-11-20',
      '2026-12-31',
      '2027-01-20',
      '2027-01-31',
      '2027-02-01',
      '2027-01-29',
      'certificate',
      'rule 12(2)',
    ],
    [
      '29',
      '2026-10-01',
      '2026-11-29',
      '2026-12-01',
      '2026-12-29',
      '2027-01-04',
      '2026-12-29',
      'certificate',
      'rule 12(3)(a)',
    ],
    [
      '30',
      '2026-05-20',
      '2026-07-10',
      '2026-07-20',
      '2026-08-10',
      '2026-09-01',
      '2026-08-10',
      'certificate',
      'rule 12(3)(a)',
    ],
    [
      '31',
      '2026-05-12',
      '2026-07-31',
      '2026-07-12',
      '2026-08-31',
      '2026-09-01',
      '2026-08-28',
      'certificate',
      'rule 12(3)(a)',
    ],
    [
      '37',
      '2026-02-05',
      '2026-04-01',
      '2026-04-05',
      '2026-05-01',
      '2026-05-01',
      '2026-05-01',
      'certificate',
      'J7: the earliest',
    ],
    [
      '39',
      '2024-11-01',
      '2025-01-31',
      '2025-01-01',
      '2025-02-28',
      '2025-02-28',
      '2025-02-28',
      'certificate',
      '30 days would be late',
    ],
    [
      '46',
      '2026-03-02',
      '2026-05-07',
      '2026-05-02',
      '2026-06-07',
      '2026-06-08',
      '2026-06-05',
      'certificate',
      'from the issue',
    ],
    [
      '51',
      '2026-02-20',
      '2026-04-10',
      '2026-04-20',
      '2026-05-10',
      '2026-05-11',
      '2026-05-08',
      'certificate',
      'from the issue',
    ],
  ] as const)(
    'example %s: notice %s, certificate %s: %s or %s, in time until %s, aim for %s, by the %s (%s)',
    (_row, decision, certificate, decisionLimb, certificateLimb, lawDate, aimDate, setBy, _why) => {
      const deadline = appeal(decision, { certificate })
      expect(deadline).toMatchObject({
        ruleId: setBy === 'certificate' ? 'D10' : 'D09',
        lawDate,
        aimDate,
        lawTime: '17:00',
        setBy,
        certainty: 'certain',
        decisionLimb: { ruleId: 'D09', unrolledDate: decisionLimb },
        certificateLimb: { ruleId: 'D10', unrolledDate: certificateLimb },
      })
    },
  )

  it('example 37: the later of two certificates would give another date, and is not passed in (J7)', () => {
    expect(appeal('2026-02-05', { certificate: '2026-05-22' }).lawDate).toBe('2026-06-22')
  })

  it('is kept on time for a contact on the last day (example 27)', () => {
    const onTheLastDay = appeal('2027-11-30', { certificate: '2028-01-31', contact: '2028-01-30' })
    expect(onTheLastDay).toMatchObject({ lawDate: '2028-02-29', lateContact: false, setBy: 'certificate' })
  })

  it('cautions that 5pm (J2) and the day of issue (J3) are best not relied on, and stays certain', () => {
    const deadline = appeal('2026-02-01', { certificate: '2026-03-22' })
    const cautions = [{ id: 'J2' }, { id: 'J3', otherReading: '2026-04-21' }]
    expect(deadline).toMatchObject({ lawDate: '2026-04-22', certainty: 'certain', cautions })
    expect(deadline.certificateLimb).toMatchObject({ lawDate: '2026-04-22', certainty: 'certain', cautions })
  })

  it('leaves out the day of issue (J3) where it makes no difference', () => {
    const sunday = appeal('2026-02-01', { certificate: '2026-03-20' }) // a day earlier is a Sunday, and rolls back
    const setByDecision = appeal('2026-03-01', { certificate: '2026-03-02' })
    for (const { cautions } of [sunday, setByDecision, appeal('2026-02-01')]) {
      expect(cautions.map(({ id }) => id)).toEqual(['J2'])
    }
  })

  it('gives each limb its own working, cautions and calls, as if the other were not there', () => {
    const { decisionLimb, certificateLimb } = appeal('2027-05-20', { certificate: '2027-06-30' })
    expect(decisionLimb).toMatchObject({ lawDate: '2027-07-20', judgements: [], certainty: 'certain' })
    expect(decisionLimb.cautions.map(({ id }) => id)).toEqual(['J2'])
    expect(decisionLimb.working).toEqual([
      '2 months after Thursday 20 May 2027 is Tuesday 20 July 2027.',
      'That day is a working day, so it does not move.',
    ])
    expect(certificateLimb).toMatchObject({ lawDate: '2027-07-30', judgements: [], certainty: 'certain' })
    expect(certificateLimb?.cautions).toMatchObject([{ id: 'J2' }, { id: 'J3', otherReading: '2027-07-29' }])
    expect(certificateLimb?.working).toEqual([
      '1 month after the certificate date, Wednesday 30 June 2027, is Friday 30 July 2027.',
      'That day is a working day, so it does not move.',
    ])
  })

  it('is led into August by rule 12(2) as the decision limb is, and stays there (J16)', () => {
    const deadline = appeal('2022-05-20', { certificate: '2022-06-30' }) // Saturday 30 July 2022
    expect(deadline).toMatchObject({ lawDate: '2022-08-01', setBy: 'certificate', certainty: 'judgement' })
    expect(points(deadline)).toEqual(['J16 2022-09-01'])
    expect(deadline.certificateLimb && points(deadline.certificateLimb)).toEqual(['J16 2022-09-01'])
  })

  it('gives the sources of both limbs, each once', () => {
    expect(appeal('2026-02-01', { certificate: '2026-03-20' }).sources.map(({ title }) => title)).toEqual([
      'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(i)',
      'Tribunal Procedure (HESC Chamber) Rules 2008, rule 12(1), (2) and (3)(a)',
      'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(ii)',
    ])
  })
})

describe('printed and sent on different days (J1)', () => {
  it('example 36: runs from the earlier and gives the other date', () => {
    const deadline = appeal('2026-01-30', { sent: '2026-02-04' })
    expect(deadline).toMatchObject({ lawDate: '2026-03-30', aimDate: '2026-03-30', certainty: 'judgement' })
    expect(points(deadline)).toEqual(['J1 2026-04-07'])
    expect(appeal('2026-02-04', { sent: '2026-01-30' }).lawDate).toBe('2026-03-30')
  })

  it('is certain where the certificate sets the date on either reading', () => {
    const deadline = appeal('2026-01-30', { sent: '2026-02-04', certificate: '2026-03-25' })
    expect(deadline).toMatchObject({ lawDate: '2026-04-27', certainty: 'certain', setBy: 'certificate' })
    expect(points(deadline.decisionLimb)).toEqual(['J1 2026-04-07'])
  })

  it('keeps the later start where the certificate ends before it on the other reading', () => {
    const deadline = appeal('2026-01-30', { sent: '2026-02-04', certificate: '2026-02-05' })
    expect(deadline).toMatchObject({ lawDate: '2026-03-30', setBy: 'decision' })
    expect(points(deadline)).toEqual(['J1 2026-04-07'])
  })

  it.each([
    ['the day after the earlier clock', '2026-01-30', '2026-02-04', '2026-03-31', ['J1 2026-05-05', 'J45 2026-05-05']],
    ['the last day of the later clock', '2026-01-30', '2026-02-04', '2026-04-04', ['J1 2026-05-05', 'J45 2026-05-05']],
    ['the day after both', '2026-01-30', '2026-02-04', '2026-04-05', ['J1 2026-04-07']],
    [
      'between them, sent before it was printed',
      '2026-02-04',
      '2026-01-30',
      '2026-04-04',
      ['J1 2026-05-05', 'J45 2026-05-05'],
    ],
    ['after both, sent before it was printed', '2026-02-04', '2026-01-30', '2026-04-05', ['J1 2026-04-07']],
  ])(
    'weighs a contact on %s: letter of %s sent on %s, contact on %s (example 36; J45)',
    (_when, printed, sent, contact, calls) => {
      const deadline = appeal(printed, { sent, contact, certificate: '2026-04-05', ground: 'declined' })
      expect(deadline).toMatchObject({ lawDate: '2026-03-30', lateContact: true, setBy: 'decision' })
      expect(points(deadline)).toEqual(calls)
    },
  )

  it('says why a contact between the two dates does not add time, to be safe (J45)', () => {
    const deadline = appeal('2026-01-30', { sent: '2026-02-04', contact: '2026-04-01', certificate: '2026-04-02' })
    expect(deadline.working.slice(-3)).toEqual([
      'The first contact was later, on Wednesday 1 April 2026.',
      'Counted from the other date of the letter, the contact was in time.',
      'To be safe, a certificate does not add time.',
    ])
    expect(deadline).not.toHaveProperty('certificateLimb')
  })
})

describe('only the school or institution named (CFA 2014, section 55(2); J6)', () => {
  it('example 34: a certificate does not add time, and the other date is given', () => {
    const deadline = appeal('2026-02-10', { certificate: '2026-03-30', placementOnly: true })
    expect(deadline).toMatchObject({ lawDate: '2026-04-10', setBy: 'decision', lateContact: false })
    expect(points(deadline)).toEqual(['J6 2026-04-30'])
    expect(deadline).not.toHaveProperty('certificateLimb')
  })

  it('is certain where the certificate would give no later date', () => {
    expect(points(appeal('2026-02-10', { certificate: '2026-02-11', placementOnly: true }))).toEqual([])
  })

  it('has no contact date to be late for', () => {
    expect(appeal('2026-02-10', { contact: '2026-06-01', placementOnly: true }).lateContact).toBe(false)
  })
})

describe('a late first contact with the adviser (regulations 33 and 34)', () => {
  it('example 32: shows only the date counted from the decision, never the certificate limb as a date', () => {
    const deadline = appeal('2026-01-09', { contact: '2026-03-23', certificate: '2026-03-26' })
    expect(deadline).toMatchObject({ lawDate: '2026-03-09', lateContact: true, setBy: 'decision', ruleId: 'D09' })
    expect(points(deadline)).toEqual(['J5 2026-04-27'])
    expect(deadline).not.toHaveProperty('certificateLimb')
    expect(deadline.working.join(' ')).not.toContain('April')
  })

  it('example 32, mediation declined: the adviser may not issue the certificate, so nothing is left to argue (regulation 34(2))', () => {
    const late = { contact: '2026-03-23', certificate: '2026-03-26' }
    const deadline = appeal('2026-01-09', { ...late, ground: 'declined' })
    expect(deadline).toMatchObject({ lawDate: '2026-03-09', lateContact: true, certainty: 'certain', judgements: [] })
    expect(deadline.working.slice(-2)).toEqual([
      'After that day the adviser may not give a certificate to a family that does not want mediation.',
      'So a certificate does not add time.',
    ])
    for (const ground of ['mediated', 'not-arranged'] as const) {
      expect(points(appeal('2026-01-09', { ...late, ground }))).toEqual(['J5 2026-04-27'])
    }
  })

  it('is not late on the last day, whatever the ground of the certificate', () => {
    const inTime = appeal('2026-01-09', { contact: '2026-03-09', certificate: '2026-03-12', ground: 'declined' })
    expect(inTime).toMatchObject({ lawDate: '2026-04-13', lateContact: false, setBy: 'certificate' })
  })

  it('is known before there is a certificate', () => {
    const deadline = appeal('2026-01-09', { contact: '2026-03-10' })
    expect(deadline).toMatchObject({ lawDate: '2026-03-09', lateContact: true, certainty: 'certain' })
  })

  it('can leave the rolled date still to come: contact by 30 August, appeal by 1 September', () => {
    const deadline = appeal('2026-06-30', { contact: '2026-08-31' })
    expect(deadline).toMatchObject({ lawDate: '2026-09-01', lateContact: true })
  })
})

describe('the working in words', () => {
  it.each([
    [
      'plain',
      () => appeal('2026-02-10'),
      [
        '2 months after Tuesday 10 February 2026 is Friday 10 April 2026.',
        'That day is a working day, so it does not move.',
      ],
    ],
    [
      'the last day of a month that has the day (example 8)',
      () => appeal('2026-04-30'),
      [
        '2 months after Thursday 30 April 2026 is Tuesday 30 June 2026.',
        'That day is a working day, so it does not move.',
      ],
    ],
    [
      'a month that has no 30th day',
      () => appeal('2027-12-30'),
      [
        '2 months after Thursday 30 December 2027 ends in February 2028.',
        'February 2028 has no 30th day, so the time ends on its last day: Tuesday 29 February 2028.',
        'That day is a working day, so it does not move.',
      ],
    ],
    [
      'clamped, and a weekend',
      () => appeal('2025-12-31'),
      [
        '2 months after Wednesday 31 December 2025 ends in February 2026.',
        'February 2026 has no 31st day, so the time ends on its last day: Saturday 28 February 2026.',
        'That day is a Saturday, so the time ends on the next working day: Monday 2 March 2026.',
      ],
    ],
    [
      'a weekend before a bank holiday',
      () => appeal('2028-02-29'),
      [
        '2 months after Tuesday 29 February 2028 is Saturday 29 April 2028.',
        'That day is a Saturday, so the time ends on the next working day: Tuesday 2 May 2028.',
        'Monday 1 May 2028 does not count: it is the early May bank holiday.',
      ],
    ],
    [
      'a bank holiday',
      () => appeal('2026-02-03'),
      [
        '2 months after Tuesday 3 February 2026 is Friday 3 April 2026.',
        'That day is Good Friday, so the time ends on the next working day: Tuesday 7 April 2026.',
        'Saturday 4 April 2026 and Sunday 5 April 2026 do not count: they are a weekend.',
        'Monday 6 April 2026 does not count: it is Easter Monday.',
      ],
    ],
    [
      'August',
      () => appeal('2026-06-30'),
      [
        '2 months after Tuesday 30 June 2026 is Sunday 30 August 2026.',
        'That day is in August, so the time ends on the first working day of September: Tuesday 1 September 2026.',
      ],
    ],
    [
      'August, with a weekend after it',
      () => appeal('2029-06-15'),
      [
        '2 months after Friday 15 June 2029 is Wednesday 15 August 2029.',
        'That day is in August, so the time ends on the first working day of September: Monday 3 September 2029.',
        'Saturday 1 September 2029 and Sunday 2 September 2029 do not count: they are a weekend.',
      ],
    ],
    [
      'Christmas',
      () => appeal('2026-10-27'),
      [
        '2 months after Tuesday 27 October 2026 is Sunday 27 December 2026.',
        'That day is in the Christmas break, 25 December to 1 January.',
        'So the time ends on the first working day after 1 January: Monday 4 January 2027.',
        'Saturday 2 January 2027 and Sunday 3 January 2027 do not count: they are a weekend.',
      ],
    ],
    [
      'the later of two limbs',
      () => appeal('2026-12-01', { certificate: '2027-01-31' }),
      [
        '2 months after Tuesday 1 December 2026 is Monday 1 February 2027.',
        '1 month after the certificate date, Sunday 31 January 2027, ends in February 2027.',
        'February 2027 has no 31st day, so the time ends on its last day: Sunday 28 February 2027.',
        'The later of the two days counts: Sunday 28 February 2027.',
        'That day is a Sunday, so the time ends on the next working day: Monday 1 March 2027.',
      ],
    ],
    [
      'two limbs on one day',
      () => appeal('2026-01-09', { certificate: '2026-02-09' }),
      [
        '2 months after Friday 9 January 2026 is Monday 9 March 2026.',
        '1 month after the certificate date, Monday 9 February 2026, is Monday 9 March 2026.',
        'Both give the same day.',
        'That day is a working day, so it does not move.',
      ],
    ],
    [
      'only the school named, and no certificate',
      () => appeal('2026-02-10', { placementOnly: true }),
      [
        '2 months after Tuesday 10 February 2026 is Friday 10 April 2026.',
        'That day is a working day, so it does not move.',
        'This appeal is only about the school or other place named, so no certificate is needed.',
      ],
    ],
    [
      'a contact in time, and no certificate yet',
      () => appeal('2026-01-09', { contact: '2026-03-09' }),
      [
        '2 months after Friday 9 January 2026 is Monday 9 March 2026.',
        'That day is a working day, so it does not move.',
      ],
    ],
    [
      'only the school named',
      () => appeal('2026-02-10', { placementOnly: true, certificate: '2026-03-30' }),
      [
        '2 months after Tuesday 10 February 2026 is Friday 10 April 2026.',
        'That day is a working day, so it does not move.',
        'This appeal is only about the school or other place named, so no certificate is needed.',
        'To be safe, a certificate does not add time.',
      ],
    ],
    [
      'a late contact',
      () => appeal('2026-01-09', { contact: '2026-03-23' }),
      [
        '2 months after Friday 9 January 2026 is Monday 9 March 2026.',
        'That day is a working day, so it does not move.',
        'The last day to contact the mediation adviser was Monday 9 March 2026.',
        'The first contact was later, on Monday 23 March 2026.',
        'To be safe, a certificate does not add time after a late contact.',
      ],
    ],
    [
      'printed before it was sent',
      () => appeal('2026-01-30', { sent: '2026-02-04' }),
      [
        'The decision letter is dated Friday 30 January 2026 and was sent on Wednesday 4 February 2026.',
        'To be safe, the time is counted from the earlier day.',
        '2 months after Friday 30 January 2026 is Monday 30 March 2026.',
        'That day is a working day, so it does not move.',
      ],
    ],
  ])('%s', (_name, deadline, working) => {
    expect(deadline().working).toEqual(working)
  })
})

describe('dates that cannot be true', () => {
  it('refuses a certificate before the decision', () => {
    expect(() => appeal('2026-02-10', { certificate: '2026-02-09' })).toThrow(
      new DateOrderError(
        'The certificate is dated Monday 9 February 2026, before the decision of Tuesday 10 February 2026. Check both dates.',
      ),
    )
    expect(appeal('2026-02-10', { certificate: '2026-02-10' }).lawDate).toBe('2026-04-10')
  })

  it('refuses a contact with the adviser before the decision', () => {
    expect(() => appeal('2026-02-10', { contact: '2026-02-09' })).toThrow(
      'The first contact with the adviser was on Monday 9 February 2026, before the decision of Tuesday 10 February 2026.',
    )
  })

  it('refuses a decision before the regime, and one beyond the bank holidays', () => {
    expect(() => appeal('2013-06-01')).toThrow('No rule D01 is known that was the law on Saturday 1 June 2013.')
    expect(() => appeal('2099-11-02')).toThrow('working days in 2100 cannot be counted')
  })
})
