import { HAPPENINGS } from '../../cases/happenings.ts'
import { APPEAL_STANDINGS } from '../../cases/outcome.ts'
import { STANDINGS } from '../../cases/outcome-counts/counted-outcome.ts'
import type { OutcomesCompared } from '../../cases/store/outcome-store.ts'
import { formatMonth } from '../../law/month.ts'
import type { OutcomeTable } from '../../reports/outcomes.ts'
import { APPEAL_OUTCOME_WORDS, MEDIATION_RESULT_WORDS } from '../closed-words.ts'
import { formatInstant } from '../day.ts'
import { HAPPENING_WORDS, ROUTE_WORDS, STANDING_WORDS } from './report-words.ts'

/**
 * The table of outcomes as its page shows it, and as a program reads it.
 * @param compared what the last nightly comparison with the cases found; undefined before the first
 */
export function outcomesView(table: OutcomeTable, compared: OutcomesCompared | undefined) {
  const { rows, allCases, listed, mediation, appeals, period } = table
  const cells = (counts: OutcomeTable['allCases']['counts']) => STANDINGS.map((standing) => counts[standing])
  const results = Object.entries(mediation) as [keyof typeof mediation, number][]
  return {
    ...table,
    fromInWords: formatMonth(period.from),
    toInWords: formatMonth(period.to),
    columns: STANDINGS.map((standing) => STANDING_WORDS[standing]),
    lines: rows.map(({ route, counts, total }) => ({ name: ROUTE_WORDS[route], cells: cells(counts), total })),
    allCasesLine: { cells: cells(allCases.counts), total: allCases.total },
    mediationLines: [
      ...results.map(([result, count]) => ({ name: MEDIATION_RESULT_WORDS[result], count })),
      { name: 'All mediations held', count: results.reduce((total, [, count]) => total + count, 0) },
    ],
    happeningLines: HAPPENINGS.map((happening) => ({
      name: HAPPENING_WORDS[happening],
      count: table.happenings[happening],
    })),
    appealLines: [
      ...APPEAL_STANDINGS.map((standing) => ({
        name: APPEAL_OUTCOME_WORDS[standing],
        count: appeals.counts[standing],
      })),
      { name: 'All appeals', count: appeals.total },
    ],
    /** True when each case with an appeal has one outcome of it, and those closed as appealed are the table's. */
    appealsReconcile:
      appeals.total === appeals.inOpenCases + appeals.inClosedCases &&
      appeals.inClosedCases === allCases.counts.appealed,
    /** True when the table, the list and their parts give one number. Always so; shown so that it can be checked. */
    reconciles: allCases.total === listed.open + listed.closed && allCases.counts.open === listed.open,
    ...(compared && { compared: { ...compared, inWords: formatInstant(compared.comparedAt) } }),
  }
}

export type OutcomesView = ReturnType<typeof outcomesView>
