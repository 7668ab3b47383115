import { HAPPENINGS, type Happening } from '../cases/happenings.ts'
import type { MediationResult } from '../cases/mediation/closed-words.ts'
import { APPEAL_STANDINGS, type AppealStanding, ROUTES, type Route } from '../cases/outcome.ts'
import { type CellsByMonth, cellOf, STANDINGS, type Standing } from '../cases/outcome-counts/counted-outcome.ts'
import type { Month } from '../law/month.ts'

/** Months; both belong to the period. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

export interface OutcomeRow {
  readonly route: Route
  readonly counts: Readonly<Record<Standing, number>>
  readonly total: number
}

/** The cases opened in a period by route and by how they stand. Rows, columns and the number of cases always agree. */
export interface OutcomeTable {
  readonly period: Period
  readonly rows: readonly OutcomeRow[]
  readonly allCases: Omit<OutcomeRow, 'route'>
  /** The number of cases in the list, counted by themselves and not by adding up the table. */
  readonly listed: { readonly open: number; readonly closed: number }
  /** What came of the mediations held in these cases. */
  readonly mediation: Readonly<Record<MediationResult, number>>
  /** What else happened, in how many of these cases. One can be in several. */
  readonly happenings: Readonly<Record<Happening, number>>
  /** What came of the appeals in these cases, and the cases that have one, counted by themselves. */
  readonly appeals: {
    readonly counts: Readonly<Record<AppealStanding, number>>
    readonly total: number
    readonly inOpenCases: number
    readonly inClosedCases: number
  }
}

/** The table of a period. @param cells of its months, added up in advance (`cellsOfMonths`) */
export function outcomeTable(cells: CellsByMonth, period: Period): OutcomeTable {
  const months = Object.values(cells)
  const count = (cell: string) => sum(months.map((month) => month[cell] ?? 0))
  const rows = ROUTES.map((route): OutcomeRow => {
    const counts = eachOf(STANDINGS, (standing) => count(cellOf.standing(route, standing)))
    return { route, counts, total: sum(Object.values(counts)) }
  })
  const appeals = eachOf(APPEAL_STANDINGS, (outcome) => count(cellOf.appeal(outcome)))
  return {
    period,
    rows,
    allCases: {
      counts: eachOf(STANDINGS, (standing) => sum(rows.map(({ counts }) => counts[standing]))),
      total: sum(rows.map(({ total }) => total)),
    },
    listed: { open: count(cellOf.listed('open')), closed: count(cellOf.listed('closed')) },
    mediation: eachOf(['agreed', 'partly-agreed', 'not-agreed'], (result) => count(cellOf.mediation(result))),
    happenings: eachOf(HAPPENINGS, (happening) => count(cellOf.happening(happening))),
    appeals: {
      counts: appeals,
      total: sum(Object.values(appeals)),
      inOpenCases: count(cellOf.withAppeal('open')),
      inClosedCases: count(cellOf.withAppeal('closed')),
    },
  }
}

function eachOf<Name extends string>(names: readonly Name[], count: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, number>
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
