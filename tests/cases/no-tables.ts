import type { AuditTables } from '../../lambdas/audit/audit-tables.ts'
import type { CaseTables, SearchableContactTables } from '../../lambdas/cases/store/tables.ts'
import type { SessionTables } from '../../lambdas/staff/sign-in/session-tables.ts'

/** Tables that must not be reached. */
export const NO_TABLES: CaseTables & SearchableContactTables & SessionTables & AuditTables = {
  auditTable: 'audit',
  casesTable: 'cases',
  contactsTable: 'contacts',
  sessionsTable: 'sessions',
  hashKey: () => {
    throw new Error('The key of the hashes was asked for.')
  },
  client: {
    send: () => {
      throw new Error('A table was touched.')
    },
  } as never,
}
