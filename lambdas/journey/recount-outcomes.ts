import type { CellsByPeriod } from '../cases/counted-cells.ts'
import { inGroups } from '../cases/store/each-case.ts'
import { everyErasedCase } from '../cases/store/erased-case-store.ts'
import { everyCase } from '../cases/store/list-cases.ts'
import {
  addedUp,
  type CountCase,
  differencesByPeriod,
  everyCell,
  everyCounted,
  keepOutcomes,
  lastComparison,
  mendPeriod,
  noteComparison,
} from '../cases/store/outcome-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'

export interface RecountOutcomes {
  readonly tables: CaseTables
  readonly count: CountCase
  readonly now: () => Date
  /** Is told of a case that could not be counted. The others are. */
  readonly reportUncounted: (caseId: string, error: unknown) => void
}

export interface OutcomesReport {
  /** Open, closed and erased. */
  readonly cases: number
  /** Cases that were not counted as they are. They are now. */
  readonly missed: readonly string[]
  /** How many were counted anew because of the day, or because an earlier version had counted them. */
  readonly renewed: number
  readonly uncounted: readonly string[]
  /** How many cells were not what the cases add up to. They are now. */
  readonly mended: number
  /** Nothing was ever counted before: every case is new to it. */
  readonly isFirst: boolean
}

/** Added up as they are read, so that no more of them are kept. */
const ADDED_AT_ONCE = 1000
/** As many as one transaction takes, with the cells of their months. */
const AT_ONCE = 40

/**
 * Once a night: counts the outcome of every case anew, and compares the cells of each period with what they add up. It may run
 * twice, beside everything else, and after a run that came to nothing: what is right already is left as it is.
 */
export async function recountOutcomes(service: RecountOutcomes): Promise<OutcomesReport> {
  const { tables, count, now } = service
  const begun = now()
  const isFirst = (await lastComparison(tables)) === undefined
  const missed: string[] = []
  const uncounted: string[] = []
  let cases = 0
  let renewed = 0
  const look = async (caseId: string) => {
    try {
      missed.push(...(await keepOutcomes(tables, [caseId], count, now())).missed)
    } catch (error) {
      uncounted.push(caseId)
      service.reportUncounted(caseId, error)
    }
  }
  for await (const group of inGroups(everyCaseThereWas(tables), AT_ONCE)) {
    cases += group.length
    try {
      const kept = await keepOutcomes(tables, group, count, now())
      missed.push(...kept.missed)
      renewed += kept.renewed.length
    } catch {
      // One case that is damaged must not keep the others from being counted: each by itself tells which it is.
      for (const caseId of group) await look(caseId)
    }
  }
  const mended = await mendCells(tables)
  const putRight = isFirst ? 0 : missed.length + mended
  const found = { comparedAt: begun.toISOString(), cases, putRight, countedBy: count.version }
  await noteComparison(tables, found)
  return { cases, missed, renewed, uncounted, mended, isFirst }
}

/** The reference of each. One that is closed or erased while they are listed may come twice. */
async function* everyCaseThereWas(tables: CaseTables): AsyncGenerator<string> {
  for (const status of ['open', 'closed'] as const) {
    for await (const { caseId } of everyCase(tables, status)) yield caseId
  }
  for await (const { caseId } of everyErasedCase(tables)) yield caseId
}

/**
 * Compares the cells with what was counted of each case. Cases go on changing meanwhile, so that only a difference that is the
 * same on a second look is one. It is put right by adding it, whatever was counted since.
 * @returns how many cells were put right
 */
async function mendCells(tables: CaseTables): Promise<number> {
  const first = new Map(await differencesNow(tables))
  if (first.size === 0) return 0
  let mended = 0
  for (const [period, changes] of await differencesNow(tables)) {
    const before = first.get(period) ?? {}
    const stable = Object.fromEntries(Object.entries(changes).filter(([cell, change]) => before[cell] === change))
    if (Object.keys(stable).length === 0) continue
    await mendPeriod(tables, period, stable)
    mended += Object.keys(stable).length
  }
  return mended
}

async function differencesNow(tables: CaseTables): Promise<ReturnType<typeof differencesByPeriod>> {
  const added: CellsByPeriod[] = []
  for await (const { cells } of everyCounted(tables)) {
    added.push(cells)
    if (added.length === ADDED_AT_ONCE) added.splice(0, added.length, addedUp(added))
  }
  return differencesByPeriod(await everyCell(tables), addedUp(added))
}
