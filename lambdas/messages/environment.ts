/** What tell-family and send-held-messages need. */
export const tellFamilyEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
  CONFIGURATION_SET: 'the name of the SES configuration set',
  EMAILS_PER_SECOND: 'the most emails that the account may send in a second, a whole number',
  PUBLIC_ADDRESS: 'where families reach the public pages, without a slash at the end',
} as const

/** What send-digests and tell-at-once need: of the contacts table they reach the people who sign in, and no family. */
export const councilMailEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
  CONFIGURATION_SET: 'the name of the SES configuration set',
  EMAILS_PER_SECOND: 'the most emails that the account may send in a second, a whole number',
  PUBLIC_ADDRESS: 'where the pages are, without a slash at the end',
} as const

/** What send-digests needs besides: a manager is told the last root of the entries. */
export const digestEnvironment = {
  ...councilMailEnvironment,
  AUDIT_TABLE: 'the name of the table of who did and who read what',
} as const

/** What release-held-messages needs. */
export const releaseEnvironment = { CASES_TABLE: 'the name of the cases table' } as const

/** What record-email-event needs. */
export const emailEventEnvironment = { CASES_TABLE: 'the name of the cases table' } as const
