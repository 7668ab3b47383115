import type { CaseTables, ContactTables } from '../../lambdas/cases/store/tables.ts'

/** Tables that must not be reached. */
export const NO_TABLES: CaseTables & ContactTables = {
  casesTable: 'cases',
  contactsTable: 'contacts',
  client: {
    send: () => {
      throw new Error('A table was touched.')
    },
  } as never,
}
