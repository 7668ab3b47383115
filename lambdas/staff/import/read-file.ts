import { textOfCell } from '../../spreadsheet/cell-text.ts'
import { type Header, isEmptyRow, isHeader, readHeader, whyNoHeader } from '../../spreadsheet/header.ts'
import { InputError } from '../../spreadsheet/input-error.ts'
import { type CsvRow, readCsv } from '../../spreadsheet/read-csv.ts'
import { type ColumnName, columnOf, IMPORT_COLUMNS, WHY_COLUMN } from './columns.ts'
import type { Cells } from './read-row.ts'

/** A row of a file. */
export interface FileRow {
  /** The line of the file on which it begins: 1 is the header. */
  readonly line: number
  /** Its cells as text, one for each column of the header. */
  readonly cells: readonly string[]
  /** Why it cannot be read as a row at all. */
  readonly unreadable?: string
}

/** A file that can be imported, as far as its form goes. */
export interface ReadFile {
  /** The names of its columns as they came. */
  readonly names: readonly string[]
  readonly rows: readonly FileRow[]
}

/** They are read while somebody waits: what a function may take for a page is enough for twice as many. */
const MOST_ROWS = 10_000
/** Empty lines are passed over, and have to be read all the same. */
const MOST_LINES = 100_000
const PIECE_IN_BYTES = 64 * 1024
/** Where the first row is no header, so many are looked at for one, so that it can be said where it stands. */
const MOST_ROWS_ABOVE_HEADER = 20
/** A row is kept with others of its step in one item of at most 400 KB. */
const LONGEST_ROW = 20_000
/** As much of each cell is kept of a row that is too long, to be known by. */
const LONGEST_ECHO = 100

/**
 * Reads a file of cases as spreadsheets write it. Empty rows are passed over.
 * @throws InputError when it cannot be used as a whole: a sentence for whoever sent it
 */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const above: CsvRow[] = []
  const rows: FileRow[] = []
  let header: Header<ColumnName> | undefined
  let lines = 0
  for await (const { rows: found, unreadable } of readCsv(inPieces(bytes))) {
    lines = found.at(-1)?.line ?? lines
    for (const row of found) {
      if (header) {
        if (!isEmptyRow(row.cells)) rows.push(fileRow(row, header))
      } else if (above.length === 0 && isHeader(row.cells, IMPORT_COLUMNS)) {
        header = readHeader(row.cells, IMPORT_COLUMNS)
        requireColumns(header)
      } else {
        above.push(row)
        if (isHeader(row.cells, IMPORT_COLUMNS) || above.length > MOST_ROWS_ABOVE_HEADER) {
          throw new InputError(whyNoHeader(above, IMPORT_COLUMNS))
        }
      }
    }
    if (unreadable) {
      if (!header) throw new InputError(`The header cannot be read. ${unreadable.why}`)
      throw new InputError(`Line ${unreadable.line}: ${unreadable.why}`)
    }
    if (rows.length > MOST_ROWS || lines > MOST_LINES) {
      const many =
        rows.length > MOST_ROWS
          ? `${MOST_ROWS.toLocaleString('en-GB')} rows`
          : `${MOST_LINES.toLocaleString('en-GB')} lines`
      throw new InputError(`The file has more than ${many}. Take out empty lines, and import it in parts.`)
    }
  }
  if (!header) throw new InputError(whyNoHeader(above, IMPORT_COLUMNS))
  if (rows.length === 0) throw new InputError('The file has a header and no rows below it. There is nothing to import.')
  return { names: header.names.map(textOfCell), rows }
}

/** The cells of a row by the columns that are read. */
export function cellsOf(names: readonly string[], { cells }: Pick<FileRow, 'cells'>): Cells {
  const { places } = readHeader(names, IMPORT_COLUMNS)
  return Object.fromEntries(Object.entries(places).map(([column, place]) => [column, cells[place] ?? '']))
}

/** The names of the columns that are not read, so that somebody can see one that is misspelt. */
export function columnsNotRead(names: readonly string[]): readonly string[] {
  const { places } = readHeader(names, IMPORT_COLUMNS)
  const read = Object.values(places)
  return names.filter((name, place) => name !== '' && name !== WHY_COLUMN && !read.includes(place))
}

/** Without these no row can be imported, so it is said once and not in each row. */
function requireColumns({ places }: Header<ColumnName>): void {
  const missing = IMPORT_COLUMNS.read.filter(
    (column) => columnOf(column).needed === 'always' && places[column] === undefined,
  )
  if (missing.length === 0) return
  const [what, is] = missing.length === 1 ? ['the column', 'it is'] : ['the columns', 'they are']
  throw new InputError(
    `The file lacks ${what} ${missing.join(', ')}, and ${is} always needed. Take the names from the template.`,
  )
}

function fileRow({ cells, line }: CsvRow, { names }: Header<ColumnName>): FileRow {
  const texts = cells.map(textOfCell)
  const carried = names.map((_, place) => texts[place] ?? '')
  const length = texts.reduce((sum, cell) => sum + cell.length, 0)
  if (length > LONGEST_ROW) {
    const why = `This row has more than ${LONGEST_ROW.toLocaleString('en-GB')} characters. Look for a quotation mark that is never closed.`
    return { line, cells: carried.map((cell) => cell.slice(0, LONGEST_ECHO)), unreadable: why }
  }
  if (texts.length === names.length) return { line, cells: carried }
  const why = `This row has ${texts.length} cells and the header has ${names.length} columns. A cell with a comma in it needs quotation marks around it.`
  return { line, cells: carried, unreadable: why }
}

/** A piece at a time, so that a file of too many lines is not read to its end. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_IN_BYTES) yield bytes.subarray(at, at + PIECE_IN_BYTES)
}
