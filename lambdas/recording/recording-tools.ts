import type { AuditTables } from '../audit/audit-tables.ts'
import type { Contact } from '../cases/contact.ts'
import type { Council } from '../cases/council.ts'
import type { CaseTables, SearchableContactTables } from '../cases/store/tables.ts'

/** What recording needs. */
export interface RecordingTools {
  readonly tables: CaseTables & SearchableContactTables & AuditTables
  readonly clock: () => Date
  readonly council: Pick<Council, 'ownTimes'>
  /** Why letters with these words could not be printed: a sentence for each reason. */
  readonly whyNotPrinted: (words: { readonly contact?: Contact; readonly place?: string }) => Promise<readonly string[]>
}
