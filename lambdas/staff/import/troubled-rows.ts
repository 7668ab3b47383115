import { mayOpen } from '../../cases/may-open.ts'
import { recordsOf } from '../../cases/store/rows-by-case.ts'
import type { CaseTables } from '../../cases/store/tables.ts'
import type { Actor } from '../../recording/actor.ts'
import type { SessionTables } from '../sign-in/session-tables.ts'
import { type FoundRow, type Import, loadFoundRows, loadStepRows, type StepRow } from './import-store.ts'

/** A row with what was found of it. */
export interface TroubledRow {
  readonly row: StepRow
  readonly found: FoundRow
}

/** Rows that are not imported, or will not be unless somebody says so. */
const TROUBLED: readonly FoundRow['standing'][] = ['bad', 'doubtful', 'left-out']

/**
 * The rows of an import with something to mend or to look at, in the order of the file, as somebody may see them.
 * @param most so many of them
 */
export async function* troubledRows(
  { sessions, tables }: { readonly sessions: SessionTables; readonly tables: CaseTables },
  actor: Pick<Actor, 'id'>,
  { importId, steps }: Import,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<TroubledRow> {
  let given = 0
  for (let step = 0; step < steps; step += 1) {
    const troubled = (await loadFoundRows(sessions, importId, step)).filter(({ standing }) =>
      TROUBLED.includes(standing),
    )
    if (troubled.length === 0) continue
    const rows = new Map((await loadStepRows(sessions, importId, step)).map((row) => [row.line, row]))
    const both = troubled.flatMap((found) => {
      const row = rows.get(found.line)
      return row ? [{ row, found }] : []
    })
    for (const one of await asSeenBy(tables, actor, both)) {
      if (given === most) return
      given += 1
      yield one
    }
  }
}

/**
 * What somebody may know of rows: nothing of a case that they may not open, as if there were none.
 * @param rows of one page
 */
export async function asSeenBy<Row extends { readonly found: FoundRow | undefined }>(
  tables: CaseTables,
  actor: Pick<Actor, 'id'>,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const named = new Set(
    rows.flatMap(({ found }) =>
      [found?.caseId ?? [], ...(found?.doubts ?? []).map(({ caseId }) => caseId ?? [])].flat(),
    ),
  )
  const open = new Set<string>()
  for (const some of inParts([...named], MOST_RECORDS_AT_ONCE)) {
    for (const [caseId, record] of await recordsOf(tables, some)) if (mayOpen(actor, record)) open.add(caseId)
  }
  const isKnown = ({ caseId }: FoundRow['doubts'][number]) => caseId === undefined || open.has(caseId)
  return rows.map((row) => {
    if (!row.found) return row
    const { caseId, ...found } = row.found
    const doubts = found.doubts.filter(isKnown)
    return { ...row, found: { ...found, doubts, ...(caseId !== undefined && open.has(caseId) && { caseId }) } }
  })
}

/** DynamoDB gives so many rows at once. */
const MOST_RECORDS_AT_ONCE = 100

function inParts<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most))
}
