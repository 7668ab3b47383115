import type { AuditTables } from '../audit/audit-tables.ts'
import type { Council } from '../cases/council.ts'
import type { CaseTables, SearchableContactTables } from '../cases/store/tables.ts'

/** What recording needs. */
export interface RecordingTools {
  readonly tables: CaseTables & SearchableContactTables & AuditTables
  readonly clock: () => Date
  readonly council: Pick<Council, 'ownTimes'>
}
