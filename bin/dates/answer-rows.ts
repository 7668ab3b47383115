import { Buffer } from 'node:buffer'
import { textOfCell } from './cell-text.ts'
import type { InputColumn } from './columns.ts'
import { csvFormat } from './csv-format.ts'
import { FactsError, readFacts } from './facts.ts'
import { type Header, readHeader } from './header.ts'
import { InputError } from './input-error.ts'
import { jsonFormat } from './json-format.ts'
import { readCsv } from './read-csv.ts'
import type { Row, RowFormat } from './row-format.ts'
import type { Tally } from './tally.ts'
import { whyNoAnswer } from './why-no-answer.ts'

const EMPTY_LINE = 'This line is empty.'
/** More than this many are no end of a file any more: they are answered as they come, so that memory stays bounded. */
const MOST_EMPTY_LINES_HELD = 1000

/**
 * Answers CSV row by row: a piece of output for each piece of input, and no more held than one piece of each. A row
 * that cannot be read or cannot be true keeps its place and says why. `tally` is counted up as rows go by.
 *
 * @throws InputError when the input is empty or its header cannot be used
 */
export async function* answerRows(
  input: AsyncIterable<Uint8Array>,
  kind: 'csv' | 'json',
  tally: Tally,
): AsyncGenerator<Buffer> {
  let answering: Answering | undefined
  for await (const { rows, lineEnd, unreadable } of readCsv(input)) {
    let text = ''
    for (const cells of rows) {
      if (answering === undefined) {
        if (isBlankLine(cells)) throw new InputError('The first line is empty. It has to be a header row.')
        const header = readHeader(cells)
        const format = kind === 'csv' ? csvFormat(header, lineEnd) : jsonFormat(header)
        answering = new Answering(header, format, tally)
        text += format.start
      } else {
        text += answering.row(cells)
      }
    }
    if (unreadable !== undefined) {
      if (answering === undefined) throw new InputError(`The header cannot be read. ${unreadable}`)
      text += answering.unreadable(unreadable)
    }
    if (text !== '') yield Buffer.from(text, answering?.format.encoding)
  }
  if (answering === undefined) throw new InputError('The input is empty. It has to begin with a header row.')
}

/** The rows under one header, in order. */
class Answering {
  readonly format: RowFormat
  readonly #header: Header
  readonly #tally: Tally
  /** Empty lines since the last row. At the end of the input they are no rows; before another row they are. */
  #emptyLines = 0

  constructor(header: Header, format: RowFormat, tally: Tally) {
    this.#header = header
    this.format = format
    this.#tally = tally
  }

  /** What a row gives: nothing yet for an empty line. */
  row(cells: readonly string[]): string {
    if (isBlankLine(cells) && this.#emptyLines < MOST_EMPTY_LINES_HELD) {
      this.#emptyLines += 1
      return ''
    }
    if (isBlankLine(cells)) return this.#emptyLinesBefore() + this.#refuse(this.#next([]), EMPTY_LINE)
    return this.#emptyLinesBefore() + this.#answer(this.#next(cells))
  }

  /** The row at which the input stopped being rows. */
  unreadable(why: string): string {
    return this.#emptyLinesBefore() + this.#refuse(this.#next([]), why)
  }

  #emptyLinesBefore(): string {
    let text = ''
    for (; this.#emptyLines > 0; this.#emptyLines -= 1) text += this.#refuse(this.#next([]), EMPTY_LINE)
    return text
  }

  #next(cells: readonly string[]): Row {
    this.#tally.rows += 1
    return { number: this.#tally.rows, cells }
  }

  #answer(row: Row): string {
    const { names, places } = this.#header
    const { cells } = row
    try {
      if (cells.length !== names.length) throw new FactsError(wrongWidth(cells.length, names.length))
      const facts = readFacts((column: InputColumn) => {
        const place = places[column]
        return place === undefined ? '' : textOfCell(cells[place] as string)
      })
      const { text, provisional } = this.format.answer(row, facts)
      if (provisional) this.#tally.provisional += 1
      return text
    } catch (error) {
      return this.#refuse(row, whyNoAnswer(error))
    }
  }

  #refuse(row: Row, why: string): string {
    this.#tally.refused += 1
    return this.format.refuse(row, why)
  }
}

function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === ''
}

function wrongWidth(cells: number, columns: number): string {
  const found = cells === 1 ? 'This row has 1 cell' : `This row has ${cells} cells`
  const wanted = columns === 1 ? 'the header has 1 column' : `the header has ${columns} columns`
  return `${found} and ${wanted}. A cell with a comma in it needs quotation marks around it.`
}
