/** What somebody may be to a case. */
export type Role = 'case-officer'
