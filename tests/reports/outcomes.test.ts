import { array, assert, constantFrom, date, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPEAL_STANDINGS, CASE_OUTCOMES, ROUTES } from '../../lambdas/cases/outcome.ts'
import type { ErasedCase } from '../../lambdas/cases/retention/erased-case.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { asCounted, type CountedCase, outcomeTable, STANDINGS } from '../../lambdas/reports/outcomes.ts'

const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }

function counted(changes: Partial<CountedCase> = {}): CountedCase {
  return { caseId: '2222-2222', openedAt: '2026-03-10T11:00:00.000Z', status: 'open', route: 'no-contact', ...changes }
}

describe('the outcomes of a period', () => {
  it('are counted by route and by how each case stands', () => {
    const table = outcomeTable(
      [
        counted(),
        counted({ status: 'closed', outcome: 'appealed', route: 'mediation-held', mediationResult: 'not-agreed' }),
        counted({ status: 'closed', outcome: 'agreed', route: 'mediation-held', mediationResult: 'agreed' }),
        counted({ route: 'mediation-held', mediationResult: 'not-agreed' }),
      ],
      YEAR,
    )
    expect(table.rows.find(({ route }) => route === 'mediation-held')).toMatchObject({
      counts: { open: 1, appealed: 1, agreed: 1, withdrawn: 0 },
      total: 3,
    })
    expect(table.allCases).toMatchObject({ counts: { open: 2, appealed: 1, agreed: 1 }, total: 4 })
    expect(table.listed).toEqual({ open: 2, closed: 2 })
    expect(table.mediation).toEqual({ agreed: 1, 'partly-agreed': 0, 'not-agreed': 2 })
  })

  it('count a case that was erased as they did before, in the month of its opening', () => {
    const erased: ErasedCase = {
      caseId: '2222-2222',
      openedIn: '2026-12',
      closedIn: '2027-02',
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
    const was = counted({
      openedAt: '2026-12-31T23:30:00.000Z',
      status: 'closed',
      route: 'mediation-held',
      outcome: 'appealed',
      mediationResult: 'not-agreed',
      appealOutcome: 'decided-in-part',
    })
    expect(outcomeTable([asCounted(erased)], YEAR)).toEqual(outcomeTable([was], YEAR))
    expect(outcomeTable([asCounted(erased)], { from: day('2026-12-02'), to: day('2026-12-31') }).allCases.total).toBe(0)
  })

  it('tell what came of the appeals, in closed cases and in open ones', () => {
    const { appeals, allCases } = outcomeTable(
      [
        counted(),
        counted({ appealOutcome: 'open' }),
        counted({ appealOutcome: 'decided-for-appellant' }),
        counted({ status: 'closed', outcome: 'appealed', appealOutcome: 'conceded' }),
        counted({ status: 'closed', outcome: 'appealed', appealOutcome: 'decided-for-appellant' }),
        counted({ status: 'closed', outcome: 'agreed' }),
      ],
      YEAR,
    )
    expect(appeals).toMatchObject({
      counts: { open: 1, 'decided-for-appellant': 2, conceded: 1, withdrawn: 0 },
      total: 4,
      inOpenCases: 2,
      inClosedCases: 2,
    })
    expect(appeals.inClosedCases).toBe(allCases.counts.appealed)
  })

  it('go by the day in England on which a case was opened, and both ends of the period belong to it', () => {
    // British Summer Time: 23:30 in UTC on 30 June is half past midnight on 1 July in England.
    const july = { from: day('2026-07-01'), to: day('2026-07-31') }
    const opened = (openedAt: string) => outcomeTable([counted({ openedAt })], july).allCases.total
    expect(opened('2026-06-30T22:59:59.000Z')).toBe(0)
    expect(opened('2026-06-30T23:30:00.000Z')).toBe(1)
    expect(opened('2026-07-31T22:59:59.000Z')).toBe(1)
    expect(opened('2026-07-31T23:00:00.000Z')).toBe(0)
  })

  it('have a row for every route and a column for every standing, also with no case', () => {
    const { rows, allCases } = outcomeTable([], YEAR)
    expect(rows.map(({ route }) => route)).toEqual(ROUTES)
    expect(Object.keys(allCases.counts)).toEqual(STANDINGS)
    expect(allCases.total).toBe(0)
  })

  it('are not guessed at when a closed case does not say how it ended', () => {
    expect(() => outcomeTable([counted({ status: 'closed' })], YEAR)).toThrow('Case 2222-2222 is closed')
  })

  it('reconcile for any set of cases: rows, columns, the list and each other', () => {
    const anyCase = record({
      openedAt: date({ min: new Date('2025-12-30'), max: new Date('2027-01-02'), noInvalidDate: true }),
      outcome: option(constantFrom(...CASE_OUTCOMES), { nil: undefined }),
      route: constantFrom(...ROUTES),
      mediationResult: option(constantFrom('agreed', 'partly-agreed', 'not-agreed'), { nil: undefined }),
      appealOutcome: option(constantFrom(...APPEAL_STANDINGS), { nil: undefined }),
    })
    const check = property(array(anyCase, { maxLength: 60 }), (drawn) => {
      const cases = drawn.map(
        ({ openedAt, outcome, route, mediationResult, appealOutcome }, index): CountedCase => ({
          caseId: String(index),
          openedAt: openedAt.toISOString(),
          route,
          status: outcome ? 'closed' : 'open',
          ...(outcome && { outcome }),
          ...(mediationResult && { mediationResult }),
          // A case with an appeal closes as appealed, and as nothing else, and no other does.
          ...(outcome === 'appealed' && { appealOutcome: appealOutcome ?? 'open' }),
          ...(appealOutcome && !outcome && { appealOutcome }),
        }),
      )
      const { rows, allCases, listed, mediation, appeals } = outcomeTable(cases, YEAR)
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
      // In winter the day in England is the day in UTC, so this counts the period another way.
      const inPeriod = cases.filter(({ openedAt }) => openedAt.startsWith('2026-'))
      expect(allCases.total).toBe(inPeriod.length)
      expect(listed.open + listed.closed).toBe(allCases.total)
      expect(allCases.counts.open).toBe(listed.open)
      expect(sum(Object.values(allCases.counts))).toBe(allCases.total)
      for (const { counts, total } of rows) expect(sum(Object.values(counts))).toBe(total)
      for (const standing of STANDINGS) {
        expect(sum(rows.map(({ counts }) => counts[standing]))).toBe(allCases.counts[standing])
      }
      expect(appeals.total).toBe(sum(Object.values(appeals.counts)))
      expect(appeals.total).toBe(appeals.inOpenCases + appeals.inClosedCases)
      expect(appeals.inClosedCases).toBe(allCases.counts.appealed)
      expect(sum(Object.values(mediation))).toBe(inPeriod.filter((one) => one.mediationResult).length)
    })
    assert(check, { numRuns: 200 })
  })
})
