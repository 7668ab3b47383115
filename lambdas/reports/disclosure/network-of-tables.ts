import { hasTotal, isUnknown, type Measured } from '../measured.ts'
import { type Linked, linkOf } from '../measures/measure.ts'
import type { Flow } from './network.ts'

/** A table with its numbers as they are shown: a line for each row, and one for all where that adds up. */
export interface NumberedTable {
  readonly measured: Measured
  readonly numbers: readonly (readonly number[])[]
}

/** All numbers of some tables as one network, and which flow each number is. A number that stands in two tables is one flow. */
export interface NetworkOfTables {
  readonly flows: readonly Flow[]
  /** By table, line and column. */
  readonly placesOf: readonly (readonly (readonly number[])[])[]
}

/**
 * How the numbers of tables add up: see network.ts. In a table by itself a cell flows from its row to its column. Where the totals of a
 * table's rows are the cells of another, what flows out of the other's row goes on through the first table; where its sum is
 * another's total, it stands between that total's column and the total. So each chain of tables is one network, and what is hidden in
 * one of them is safe from all.
 * @throws Error when a table is linked to one that is not there, or cannot be linked to
 */
export function networkOf(tables: readonly NumberedTable[]): NetworkOfTables {
  const flows: Flow[] = []
  const placeByTable = new Map<string, number[][]>()
  const linkedTo = (id: string, column: string) =>
    tables.filter(({ measured: { measure } }) => linkOf(measure)?.measure === id && linkOf(measure)?.column === column)
  /** What is linked to another comes after it, because its numbers are the other's. */
  const inOrder = [...tables].sort((one, other) => Number(isLinked(one)) - Number(isLinked(other)))
  for (const table of inOrder) {
    const { measure } = table.measured
    const linked = linkOf(measure)
    const places: number[][] = table.numbers.map(() => [])
    placeByTable.set(measure.id, places)
    const other = linked && placeByTable.get(linked.measure)
    if (linked && !other)
      throw new Error(`The table "${measure.id}" is linked to "${linked.measure}", which is not there.`)
    table.numbers.forEach((line, row) => {
      line.forEach((value, column) => {
        const same = linked && other ? placeOfSame(table, linked, row, column, other, tables) : undefined
        if (same !== undefined) {
          places[row]?.push(same)
          return
        }
        places[row]?.push(flows.length)
        flows.push({
          ...endsOf(table, row, column, linkedTo),
          value,
          ...(isUnknown(table.measured, row, column) && { isUnknown: true }),
        })
      })
    })
  }
  return { flows, placesOf: tables.map(({ measured: { measure } }) => placeByTable.get(measure.id) ?? []) }
}

function isLinked({ measured }: NumberedTable): boolean {
  return measured.measure.linked !== undefined
}

/** The flow of the other table that a number of a linked table is; undefined where it is a number of its own. */
function placeOfSame(
  { measured: { lines, all, measure } }: NumberedTable,
  linked: Linked,
  row: number,
  column: number,
  other: readonly (readonly number[])[],
  tables: readonly NumberedTable[],
): number | undefined {
  const target = tables.find((one) => one.measured.measure.id === linked.measure)?.measured
  if (!target) return undefined
  const at = Object.keys(target.measure.columns).indexOf(linked.column) + (target.measure.flow ? 1 : 0)
  const lastOfOther = other.at(-1)?.[at]
  const isLastLine = all ? row === lines.length : false
  const isLastColumn = hasTotal(measure) && column === Object.keys(measure.columns).length
  switch (linked.what) {
    case 'cell':
      return lines[row]?.row === linked.row ? lastOfOther : undefined
    case 'rows':
      if (!isLastColumn) return undefined
      return isLastLine ? lastOfOther : other[row]?.[at]
    case 'total': {
      // One row has its sum in the last column, one column in the last line.
      const isSum = all ? isLastLine && (isLastColumn || !hasTotal(measure)) : isLastColumn
      return isSum ? lastOfOther : undefined
    }
  }
}

/** Between which nodes a number flows. */
function endsOf(
  { measured: { measure, lines, all } }: NumberedTable,
  row: number,
  column: number,
  linkedTo: (id: string, column: string) => readonly NumberedTable[],
): Omit<Flow, 'value'> {
  const { id, flow } = measure
  const linked = linkOf(measure)
  const columns = Object.keys(measure.columns)
  const isLastLine = all !== undefined && row === lines.length
  const isLastColumn = hasTotal(measure) && column === columns.length
  const [ofRow, ofColumn, outside] = [`${id} row ${row}`, `${id} column ${column}`, `${id} outside`]
  // Something can be in several lines: no number says anything of another.
  if (measure.addsUp === 'nothing') return { from: ofRow, to: ofRow }
  if (linked?.what === 'total') {
    // It divides the sum that flows through it in another way than the table before.
    const tables = linkedTo(linked.measure, linked.column)
    const stations = tables.filter((one) => linkOf(one.measured.measure)?.what === 'total')
    const before = stations[stations.findIndex((one) => one.measured.measure.id === id) - 1]
    const rows = tables.find((one) => linkOf(one.measured.measure)?.what === 'rows')
    const start = before ?? rows
    return {
      from: start ? endOf(start) : `${linked.measure} ${linked.column}`,
      to: `${id} end`,
    }
  }
  if (linked?.what === 'rows') {
    return isLastLine ? { from: ofColumn, to: `${id} end` } : { from: ofRow, to: ofColumn }
  }
  if (flow) {
    const name = columns[column - 1] ?? ''
    const isIn = column === 0 || name === flow.begun
    const through = linkedTo(id, name)
    const first = through.find((one) => linkOf(one.measured.measure)?.what === 'rows')
    const last = through.filter((one) => linkOf(one.measured.measure)?.what === 'total').at(-1) ?? first
    if (through.length > 0 && isIn)
      throw new Error(`Nothing can be linked to "${name}" of "${id}": things begin there.`)
    const [into, out] = [
      first ? `${first.measured.measure.id} row ${row}` : through.length > 0 ? `${id} ${name}` : ofColumn,
      last ? endOf(last) : through.length > 0 ? `${id} ${name}` : ofColumn,
    ]
    if (isLastLine) return isIn ? { from: outside, to: ofColumn } : { from: out, to: outside }
    return isIn ? { from: ofColumn, to: ofRow } : { from: ofRow, to: into }
  }
  if (hasTotal(measure) && all) {
    if (isLastLine) return isLastColumn ? { from: `${id} end`, to: outside } : { from: ofColumn, to: `${id} end` }
    return isLastColumn ? { from: outside, to: ofRow } : { from: ofRow, to: ofColumn }
  }
  // Rows, or columns, that add up each by itself.
  const node = hasTotal(measure) ? `${id} sum ${row}` : ofColumn
  const isSum = isLastLine || isLastColumn
  return isSum ? { from: node, to: outside } : { from: outside, to: node }
}

function endOf({ measured: { measure } }: NumberedTable): string {
  return `${measure.id} end`
}
