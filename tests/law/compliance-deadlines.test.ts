import { describe, expect, it } from 'vitest'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import {
  complianceDeadlines,
  DUTIES,
  type Duty,
  type DutySource,
  deedOf,
  dutiesAfter,
} from '../../lambdas/law/compliance-deadlines.ts'
import { familyReason } from '../../lambdas/law/explanations.ts'
import { DateOrderError, NoTimeInLawError } from '../../lambdas/law/law-errors.ts'
import { periodOf } from '../../lambdas/law/periods.ts'

type Facts = Parameters<typeof complianceDeadlines>[0]

function ruleAndDate(facts: Facts): string[] {
  return complianceDeadlines(facts).map(({ ruleId, lawDate }) => `${ruleId} ${lawDate}`)
}

describe('what was agreed, ordered or conceded on Monday 6 July 2026 (example 58): whole weeks, August counts', () => {
  it.each<[DutySource, Duty, string[], string]>([
    ['agreement', 'not-appealable', ['D12 2026-07-20'], 'regulation 42(3)'],
    ['agreement', 'assess', ['D14 2026-07-20', 'D15 2026-09-14', 'D16 2026-10-12'], 'regulation 42(2) and 44(2)(b)'],
    ['agreement', 'amend-contents', ['D19 2026-08-10'], 'regulation 42(2) and 44(2)(e)'],
    ['order', 'assess', ['D14 2026-07-20', 'D15 2026-09-14', 'D16 2026-10-12'], 'regulation 44(2)(b)'],
    ['order', 'make-plan', ['D17 2026-08-10', 'D18 2026-09-21'], 'regulation 44(2)(c)'],
    ['order', 'reconsider', ['D24 2026-07-20'], 'regulation 44(2)(d)'],
    ['order', 'amend-contents', ['D19 2026-08-10'], 'regulation 44(2)(e)'],
    ['order', 'amend-placement', ['D20 2026-07-20'], 'regulation 44(2)(f)'],
    ['order', 'continue', ['D25 2026-07-06'], 'regulation 44(2)(g)'],
    ['order', 'continue-and-amend', ['D25 2026-07-06', 'D19 2026-08-10'], 'regulation 44(2)(h)'],
    ['order', 'cease', ['D23 2026-07-06'], 'regulation 44(2)(a)'],
    ['concession', 'assess', ['D26 2026-07-20', 'D27 2026-09-14', 'D28 2026-10-12'], 'regulation 45'],
    ['concession', 'make-plan', ['D29 2026-08-10', 'D30 2026-09-21'], 'regulation 45'],
    ['concession', 'amend-contents', ['D31 2026-08-10'], 'regulation 45'],
    ['concession', 'amend-placement', ['D32 2026-07-20'], 'regulation 45'],
    ['concession', 'continue', ['D58 2026-07-06'], 'regulation 45(6A)'],
    ['concession', 'continue-and-amend', ['D58 2026-07-06', 'D31 2026-08-10'], 'regulation 45(6A)'],
  ])('%s, %s: %j (%s)', (source, duty, expected) => {
    expect(ruleAndDate({ source, duty, on: day('2026-07-06') })).toEqual(expected)
  })

  it.each([
    ['order', 'not-appealable', 'after an order'],
    ['concession', 'cease', 'after an appeal is conceded'],
  ] as const)('after %s know no time for %s, and say what to do', (source, duty, after) => {
    expect(() => complianceDeadlines({ source, duty, on: day('2026-07-06') })).toThrow(
      new NoTimeInLawError(
        `The rules give no time for "${duty}" ${after}. Choose another duty, or keep to the date in the order.`,
      ),
    )
  })

  it('stay where they fall on a day that is not a working day (J11)', () => {
    const [deadline] = complianceDeadlines({ source: 'order', duty: 'amend-placement', on: day('2026-03-20') })
    expect(deadline).toMatchObject({
      lawDate: '2026-04-03',
      aimDate: '2026-04-02',
      judgements: [{ id: 'J11', otherReading: '2026-04-07' }],
    })
  })

  it('are the day itself where the order takes effect at once, weekend or not', () => {
    const [deadline] = complianceDeadlines({ source: 'order', duty: 'cease', on: day('2026-07-05') })
    expect(deadline).toMatchObject({ lawDate: '2026-07-05', aimDate: '2026-07-05' })
    expect(deadline?.working[0]).toBe('This must be done at once: on Sunday 5 July 2026.')
  })

  it('give way to a date agreed in writing after an agreement only (regulation 42(5))', () => {
    const agreed = { duty: 'assess', on: day('2026-12-14'), agreedDate: day('2027-01-29') } as const
    expect(ruleAndDate({ ...agreed, source: 'agreement' })).toEqual([
      'D14 2027-01-29',
      'D15 2027-01-29',
      'D16 2027-01-29',
    ])
    expect(ruleAndDate({ ...agreed, source: 'order' })).toEqual(['D14 2026-12-28', 'D15 2027-02-22', 'D16 2027-03-22'])
    expect(() => complianceDeadlines({ ...agreed, source: 'agreement', agreedDate: day('2026-12-13') })).toThrow(
      DateOrderError,
    )
  })

  it('lead to the row that says whether the law lets them be missed', () => {
    const on = day('2026-07-06')
    const [toldOf] = complianceDeadlines({ source: 'order', duty: 'assess', on })
    expect(toldOf && periodOf(toldOf)?.exceptions).toContain(
      'Regulation 44(3): not where exceptional personal circumstances',
    )
    const [sentBack] = complianceDeadlines({ source: 'order', duty: 'reconsider', on })
    expect(sentBack && periodOf(sentBack)).not.toHaveProperty('exceptions')
    expect(sentBack && familyReason(sentBack)).toEqual(['2 weeks after Monday 6 July 2026 is Monday 20 July 2026.'])
  })
})

