import loadSolver, { type LegacyHighs } from 'highs'
import type { DisclosureRule } from '../../../lambdas/reports/disclosure/hide-small-numbers.ts'
import type { ReportTable, Shown } from '../../../lambdas/reports/report-table.ts'

/** What somebody who has only the published tables, and knows the rules, can work out about a hidden number. */
export interface WorkedOut {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly least: number
  /** `Infinity` where nothing bounds it. */
  readonly most: number
}

/** A number of a table, as the attacker names it, and what it can be by itself: a hidden one anything. */
interface Cell {
  readonly name: string
  readonly least: number
  readonly most: number
}

/** That some numbers add up to the same as some others. */
interface Equation {
  readonly some: readonly Cell[]
  readonly same: readonly Cell[]
}

/**
 * What everybody can know who reads the definitions: numbers that stand in two tables. Written down here by hand, from the definitions,
 * and not taken from the code that hides.
 */
function sameNumbers(tables: readonly ReportTable[], rule: DisclosureRule): readonly Equation[] {
  const cell = (table: string, row: string, column: string): Cell => {
    const found = tables.find(({ measure }) => measure.id === table)
    const place = found?.columns.findIndex((one) => one.column === column) ?? -1
    const shown = found?.lines.find((line) => line.row === row)?.cells[place]
    if (shown === undefined) throw new Error(`There is no number at ${row}, ${column} of ${table}.`)
    return cellOf(nameOf(table, row, place), shown, rule)
  }
  const same = (one: Cell, other: Cell): Equation => ({ some: [one], same: [other] })
  const decisions = tables.find(({ measure }) => measure.id === 'mediations')?.lines.map(({ row }) => row) ?? []
  const held = cell('mediations', 'all', 'held')
  const reach = tables.filter(({ measure }) => measure.table === 'T12')
  const everyCase = [
    ...reach.slice(0, 1).map(({ measure }) => cell(measure.id, 'all', 'all')),
    ...(tables.find(({ measure }) => measure.id === 'themes')?.lines ?? []).map(({ row }) =>
      cell('themes', row, 'all'),
    ),
  ]
  return [
    ...decisions.map((row) => same(cell('mediations', row, 'held'), cell('outcome-of-mediation', row, 'all'))),
    same(held, cell('decision-maker', 'mediations', 'all')),
    same(held, cell('young-person', 'all', 'mediations')),
    same(held, cell('held-and-then', 'mediations', 'all')),
    same(cell('appeals', 'all', 'conceded'), cell('gave-in', 'conceded', 'steps')),
    // Every case whose decision was sent in the period is counted once in each table of reach, and in each line of the themes.
    ...reach
      .slice(1)
      .flatMap(({ measure: { id }, columns }) =>
        columns.map(({ column }) => same(cell(reach[0]?.measure.id ?? '', 'all', column), cell(id, 'all', column))),
      ),
    ...everyCase.slice(1).map((one) => same(everyCase[0] as Cell, one)),
  ]
}

/**
 * Attacks what was published of a period: for each hidden number, the least and the most that it can be, in whole numbers, when
 * everything that is shown is as it is shown, and everything adds up. A hidden number can be zero. It knows the rule, and nothing of how
 * the numbers were hidden.
 */
export async function attack(tables: readonly ReportTable[], rule: DisclosureRule): Promise<readonly WorkedOut[]> {
  const { solve } = await loaded()
  const equations = [...tables.flatMap((table) => equationsOf(table, rule)), ...sameNumbers(tables, rule)].filter(
    ({ some, same }) => [...some, ...same].some(isOpen),
  )
  const together = componentsOf(equations)
  const bound = (name: string, what: 'Minimize' | 'Maximize'): number => {
    const own = together.get(name) ?? []
    const open = new Map(own.flatMap(openIn).map((cell) => [cell.name, cell]))
    const rules = own.map((equation, place) => ` r${place}: ${asText(equation)}`)
    if (rules.length === 0) return what === 'Minimize' ? 0 : Number.POSITIVE_INFINITY
    const text = [
      what,
      ` obj: ${name}`,
      'Subject To',
      ...rules,
      'Bounds',
      ...[...open.values()].map((one) => ` ${one.least} <= ${one.name}${one.most < Infinity ? ` <= ${one.most}` : ''}`),
      'General',
      ...[...open.keys()].map((one) => ` ${one}`),
      'End',
    ].join('\n')
    const { Status: status, ObjectiveValue: value } = solve(text)
    if (status === 'Unbounded' || status === 'Primal infeasible or unbounded') return Number.POSITIVE_INFINITY
    if (status !== 'Optimal') throw new Error(`The attack came to "${status}":\n${text}`)
    return Math.round(value)
  }
  return tables.flatMap(({ measure, columns, lines }) =>
    lines.flatMap(({ row, cells }) =>
      cells.flatMap((shown, place) => {
        if (shown !== 'hidden') return []
        const name = nameOf(measure.id, row, place)
        const [least, most] = [bound(name, 'Minimize'), bound(name, 'Maximize')]
        return [{ table: measure.id, row, column: columns[place]?.column ?? '', least, most }]
      }),
    ),
  )
}

