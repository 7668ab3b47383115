import type { Facts } from './facts.ts'

/** A row of the input under its header. */
export interface Row {
  /** 1 is the first row after the header. */
  readonly number: number
  /** As bytes: see cell-text.ts. */
  readonly cells: readonly string[]
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
  answer(row: Row, facts: Facts): { readonly text: string; readonly provisional: boolean }
  /** A row without, saying why. */
  refuse(row: Row, why: string): string
}
