import type { Context } from 'hono'
import {
  type Acted,
  type AuditReason,
  type CaseReading,
  chainOfCase,
  chainOfPerson,
  LIST_READINGS,
  type ListReading,
  NOT_FOUND,
} from '../audit/entry.ts'
import { isCaseId } from '../cases/case-id.ts'
import type { Actor } from '../recording/actor.ts'
import { wantsJson } from '../web/http/answer.ts'

/** What somebody reads who is shown a page: it stands in the table of routes. */
export type Reads = CaseReading | ListReading | 'nothing'

/** What a list showed. */
export interface Listed {
  readonly results: number
  /** Closed words that say which: never what was typed. */
  readonly about: readonly string[]
  /** Why, where the list asks for a reason. */
  readonly why?: AuditReason
}

const OPENED = new WeakMap<Context, string>()
const LISTED = new WeakMap<Context, Listed>()

/** Notes that a case was opened to answer a request. The one door to a case does. */
export function noteOpened(c: Context, caseId: string): void {
  OPENED.set(c, caseId)
}

/** Notes what a list or a search shows. Each page that the table of routes calls one has to. */
export function noteListed(c: Context, listed: Listed): void {
  LISTED.set(c, listed)
}

/**
 * The entry for what a response shows; undefined where it shows nothing of a case and no list.
 * @param why what an auditor gave as the reason
 * @throws Error when the page shows what its row in the table of routes does not say
 */
export function readIn(
  c: Context,
  { id: who }: Pick<Actor, 'id'>,
  reads: Reads,
  status: number,
  why: AuditReason | undefined,
): Acted | undefined {
  const caseId = c.req.param('caseId') ?? ''
  const own = { chain: chainOfPerson(who), who }
  // For one that is not there and for one that is not theirs: who tries references is seen.
  if (status === 404 && isCaseId(caseId)) return { ...own, what: NOT_FOUND, about: [caseId] }
  const opened = OPENED.get(c)
  const listed = LISTED.get(c)
  if (isListReading(reads)) {
    if (listed) return { ...own, what: reads, ...listed }
    if (status === 200) throw new Error(`${c.req.method} ${c.req.path} shows a list and did not say how many it has.`)
    return undefined
  }
  if (listed) throw new Error(`${c.req.method} ${c.req.path} shows a list, which the table of routes does not say.`)
  if (opened === undefined || !SHOWS.includes(status)) return undefined
  if (reads === 'nothing') {
    throw new Error(`${c.req.method} ${c.req.path} opens a case, which the table of routes does not say.`)
  }
  return { chain: chainOfCase(opened), who, what: reads, about: aboutIn(c), ...(why && { why }) }
}

/** The page, the page with what is wrong, and the page that says that the case has moved on. */
const SHOWS: readonly number[] = [200, 409, 422]

/** What of the case: the address after its reference, which is ours where it led to something. */
function aboutIn(c: Context): readonly string[] {
  const parts = c.req.path
    .split('/')
    .slice(3)
    .filter((part) => /^[\w.-]{1,100}$/.test(part))
  return [...parts, ...(wantsJson(c) ? ['as-json'] : [])]
}

function isListReading(reads: Reads): reads is ListReading {
  return LIST_READINGS.some((one) => one === reads)
}