describe('the thing that a rule is about', () => {
  it('is the same as that of the date which the rule gives, whatever it follows from', () => {
    const on = day('2026-07-06')
    for (const source of ['agreement', 'order', 'concession'] as const) {
      const deadlines = dutiesAfter(source).flatMap((duty) => complianceDeadlines({ source, duty, on }))
      expect(deadlines.map(({ ruleId }) => deedOf(ruleId))).toEqual(deadlines.map(({ deed }) => deed))
    }
    expect([deedOf('D12'), deedOf('D13')]).toEqual(['do-what-was-agreed', 'tell-council-of-agreement'])
    expect([deedOf('D14'), deedOf('D26')]).toEqual(['tell-of-assessment', 'tell-of-assessment'])
    expect([deedOf('D34'), deedOf('D35')]).toEqual(['tell-of-no-plan', 'send-plan-after-assessment'])
    expect([deedOf('D23'), deedOf('D25')]).toEqual(['stop-plan', 'continue-plan'])
  })

  it('is nothing of the kind where the rule is about another time', () => {
    expect(() => deedOf('D09')).toThrow(
      new RangeError('The rule D09 is not about what an agreement, an order or a concession leaves to be done.'),
    )
  })
})

describe('the duties for which there is a time', () => {
  it('are all of regulations 42 and 44 after an agreement, those of 44 after an order, and those of 45 after a concession', () => {
    expect(dutiesAfter('agreement')).toEqual(DUTIES)
    expect(dutiesAfter('order')).toEqual(DUTIES.filter((duty) => duty !== 'not-appealable'))
    expect(dutiesAfter('concession')).toEqual(
      DUTIES.filter((duty) => !['reconsider', 'cease', 'not-appealable'].includes(duty)),
    )
  })

  it.each(['agreement', 'order', 'concession'] as const)('after an %s each has a deadline', (source) => {
    for (const duty of dutiesAfter(source)) {
      expect(complianceDeadlines({ source, duty, on: day('2026-07-06') }).length).toBeGreaterThan(0)
    }
  })
})
