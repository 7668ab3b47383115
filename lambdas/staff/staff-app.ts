import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ChainBusyError, writeEntry } from '../audit/write-entry.ts'
import { isCaseId } from '../cases/case-id.ts'
import { WriteConflictError } from '../cases/store/retry-conflicts.ts'
import type { Actor } from '../recording/actor.ts'
import { logFault } from '../web/http/fault-log.ts'
import { requestLog } from '../web/http/request-log.ts'
import { isFromOurOwnPages } from '../web/http/same-origin.ts'
import { securityHeaders } from '../web/http/security-headers.ts'
import { stylesheetRoute } from '../web/http/stylesheet.ts'
import { isReadableForm, typedForm } from '../web/http/typed-form.ts'
import type { StaffAnswers } from './answer.ts'
import { needsReason, reasonGiven } from './audit/reason-given.ts'
import { type Caller, noteSignedIn, signedInOf } from './caller.ts'
import { type Reads, readIn } from './reading.ts'
import { type FormPath, type FormRow, type IsFor, mayUse, type PagePath, ROUTES, type RouteName } from './routes.ts'
import type { StaffServiceOptions } from './service.ts'

/** Answers a request of somebody whom the page is for. */
export type StaffPage = (c: Context, actor: Actor) => Response | Promise<Response>

/** Answers a request of anybody. */
export type OpenPage = (c: Context) => Response | Promise<Response>

/**
 * The only way to add a page for staff. Whom each is for stands in the table of routes, and each is asked for its caller
 * before it is shown, by itself: it does not matter what was added before it.
 */
export interface StaffRoutes {
  /** A page that is looked at. */
  page(path: PathFor<PagePath, 'GET', 'staff'>, show: StaffPage): void
  /** A form that is sent in, and changes something. It has to come from one of our own pages and be of a usual size. */
  change(path: PathFor<FormPath, 'POST', 'staff'>, act: StaffPage): void
  /** A page that anybody may look at. */
  openPage(path: PathFor<PagePath, 'GET', 'anybody'>, show: OpenPage): void
  /** A form that anybody may send in, from one of our own pages. */
  openChange(path: PathFor<FormPath, 'POST', 'anybody'>, act: OpenPage): void
}

/** The paths whose row says that they are for anybody, or that they are not. */
type PathFor<Path extends string, Method extends string, Whom extends 'anybody' | 'staff'> = Path extends string
  ? `${Method} ${Path}` extends infer Name extends RouteName
    ? (typeof ROUTES)[Name]['isFor'] extends 'anybody'
      ? Whom extends 'anybody'
        ? Path
        : never
      : Whom extends 'staff'
        ? Path
        : never
    : never
  : never

/** What happens to a request of somebody who is not signed in. Loaded for the first of them. */
export interface SignedOut {
  /** A page was asked for: they are led there after sign-in. */
  page(c: Context): Promise<Response>
  /** A form was sent. @param was who sent it, when their session had run out @param about what the form is about */
  form(c: Context, was: { readonly personId: string } | undefined, about: string | undefined): Promise<Response>
  /** What was kept was shown to its person again, filled in. */
  givenBack(actor: Actor, formId: string): Promise<void>
}

/** Room for the longest form with every character encoded, and far below what Lambda takes. */
const LARGEST_FORM_IN_BYTES = 256 * 1024

type StaffAppOptions = Pick<
  StaffServiceOptions,
  'tables' | 'sessions' | 'whoActs' | 'pages' | 'log' | 'clock' | 'newSubmissionId' | 'publicAddress'
>

/**
 * Makes the application from its pages, with what stands around all of them.
 * @throws Error when a route of the table was added by nobody
 */
