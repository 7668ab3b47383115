import { textOfCell } from './cell-text.ts'
import { INPUT_COLUMNS, type InputColumn, OUTPUT_COLUMNS } from './columns.ts'
import { InputError } from './input-error.ts'

/** The header row: its names as they came, and where the columns that are read stand. */
export interface Header {
  readonly names: readonly string[]
  readonly places: Readonly<Partial<Record<InputColumn, number>>>
}

/**
 * Reads a header row.
 *
 * @throws InputError when a name stands twice, neither date of the decision letter has a column, a name is almost one
 * of those that are read (it would be carried through unread, and the dates be wrong), or is one that is added
 */
export function readHeader(names: readonly string[]): Header {
  refuseRepeated(names)
  const places: Partial<Record<InputColumn, number>> = {}
  for (const [place, name] of names.entries()) {
    const meant = plainForm(name)
    const column = INPUT_COLUMNS.find((known) => known === meant)
    if (column !== undefined) {
      if (name !== column) {
        throw new InputError(`The header names a column "${textOfCell(name)}". Write it as ${column}.`)
      }
      places[column] = place
    } else if (OUTPUT_COLUMNS.some((added) => added === name)) {
      throw new InputError(`The input has a column "${name}", which this command adds. Rename it or take it out.`)
    }
  }
  if (places.notice_printed === undefined && places.notice_sent === undefined) {
    throw new InputError(
      'The first row has neither a column notice_printed nor a column notice_sent. ' +
        'It has to be a header row with at least one of them.',
    )
  }
  return { names, places }
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

/** "Notice Sent" and "notice-sent" are near enough to notice_sent to have been meant as it. */
function plainForm(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}
