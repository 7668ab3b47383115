import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answers } from './http/answer.ts'
import { renderer } from './http/render.ts'
import { requestLog, routeOf } from './http/request-log.ts'
import { isFromOurOwnPages } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { listCasesRoute } from './routes/list-cases.ts'
import { showCaseRoutes } from './routes/show-case.ts'
import type { StaffServiceOptions } from './service.ts'

export type { StaffServiceOptions } from './service.ts'

/** Room for the longest form with every character encoded, and far below what Lambda takes. */
const LARGEST_FORM_IN_BYTES = 256 * 1024
const A_YEAR_IN_SECONDS = 31_536_000

/**
 * The staff service: pages on which council staff open cases, see their dates and record what happened.
 * Everything is rendered here; the pages run no script.
 */
export function createStaffService(service: StaffServiceOptions): Hono {
  const { pages, log } = service
  const answer = answers(service, renderer(pages))
  const app = new Hono()

  app.use(requestLog(service))
  app.use(securityHeaders)
  if (!service.servesHere) {
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
  const openCase = async () => (await import('./routes/open-case.ts')).openCaseRoutes(service, answer)
  const recordFact = async () => (await import('./routes/record-fact.ts')).recordFactRoutes(service, answer)
  const outcomes = async () => (await import('./routes/show-outcomes.ts')).outcomesRoute(service, answer)
  const showCase = showCaseRoutes(service, answer)
  app.get('/', (c) => c.redirect('/cases', 302))
  app.get('/cases', listCasesRoute(service, answer))
  app.post('/cases', async (c) => (await openCase()).send(c))
  app.get('/cases/new', async (c) => (await openCase()).form(c))
  app.get('/cases/:caseId', showCase.page)
  app.get('/cases/:caseId/record/:factType', async (c) => (await recordFact()).form(c))
  app.post('/cases/:caseId/record/:factType', async (c) => (await recordFact()).send(c))
  app.post('/cases/:caseId/tasks/:taskId/done', showCase.finishTask)
  app.get('/outcomes', async (c) => (await outcomes())(c))
  app.get(pages.stylesheet.path, (c) =>
    c.body(pages.stylesheet.css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${A_YEAR_IN_SECONDS}, immutable`,
    }),
  )
  app.get('/favicon.ico', (c) => c.body(null, 204))

  app.notFound((c) => answer.message(c, 404, 'Page not found', ['If you typed the address, check it is correct.']))
  app.onError((error, c) => {
    const reference = service.newSubmissionId()
    log.error('Request failed', { reference, method: c.req.method, route: routeOf(c), ...withoutItsMessage(error) })
    return answer.message(c, 500, 'Sorry, there is a problem with the service', [
      'Look at the case before you send a form again: it may have been recorded.',
      `If this happens again, tell whoever looks after the service this reference: ${reference}`,
    ])
  })
  return app
}

/** An error's name and where it happened. Its message may repeat what somebody typed, so it is left out. */
function withoutItsMessage(error: Error): Readonly<Record<string, string>> {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { errorName: error.name, stack: frames.join('\n') }
}
