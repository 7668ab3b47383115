import type { SessionTables } from '../sign-in/session-tables.ts'
import { type FoundRow, type Import, loadFoundRows, loadStepRows, type StepRow } from './import-store.ts'

/** A row with what was found of it. */
export interface TroubledRow {
  readonly row: StepRow
  readonly found: FoundRow
}

/** Rows that are not imported, or will not be unless somebody says so. */
const TROUBLED: readonly FoundRow['standing'][] = ['bad', 'doubtful', 'left-out']

/** The rows of an import with something to mend or to look at, in the order of the file. @param most so many of them */
export async function* troubledRows(
  sessions: SessionTables,
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
    for (const found of troubled) {
      const row = rows.get(found.line)
      if (!row) continue
      if (given === most) return
      given += 1
      yield { row, found }
    }
  }
}
