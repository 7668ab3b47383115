import { type Role, WHO_READS, WHO_RECORDS } from '../cases/role.ts'
import type { Reads } from './reading.ts'

/** Whom a route is for: those with one of these roles, everybody who has signed in with any, or anybody at all. */
export type IsFor = readonly Role[] | 'everybody-signed-in' | 'anybody'

/** The largest file that is taken: 4 MB. */
export const LARGEST_FILE_IN_BYTES = 4 * 1024 * 1024

/** A page that is looked at. */
export interface PageRow {
  readonly isFor: IsFor
  /** What whoever looks at it reads, as the entry says that is written before it is shown. */
  readonly reads: Reads
}

/** A form that is sent in, and changes something. */
export interface FormRow {
  readonly isFor: IsFor
  /** What is read of the page with which it comes back: what is changed is an entry of its own. */
  readonly reads: Reads
  /**
   * What the form is about, as the page says it that gives back what was typed when a session ran out. Nothing is kept of a
   * form without words.
   */
  readonly keptAs: string | undefined
  /** It takes a file, and may be as large as one. Absent: it takes what is typed. */
  readonly takesFile?: true
}

const READS = { isFor: WHO_READS } as const
const RECORDS = { isFor: WHO_RECORDS } as const
/** Who holds a case, lets cases go whose time is over, and says who works together. */
const MANAGES = { isFor: ['manager'] } as const
const EVERYBODY = { isFor: 'everybody-signed-in' } as const
const ANYBODY = { isFor: 'anybody' } as const
/** Who sees what came of the cases, and no case. */
const COUNTS = { isFor: [...WHO_READS, 'commissioner'] } as const
/** Who sees who did and who read what. */
const AUDITS = { isFor: ['manager', 'auditor'] } as const
/** Who says who may open a case. */
const RESTRICTS = { isFor: ['manager'] } as const
/** Who can open something besides a day's work. */
const MANAGING = { isFor: ['case-officer', 'manager', 'auditor', 'administrator'] } as const
/** Who sees and ends people's sessions, and sees what is set for the council. */
const PEOPLE = { isFor: ['manager', 'administrator'] } as const

/**
 * Who may do what: a row for each page and form of the staff service. An application takes no route that has no row here, and
 * has none that is not added. What a role may see of a page, and record on it, the page says itself.
 */
