import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { countPeriod } from '../../lambdas/law/count-period.ts'
import { RuleNotInForceError } from '../../lambdas/law/law-errors.ts'
import { PERIODS, type Period, type PeriodId, periodInForce, periodOf } from '../../lambdas/law/periods.ts'

const today = parseCalendarDate('2026-09-10')

/**
 * The periods as the provisions have them: the length and the unit, who must act, and where it is written. A regulation
 * is of the SEND Regulations 2014, a rule of the Tribunal Procedure (HESC Chamber) Rules 2008, and a section of the
 * Children and Families Act 2014, where no other is named.
 */
const CATALOGUE = `
D01 | 2 calendar-months | family | regulation 33
D02 | 3 working-days | mediation adviser | regulation 34(1); section 55(4)
D03 | 3 working-days | council | regulation 35; regulation 36
D04 | 30 days | council | regulation 36
D05 | 30 days | integrated care board | regulation 35
D06 | 3 working-days | mediation adviser | regulation 36; regulation 39(2) and (3)
D07 | 5 clear-working-days-before | council | regulation 37
D08 | 3 working-days | mediation adviser | regulation 39(1); section 55(5)
D09 | 2 calendar-months | family | rule 20(1)(c)(i); rule 12(1), (2) and (3)(a)
D10 | 1 calendar-months | family | rule 20(1)(c)(ii); rule 12(1), (2) and (3)(a)
D11 | 30 tribunal-working-days | council | rule 21; rule 12(1) and (3)(b)
D12 | 2 weeks | council | regulation 42(3) and (5)
D13 | 1 weeks | integrated care board | regulation 42(4)
D14 | 2 weeks | council | regulation 44(2)(b); regulation 42(2) and (5)
D15 | 10 weeks | council | regulation 44(2)(b)(i); regulation 42(2) and (5)
D16 | 14 weeks | council | regulation 44(2)(b)(ii); regulation 42(2) and (5)
D17 | 5 weeks | council | regulation 44(2)(c)(i); regulation 42(2) and (5)
D18 | 11 weeks | council | regulation 44(2)(c)(ii); regulation 42(2) and (5)
D19 | 5 weeks | council | regulation 44(2)(e) and (h); regulation 42(2) and (5)
D20 | 2 weeks | council | regulation 44(2)(f); regulation 42(2) and (5)
D21 | 12 calendar-months, the first day counted | family | Local Government Act 1974, section 26B
D22 | 6 calendar-months, the first day counted | family | Equality Act 2010, schedule 17, paragraph 4
D23 | 0 immediately | council | regulation 44(2)(a); regulation 42(2) and (5)
D24 | 2 weeks | council | regulation 44(2)(d); regulation 42(2) and (5)
D25 | 0 immediately | council | regulation 44(2)(g) and (h); regulation 42(2) and (5)
D26 | 2 weeks | council | regulation 45(3)
D27 | 10 weeks | council | regulation 45(3A)
D28 | 14 weeks | council | regulation 45(3A)
D29 | 5 weeks | council | regulation 45(6)
D30 | 11 weeks | council | regulation 45(6)
D31 | 5 weeks | council | regulation 45(4), (5) and (6A)
D32 | 2 weeks | council | regulation 45(5)
D33 | 6 weeks | council | regulation 5(1)
D34 | 16 weeks | council | regulation 10(1)
D35 | 20 weeks | council | regulation 13(2)
D36 | 15 working-days, the first day counted | council | regulation 15(2)
D37 | 6 weeks | council | regulation 15(4)
D38a | 12 calendar-months, the first day counted | council | regulation 15(5)
D38b | 3 calendar-months, the first day counted | council | regulation 15(5)
D39 | 15 working-days, the first day counted | integrated care board | regulation 15(7) and (8)
D40 | 15 working-days, the first day counted | integrated care board | regulation 16
D41 | 28 days | either party | rule 45; rule 46; rule 48
D42 | 1 calendar-months | either party | Tribunal Procedure (Upper Tribunal) Rules 2008, rule 21(3)(b)
D43 | 28 days | family | rule 17(4)
D44 | 5 weeks, the first day counted | integrated care board | SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation 6(3); SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation 7(1)
D45 | 1 weeks, the first day counted | council | SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation 6(6); SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation 7(4)
D46a | 5 working-days | council | Local Government and Social Care Ombudsman, Complaint Handling Code
D46b | 10 working-days | council | Local Government and Social Care Ombudsman, Complaint Handling Code
D47a | 5 working-days | council | Local Government and Social Care Ombudsman, Complaint Handling Code
D47b | 20 working-days | council | Local Government and Social Care Ombudsman, Complaint Handling Code
D48a | 12 calendar-months | family | Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulation 12
D48b | 3 working-days | integrated care board | Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulation 13
D49 | 4 weeks | council | regulation 20(10); regulation 21(9)
D50 | 12 weeks | council | regulation 20(10); regulation 22(3) and (4)
D51a | 1 days-before | council | regulation 18(1)(b)
D51b | 1 days-before | council | regulation 18(1)(a)
D52 | 15 days, the first day counted | family | regulation 13(1); regulation 22(2)(c)
D53 | 15 days | council | regulation 25(1)
D54 | 14 weeks | council | regulation 27(2)
D55 | 0 immediately | council | section 45(4)
D56 | 1 days | council | section 83(2); Education Act 1996, section 8(3)
D57 | 2 calendar-months | family | regulation 34(2) and (3); section 55(4)
D58 | 0 immediately | council | regulation 45(6A)`

