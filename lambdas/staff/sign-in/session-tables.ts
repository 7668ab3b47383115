import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The table of who is signed in, and the client that reaches it. */
export interface SessionTables {
  readonly client: DynamoDBDocumentClient
  readonly sessionsTable: string
}

/** The attribute with the second (since 1970) after which DynamoDB removes a row. */
export const EXPIRES_AT = 'expiresAt'

/** What all sessions that nobody has ended are listed under. */
export const LISTED = 'SESSIONS'

/** What all files that are imported are listed under. */
export const IMPORTS = 'IMPORTS'

/** The keys of everything that the sessions table holds. */
export const sessionKeys = {
  session: (hash: string) => ({ pk: `SESSION#${hash}`, sk: 'SESSION' }),
  /** One for each session that nobody has ended, by person, so that all of somebody's are found by one query. */
  listed: (personId: string, hash: string) => ({ pk: LISTED, sk: `${personId}#${hash}` }),
  /** Why somebody reads a case, or something else that is asked a reason for, as said in this session. */
  reason: (hash: string, of: string) => ({ pk: `SESSION#${hash}`, sk: `REASON#${of}` }),
  /** Where somebody wanted to go who was not signed in. */
  destination: (browserHash: string) => ({ pk: `BROWSER#${browserHash}`, sk: 'DESTINATION' }),
  /** A sign-in that was begun, under the hash of its state. */
  begun: (browserHash: string, stateHash: string) => ({ pk: `BROWSER#${browserHash}`, sk: `BEGUN#${stateHash}` }),
  keptForm: (personId: string, formId: string) => ({ pk: `PERSON#${personId}`, sk: `FORM#${formId}` }),
  answeredForm: (personId: string, formId: string) => ({ pk: `PERSON#${personId}`, sk: `ANSWERED#${formId}` }),
  /** What is known of a file that is imported. All of them stand together, to be listed. */
  importOf: (importId: string) => ({ pk: IMPORTS, sk: importId }),
  /** The rows of such a file that one step takes, by its number from 0; and what was found of them. */
  importRows: (importId: string, step: number) => ({ pk: `IMPORT#${importId}`, sk: `ROWS#${inFull(step)}` }),
  importFound: (importId: string, step: number) => ({ pk: `IMPORT#${importId}`, sk: `FOUND#${inFull(step)}` }),
  /** The answers to question pages that are not all answered yet. */
  draft: (personId: string, formId: string) => ({ pk: `PERSON#${personId}`, sk: `DRAFT#${formId}` }),
  /** How many sign-ins were begun in a window of time. */
  attempts: (ofWhom: string, window: number) => ({ pk: `ATTEMPTS#${ofWhom}`, sk: `WINDOW#${window}` }),
} as const

function inFull(step: number): string {
  return String(step).padStart(4, '0')
}

/** The second in which a row can go. @param at epoch milliseconds */
export function expiry(at: number): { readonly [EXPIRES_AT]: number } {
  return { [EXPIRES_AT]: Math.ceil(at / 1000) }
}
