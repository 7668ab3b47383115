import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The table of who did and who read what, and the client that reaches it. */
export interface AuditTables {
  readonly client: DynamoDBDocumentClient
  readonly auditTable: string
}

/** The index that lists what a person did, in the order of time. */
export const BY_PERSON = 'byPerson'

/** The index that lists what was done on a day (of UTC), in the order of time. */
export const BY_DAY = 'byDay'

/** Under this stand the roots of all days. */
export const ROOTS = 'ROOTS'

/** The keys of everything that the audit table holds. */
export const auditKeys = {
  entry: (chain: string, number: number) => ({ pk: chain, sk: String(number).padStart(10, '0') }),
  /** The root of a day (of UTC). */
  root: (day: string) => ({ pk: ROOTS, sk: day }),
  /** Where a chain stood at the end of a day on which it grew. */
  head: (day: string, chain: string) => ({ pk: `HEADS#${day}`, sk: chain }),
} as const
