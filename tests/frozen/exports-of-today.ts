import { parseMonth } from '../../lambdas/law/month.ts'
import { educationStatistics } from '../../lambdas/reports/formats/education-statistics.ts'
import { measured } from '../../lambdas/reports/measured.ts'
import { measuresFor } from '../../lambdas/reports/measures/all-measures.ts'
import { tableAsItIs } from '../../lambdas/reports/report-table.ts'
import { COLUMN_NAMES } from '../../lambdas/staff/import/columns.ts'
import { FILE_COLUMNS } from '../../lambdas/staff/outcomes/figures-file.ts'
import { particulars, reporting } from '../council-for-tests.ts'

/** Files that others read by the names of their columns. New ones may come after those that are there. */
export interface Exports {
  /** By the id of a table of outcomes: its columns as CSV, and the names of its rows. */
  readonly outcomes: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly string[] }>>
  /** By the name of a file that is taken: the columns that it may have. */
  readonly taken: Readonly<Record<string, readonly string[]>>
}

const PERIOD = { from: parseMonth('2026-01'), to: parseMonth('2026-12') }

export function exportsOfToday(): Exports {
  const tables = measured(measuresFor({ particulars }), {}, PERIOD).map(tableAsItIs)
  return {
    outcomes: Object.fromEntries(
      tables.map((table) => {
        const { columns } = educationStatistics(table, reporting.area)
        return [table.measure.id, { columns, rows: table.lines.map(({ row }) => row) }]
      }),
    ),
    taken: { cases: COLUMN_NAMES, figures: FILE_COLUMNS },
  }
}
