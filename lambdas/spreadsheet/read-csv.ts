import { parse } from 'csv-parse'
import { withoutByteOrderMark } from './byte-order-mark.ts'

export interface CsvRow {
  /** As bytes: see cell-text.ts. */
  readonly cells: readonly string[]
  /** The line of the input on which the row begins: 1 is the first. A row is longer where a cell has line ends in it. */
  readonly line: number
}

/** What one piece of the input held. */
export interface CsvBatch {
  /** The rows that ended in it. */
  readonly rows: readonly CsvRow[]
  /** How the input's first line ends, so that the output's lines can end so too. */
  readonly lineEnd: '\n' | '\r\n'
  /** Present on the last batch when what follows its rows could not be read as rows: where it begins, and why. */
  readonly unreadable?: { readonly line: number; readonly why: string }
}

/** Memory stays bounded when a quotation mark is never closed: a row longer than this is not one. */
const LONGEST_ROW_IN_BYTES = 1_048_576

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

const UNREADABLE: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'A quotation mark in this row is never closed, so neither this row nor anything after it can be read.',
  CSV_MAX_RECORD_SIZE:
    'This row is longer than 1 MiB, so neither it nor anything after it can be read. Look for a quotation mark that is never closed.',
}

/**
 * Reads RFC 4180 CSV: quotation marks, commas and line ends inside quoted cells, lines that end in LF, CRLF or CR, a
 * byte order mark. A quotation mark inside a cell that does not begin with one stands for itself. No more of the
 * input is read than the reader of the rows has asked for.
 *
 * @throws InputError when the input is UTF-16
 */
export async function* readCsv(input: AsyncIterable<Uint8Array>): AsyncGenerator<CsvBatch> {
  let rows: CsvRow[] = []
  let line = 1
  const parser = parse({
    // One character a byte: see cell-text.ts.
    encoding: 'latin1',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    // How many cells a row has is told in the row's own error.
    relax_column_count: true,
    max_record_size: LONGEST_ROW_IN_BYTES,
    // Rows are taken here rather than as a stream of objects: it is faster, and the rows before a failure are kept.
    on_record: (cells: string[]) => {
      rows.push({ cells, line })
      line += 1 + lineEndsIn(cells)
      return null
    },
  })
  // Each write's own callback gives the error.
  parser.on('error', () => {})
  parser.resume()

  let lineEnd: CsvBatch['lineEnd'] | undefined
  let lastByte: number | undefined
  function batch(): CsvBatch {
    const taken = rows
    rows = []
    return { rows: taken, lineEnd: lineEnd ?? '\n' }
  }
  try {
    for await (const bytes of withoutByteOrderMark(input)) {
      if (lineEnd === undefined) {
        const at = bytes.indexOf(LINE_FEED)
        const before = at === 0 ? lastByte : bytes[at - 1]
        if (at >= 0) lineEnd = before === CARRIAGE_RETURN ? '\r\n' : '\n'
        lastByte = bytes.at(-1)
      }
      await settled((done) => parser.write(bytes, done))
      if (rows.length > 0) yield batch()
    }
    await settled((done) => parser.end(done))
    if (rows.length > 0) yield batch()
  } catch (error) {
    const why = UNREADABLE[(error as { code?: string }).code ?? '']
    if (why === undefined) throw error
    yield { ...batch(), unreadable: { line, why } }
  } finally {
    parser.destroy()
  }
}

function lineEndsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0
  return count
}

function settled(begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => begin((error) => (error ? reject(error) : resolve())))
}
