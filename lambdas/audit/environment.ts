/** What make-roots needs. */
export const rootsEnvironment = { AUDIT_TABLE: 'the name of the table of who did and who read what' } as const
