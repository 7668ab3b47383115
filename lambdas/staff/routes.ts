import { type Role, WHO_READS, WHO_RECORDS } from '../cases/role.ts'

/** Whom a route is for: those with one of these roles, everybody who has signed in with any, or anybody at all. */
export type IsFor = readonly Role[] | 'everybody-signed-in' | 'anybody'

/** A page that is looked at. */
export interface PageRow {
  readonly isFor: IsFor
}

/** A form that is sent in, and changes something. */
export interface FormRow {
  readonly isFor: IsFor
  /**
   * What the form is about, as the page says it that gives back what was typed when a session ran out. Nothing is kept of a
   * form without words.
   */
  readonly keptAs: string | undefined
}

const READS = { isFor: WHO_READS } as const
const RECORDS = { isFor: WHO_RECORDS } as const
const EVERYBODY = { isFor: 'everybody-signed-in' } as const
const ANYBODY = { isFor: 'anybody' } as const
/** Who sees what came of the cases, and no case. */
const COUNTS = { isFor: [...WHO_READS, 'commissioner'] } as const
/** Who sees and ends people's sessions, and sees what is set for the council. */
const PEOPLE = { isFor: ['manager', 'administrator'] } as const

/**
 * Who may do what: a row for each page and form of the staff service. An application takes no route that has no row here, and
 * has none that is not added. What a role may see of a page, and record on it, the page says itself.
 */
export const ROUTES = {
  'GET /': EVERYBODY,
  'GET /cases': READS,
  'POST /cases': { ...RECORDS, keptAs: 'A new case' },
  'GET /cases/new': RECORDS,
  'GET /search': READS,
  // Nothing is kept of what somebody looked for: it is typed again at once.
  'POST /search': { ...READS, keptAs: undefined },
  'GET /cases/:caseId': READS,
  'GET /cases/:caseId/family': READS,
  'GET /cases/:caseId/dates': READS,
  'GET /cases/:caseId/timeline': READS,
  'GET /cases/:caseId/messages': READS,
  'GET /cases/:caseId/duties': READS,
  'GET /cases/:caseId/routes': READS,
  'GET /cases/:caseId/notes': READS,
  'GET /cases/:caseId/record': RECORDS,
  'GET /cases/:caseId/record/:factType': RECORDS,
  'POST /cases/:caseId/record/:factType': { ...RECORDS, keptAs: 'What happened on a case' },
  'GET /cases/:caseId/correct': RECORDS,
  'GET /cases/:caseId/correct/:sequence': RECORDS,
  'POST /cases/:caseId/correct/:sequence': { ...RECORDS, keptAs: 'A correction on a case' },
  'GET /cases/:caseId/remove/:sequence': RECORDS,
  'POST /cases/:caseId/remove/:sequence': { ...RECORDS, keptAs: 'Something taken back on a case' },
  'POST /cases/:caseId/tasks/:taskId/done': { ...RECORDS, keptAs: 'A task that is done' },
  'POST /cases/:caseId/tell-now': { ...RECORDS, keptAs: 'A family to be told now' },
  'GET /cases/:caseId/messages/:key': READS,
  'GET /cases/:caseId/messages/:key/:attempt/html': READS,
  'GET /cases/:caseId/letters/:key{[^/]+\\.pdf}': READS,
  'GET /cases/:caseId/letters/:key': READS,
  'POST /cases/:caseId/letters/:key': { ...RECORDS, keptAs: 'A letter' },
  'GET /cases/:caseId/tribunal-file': READS,
  'GET /cases/:caseId/tribunal-file.json': READS,
  'GET /cases/:caseId/evidence-pack': READS,
  'GET /cases/:caseId/evidence-pack.zip': READS,
  'GET /letters': READS,
  'POST /letters': { ...RECORDS, keptAs: 'Letters that were posted' },
  'GET /outcomes': COUNTS,
  'GET /people': PEOPLE,
  'POST /people/:personId/end-sessions': { ...PEOPLE, keptAs: undefined },
  'GET /settings': PEOPLE,
  'GET /kept-forms': EVERYBODY,
  'POST /kept-forms/:formId/discard': { ...EVERYBODY, keptAs: undefined },
  'POST /sign-out': { ...ANYBODY, keptAs: undefined },
  'POST /sign-out-everywhere': { ...EVERYBODY, keptAs: undefined },
  'GET /sign-in': ANYBODY,
  'GET /sign-in/start': ANYBODY,
  'GET /sign-in/callback': ANYBODY,
  'GET /signed-out': ANYBODY,
  'GET /assets/staff/:stylesheet': ANYBODY,
  'GET /help/': ANYBODY,
  'GET /dates/': ANYBODY,
  'GET /favicon.ico': ANYBODY,
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
