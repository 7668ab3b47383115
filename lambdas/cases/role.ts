/** What somebody may be to the service. A person can be several of them. */
export const ROLES = ['case-officer', 'manager', 'commissioner', 'auditor', 'administrator'] as const

export type Role = (typeof ROLES)[number]

/** Who records what happens on a case. */
export const WHO_RECORDS = ['case-officer', 'manager'] as const satisfies readonly Role[]

/** Who reads cases. */
export const WHO_READS = [...WHO_RECORDS, 'auditor'] as const satisfies readonly Role[]
