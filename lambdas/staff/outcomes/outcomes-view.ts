import { APPEAL_STANDINGS } from '../../cases/outcome.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type OutcomeTable, STANDINGS } from '../../reports/outcomes.ts'
import { APPEAL_OUTCOME_WORDS, MEDIATION_RESULT_WORDS } from '../closed-words.ts'
import { ROUTE_WORDS, STANDING_WORDS } from './report-words.ts'

/** The table of outcomes as its page shows it, and as a program reads it. */
export function outcomesView(table: OutcomeTable) {
  const { rows, allCases, listed, mediation, appeals, period } = table
  const cells = (counts: OutcomeTable['allCases']['counts']) => STANDINGS.map((standing) => counts[standing])
  const results = Object.entries(mediation) as [keyof typeof mediation, number][]
  return {
    ...table,
    fromInWords: formatDate(period.from),
    toInWords: formatDate(period.to),
    columns: STANDINGS.map((standing) => STANDING_WORDS[standing]),
    lines: rows.map(({ route, counts, total }) => ({ name: ROUTE_WORDS[route], cells: cells(counts), total })),
    allCasesLine: { cells: cells(allCases.counts), total: allCases.total },
    mediationLines: results.map(([result, count]) => ({ name: MEDIATION_RESULT_WORDS[result], count })),
    mediationTotal: results.reduce((total, [, count]) => total + count, 0),
    appealLines: APPEAL_STANDINGS.map((standing) => ({
      name: APPEAL_OUTCOME_WORDS[standing],
      count: appeals.counts[standing],
    })),
    /** True when each case with an appeal has one outcome of it, and those closed as appealed are the table's. */
    appealsReconcile:
      appeals.total === appeals.inOpenCases + appeals.inClosedCases &&
      appeals.inClosedCases === allCases.counts.appealed,
    /** True when the table, the list and their parts give one number. Always so; shown so that it can be checked. */
    reconciles: allCases.total === listed.open + listed.closed && allCases.counts.open === listed.open,
  }
}

export type OutcomesView = ReturnType<typeof outcomesView>

/** The period that is shown when none is asked for: this year up to today. */
export function usualPeriod(today: CalendarDate) {
  return { from: `${today.slice(0, 4)}-01-01` as CalendarDate, to: today }
}