function idOf(row: string): PeriodId {
  return row.slice(0, row.indexOf(' ')) as PeriodId
}

const SHORT =
  /^(?:SEND Regulations 2014|Tribunal Procedure \(HESC Chamber\) Rules 2008|Children and Families Act 2014), /

function asInTheCatalogue({ id, length, unit, startDayCounts, whoMustAct, citations }: Period): string {
  const provisions = citations.map(({ title }) => title.replace(SHORT, ''))
  const time = `${length} ${unit}${startDayCounts === true ? ', the first day counted' : ''}`
  return [id, time, whoMustAct, provisions.join('; ')].join(' | ')
}

/** Where legislation.gov.uk keeps what a title names. */
const PLACES = [
  ['SEND Regulations 2014, regulation ', 'uksi/2014/1530/regulation'],
  ['Tribunal Procedure (HESC Chamber) Rules 2008, rule ', 'uksi/2008/2699/article'],
  ['Children and Families Act 2014, section ', 'ukpga/2014/6/section'],
  ['Local Government Act 1974, section ', 'ukpga/1974/7/section'],
  ['Equality Act 2010, schedule 17, paragraph ', 'ukpga/2010/15/schedule/17/paragraph'],
  ['Education Act 1996, section ', 'ukpga/1996/56/section'],
  ['Tribunal Procedure (Upper Tribunal) Rules 2008, rule ', 'uksi/2008/2698/article'],
  ['SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation ', 'uksi/2017/1306/regulation'],
  [
    'Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, regulation ',
    'uksi/2009/309/regulation',
  ],
] as const

