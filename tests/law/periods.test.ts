import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { countPeriod } from '../../lambdas/law/count-period.ts'
import { RuleNotInForceError } from '../../lambdas/law/law-errors.ts'
import { PERIODS, type Period, periodInForce, periodOf } from '../../lambdas/law/periods.ts'

const today = parseCalendarDate('2026-09-10')

describe('the catalogue of periods', () => {
  it.each([
    ['D01', 2, 'calendar-months', 'never', 'SEND Regulations 2014, regulation 33'],
    ['D02', 3, 'working-days', 'never', 'SEND Regulations 2014, regulation 34(1)'],
    ['D04', 30, 'days', 'never', 'SEND Regulations 2014, regulation 36'],
    ['D06', 3, 'working-days', 'never', 'SEND Regulations 2014, regulation 36'],
    ['D07', 5, 'clear-working-days-before', 'never', 'SEND Regulations 2014, regulation 37'],
    ['D08', 3, 'working-days', 'never', 'SEND Regulations 2014, regulation 39'],
    ['D09', 2, 'calendar-months', 'tribunal-rule-12', 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(i)'],
    [
      'D10',
      1,
      'calendar-months',
      'tribunal-rule-12',
      'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20(1)(c)(ii)',
    ],
    ['D12', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 42(3) and (5)'],
    ['D03', 3, 'working-days', 'never', 'SEND Regulations 2014, regulation 35'],
    ['D05', 30, 'days', 'never', 'SEND Regulations 2014, regulation 35'],
    ['D11', 30, 'tribunal-working-days', 'never', 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 21'],
    ['D13', 1, 'weeks', 'never', 'SEND Regulations 2014, regulation 42(4)'],
    ['D14', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(b)'],
    ['D15', 10, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(b)(i)'],
    ['D16', 14, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(b)(ii)'],
    ['D17', 5, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(c)(i)'],
    ['D18', 11, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(c)(ii)'],
    ['D19', 5, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(e) and (h)'],
    ['D20', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(f)'],
    ['D21', 12, 'calendar-months', 'never', 'Local Government Act 1974, section 26B'],
    ['D22', 6, 'calendar-months', 'never', 'Equality Act 2010, schedule 17, paragraph 4'],
    ['D23', 0, 'immediately', 'never', 'SEND Regulations 2014, regulation 44(2)(a)'],
    ['D24', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 44(2)(d)'],
    ['D25', 0, 'immediately', 'never', 'SEND Regulations 2014, regulation 44(2)(g) and (h)'],
    ['D26', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D27', 10, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D28', 14, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D29', 5, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D30', 11, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D31', 5, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
    ['D32', 2, 'weeks', 'never', 'SEND Regulations 2014, regulation 45'],
  ] as const)('%s: %i %s, roll %s, by %s', (id, length, unit, rolls, citation) => {
    const period = periodInForce(id, today)
    expect(period).toMatchObject({ length, unit, rolls })
    expect(period.citations[0]?.title).toBe(citation)
  })

  it('gives each row a citation with a link to legislation.gov.uk, and its own id and version', () => {
    for (const { citations } of PERIODS) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { url } of citations)
        expect(url).toMatch(
          /^https:\/\/www\.legislation\.gov\.uk\/(?:uksi|ukpga)\/\d{4}\/\d+\/(?:article|regulation|section|schedule)\/\w+/,
        )
    }
    expect(new Set(PERIODS.map(({ id, version }) => `${id} ${version}`)).size).toBe(PERIODS.length)
  })

  it('says of each row who must act, what starts it and what a miss means, in words', () => {
    const ids = new Set<string>()
    for (const { id, name, startsWith, whoMustAct, onMiss } of PERIODS) {
      ids.add(id)
      expect(['family', 'council', 'mediation adviser', 'integrated care board']).toContain(whoMustAct)
      expect(name).toMatch(/^[A-Z].*[a-z0-9]$/)
      expect(startsWith).toMatch(/^the /)
      expect(onMiss).toMatch(/^[A-Z].*\.$/)
    }
    const number = (index: number) => `D${String(index + 1).padStart(2, '0')}`
    expect([...ids].sort()).toEqual(Array.from({ length: 32 }, (_, index) => number(index)))
  })

  it('never rolls a time of the SEND Regulations, and gives 5pm to what is done at the Tribunal only', () => {
    const atTheTribunal = PERIODS.filter(({ endsAt }) => endsAt === '17:00').map(({ id }) => id)
    expect(atTheTribunal).toEqual(['D09', 'D10', 'D11'])
    expect(PERIODS.filter(({ rolls }) => rolls !== 'never').map(({ id }) => id)).toEqual(['D09', 'D10'])
  })

  it('knows the times of regulation 45 from its substitution in 2015, and never the "4 weeks" before it', () => {
    expect(periodInForce('D26', parseCalendarDate('2015-03-23')).length).toBe(2)
    expect(() => periodInForce('D26', parseCalendarDate('2015-03-22'))).toThrow('No rule D26 is known')
    expect(PERIODS.filter(({ length, unit }) => length === 4 && unit === 'weeks')).toEqual([])
  })

  it('says which rows were not read in the provision itself', () => {
    expect(PERIODS.filter(({ toCheck }) => toCheck !== undefined).map(({ id }) => id)).toEqual([
      'D03',
      'D11',
      'D24',
      'D25',
      'D21',
      'D22',
    ])
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
