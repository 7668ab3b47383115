import { shown, trimmed } from '../text/unseen.ts'
import { textOfCell } from './cell-text.ts'
import { InputError } from './input-error.ts'
import type { CsvRow } from './read-csv.ts'

/** The columns that a reader of files knows. */
export interface KnownColumns<Column extends string> {
  /** Those that are read. */
  readonly read: readonly Column[]
  /** Those of which every header has one at least, and no other row. */
  readonly inEveryHeader: readonly Column[]
  /** Those that it adds to what it gives back: a file that has one already cannot be read. */
  readonly added: readonly string[]
}

/** The header row: its names as they came, and where the columns that are read stand. */
export interface Header<Column extends string> {
  readonly names: readonly string[]
  readonly places: Readonly<Partial<Record<Column, number>>>
}

/** Whether a row is a header. */
export function isHeader<Column extends string>(cells: readonly string[], known: KnownColumns<Column>): boolean {
  return cells.some((name) => known.inEveryHeader.some((column) => column === columnMeant(name, known)))
}

/**
 * Reads a header row. "Notice Sent" names notice_sent: only its letters and numbers count, and not their case.
 *
 * @throws InputError when a name stands twice, two names mean the same column, or a name is one that is added
 */
export function readHeader<Column extends string>(
  names: readonly string[],
  known: KnownColumns<Column>,
): Header<Column> {
  refuseRepeated(names)
  const places: Partial<Record<Column, number>> = {}
  for (const [place, name] of names.entries()) {
    const column = columnMeant(name, known)
    if (column !== undefined) {
      const before = places[column]
      if (before !== undefined) {
        const [one, other] = [names[before] ?? '', name].map((cell) => shown(textOfCell(cell)))
        throw new InputError(`The columns ${one} and ${other} are both read as ${column}. Rename one or take it out.`)
      }
      places[column] = place
    } else if (known.added.includes(name)) {
      throw new InputError(`The input has a column "${name}", which this command adds. Rename it or take it out.`)
    }
  }
  return { names, places }
}

/** What separates columns where it is not a comma, as it is called. */
const OTHER_SEPARATORS: readonly (readonly [separator: string, name: string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]

/** Why an input that begins with these rows has no header: another separator, lines above it, or none at all. */
export function whyNoHeader<Column extends string>(rows: readonly CsvRow[], known: KnownColumns<Column>): string {
  const [first] = rows
  if (first === undefined) return 'The input is empty. It has to begin with a header row.'
  const found = rows.flatMap(({ cells, line }) => {
    if (isHeader(cells, known)) return { line }
    const text = cells.join(',')
    const other = OTHER_SEPARATORS.find(([separator]) => isHeader(text.split(separator), known))
    return other === undefined ? [] : { line, separatedBy: other[1] }
  })[0]
  const startsEmpty = isEmptyRow(first.cells)
  if (found === undefined) {
    if (startsEmpty) return 'The first line is empty. It has to be a header row.'
    return (
      `The first row has neither a column ${known.inEveryHeader.join(' nor a column ')}. ` +
      `It says ${shown(textOfCell(first.cells.join(',')))}. It has to be a header row with at least one of them.`
    )
  }
  const { line, separatedBy } = found
  return [
    ...(separatedBy === undefined
      ? []
      : [
          `The columns of line ${line} are separated by ${separatedBy}, and commas are read. ` +
            'Save the file as "CSV UTF-8 (Comma delimited)" and try again.',
        ]),
    ...(line === first.line
      ? []
      : [
          startsEmpty ? 'The first line is empty.' : `The first line is ${shown(textOfCell(first.cells.join(',')))}.`,
          `The header row stands on line ${line}. Take out the lines above it.`,
        ]),
  ].join(' ')
}

/** Whether nothing can be seen in a row: an empty line, or one of commas and blanks alone. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => trimmed(textOfCell(cell)) === '')
}

function refuseRepeated(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) {
      throw new InputError(
        name === ''
          ? 'More than one column of the header has no name. Give each a name of its own, or take them out.'
          : `The column "${textOfCell(name)}" stands twice in the header. Each column needs a name of its own.`,
      )
    }
    seen.add(name)
  }
}

/** The column that a name of the header means, if it is one that is read. */
function columnMeant<Column extends string>(name: string, { read }: KnownColumns<Column>): Column | undefined {
  const [, words = ''] =
    /^_?(.*?)_?$/.exec(
      textOfCell(name)
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '_'),
    ) ?? []
  return read.find((known) => known === words)
}