describe('the catalogue of periods', () => {
  it.each(CATALOGUE.trim().split('\n'))('%s', (row) => {
    const period = periodInForce(idOf(row), today)
    expect(asInTheCatalogue(period)).toBe(row)
  })

  it('has no other rows, all of them the first version of their period', () => {
    expect(PERIODS.map(({ id, version }) => `${id} ${version}`).sort()).toEqual(
      CATALOGUE.trim()
        .split('\n')
        .map((row) => `${idOf(row)} 1`),
    )
  })

  it('links each provision to its own place on legislation.gov.uk, and the one code that is no law to its own', () => {
    const code = 'Local Government and Social Care Ombudsman, Complaint Handling Code'
    const citations = PERIODS.flatMap((period) => period.citations)
    expect(citations.filter(({ title }) => title === code)).toHaveLength(4)
    for (const { title, url } of citations.filter((one) => one.title !== code)) {
      const [named = '', place] = PLACES.find(([start]) => title.startsWith(start)) ?? []
      const [number] = /^\w+/.exec(title.slice(named.length)) ?? []
      expect(url).toBe(`https://www.legislation.gov.uk/${place}/${number}`)
    }
  })

  it('says of each row what starts it and what a miss means, in words', () => {
    for (const { name, startsWith, onMiss } of PERIODS) {
      expect(name).toMatch(/^[A-Z].*[a-z0-9]$/)
      expect(startsWith).toMatch(/^the /)
      expect(onMiss).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('never rolls a time of the SEND Regulations, and gives 5pm to what is done at the Tribunal only', () => {
    const atTheTribunal = PERIODS.filter(({ endsAt }) => endsAt === '17:00').map(({ id }) => id)
    expect(atTheTribunal).toEqual(['D09', 'D10', 'D11'])
    expect(PERIODS.filter(({ rolls }) => rolls !== 'never').map(({ id }) => id)).toEqual(['D09', 'D10'])
  })

  it('knows the times of regulation 45 from its substitution in 2015, and never the "4 weeks" before it', () => {
    expect(periodInForce('D26', parseCalendarDate('2015-03-23')).length).toBe(2)
    expect(() => periodInForce('D26', parseCalendarDate('2015-03-22'))).toThrow('No rule D26 is known')
    const of45 = PERIODS.filter(({ citations }) => citations.some(({ title }) => title.includes('regulation 45')))
    expect(of45.filter(({ length, unit }) => length === 4 && unit === 'weeks')).toEqual([])
  })

  it('says of some rows what was not read in the provision itself, or comes before it', () => {
    const toCheck = PERIODS.flatMap(({ id, toCheck }) => (toCheck === undefined ? [] : [`${id}: ${toCheck}`]))
    expect(toCheck.sort()).toEqual([
      'D03: The 3 working days are as advice bodies give them; the number of the regulation was not confirmed.',
      'D11: The date in the registration letter always comes first.',
      'D21: The Ombudsman cannot look at what has been, or could have been, appealed to the Tribunal.',
      'D41: The words of rules 45, 46 and 48 were not read in the provisions themselves.',
      'D48a: The words of SI 2009/309 were not read in the provisions themselves.',
      'D48b: The words of SI 2009/309 were not read in the provisions themselves.',
      'D50: The 12 weeks are 4 weeks of regulation 20(10) and 8 weeks of regulation 22, read together in R (L) v Devon [2022] EWHC 493 (Admin).',
    ])
  })

  it('lets only an assessment and a new plan be missed for personal reasons (regulations 44(3) and 45(7), C2)', () => {
    const excused = (by: string) =>
      PERIODS.filter(({ exceptions }) => exceptions?.startsWith(`Regulation ${by}: not where exceptional`)).map(
        ({ id }) => id,
      )
    expect(excused('44(3)')).toEqual(['D14', 'D15', 'D16', 'D17', 'D18'])
    expect(excused('45(7)')).toEqual(['D26', 'D29', 'D30'])
    expect(PERIODS.filter(({ exceptions }) => exceptions !== undefined)).toHaveLength(9)
    expect(periodInForce('D46b', today).exceptions).toBe('At most 10 more working days, if the council says why.')
  })

  it('starts with the regime: 1 September 2014', () => {
    expect(periodInForce('D09', parseCalendarDate('2014-09-01')).version).toBe('1')
    expect(() => periodInForce('D09', parseCalendarDate('2014-08-31'))).toThrow(
      'No rule D09 is known that was the law on Sunday 31 August 2014. Check the date.',
    )
  })
})

describe('a rule that changes', () => {
  const now = periodInForce('D09', today)
  const changed: Period = { ...now, version: '2', length: 6, unit: 'weeks', lawFrom: parseCalendarDate('2029-09-01') }

  it('is one more row: the day of the decision chooses between them, in any order of rows', () => {
    for (const rows of [
      [...PERIODS, changed],
      [changed, ...PERIODS],
    ]) {
      expect(periodInForce('D09', parseCalendarDate('2029-08-31'), rows).version).toBe('1')
      expect(periodInForce('D09', parseCalendarDate('2029-09-01'), rows).version).toBe('2')
    }
  })

  it('leaves a date that was made before with the row that it was made from', () => {
    expect(periodOf({ ruleId: 'D09', ruleVersion: '1' })).toBe(now)
    expect(periodOf({ ruleId: 'D09', ruleVersion: '0' })).toBeUndefined()
  })

  it('is not the law where no row says so', () => {
    expect(() => periodInForce('D09', today, [])).toThrow(
      new RuleNotInForceError('No rule D09 is known that was the law on Thursday 10 September 2026. Check the date.'),
    )
  })

  it('is not the law after its last day', () => {
    const ended = [{ ...now, lawTo: parseCalendarDate('2029-08-31') }]
    expect(periodInForce('D09', parseCalendarDate('2029-08-31'), ended).version).toBe('1')
    expect(() => periodInForce('D09', parseCalendarDate('2029-09-01'), ended)).toThrow('Check the date.')
  })

  it('is counted by its own length and unit', () => {
    expect(countPeriod(changed, 0).working).toEqual([
      '6 weeks after Thursday 1 January 1970 is Thursday 12 February 1970.',
    ])
  })
})
