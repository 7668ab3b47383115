import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { measured } from '../measured.ts'
import { heldAndThen } from '../measures/after-mediation.ts'
import type { Period } from '../periods.ts'
import { FEWEST_BEHIND_A_FIGURE, type ReportTable } from '../report-table.ts'
import { missingInWords, typedNumber } from '../typed-in/typed-cells.ts'
import { TYPED_TABLES } from '../typed-in/typed-tables.ts'
import type { Statement } from './statement.ts'
import { DISAGREEMENT_RESOLUTION } from './units.ts'

/** What mediation came to, in pence: what was invoiced, and where no invoice is typed in, what the units come to. */
export function costOfMediation(statements: readonly Statement[]): number {
  return statements
    .filter(({ provider }) => provider !== DISAGREEMENT_RESOLUTION)
    .reduce((sum, { invoiced, amount }) => sum + (invoiced ?? amount), 0)
}

/** How many mediations of a period no appeal followed, as far as it can be said. */
export type NoAppeal =
  /** `tooEarly`: of so many nobody knows yet. */
  | { readonly number: number; readonly tooEarly: number }
  /** Small, or there is no release of just these months: then nothing of it is shown. */
  | 'not-shown'

/** As it is, for those who read cases. @param cells of the months of the period */
export function noAppealCounted(cells: CellsByPeriod, period: Period): NoAppeal {
  const [{ lines } = { lines: [] }] = measured([heldAndThen], cells, period)
  const at = (column: string) => lines[0]?.cells[Object.keys(heldAndThen.columns).indexOf(column)] ?? 0
  return { number: at('no-appeal'), tooEarly: at('too-early') }
}

/** As a release shows it, for everybody else. @param tables of the release of just these months; undefined where there is none */
export function noAppealReleased(tables: readonly ReportTable[] | undefined): NoAppeal {
  const table = tables?.find(({ measure }) => measure.id === heldAndThen.id)
  const at = (column: string) => table?.lines[0]?.cells[table.columns.findIndex((one) => one.column === column)]
  const [number, tooEarly] = [at('no-appeal'), at('too-early')]
  if (typeof number !== 'number' || number < FEWEST_BEHIND_A_FIGURE) return 'not-shown'
  return { number, tooEarly: typeof tooEarly === 'number' ? tooEarly : 0 }
}

/** What the Tribunal came to, in pence, where it is typed in for every month. */
export interface TribunalCosts {
  readonly lines: readonly { readonly name: string; readonly pence: number | undefined }[]
  /** Of all lines together, where each is known. */
  readonly all: number | undefined
  /** Which months are missing, in sentences. */
  readonly missing: readonly string[]
}

/** @param typed what was typed in, as `typedCells` has it */
export function tribunalCosts(typed: CellsByPeriod, period: Period): TribunalCosts {
  const { rows } = TYPED_TABLES['tribunal-costs']
  const lines = Object.entries(rows).map(([row, name]) => ({
    name,
    pence: typedNumber(typed, 'tribunal-costs', { figure: 'tribunal-costs', row }, period),
  }))
  const known = lines.flatMap(({ pence }) => pence ?? [])
  const all = known.length === lines.length ? known.reduce((sum, pence) => sum + pence, 0) : undefined
  return { lines, all, missing: missingInWords(typed, 'tribunal-costs', ['tribunal-costs'], period) }
}
