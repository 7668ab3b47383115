import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isCaseId } from '../cases/case-id.ts'
import { WriteConflictError } from '../cases/store/retry-conflicts.ts'
import type { Actor } from '../recording/actor.ts'
import { logFault } from '../web/http/fault-log.ts'
import { requestLog } from '../web/http/request-log.ts'
import { isFromOurOwnPages } from '../web/http/same-origin.ts'
import { securityHeaders } from '../web/http/security-headers.ts'
import { stylesheetRoute } from '../web/http/stylesheet.ts'
import { isReadableForm } from '../web/http/typed-form.ts'
import type { StaffAnswers } from './answer.ts'
import type { StaffServiceOptions } from './service.ts'

/** Answers a request of somebody whom the pages are for. */
export type StaffPage = (c: Context, actor: Actor) => Response | Promise<Response>

/**
 * The only way to add a page for staff. Each page is asked for an actor before it is shown, by itself: it does not matter
 * what was added before it.
 */
export interface StaffRoutes {
  /** A page that is looked at. */
  page(path: string, show: StaffPage): void
  /** A form that is sent in, and changes something. It has to come from one of our own pages and be of a usual size. */
  change(path: string, act: StaffPage): void
}

/** Room for the longest form with every character encoded, and far below what Lambda takes. */
const LARGEST_FORM_IN_BYTES = 256 * 1024

type StaffAppOptions = Pick<StaffServiceOptions, 'whoActs' | 'pages' | 'log' | 'clock' | 'newSubmissionId'>

/** Makes the application from its pages, with what stands around all of them. */
export function staffApp(
  { whoActs, pages, log, clock, newSubmissionId }: StaffAppOptions,
  answer: StaffAnswers,
  addPages: (routes: StaffRoutes) => void,
): Hono {
  const app = new Hono()

  const forActor = (show: StaffPage) => (c: Context) => {
    const actor = whoActs(c.req.raw)
    return actor
      ? show(c, actor)
      : c.text('This service cannot be used yet: council staff cannot sign in to it.\n', 403)
  }
  const ofUsualSize = bodyLimit({
    maxSize: LARGEST_FORM_IN_BYTES,
    onError: (c) =>
      answer.message(c, 413, 'That is too much text', [
        'Shorten what you typed and send the form again. Nothing was recorded.',
      ]),
  })
  const fromOurOwnPages =
    (act: StaffPage): StaffPage =>
    async (c, actor) => {
      if (!isFromOurOwnPages(c)) {
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
      return act(c, actor)
    }

  app.use(securityHeaders)
  app.use(requestLog(log, clock, caseIdOf))
  app.onError(async (error, c) => {
    if (error instanceof WriteConflictError) {
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

  app.get(pages.stylesheet.path, stylesheetRoute(pages))
  // The API sends the public pages to a function of their own, but for an address with a slash too many.
  for (const start of ['/help', '/dates']) app.get(`${start}/`, (c) => c.redirect(start, 308))
  addPages({
    page: (path, show) => app.get(path, forActor(show)),
    change: (path, act) => app.post(path, forActor(fromOurOwnPages(act))),
  })
  app.notFound(
    forActor((c) => answer.message(c, 404, 'Page not found', ['If you typed the address, check it is correct.'])),
  )
  return app
}

function caseIdOf(c: Context): { readonly caseId?: string } {
  const [, caseId] = /^\/cases\/([^/]+)/.exec(c.req.path) ?? []
  return caseId !== undefined && isCaseId(caseId) ? { caseId } : {}
}
