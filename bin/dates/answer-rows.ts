import { Buffer } from 'node:buffer'
import { textOfCell } from '../../lambdas/spreadsheet/cell-text.ts'
import type { DateReading } from '../../lambdas/spreadsheet/date-cell.ts'
import { type Header, isEmptyRow, isHeader, readHeader, whyNoHeader } from '../../lambdas/spreadsheet/header.ts'
import { InputError } from '../../lambdas/spreadsheet/input-error.ts'
import { type CsvRow, readCsv } from '../../lambdas/spreadsheet/read-csv.ts'
import { type InputColumn, KNOWN_COLUMNS } from './columns.ts'
import { csvFormat } from './csv-format.ts'
import { FactsError, readFacts } from './facts.ts'
import { jsonFormat } from './json-format.ts'
import type { Row, RowFormat } from './row-format.ts'
import type { Tally } from './tally.ts'
import { whyNoAnswer } from './why-no-answer.ts'

const EMPTY_LINE = 'This line is empty.'
/** More than this many are no end of a file any more: they are answered as they come, so that memory stays bounded. */
const MOST_EMPTY_LINES_HELD = 1000
/** Where the first row is no header, so many are looked at for one, so that it can be said where it stands. */
const MOST_ROWS_ABOVE_HEADER = 20

/**
 * Answers CSV row by row: a piece of output for each piece of input, and no more held than one piece of each. A row
 * that cannot be read or cannot be true keeps its place and says why. `reading` says how its dates are written. `tally`
 * is counted up as rows go by.
 *
 * @throws InputError when the input is empty or its header cannot be used
 */
export async function* answerRows(
  input: AsyncIterable<Uint8Array>,
  kind: 'csv' | 'json',
  reading: DateReading,
  tally: Tally,
): AsyncGenerator<Buffer> {
  let answering: Answering | undefined
  const above: CsvRow[] = []
  for await (const { rows, lineEnd, unreadable } of readCsv(input)) {
    let text = ''
    for (const row of rows) {
      if (answering !== undefined) {
        text += answering.row(row)
      } else if (above.length === 0 && isHeader(row.cells, KNOWN_COLUMNS)) {
        const header = readHeader(row.cells, KNOWN_COLUMNS)
        const format = kind === 'csv' ? csvFormat(header, lineEnd) : jsonFormat(header)
        answering = new Answering(header, format, reading, tally)
        text += format.start
      } else {
        above.push(row)
        if (isHeader(row.cells, KNOWN_COLUMNS) || above.length > MOST_ROWS_ABOVE_HEADER)
          throw new InputError(whyNoHeader(above, KNOWN_COLUMNS))
      }
    }
    if (unreadable !== undefined) {
      if (answering === undefined) throw new InputError(`The header cannot be read. ${unreadable.why}`)
      text += answering.unreadable(unreadable)
    }
    if (text !== '') yield Buffer.from(text, answering?.format.encoding)
  }
  if (answering === undefined) throw new InputError(whyNoHeader(above, KNOWN_COLUMNS))
}

/** The rows under one header, in order. */
class Answering {
  readonly format: RowFormat
  readonly #header: Header<InputColumn>
  readonly #reading: DateReading
  readonly #tally: Tally
  /** The lines of empty rows since the last row. At the end of the input they are no rows; before another they are. */
  #emptyLines: number[] = []

  constructor(header: Header<InputColumn>, format: RowFormat, reading: DateReading, tally: Tally) {
    this.#header = header
    this.format = format
    this.#reading = reading
    this.#tally = tally
  }

  /** What a row gives: nothing yet for an empty one. */
  row(row: CsvRow): string {
    if (!isEmptyRow(row.cells)) return this.#emptyLinesBefore() + this.#answer(this.#next(row))
    this.#emptyLines.push(row.line)
    return this.#emptyLines.length > MOST_EMPTY_LINES_HELD ? this.#emptyLinesBefore() : ''
  }

  /** The row at which the input stopped being rows. */
  unreadable({ line, why }: { readonly line: number; readonly why: string }): string {
    return this.#emptyLinesBefore() + this.#refuse(this.#next({ line, cells: [] }), why)
  }

  #emptyLinesBefore(): string {
    const lines = this.#emptyLines
    if (lines.length === 0) return ''
    this.#emptyLines = []
    return lines.map((line) => this.#refuse(this.#next({ line, cells: [] }), EMPTY_LINE)).join('')
  }

  #next({ line, cells }: CsvRow): Row {
    this.#tally.rows += 1
    return { number: this.#tally.rows, line, cells }
  }

  #answer(row: Row): string {
    const { names, places } = this.#header
    const { cells } = row
    try {
      if (cells.length !== names.length) throw new FactsError(wrongWidth(cells.length, names.length))
      const read = readFacts(
        (column: InputColumn) => {
          const place = places[column]
          return place === undefined ? '' : textOfCell(cells[place] as string)
        },
        (column) => column,
        this.#reading,
      )
      const { text, provisional } = this.format.answer(row, read)
      if (provisional) this.#tally.provisional += 1
      if (read.notes.length > 0) this.#tally.noted += 1
      return text
    } catch (error) {
      return this.#refuse(row, whyNoAnswer(error))
    }
  }

  #refuse(row: Row, why: string): string {
    this.#tally.refused += 1
    return this.format.refuse(row, `Line ${row.line}: ${why}`)
  }
}

function wrongWidth(cells: number, columns: number): string {
  const found = cells === 1 ? 'This row has 1 cell' : `This row has ${cells} cells`
  const wanted = columns === 1 ? 'the header has 1 column' : `the header has ${columns} columns`
  return `${found} and ${wanted}. A cell with a comma in it needs quotation marks around it.`
}