export const ROUTES = {
  // Those who record cases see their work; the others are led to where theirs begins.
  'GET /': { ...EVERYBODY, reads: 'cases-listed' },
  // What was ticked, in codes, and nothing of what stands on it.
  'GET /assign': { ...RECORDS, reads: 'nothing' },
  'GET /cover': { ...RECORDS, reads: 'nothing' },
  'POST /cover': { ...RECORDS, reads: 'nothing', keptAs: 'Who covers for whom' },
  'POST /assign': { ...RECORDS, reads: 'nothing', keptAs: 'Cases given to somebody' },
  'GET /cases': { ...READS, reads: 'cases-listed' },
  'POST /cases': { ...RECORDS, reads: 'nothing', keptAs: 'A new case' },
  'GET /cases/new': { ...RECORDS, reads: 'nothing' },
  // What somebody typed themselves, and nobody recorded yet, is no case.
  'GET /cases/new/:draftId/check': { ...RECORDS, reads: 'nothing' },
  'GET /cases/new/:draftId/:page': { ...RECORDS, reads: 'nothing' },
  'POST /cases/new/:draftId/discard': { ...RECORDS, reads: 'nothing', keptAs: undefined },
  'POST /cases/new/:draftId/:page': { ...RECORDS, reads: 'nothing', keptAs: 'A new case' },
  'GET /search': { ...READS, reads: 'nothing' },
  // Nothing is kept of what somebody looked for: it is typed again at once.
  'POST /search': { ...READS, reads: 'cases-searched', keptAs: undefined },
  'GET /cases/:caseId': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/family': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/dates': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/timeline': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/messages': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/duties': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/routes': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/notes': { ...READS, reads: 'case-read' },
  'GET /cases/:caseId/record': { ...RECORDS, reads: 'form-read' },
  'GET /cases/:caseId/record/:factType': { ...RECORDS, reads: 'form-read' },
  'POST /cases/:caseId/record/:factType': { ...RECORDS, reads: 'form-read', keptAs: 'What happened on a case' },
  'GET /cases/:caseId/correct': { ...RECORDS, reads: 'form-read' },
  'GET /cases/:caseId/correct/:sequence': { ...RECORDS, reads: 'form-read' },
  'POST /cases/:caseId/correct/:sequence': { ...RECORDS, reads: 'form-read', keptAs: 'A correction on a case' },
  'GET /cases/:caseId/remove/:sequence': { ...RECORDS, reads: 'form-read' },
  'POST /cases/:caseId/remove/:sequence': { ...RECORDS, reads: 'form-read', keptAs: 'Something taken back on a case' },
  'POST /cases/:caseId/tasks/:taskId/done': { ...RECORDS, reads: 'nothing', keptAs: 'A task that is done' },
  'POST /cases/:caseId/case-for-new-plan': { ...RECORDS, reads: 'form-read', keptAs: undefined },
  'POST /cases/:caseId/tell-now': { ...RECORDS, reads: 'nothing', keptAs: 'A family to be told now' },
  'GET /cases/:caseId/messages/:key': { ...READS, reads: 'message-read' },
  'GET /cases/:caseId/messages/:key/:attempt/html': { ...READS, reads: 'message-read' },
  'GET /cases/:caseId/letters/:key{[^/]+\\.pdf}': { ...READS, reads: 'letter-downloaded' },
  'GET /cases/:caseId/letters/:key': { ...READS, reads: 'letter-read' },
  'POST /cases/:caseId/letters/:key': { ...RECORDS, reads: 'letter-read', keptAs: 'A letter' },
  'GET /cases/:caseId/tribunal-file': { ...READS, reads: 'tribunal-file-read' },
  'GET /cases/:caseId/tribunal-file.json': { ...READS, reads: 'tribunal-file-downloaded' },
  'GET /cases/:caseId/evidence-pack': { ...READS, reads: 'evidence-pack-read' },
  'GET /cases/:caseId/evidence-pack.zip': { ...READS, reads: 'evidence-pack-downloaded' },
  'GET /cases/:caseId/subject-data': { ...RECORDS, reads: 'subject-data-read' },
  'GET /cases/:caseId/subject-data.zip': { ...RECORDS, reads: 'subject-data-downloaded' },
  'GET /cases/:caseId/particulars': { ...RECORDS, reads: 'form-read' },
  'POST /cases/:caseId/particulars': { ...RECORDS, reads: 'form-read', keptAs: 'What is recorded for the outcomes' },
  'GET /cases/:caseId/hold': { ...MANAGES, reads: 'hold-read' },
  'POST /cases/:caseId/hold': { ...MANAGES, reads: 'hold-read', keptAs: 'A legal hold on a case' },
  'GET /cases/:caseId/reason': { ...READS, reads: 'nothing' },
  'POST /cases/:caseId/reason': { ...READS, reads: 'nothing', keptAs: undefined },
  'GET /cases/:caseId/restriction': { ...RESTRICTS, reads: 'restriction-read' },
  'POST /cases/:caseId/restriction': { ...RESTRICTS, reads: 'restriction-read', keptAs: 'Who may open a case' },
  'GET /restricted': { ...RESTRICTS, reads: 'restricted-cases-listed' },
  'GET /audit': { ...AUDITS, reads: 'audit-listed' },
  'POST /audit': { ...AUDITS, reads: 'nothing', keptAs: undefined },
  'GET /letters': { ...READS, reads: 'letters-listed' },
  'POST /letters': { ...RECORDS, reads: 'letters-listed', keptAs: 'Letters that were posted' },
  'GET /import': { ...RECORDS, reads: 'nothing' },
  // Nothing is kept of a file: it is sent again at once.
  'POST /import': { ...RECORDS, reads: 'nothing', keptAs: undefined, takesFile: true },
  'GET /import/template.csv': { ...RECORDS, reads: 'nothing' },
  'GET /import/columns': { ...RECORDS, reads: 'nothing' },
  'GET /import/:importId': { ...RECORDS, reads: 'import-listed' },
  'POST /import/:importId': { ...RECORDS, reads: 'nothing', keptAs: undefined },
  'GET /import/:importId/problems.csv': { ...RECORDS, reads: 'import-downloaded' },
  'GET /taking-over': { ...RECORDS, reads: 'taking-over-listed' },
  // The messages have to be read again.
  'POST /taking-over': { ...RECORDS, reads: 'nothing', keptAs: undefined },
  'GET /outcomes': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/definitions': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/releases': { ...COUNTS, reads: 'nothing' },
  'POST /outcomes/releases': { ...MANAGES, reads: 'nothing', keptAs: 'A release of the outcomes' },
  'GET /outcomes/T9': { ...COUNTS, reads: 'nothing' },
  'POST /outcomes/bill': { ...MANAGES, reads: 'nothing', keptAs: 'An invoice of a provider' },
  'GET /outcomes/bill.csv': { ...COUNTS, reads: 'nothing' },
  // It is made of every number as it is, so it is for those who read cases.
  'GET /outcomes/coming': { ...READS, reads: 'nothing' },
  // By provider numbers are small, so it is for those who read cases.
  'GET /outcomes/providers': { ...READS, reads: 'nothing' },
  'GET /outcomes/figures': { ...READS, reads: 'nothing' },
  'GET /outcomes/figures.csv': { ...READS, reads: 'nothing' },
  // Nothing is kept of a file: it is sent again at once.
  'POST /outcomes/figures/file': { ...MANAGES, reads: 'nothing', keptAs: undefined, takesFile: true },
  'GET /outcomes/figures/:figures/:month': { ...READS, reads: 'nothing' },
  'POST /outcomes/figures/:figures/:month': { ...MANAGES, reads: 'nothing', keptAs: 'Figures of the outcomes' },
  'GET /outcomes/others': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/others.csv': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/sen2': { ...MANAGES, reads: 'nothing' },
  'POST /outcomes/sen2': { ...MANAGES, reads: 'nothing', keptAs: undefined },
  'GET /outcomes/sen2/:year': { ...MANAGES, reads: 'sen2-listed' },
  'GET /outcomes/sen2/:year/rows.csv': { ...MANAGES, reads: 'sen2-downloaded' },
  'GET /outcomes/all.zip': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/all': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/all.ods': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/all.pdf': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/questions': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/questions.zip': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/:table/:file': { ...COUNTS, reads: 'nothing' },
  'GET /outcomes/:table': { ...COUNTS, reads: 'nothing' },
  'GET /retention': { ...MANAGES, reads: 'retention-listed' },
  'POST /retention/lists': { ...MANAGES, reads: 'retention-listed', keptAs: undefined },
  'GET /retention/lists/:listId': { ...MANAGES, reads: 'retention-listed' },
  'POST /retention/lists/:listId/confirm': { ...MANAGES, reads: 'retention-listed', keptAs: undefined },
  'POST /retention/lists/:listId/withdraw': { ...MANAGES, reads: 'retention-listed', keptAs: undefined },
  'POST /retention/lists/:listId/go-on': { ...MANAGES, reads: 'retention-listed', keptAs: undefined },
  'GET /retention/lists/:listId/certificate.csv': { ...MANAGES, reads: 'retention-listed' },
  'GET /teams': { ...MANAGES, reads: 'nothing' },
  'POST /teams': { ...MANAGES, reads: 'nothing', keptAs: 'A team' },
  'GET /teams/:teamId': { ...MANAGES, reads: 'nothing' },
  'POST /teams/:teamId': { ...MANAGES, reads: 'nothing', keptAs: 'A team' },
  'POST /teams/:teamId/remove': { ...MANAGES, reads: 'nothing', keptAs: undefined },
  'GET /people': { ...PEOPLE, reads: 'people-listed' },
  'POST /people/:personId/end-sessions': { ...PEOPLE, reads: 'nothing', keptAs: undefined },
  'GET /manage': { ...MANAGING, reads: 'nothing' },
  'GET /settings': { ...PEOPLE, reads: 'nothing' },
  'GET /kept-forms': { ...EVERYBODY, reads: 'nothing' },
  'POST /kept-forms/:formId/discard': { ...EVERYBODY, reads: 'nothing', keptAs: undefined },
  'POST /sign-out': { ...ANYBODY, reads: 'nothing', keptAs: undefined },
  'POST /sign-out-everywhere': { ...EVERYBODY, reads: 'nothing', keptAs: undefined },
  'GET /sign-in': { ...ANYBODY, reads: 'nothing' },
  'GET /sign-in/start': { ...ANYBODY, reads: 'nothing' },
  'GET /sign-in/callback': { ...ANYBODY, reads: 'nothing' },
  'GET /signed-out': { ...ANYBODY, reads: 'nothing' },
  'GET /assets/staff/:stylesheet': { ...ANYBODY, reads: 'nothing' },
  'GET /help/': { ...ANYBODY, reads: 'nothing' },
  'GET /dates/': { ...ANYBODY, reads: 'nothing' },
  'GET /favicon.ico': { ...ANYBODY, reads: 'nothing' },
} as const satisfies Readonly<Record<`GET ${string}`, PageRow> & Record<`POST ${string}`, FormRow>>

export type RouteName = keyof typeof ROUTES
type PathOf<Method extends string> = RouteName extends infer Name
  ? Name extends `${Method} ${infer Path}`
    ? Path
    : never
  : never
export type PagePath = PathOf<'GET'>
export type FormPath = PathOf<'POST'>

/** Whether somebody with these roles may use a route. */
export function mayUse(roles: readonly Role[], isFor: IsFor): boolean {
  if (isFor === 'anybody') return true
  if (isFor === 'everybody-signed-in') return roles.length > 0
  return roles.some((role) => isFor.includes(role))
}

/** Each role as staff read it. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'case-officer': 'case officer',
  manager: 'manager',
  commissioner: 'commissioner',
  auditor: 'auditor',
  administrator: 'administrator',
}
