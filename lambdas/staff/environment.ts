/** What the staff pages need. */
export const staffEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
  PUBLIC_ADDRESS: 'where families reach the public pages, without a slash at the end',
  CHILD_HASH_KEY: 'the ARN of the secret with the key of the hashes by which a child is found',
  AUDIT_TABLE: 'the name of the table of who did and who read what',
  SESSIONS_TABLE: 'the name of the table of sessions',
  RETENTION: "how long closed cases are kept: what the council's file says of it as JSON",
  SIGN_IN: "how staff sign in: what the council's file says of it as JSON, or none",
} as const
