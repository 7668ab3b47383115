import type { TypedMonth } from '../../cases/store/typed-figure-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { isMonth, type Month } from '../../law/month.ts'
import type { WantedNumber } from '../../reports/typed-in/month-with.ts'
import { numberAsTyped, readNumber } from '../../reports/typed-in/numbers.ts'
import {
  LONGEST_SOURCE,
  placesOf,
  TYPED_TABLE_IDS,
  type TypedTableId,
  tableOfFigure,
  typedTable,
  whyNotOfMonth,
} from '../../reports/typed-in/typed-tables.ts'
import { textOfCell } from '../../spreadsheet/cell-text.ts'
import { type Header, isEmptyRow, isHeader, readHeader, whyNoHeader } from '../../spreadsheet/header.ts'
import { InputError } from '../../spreadsheet/input-error.ts'
import { type CsvRow, readCsv } from '../../spreadsheet/read-csv.ts'

/** The columns of a file of figures. Words stand beside ids, so that a person finds the line. */
export const FILE_COLUMNS = ['month', 'figure', 'row', 'what', 'number', 'source'] as const
type FileColumn = (typeof FILE_COLUMNS)[number]
const KNOWN = { read: FILE_COLUMNS, inEveryHeader: ['figure'], added: [] } as const
const NEEDED: readonly FileColumn[] = ['month', 'figure', 'row', 'number', 'source']
/** Three years of everything are about 1,000. */
const MOST_LINES = 5000
/** As many problems are told at once. */
const MOST_PROBLEMS = 20

/** What a file says of one month of one table. */
export interface MonthOfFile {
  readonly table: TypedTableId
  readonly month: Month
  readonly wanted: readonly WantedNumber[]
}

export type FileRead =
  | { readonly months: readonly MonthOfFile[] }
  /** A sentence each, with the line. */
  | { readonly problems: readonly string[] }

/** Every place of some months, with what is typed in: to be filled in and sent back. */
export function rowsOfFile(months: readonly Month[], typed: readonly TypedMonth[]): readonly (readonly string[])[] {
  return months.flatMap((month) =>
    TYPED_TABLE_IDS.flatMap((id) => {
      const { title, unit, rows, figures } = typedTable(id)
      const own = typed.find((one) => one.table === id && one.month === month)
      return placesOf(id).map(({ figure, row }) => {
        const found = own?.numbers.find((one) => one.figure === figure && one.row === row)
        const what = `${title}: ${rows[row]}, ${figures[figure]?.label.toLowerCase()}${unit === 'pounds' ? ', in pounds' : ''}`
        return [month, figure, row, what, found ? numberAsTyped(unit, found.number) : '', found?.source ?? '']
      })
    }),
  )
}

/**
 * Reads a file of figures. A line without a number changes nothing.
 * @param today the day in England: months that have not begun cannot be typed in
 * @throws InputError when it cannot be read as a whole: a sentence for whoever sent it
 */
export async function readTypedFile(bytes: Uint8Array, today: CalendarDate): Promise<FileRead> {
  const months = new Map<string, { table: TypedTableId; month: Month; wanted: WantedNumber[] }>()
  const lineOf = new Map<string, number>()
  const problems: string[] = []
  for (const { line, cells } of await linesOf(bytes)) {
    const { month = '', figure = '', row = '', number = '', source = '' } = cells
    if (number === '') continue
    const table = tableOfFigure(figure)
    const wrong = (why: string) => problems.push(`Line ${line}: ${why}.`)
    if (!isMonth(month)) wrong(`"${month}" is no month. Write it like 2026-03`)
    else if (!table) wrong(`There is no figure "${figure}". Take the names from the file that you can save here`)
    else if (!Object.hasOwn(typedTable(table).rows, row))
      wrong(`"${row}" is none of: ${Object.keys(typedTable(table).rows).join(', ')}`)
    else {
      const at = month
      const [read, notYet] = [readNumber(typedTable(table).unit, number), whyNotOfMonth(table, at, today)]
      const place = [at, figure, row].join(' ')
      const before = lineOf.get(place)
      lineOf.set(place, line)
      if (notYet) wrong(notYet)
      else if ('why' in read) wrong(read.why)
      else if (source === '' || source.length > LONGEST_SOURCE)
        wrong(`Say where ${number} comes from, in the column source, with ${LONGEST_SOURCE} characters at most`)
      else if (before !== undefined) wrong(`The same number stands on line ${before} already`)
      else {
        const own = months.get(`${at} ${table}`) ?? { table, month: at, wanted: [] }
        months.set(`${at} ${table}`, own)
        own.wanted.push({ figure, row, number: read.number, source })
      }
    }
  }
  if (problems.length > 0) {
    const more = problems.length - MOST_PROBLEMS
    return {
      problems: [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`${more} more lines cannot be read.`] : [])],
    }
  }
  return { months: [...months.values()] }
}

interface Line {
  readonly line: number
  readonly cells: Readonly<Partial<Record<FileColumn, string>>>
}

async function linesOf(bytes: Uint8Array): Promise<readonly Line[]> {
  const lines: Line[] = []
  const above: CsvRow[] = []
  let header: Header<FileColumn> | undefined
  for await (const { rows, unreadable } of readCsv(once(bytes))) {
    for (const row of rows) {
      if (header) {
        if (!isEmptyRow(row.cells)) lines.push({ line: row.line, cells: cellsBy(header, row) })
      } else if (above.length === 0 && isHeader(row.cells, KNOWN)) {
        header = readHeader(row.cells, KNOWN)
        requireColumns(header)
      } else {
        above.push(row)
      }
    }
    if (unreadable) throw new InputError(`Line ${unreadable.line}: ${unreadable.why}`)
    if (lines.length > MOST_LINES)
      throw new InputError(`The file has more than ${MOST_LINES.toLocaleString('en-GB')} lines. Send it in parts.`)
  }
  if (!header) throw new InputError(whyNoHeader(above, KNOWN))
  return lines
}

function cellsBy({ places }: Header<FileColumn>, { cells }: CsvRow): Line['cells'] {
  return Object.fromEntries(
    Object.entries(places).map(([column, place]) => [column, textOfCell(cells[place] ?? '').trim()]),
  )
}

function requireColumns({ places }: Header<FileColumn>): void {
  const missing = NEEDED.filter((column) => places[column] === undefined)
  if (missing.length > 0)
    throw new InputError(
      `The file lacks the columns: ${missing.join(', ')}. Take their names from the file that you can save here.`,
    )
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