let solving: Promise<LegacyHighs> | undefined
function loaded(): Promise<LegacyHighs> {
  solving ??= (loadSolver as unknown as () => Promise<LegacyHighs>)()
  return solving
}

/** Everything that adds up in a table, as its reader knows it from its columns and its last line. */
function equationsOf({ measure, columns, lines }: ReportTable, rule: DisclosureRule): readonly Equation[] {
  if (measure.addsUp === 'nothing') return []
  const cellsOf = (row: string, cells: readonly Shown[]) =>
    cells.map((shown, place) => ({
      column: columns[place]?.column ?? '',
      ...cellOf(nameOf(measure.id, row, place), shown, rule),
    }))
  const last = lines.at(-1)
  const own = last?.row === 'all' ? lines.slice(0, -1) : lines
  const byLine = lines.map(({ row, cells }) => cellsOf(row, cells))
  return [
    ...(last?.row === 'all'
      ? columns.map((_, place) => ({
          some: own.map((_line, line) => byLine[line]?.[place] as Cell),
          same: [byLine.at(-1)?.[place] as Cell],
        }))
      : []),
    ...byLine.flatMap((cells): Equation[] => {
      if (measure.flow) {
        const { begun, done } = measure.flow
        return [
          {
            some: cells.filter(({ column }) => column === 'open-at-start' || column === begun),
            same: cells.filter(({ column }) => column === 'open-at-end' || done.includes(column)),
          },
        ]
      }
      return columns.at(-1)?.column === 'all' ? [{ some: cells.slice(0, -1), same: cells.slice(-1) }] : []
    }),
  ]
}

/** By the name of each number that is not known the equations that can say anything of it: those that hang together. */
function componentsOf(equations: readonly Equation[]): ReadonlyMap<string, readonly Equation[]> {
  const byName = new Map<string, Equation[]>()
  for (const equation of equations) {
    const namesIn = (one: Equation) => openIn(one).map(({ name }) => name)
    const groups = new Set(namesIn(equation).flatMap((name) => byName.get(name) ?? []))
    const group = [...groups, equation]
    for (const name of new Set(group.flatMap(namesIn))) byName.set(name, group)
  }
  return byName
}

/** What stands behind a number as it is shown. A rounded one that is not zero is larger than those that are hidden. */
function cellOf(name: string, shown: Shown, { hideUpTo, roundTo }: DisclosureRule): Cell {
  // What was not typed in nobody knows, so that it says nothing of anything else.
  if (shown === 'hidden' || shown === 'unknown') return { name, least: 0, most: Number.POSITIVE_INFINITY }
  if (roundTo === 1 || shown === 0) return { name, least: shown, most: shown }
  const away = Math.floor(roundTo / 2)
  return { name, least: Math.max(hideUpTo + 1, shown - away), most: shown + away }
}

function openIn({ some, same }: Equation): Cell[] {
  return [...some, ...same].filter(isOpen)
}

/** Whether it is not known already. */
function isOpen({ least, most }: Cell): boolean {
  return least < most
}

function asText({ some, same }: Equation): string {
  const terms = [
    ...some.filter(isOpen).map(({ name }) => `+ ${name}`),
    ...same.filter(isOpen).map(({ name }) => `- ${name}`),
  ]
  const known = (cells: readonly Cell[]) => cells.reduce((total, cell) => total + (isOpen(cell) ? 0 : cell.least), 0)
  return `${terms.join(' ')} = ${known(same) - known(some)}`
}

function nameOf(table: string, row: string, place: number): string {
  return `${table}__${row}__${place}`.replaceAll('-', '_')
}
