import { array, assert, constantFrom, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../lambdas/cases/case-file.ts'
import { APPEAL_STANDINGS, CASE_OUTCOMES, ROUTES } from '../../lambdas/cases/outcome.ts'
import {
  type CellsByMonth,
  type CountedOutcome,
  cellsOf,
  outcomeOfCase,
  outcomeOfErased,
  STANDINGS,
} from '../../lambdas/cases/outcome-counts/counted-outcome.ts'
import type { ErasedCase } from '../../lambdas/cases/retention/erased-case.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { monthAfter, parseMonth } from '../../lambdas/law/month.ts'
import { outcomeTable } from '../../lambdas/reports/outcomes.ts'
import { namedPeriods } from '../../lambdas/reports/periods.ts'

const MARCH = parseMonth('2026-03')
const YEAR = { from: parseMonth('2026-01'), to: parseMonth('2026-12') }

function counted(changes: Partial<CountedOutcome> = {}): CountedOutcome {
  return { openedIn: MARCH, status: 'open', standing: 'open', route: 'no-contact', ...changes }
}

const closed = (standing: CountedOutcome['standing'], changes: Partial<CountedOutcome> = {}) =>
  counted({ status: 'closed', standing, ...changes })

/** The cells of all of these, added up. */
function cellsOfAll(outcomes: readonly CountedOutcome[]): CellsByMonth {
  const cells: Record<string, Record<string, number>> = {}
  for (const outcome of outcomes) {
    for (const [month, counts] of Object.entries(cellsOf(outcome))) {
      const own = { ...cells[month] }
      for (const [cell, number] of Object.entries(counts)) own[cell] = (own[cell] ?? 0) + number
      cells[month] = own
    }
  }
  return cells
}

const tableOf = (outcomes: readonly CountedOutcome[]) => outcomeTable(cellsOfAll(outcomes), YEAR)

describe('the outcomes of a period', () => {
  it('are counted by route and by how each case stands', () => {
    const table = tableOf([
      counted(),
      closed('appealed', { route: 'mediation-held', mediationResult: 'not-agreed' }),
      closed('agreed', { route: 'mediation-held', mediationResult: 'agreed', openedIn: monthAfter(MARCH, 2) }),
      counted({ route: 'mediation-held', mediationResult: 'not-agreed' }),
    ])
    expect(table.rows.find(({ route }) => route === 'mediation-held')).toMatchObject({
      counts: { open: 1, appealed: 1, agreed: 1, withdrawn: 0 },
      total: 3,
    })
    expect(table.allCases).toMatchObject({ counts: { open: 2, appealed: 1, agreed: 1 }, total: 4 })
    expect(table.listed).toEqual({ open: 2, closed: 2 })
    expect(table.mediation).toEqual({ agreed: 1, 'partly-agreed': 0, 'not-agreed': 2 })
  })

  it('tell what came of the appeals, in closed cases and in open ones', () => {
    const { appeals, allCases } = tableOf([
      counted(),
      counted({ appealOutcome: 'open' }),
      counted({ appealOutcome: 'decided-for-appellant' }),
      closed('appealed', { appealOutcome: 'conceded' }),
      closed('appealed', { appealOutcome: 'decided-for-appellant' }),
      closed('agreed'),
    ])
    expect(appeals).toMatchObject({
      counts: { open: 1, 'decided-for-appellant': 2, conceded: 1, withdrawn: 0 },
      total: 4,
      inOpenCases: 2,
      inClosedCases: 2,
    })
    expect(appeals.inClosedCases).toBe(allCases.counts.appealed)
  })

  it('have a row for every route and a column for every standing, also with no case', () => {
    const { rows, allCases } = tableOf([])
    expect(rows.map(({ route }) => route)).toEqual(ROUTES)
    expect(Object.keys(allCases.counts)).toEqual(STANDINGS)
    expect(allCases.total).toBe(0)
  })

  it('reconcile for any set of cases: rows, columns, the list and each other', () => {
    const anyCase = record({
      openedIn: constantFrom(...[0, 1, 2, 9].map((months) => monthAfter(MARCH, months))),
      outcome: option(constantFrom(...CASE_OUTCOMES), { nil: undefined }),
      route: constantFrom(...ROUTES),
      mediationResult: option(constantFrom('agreed', 'partly-agreed', 'not-agreed'), { nil: undefined }),
      appealOutcome: constantFrom(...APPEAL_STANDINGS),
      hasAppeal: option(constantFrom(true), { nil: undefined }),
    })
    const check = property(array(anyCase, { maxLength: 60 }), (drawn) => {
      const cases = drawn.map(({ outcome, hasAppeal, appealOutcome, mediationResult, ...one }): CountedOutcome => {
        // A case with an appeal closes as appealed, and as nothing else, and no other does.
        const isAppealed = outcome ? outcome === 'appealed' : hasAppeal
        return {
          ...one,
          status: outcome ? 'closed' : 'open',
          standing: outcome ?? 'open',
          ...(mediationResult && { mediationResult }),
          ...(isAppealed && { appealOutcome }),
        }
      })
      const { rows, allCases, listed, mediation, appeals } = tableOf(cases)
      const total = rows.reduce((sum, row) => sum + row.total, 0)
      expect(total).toBe(cases.length)
      expect(allCases.total).toBe(listed.open + listed.closed)
      expect(allCases.counts.open).toBe(listed.open)
      expect(Object.values(mediation).reduce((sum, number) => sum + number, 0)).toBe(
        cases.filter((one) => one.mediationResult).length,
      )
      expect(appeals.total).toBe(appeals.inOpenCases + appeals.inClosedCases)
      expect(appeals.inClosedCases).toBe(allCases.counts.appealed)
    })
    assert(check)
  })
})

describe('what is counted of a case', () => {
  const record: CaseRecord = {
    caseId: '2222-2222',
    version: 1,
    openedAt: '2026-03-10T11:00:00.000Z',
    status: 'open',
    decisionKind: 'plan-contents',
    placementOnly: false,
    route: 'no-contact',
    nextDate: parseCalendarDate('2026-05-10'),
    nextKind: 'family-speaks-to-adviser',
  } as CaseRecord
  const openedIn = (openedAt: string) => outcomeOfCase({ ...record, openedAt }).openedIn

  it('goes by the day in England on which it was opened', () => {
    // British Summer Time: 23:30 in UTC on 30 June is half past midnight on 1 July in England.
    expect(openedIn('2026-06-30T22:59:59.000Z')).toBe('2026-06')
    expect(openedIn('2026-06-30T23:30:00.000Z')).toBe('2026-07')
    expect(openedIn('2026-07-31T22:59:59.000Z')).toBe('2026-07')
  })

  it('is not guessed at when a closed case does not say how it ended', () => {
    expect(() => outcomeOfCase({ ...record, status: 'closed' } as CaseRecord)).toThrow('Case 2222-2222 is closed')
  })

  it('stays the same when the case is erased', () => {
    const left: ErasedCase = {
      caseId: '2222-2222',
      openedIn: parseMonth('2026-12'),
      closedIn: parseMonth('2027-02'),
      decisionKind: 'plan-contents',
      placementOnly: false,
      route: 'mediation-held',
      outcome: 'appealed',
      mediationResult: 'not-agreed',
      appealOutcome: 'decided-in-part',
      list: 'list-1',
      state: 'erased',
      rows: { contact: 1 },
    }
    const was = {
      ...record,
      openedAt: '2026-12-31T23:30:00.000Z',
      status: 'closed',
      closedAt: '2027-02-01T11:00:00.000Z',
      route: 'mediation-held',
      outcome: 'appealed',
      mediationResult: 'not-agreed',
      appealOutcome: 'decided-in-part',
    } as CaseRecord
    expect(outcomeOfErased(left)).toEqual(outcomeOfCase(was))
  })
})

it.each([
  ['The last 12 months', '2025-12', '2026-11'],
  ['The 12 months before those', '2024-12', '2025-11'],
  ['This month', '2026-11', '2026-11'],
  ['Last month', '2026-10', '2026-10'],
  ['This quarter', '2026-10', '2026-11'],
  ['Last quarter', '2026-07', '2026-09'],
  ['This calendar year', '2026-01', '2026-11'],
  ['Last calendar year', '2025-01', '2025-12'],
  ['This financial year (from April)', '2026-04', '2026-11'],
  ['Last financial year (from April)', '2025-04', '2026-03'],
  ['This academic year (from September)', '2026-09', '2026-11'],
  ['Last academic year (from September)', '2025-09', '2026-08'],
])('on 27 November 2026, %s is from %s to %s', (name, from, to) => {
  const periods = namedPeriods(parseCalendarDate('2026-11-27'))
  expect(periods).toContainEqual({ name, from, to })
  expect(periods).toHaveLength(12)
})
