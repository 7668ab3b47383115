import type { Council } from '../cases/council.ts'
import type { CaseTables, ContactTables } from '../cases/store/tables.ts'

/** What recording needs. */
export interface RecordingTools {
  readonly tables: CaseTables & ContactTables
  readonly clock: () => Date
  readonly council: Pick<Council, 'ownTimes'>
}
