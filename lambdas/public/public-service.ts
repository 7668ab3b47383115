import { Hono } from 'hono'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import { LAW_LAST_CHECKED } from '../guidance/how-to-appeal.ts'
import { PATHS } from '../guidance/paths.ts'
import type { Logger } from '../logger.ts'
import { answers } from '../web/http/answer.ts'
import { logFault } from '../web/http/fault-log.ts'
import { securityHeaders } from '../web/http/security-headers.ts'
import { stylesheetRoute } from '../web/http/stylesheet.ts'
import type { CompiledPages } from '../web/pages/compiled-pages.ts'
import type { CouncilOfNotices } from './notices/notice-pages.ts'
import { securityTxt } from './security-txt.ts'

/** What the public pages are made from: no table, and nothing to write with. */
export interface PublicServiceOptions {
  readonly council: CouncilOfNotices & CouncilForFamilies
  readonly pages: CompiledPages
  /** Where somebody tells of a weakness: an email address, or a page that begins with https://. */
  readonly securityContact: string
  readonly clock: () => Date
  /** A new reference for each fault. */
  readonly newReference: () => string
  readonly log: Logger
}

/**
 * The public pages: help for families, and the date calculator. They need no sign-in, keep nothing and log no request:
 * what families ask and read is nobody's business. The pages run no script.
 */
export function createPublicService({
  council,
  pages,
  securityContact,
  clock,
  newReference,
  log,
}: PublicServiceOptions): Hono {
  const answer = answers(council.name, pages, { lawLastChecked: LAW_LAST_CHECKED })
  const app = new Hono()
  // Each part is loaded for its first page, with the guidance or the law that it needs.
  const help = async () => (await import('./help/help-routes.ts')).helpRoutes({ council, clock }, answer)
  const dates = async () => (await import('./dates/dates-routes.ts')).datesRoutes({ council, clock }, answer)
  const messages = async () => (await import('./families-messages.ts')).familiesMessages(council, answer)

  app.use(securityHeaders)
  app.get(PATHS.glossary, async (c) => (await help()).glossary(c))
  app.get(PATHS.claimDate, async (c) => (await help()).claimDate(c))
  app.get('/help', async (c) => (await help()).page(c))
  app.get('/help/*', async (c) => (await help()).page(c))
  app.get('/dates', async (c) => (await dates()).start(c))
  app.get('/dates/check', async (c) => (await dates()).check(c))
  app.get('/dates/result', async (c) => (await dates()).result(c))
  app.get('/dates/dates.ics', async (c) => (await dates()).calendar(c))
  app.get('/dates/:question', async (c) => (await dates()).question(c))
  app.get('/.well-known/security.txt', (c) => c.text(securityTxt(securityContact, clock())))
  app.get(pages.stylesheet.path, stylesheetRoute(pages))
  app.notFound(async (c) => (await messages()).notFound(c))
  app.onError(async (error, c) => {
    const reference = newReference()
    logFault(log, reference, c, error)
    return (await messages()).fault(c, reference)
  })
  return app
}
