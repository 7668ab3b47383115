import { type DisclosureRule, FEWEST_APART, placesToHide } from './hide-small-numbers.ts'
import type { Flow } from './network.ts'
import type { NumberedTable } from './network-of-tables.ts'

/** Which numbers of a table are hidden, by line and column. */
type Hidden = readonly (readonly boolean[])[]

/**
 * Which numbers to hide in tables that divide the same things in different ways, so that their totals are the same: by phase, by need, by
 * area. Three of those are no network any more (see network.ts), so they are made safe in another way:
 *
 * - A total is shown in all of them or in none, and is taken as known where each table is made safe. Nothing that another table says
 *   can then be of use.
 * - A column whose total is small is hidden as a whole in all of them, with so many others that those together are as many as the
 *   largest small number. They are made safe as the one column that they add up to. What is known of that by line and in all can be
 *   divided among them in any way in one table, and in the others so that their totals come to the same: so each hidden total could be
 *   anything up to all of them.
 * - Where there are so few things in all that their number is small, every number is hidden.
 * - Where the totals differ every number is hidden too. So it is from the moment in which the council turns a field on until the night
 *   in which the cases from before are counted in it.
 *
 * A zero can stand behind a hidden number, as in other tables. So that what is hidden beside a small number has three others that it could
 * be, nothing below 4 counts as large here.
 *
 * @param tables their lines add up to a last line, or each line adds up to the same total by itself
 * @returns for each table which numbers to hide
 */
export function hiddenWithSharedTotals(
  tables: readonly NumberedTable[],
  { hideUpTo }: Pick<DisclosureRule, 'hideUpTo'>,
): readonly Hidden[] {
  const small = Math.max(hideUpTo, FEWEST_APART)
  const totals = sharedTotals(tables)
  const everything = (isHidden: boolean) => tables.map(({ numbers }) => numbers.map((line) => line.map(() => isHidden)))
  if (!totals) return everything(true)
  const all = totals.at(-1) ?? 0
  if (all <= small) return everything(all > 0)
  const together = columnsHiddenTogether(totals.slice(0, -1), small)
  return tables.map((table) => (table.measured.all ? hiddenIn(table, together, small) : hiddenByLine(table, small)))
}

/**
 * The totals of each column, and of all of them at the end. Tables of which each line adds up by itself have the last alone.
 * @returns undefined where they differ
 */
function sharedTotals(tables: readonly NumberedTable[]): readonly number[] | undefined {
  const totals = tables.flatMap(({ measured, numbers }) =>
    measured.all ? [numbers.at(-1) ?? []] : numbers.map((line) => line.slice(-1)),
  )
  const longest = totals.reduce((one, other) => (other.length > one.length ? other : one), [])
  const areTheSame = totals.every((own) =>
    own.every((number, place) => number === longest[longest.length - own.length + place]),
  )
  return areTheSame ? longest : undefined
}

/** The columns with a small total, and the next smallest until those are two, and as many as the largest small number. A column of zeros has nothing to hide. */
function columnsHiddenTogether(totals: readonly number[], small: number): ReadonlySet<number> {
  const inOrder = totals
    .map((total, column) => ({ total, column }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => one.total - other.total)
  const together = new Set<number>()
  let sum = 0
  for (const { total, column } of inOrder) {
    const isNeeded = total <= small || (together.size > 0 && (together.size === 1 || sum < small))
    if (!isNeeded) break
    together.add(column)
    sum += total
  }
  return together
}

/** A table whose column totals are known, but for those of some columns, of which only what they add up to is. */
function hiddenIn({ numbers }: NumberedTable, together: ReadonlySet<number>, small: number): Hidden {
  const [lines, totals] = [numbers.slice(0, -1), numbers.at(-1) ?? []]
  const flows: Flow[] = []
  const add = (flow: Flow) => flows.push(flow) - 1
  const places = lines.map((line, row) => {
    const ofRow = `row ${row}`
    const [cells, total = 0] = [line.slice(0, -1), line.at(-1)]
    const apart = cells.map((value, column) =>
      // In a column with nothing in it there is nothing to hide, and nothing to hide anything behind.
      together.has(column) || totals[column] === 0 ? undefined : add({ from: ofRow, to: `column ${column}`, value }),
    )
    const sum = cells.reduce((one, value, column) => one + (together.has(column) ? value : 0), 0)
    const joint = together.size > 0 ? add({ from: ofRow, to: 'columns together', value: sum }) : undefined
    return { apart, joint, sum, total: add({ from: 'outside', to: ofRow, value: total }) }
  })
  // The totals of the columns are no flows here: they are known, so nothing can be changed by them.
  const hidden = placesToHide(flows, { hideUpTo: small })
  const isHidden = (place: number | undefined) => place !== undefined && hidden.has(place)
  return [
    ...places.map(({ apart, joint, sum, total }) => [
      // Where there is nothing in those columns together, there is nothing in each.
      ...apart.map((place, column) => (together.has(column) ? sum > 0 || isHidden(joint) : isHidden(place))),
      isHidden(total),
    ]),
    totals.map((_, column) => together.has(column)),
  ]
}

/** A table of which each line divides all things by itself. */
function hiddenByLine({ numbers }: NumberedTable, small: number): Hidden {
  return numbers.map((line) => {
    const flows = line.slice(0, -1).map((value) => ({ from: 'all', to: 'line', value }))
    const hidden = placesToHide(flows, { hideUpTo: small })
    return line.map((_, place) => hidden.has(place))
  })
}
