import type { CsvRow } from '../../lambdas/spreadsheet/read-csv.ts'
import type { ReadFacts } from './facts.ts'

/** A row of the input under its header. */
export interface Row extends CsvRow {
  /** 1 is the first row after the header. */
  readonly number: number
}

/** How the answers to rows are written. */
export interface RowFormat {
  readonly encoding: 'latin1' | 'utf8'
  /** What comes before the first row. */
  readonly start: string
  /**
   * A row with its dates.
   *
   * @throws as `whichDates`, when the facts have no answer
   */
  answer(row: Row, read: ReadFacts): { readonly text: string; readonly provisional: boolean }
  /** A row without, saying why. */
  refuse(row: Row, why: string): string
}
