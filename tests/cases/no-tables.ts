import type { CaseTables, SearchableContactTables } from '../../lambdas/cases/store/tables.ts'

/** Tables that must not be reached. */
export const NO_TABLES: CaseTables & SearchableContactTables = {
  casesTable: 'cases',
  contactsTable: 'contacts',
  hashKey: () => {
    throw new Error('The key of the hashes was asked for.')
  },
  client: {
    send: () => {
      throw new Error('A table was touched.')
    },
  } as never,
}
