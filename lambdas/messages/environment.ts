/** What tell-family needs. */
export const tellFamilyEnvironment = {
  CASES_TABLE: 'the name of the cases table',
  CONTACTS_TABLE: 'the name of the contacts table',
  CONFIGURATION_SET: 'the name of the SES configuration set',
  COUNCIL: "the council's configuration as JSON",
  PUBLIC_ADDRESS: 'where families reach the public pages, without a slash at the end',
} as const

/** What record-email-event needs. */
export const emailEventEnvironment = { CASES_TABLE: 'the name of the cases table' } as const
