import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { countPeriod } from '../../lambdas/law/count-period.ts'
import { PERIODS, type Period, periodInForce } from '../../lambdas/law/periods.ts'

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
  ] as const)('%s: %i %s, roll %s, by %s', (id, length, unit, rolls, citation) => {
    const period = periodInForce(id, today)
    expect(period).toMatchObject({ length, unit, rolls })
    expect(period.citations[0]?.title).toBe(citation)
  })

  it('gives each row a citation with a link to legislation.gov.uk, and its own id and version', () => {
    for (const { citations } of PERIODS) {
      expect(citations.length).toBeGreaterThan(0)
      for (const { url } of citations) expect(url).toMatch(/^https:\/\/www\.legislation\.gov\.uk\/\w/)
    }
    expect(new Set(PERIODS.map(({ id, version }) => `${id} ${version}`)).size).toBe(PERIODS.length)
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
