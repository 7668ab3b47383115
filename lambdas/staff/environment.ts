/** What the staff pages need. */
export const staffEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
} as const
