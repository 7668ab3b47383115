import loadSolver, { type LegacyHighs } from 'highs'
import type { ReportTable, Shown } from '../../../lambdas/reports/report-table.ts'

type Solver = LegacyHighs

/** What somebody who has only the published table, and knows the rules, can work out about a hidden number. */
export interface WorkedOut {
  readonly row: string
  readonly column: string
  readonly least: number
  /** `Infinity` where nothing bounds it. */
  readonly most: number
}

/**
 * Attacks a published table: for each hidden number, the least and the most that it can be, in whole numbers, when everything that is
 * shown is as it is shown, and everything adds up. A hidden number can be zero. It knows nothing of how the numbers were hidden.
 */
export async function attack(table: ReportTable, solver: Promise<Solver> = loaded()): Promise<readonly WorkedOut[]> {
  const { solve } = await solver
  const unknown = table.lines.flatMap(({ row, cells }) =>
    cells.flatMap((shown, place) => (shown === 'hidden' ? [{ row, place, name: nameOf(row, place) }] : [])),
  )
  if (unknown.length === 0) return []
  const rules = equationsOf(table)
  const bound = (name: string, what: 'Minimize' | 'Maximize'): number => {
    const bounds = unknown.map((one) => ` ${one.name} >= 0`).join('\n')
    const general = unknown.map((one) => ` ${one.name}`).join('\n')
    const text = `${what}\n obj: ${name}\nSubject To\n${rules.map((rule, place) => ` r${place}: ${rule}`).join('\n')}\nBounds\n${bounds}\nGeneral\n${general}\nEnd`
    const found = (solve as (problem: string) => { Status: string; ObjectiveValue: number })(text)
    if (found.Status === 'Unbounded' || found.Status === 'Primal infeasible or unbounded')
      return Number.POSITIVE_INFINITY
    if (found.Status !== 'Optimal')
      throw new Error(`The attack on "${table.measure.id}" came to "${found.Status}":\n${text}`)
    return Math.round(found.ObjectiveValue)
  }
  return unknown.map(({ row, place, name }) => ({
    row,
    column: table.columns[place]?.column ?? '',
    least: bound(name, 'Minimize'),
    most: bound(name, 'Maximize'),
  }))
}

let solving: Promise<Solver> | undefined
function loaded(): Promise<Solver> {
  solving ??= (loadSolver as unknown as () => Promise<Solver>)()
  return solving
}

/** Everything that adds up in a table, as its reader knows it from its columns and its last line. */
function equationsOf({ measure, columns, lines }: ReportTable): readonly string[] {
  const rules: string[] = []
  const hasLastLine = lines.at(-1)?.row === 'all'
  const own = hasLastLine ? lines.slice(0, -1) : lines
  const cell = (row: string, shown: readonly Shown[], place: number) => ({
    name: nameOf(row, place),
    shown: shown[place] as Shown,
  })
  if (hasLastLine) {
    const last = lines.at(-1)
    columns.forEach((_, place) => {
      rules.push(
        sum(
          own.map(({ row, cells }) => cell(row, cells, place)),
          [cell('all', last?.cells ?? [], place)],
        ),
      )
    })
  }
  for (const { row, cells } of hasLastLine ? lines : []) {
    const all = columns.map(({ column }, place) => ({ column, ...cell(row, cells, place) }))
    if (measure.flow) {
      const { begun, done } = measure.flow
      const into = all.filter(({ column }) => column === 'open-at-start' || column === begun)
      const out = all.filter(({ column }) => column === 'open-at-end' || done.includes(column))
      rules.push(sum(into, out))
    } else if (columns.at(-1)?.column === 'all') rules.push(sum(all.slice(0, -1), all.slice(-1)))
  }
  return rules.filter((rule) => rule !== '')
}

interface Cell {
  readonly name: string
  readonly shown: Shown
}

/** That these add up to the same, as the solver reads it; empty where nothing of it is hidden. */
function sum(some: readonly Cell[], same: readonly Cell[]): string {
  const terms = [
    ...some.filter(({ shown }) => shown === 'hidden').map(({ name }) => `+ ${name}`),
    ...same.filter(({ shown }) => shown === 'hidden').map(({ name }) => `- ${name}`),
  ]
  const known = (cells: readonly Cell[]) =>
    cells.reduce((total, { shown }) => total + (shown === 'hidden' ? 0 : shown), 0)
  return terms.length === 0 ? '' : `${terms.join(' ')} = ${known(same) - known(some)}`
}

function nameOf(row: string, place: number): string {
  return `x_${row.replaceAll('-', '_')}_${place}`
}
