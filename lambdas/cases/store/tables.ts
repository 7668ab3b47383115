import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Month } from '../../law/month.ts'
import type { ChildKey } from '../child-keys.ts'
import type { Sequence } from '../sequence.ts'

/** The tables, and the client that reaches them. Made once by a handler and passed to what needs it. */
export interface CaseTables {
  readonly client: DynamoDBDocumentClient
  readonly casesTable: string
}

export interface ContactTables {
  readonly client: DynamoDBDocumentClient
  readonly contactsTable: string
}

/** The contacts table, for whoever writes contact details or looks for the cases of a child. */
export interface SearchableContactTables extends ContactTables {
  /** The key of the hashes by which a child is found. */
  readonly hashKey: () => Promise<string>
}

/** The index of the cases table that lists cases by the date that comes next. */
export const BY_NEXT_DATE = 'byNextDate'

/** The index of the contacts table that lists cases by the hash of a key of their child. It holds nothing else. */
export const BY_CHILD_KEY = 'byChildKey'

/** The index of the contacts table that lists cases by the hashes of their people's names. It holds nothing else. */
export const BY_SEARCH_KEY = 'bySearchKey'

/** The keys of everything that the cases table holds about a case. One query by `pk` reads a whole case. */
export const keys = {
  case: (caseId: string) => ({ pk: caseId, sk: 'CASE' }),
  fact: (caseId: string, sequence: Sequence) => ({ pk: caseId, sk: `FACT#${sequence}` }),
  wait: (caseId: string, stage: string) => ({ pk: caseId, sk: `WAIT#${stage}` }),
  /** Under the key of the stage that has stopped. */
  stop: (caseId: string, stage: string) => ({ pk: caseId, sk: `STOP#${stage}` }),
  message: (caseId: string, key: string) => ({ pk: caseId, sk: `MESSAGE#${key}` }),
  /** Under the key of the message that was due. */
  held: (caseId: string, key: string) => ({ pk: caseId, sk: `HELD#${key}` }),
  task: (caseId: string, id: string) => ({ pk: caseId, sk: `TASK#${id}` }),
  /** Whose a task is that was given to somebody by itself. */
  taskOwner: (caseId: string, id: string) => ({ pk: caseId, sk: `OWNER#${id}` }),
  /** Under the key of the message that the letter carries. */
  letter: (caseId: string, key: string) => ({ pk: caseId, sk: `LETTER#${key}` }),
  /** Why it is restricted, or was. To whom stands on the case itself. */
  restriction: (caseId: string) => ({ pk: caseId, sk: 'RESTRICTION' }),
  /** What was recorded of it for the outcomes alone. */
  particulars: (caseId: string) => ({ pk: caseId, sk: 'PARTICULARS' }),
  /** One for all of the service: the second in which emails were sent last. */
  sendingSecond: () => ({ pk: 'SENDING', sk: 'SECOND' }),
  /** One for each form that was sent in, so that the same form sent twice is recorded once. */
  submission: (submissionId: string) => ({ pk: `SUBMISSION#${submissionId}`, sk: 'SUBMISSION' }),
  /** A list of cases to erase, which is the certificate when it is carried out. */
  retentionList: (id: string) => ({ pk: 'RETENTION', sk: `LIST#${id}` }),
  /** It belongs to no case. */
  signOfLife: { pk: 'SIGN-OF-LIFE', sk: 'SIGN-OF-LIFE' },
} as const

/** The keys of what is kept for lists and counts of work. Whoever reads a case does not read it. */
export const workKeys = {
  counted: (caseId: string) => ({ pk: `WORK#${caseId}`, sk: 'COUNTED' }),
  /** One for each list that a thing stands in. */
  place: (caseId: string, item: string, place: number) => ({ pk: `WORK#${caseId}`, sk: `ITEM#${item}#${place}` }),
  counts: (whose: string) => ({ pk: 'WORK-COUNTS', sk: whose }),
  /** Beside the counts, so that one query reads all of it. */
  cover: (owner: string) => ({ pk: 'WORK-COUNTS', sk: `cover:${owner}` }),
  team: (teamId: string) => ({ pk: 'WORK-COUNTS', sk: teamId }),
} as const

/** The keys of what is kept for the outcomes. Whoever reads a case does not read it. */
export const outcomeKeys = {
  counted: (caseId: string) => ({ pk: `OUTCOME#${caseId}`, sk: 'COUNTED' }),
  /** Of a month, or of all time. */
  period: (period: string) => ({ pk: 'OUTCOME-MONTHS', sk: period }),
  compared: { pk: 'OUTCOMES', sk: 'COMPARED' },
  invoice: (month: Month, provider: string) => ({ pk: 'INVOICES', sk: `${month}#${provider}` }),
  /** Of the months of one calendar year, "2026". */
  typedFigures: (year: string) => ({ pk: 'TYPED-FIGURES', sk: year }),
  /** In their order: that of the months with which they end, and then of their corrections. */
  release: (to: Month, revision: number) => ({ pk: 'RELEASES', sk: `${to}#${String(revision).padStart(3, '0')}` }),
} as const

/** The kinds of rows by which what is counted of a case can change. Its facts change the row of the case too. */
export const ROWS_WITH_OUTCOME = ['case', 'erased-case', 'letter'] as const

/** The kind of row of a message, whose sending is counted. */
export const MESSAGE_ROW = 'message'

/** The kinds of rows by which what there is to look after on a case can change. Its facts change the row of the case too. */
export const ROWS_WITH_WORK = ['case', 'erased-case', 'wait', 'task', 'task-owner', 'letter'] as const

/** The kind of row by which all that is somebody's moves into other lists. */
export const COVER_ROW = 'cover'

/** Under this stand the people who sign in, in the contacts table. */
export const PEOPLE = 'PEOPLE'

/** What the keys of the words of facts begin with. */
export const WORDS_PREFIX = 'WORDS#'

/** What the keys of the rows of the search begin with. */
export const SEARCH_PREFIX = 'SEARCH#'

/** What the keys of messages as they went out begin with. */
export const SENT_PREFIX = 'SENT#'

/** The keys of what the contacts table holds about a case. */
export const contactKeys = {
  contact: (caseId: string) => ({ pk: caseId, sk: 'CONTACT' }),
  childKey: (caseId: string, key: ChildKey) => ({ pk: caseId, sk: `CHILD#${key}` }),
  hold: (caseId: string) => ({ pk: caseId, sk: 'HOLD' }),
  /** They are numbered from 1, so that those of new names take the place of those before. */
  searchKey: (caseId: string, number: number) => ({
    pk: caseId,
    sk: `${SEARCH_PREFIX}${String(number).padStart(2, '0')}`,
  }),
  words: (caseId: string, sequence: Sequence) => ({ pk: caseId, sk: `${WORDS_PREFIX}${sequence}` }),
  /** A message as it went out: one for each attempt, from 1. */
  sent: (caseId: string, messageKey: string, attempt: number) => ({
    pk: caseId,
    sk: `${SENT_PREFIX}${messageKey}#${String(attempt).padStart(3, '0')}`,
  }),
} as const
