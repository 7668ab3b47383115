import { csvLine, withoutFormula } from '../../spreadsheet/write-csv.ts'
import { COLUMN_NAMES, WHY_COLUMN } from './columns.ts'
import { problemInWords } from './import-views.ts'
import type { TroubledRow } from './troubled-rows.ts'

/** By this mark spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'
/** Nobody reads more of it in a cell. */
const LONGEST_WHY = 1000

/** A file with every column and no row. */
export function templateCsv(): string {
  return BYTE_ORDER_MARK + csvLine(COLUMN_NAMES) + LINE_END
}

/**
 * The rows with something to mend, as they came, each with why. It can be mended and sent again. No cell is a formula to
 * whoever opens it.
 */
export async function problemsCsv(
  names: readonly string[],
  rows: AsyncIterable<TroubledRow>,
): Promise<{ readonly text: string; readonly results: number }> {
  // A file that was given back before says why already.
  const carried = [...names.keys()].filter((place) => names[place] !== WHY_COLUMN)
  const lines = [csvLine([...carried.map((place) => withoutFormula(names[place] ?? '')), WHY_COLUMN])]
  for await (const { row, found } of rows) {
    const why = [...found.problems.map(problemInWords), ...found.doubts.map((doubt) => doubt.why)].join(' ')
    lines.push(
      csvLine([
        ...carried.map((place) => withoutFormula(row.cells[place] ?? '')),
        withoutFormula(`Line ${row.line}: ${why}`.slice(0, LONGEST_WHY)),
      ]),
    )
  }
  return { text: BYTE_ORDER_MARK + lines.join(LINE_END) + LINE_END, results: lines.length - 1 }
}
