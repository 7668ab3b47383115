import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isCaseId } from '../cases/case-id.ts'
import { logFault } from '../web/http/fault-log.ts'
import { requestLog } from '../web/http/request-log.ts'
import { isFromOurOwnPages } from '../web/http/same-origin.ts'
import { securityHeaders } from '../web/http/security-headers.ts'
import { stylesheetRoute } from '../web/http/stylesheet.ts'
import { staffAnswers } from './answer.ts'
import { listCasesRoute } from './cases/list-cases.ts'
import { showCaseRoutes } from './cases/show-case.ts'
import type { StaffServiceOptions } from './service.ts'

export type { StaffServiceOptions } from './service.ts'

/** Room for the longest form with every character encoded, and far below what Lambda takes. */
const LARGEST_FORM_IN_BYTES = 256 * 1024

/**
 * The staff service: pages on which council staff open cases, see their dates and record what happened. Everything is
 * rendered here; the pages run no script.
 */
export function createStaffService(service: StaffServiceOptions): Hono {
  const { pages, log, clock } = service
  const answer = staffAnswers(service.council.name, pages)
  const app = new Hono()

  app.use(securityHeaders)
  // The API sends the public pages to a function of their own, but for an address with a slash too many.
  for (const start of ['/help', '/dates']) app.get(`${start}/`, (c) => c.redirect(start, 308))
  app.onError((error, c) => {
    const reference = service.newSubmissionId()
    logFault(log, reference, c, error)
    return answer.message(c, 500, 'Sorry, there is a problem with the service', [
      'Look at the case before you send a form again: it may have been recorded.',
      `If this happens again, tell whoever looks after the service this reference: ${reference}`,
    ])
  })

  app.use(requestLog(log, clock, caseIdOf))
  app.get(pages.stylesheet.path, stylesheetRoute(pages))
  if (!service.servesHere) {
    // Nothing that could reach a table is registered at all.
    app.all('*', (c) => c.text('This service cannot be used yet: council staff cannot sign in to it.\n', 503))
    return app
  }
  app.use(
    bodyLimit({
      maxSize: LARGEST_FORM_IN_BYTES,
      onError: (c) =>
        answer.message(c, 413, 'That is too much text', [
          'Shorten what you typed and send the form again. Nothing was recorded.',
        ]),
    }),
  )
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isFromOurOwnPages(c)) return next()
    return answer.message(c, 403, 'This form came from another website', [
      'Nothing was recorded. Open the page here and send the form again.',
    ])
  })

  // Forms are loaded for the first form: the list and the cases are read far more often.
  const openCase = async () => (await import('./cases/open-case.ts')).openCaseRoutes(service, answer)
  const recordFact = async () => (await import('./facts/record-fact.ts')).recordFactRoutes(service, answer)
  const correctFact = async () => (await import('./facts/correct-fact.ts')).correctFactRoutes(service, answer)
  const message = async () => (await import('./messages/show-message.ts')).showMessageRoutes(service, answer)
  const letter = async () => (await import('./letters/show-letter.ts')).showLetterRoutes(service, answer)
  const letters = async () => (await import('./letters/list-letters.ts')).listLettersRoutes(service, answer)
  const outcomes = async () => (await import('./outcomes/show-outcomes.ts')).outcomesRoute(service, answer)
  const showCase = showCaseRoutes(service, answer)
  app.get('/', (c) => c.redirect('/cases', 302))
  app.get('/cases', listCasesRoute(service, answer))
  app.post('/cases', async (c) => (await openCase()).send(c))
  app.get('/cases/new', async (c) => (await openCase()).form(c))
  app.get('/cases/:caseId', showCase.page)
  app.get('/cases/:caseId/record/:factType', async (c) => (await recordFact()).form(c))
  app.post('/cases/:caseId/record/:factType', async (c) => (await recordFact()).send(c))
  app.get('/cases/:caseId/correct', async (c) => (await correctFact()).list(c))
  app.get('/cases/:caseId/correct/:sequence', async (c) => (await correctFact()).correct.form(c))
  app.post('/cases/:caseId/correct/:sequence', async (c) => (await correctFact()).correct.send(c))
  app.get('/cases/:caseId/remove/:sequence', async (c) => (await correctFact()).remove.form(c))
  app.post('/cases/:caseId/remove/:sequence', async (c) => (await correctFact()).remove.send(c))
  app.post('/cases/:caseId/tasks/:taskId/done', showCase.finishTask)
  app.get('/cases/:caseId/messages/:key', async (c) => (await message()).page(c))
  app.get('/cases/:caseId/messages/:key/:attempt/html', async (c) => (await message()).html(c))
  app.get('/cases/:caseId/letters/:key{[^/]+\\.pdf}', async (c) => (await letter()).pdf(c))
  app.get('/cases/:caseId/letters/:key', async (c) => (await letter()).page(c))
  app.post('/cases/:caseId/letters/:key', async (c) => (await letter()).send(c))
  app.get('/letters', async (c) => (await letters()).page(c))
  app.post('/letters', async (c) => (await letters()).send(c))
  app.get('/outcomes', async (c) => (await outcomes())(c))
  app.get('/favicon.ico', (c) => c.body(null, 204))

  app.notFound((c) => answer.message(c, 404, 'Page not found', ['If you typed the address, check it is correct.']))
  return app
}

function caseIdOf(c: Context): { readonly caseId?: string } {
  const [, caseId] = /^\/cases\/([^/]+)/.exec(c.req.path) ?? []
  return caseId !== undefined && isCaseId(caseId) ? { caseId } : {}
}
