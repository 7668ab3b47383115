/** What the steps of an import need. */
export const importEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
  CHILD_HASH_KEY: 'the ARN of the secret with the key of the hashes by which a child is found',
  AUDIT_TABLE: 'the name of the table of who did and who read what',
  SESSIONS_TABLE: 'the name of the table of sessions',
} as const

/** What the staff pages need. */
export const staffEnvironment = {
  ...importEnvironment,
  PUBLIC_ADDRESS: 'where families reach the public pages, without a slash at the end',
  IMPORT_ARN: 'the ARN of the state machine that takes a file of cases some rows at a time',
  RETENTION: "how long closed cases are kept: what the council's file says of it as JSON",
  SIGN_IN: "how staff sign in: what the council's file says of it as JSON, or none",
} as const
