import { cellOfText } from '../../lambdas/spreadsheet/cell-text.ts'
import type { Header } from '../../lambdas/spreadsheet/header.ts'
import { csvLine } from '../../lambdas/spreadsheet/write-csv.ts'
import { answerColumns } from './answer-columns.ts'
import { type InputColumn, OUTPUT_COLUMNS } from './columns.ts'
import type { RowFormat } from './row-format.ts'

/** Rows as CSV: the input's columns, then OUTPUT_COLUMNS. */
export function csvFormat(header: Header<InputColumn>, lineEnd: string): RowFormat {
  return {
    encoding: 'latin1',
    start: csvLine([...header.names, ...OUTPUT_COLUMNS]) + lineEnd,
    answer: ({ cells }, { facts, notes }) => {
      const { columns, provisional } = answerColumns(facts)
      const told = { ...columns, reading_note: cellOfText(notes.join(' ')), error: '' }
      const added = OUTPUT_COLUMNS.map((column) => told[column])
      return { text: csvLine(cells.concat(added)) + lineEnd, provisional }
    },
    refuse: ({ cells }, why) => {
      // A row with too few or too many cells is given the width of the others, so that the error stands in its column.
      const carried = header.names.map((_, place) => cells[place] ?? '')
      const added = OUTPUT_COLUMNS.map((column) => (column === 'error' ? cellOfText(why) : ''))
      return csvLine([...carried, ...added]) + lineEnd
    },
  }
}
