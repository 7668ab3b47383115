/** What make-roots needs. */
export const rootsEnvironment = {
  AUDIT_TABLE: 'the name of the table of who did and who read what',
  KEEP_YEARS: 'for how many years after its last entry a chain is kept, a whole number',
} as const