export function staffApp(
  { tables, sessions, whoActs, pages, log, clock, newSubmissionId, publicAddress }: StaffAppOptions,
  answer: StaffAnswers,
  signedOut: SignedOut,
  addPages: (routes: StaffRoutes) => void,
): Hono {
  const app = new Hono()
  const waiting = new Set<string>(Object.keys(ROUTES))

  const add = (name: RouteName, handle: OpenPage) => {
    const [method = '', path = ''] = name.split(' ')
    app.on(method, path, handle)
    waiting.delete(name)
  }

  /** Shows a page to whom it is for, when it is written down that they read it: it does not leave before. */
  const forStaff =
    (
      { isFor, reads }: { readonly isFor: IsFor; readonly reads: Reads },
      show: StaffPage,
      otherwise: (c: Context, caller: Caller & { is: 'signed-out' }) => Promise<Response>,
    ) =>
    async (c: Context) => {
      const caller = await whoActs(c)
      if (caller.is === 'refused') return answer.cannotBeUsed(c, caller.why)
      if (caller.is === 'signed-out') return otherwise(c, caller)
      noteSignedIn(c, caller)
      if (!mayUse(caller.actor.roles, isFor)) return answer.notForYou(c, isFor)
      const caseId = c.req.param('caseId') ?? ''
      const asksWhy = isCaseId(caseId) && needsReason(caller.actor, reads)
      const why = asksWhy ? await reasonGiven(sessions, caller.session, caseId) : undefined
      if (asksWhy && !why) return answer.reasonNeeded(c, caseId)
      const response = await show(c, caller.actor)
      const read = readIn(c, caller.actor, reads, response.status, why)
      if (read) await writeEntry(tables, read, clock())
      return response
    }

  const ofUsualSize = bodyLimit({
    maxSize: LARGEST_FORM_IN_BYTES,
    onError: (c) =>
      answer.message(c, 413, 'That is too much text', [
        'Shorten what you typed and send the form again. Nothing was recorded.',
      ]),
  })
  /** Why a form is not taken; undefined for one that can be read. */
  const problemOf = async (c: Context): Promise<Response | undefined> => {
    if (!isFromOurOwnPages(c, publicAddress)) {
      return answer.message(c, 403, 'This form came from another website', [
        'Nothing was recorded. Open the page here and send the form again.',
      ])
    }
    const tooLarge = await ofUsualSize(c, async () => {})
    if (tooLarge) return tooLarge
    if (!(await isReadableForm(c))) {
      return answer.message(c, 400, 'This form cannot be read', [
        'Nothing was recorded. Open the page here and send the form again.',
      ])
    }
    return undefined
  }

  app.use(securityHeaders)
  app.use(requestLog(log, clock, (c) => ({ ...caseIdOf(c), ...personOf(c) })))
  app.onError(async (error, c) => {
    if (error instanceof WriteConflictError || error instanceof ChainBusyError) {
      return answer.message(c, 409, 'Somebody else was saving the same thing', [
        'What you sent was not saved. Go back, look at what has changed, and send it again.',
      ])
    }
    const reference = newSubmissionId()
    logFault(log, reference, c, error)
    return answer.message(c, 500, 'Sorry, there is a problem with the service', [
      'Look at the case before you send a form again: it may have been recorded.',
      `If this happens again, tell whoever looks after the service this reference: ${reference}`,
    ])
  })

  const routes: StaffRoutes = {
    page: (path, show) =>
      add(
        `GET ${path}`,
        forStaff(ROUTES[`GET ${path}`], show, (c) => signedOut.page(c)),
      ),
    change(path, act) {
      const row: FormRow = ROUTES[`POST ${path}`]
      const taken: StaffPage = async (c, actor) => {
        const problem = await problemOf(c)
        if (problem) return problem
        const response = await act(c, actor)
        const { keptForm } = await typedForm(c)
        if (keptForm && response.status < 500) await signedOut.givenBack(actor, keptForm)
        return response
      }
      add(
        `POST ${path}`,
        forStaff(row, taken, async (c, { was }) => (await problemOf(c)) ?? signedOut.form(c, was, row.keptAs)),
      )
    },
    openPage: (path, show) => add(`GET ${path}`, show),
    openChange: (path, act) => add(`POST ${path}`, async (c) => (await problemOf(c)) ?? act(c)),
  }

  const stylesheet = stylesheetRoute(pages)
  const notFound = (c: Context) =>
    answer.message(c, 404, 'Page not found', ['If you typed the address, check it is correct.'])
  routes.openPage('/assets/staff/:stylesheet', (c) =>
    c.req.path === pages.stylesheet.path ? stylesheet(c) : notFound(c),
  )
  // The API sends the public pages to a function of their own, but for an address with a slash too many.
  routes.openPage('/help/', (c) => c.redirect('/help', 308))
  routes.openPage('/dates/', (c) => c.redirect('/dates', 308))
  routes.openPage('/favicon.ico', (c) => c.body(null, 204))
  addPages(routes)
  if (waiting.size > 0)
    throw new Error(`No page was added for ${[...waiting].join(', ')}, which the table of routes has.`)
  app.notFound(async (c) => {
    const caller = await whoActs(c)
    if (caller.is === 'refused') return answer.cannotBeUsed(c, caller.why)
    if (caller.is === 'signed-in') noteSignedIn(c, caller)
    return notFound(c)
  })
  return app
}

function caseIdOf(c: Context): { readonly caseId?: string } {
  const [, caseId] = /^\/cases\/([^/]+)/.exec(c.req.path) ?? []
  return caseId !== undefined && isCaseId(caseId) ? { caseId } : {}
}

/** Who asked, by the reference that stands for them: whoever looks into an attempt has to know it. */
function personOf(c: Context): { readonly personId?: string } {
  const signedIn = signedInOf(c)
  return signedIn ? { personId: signedIn.actor.id } : {}
}
