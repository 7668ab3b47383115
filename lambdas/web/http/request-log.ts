import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { StaffServiceOptions } from '../../staff/service.ts'

/** Made from the alphabet of case-id.ts, so that a name typed into an address is never taken for a reference. */
const CASE_ID = /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/

/** Logs each request by its route: never an address as it was asked for, a query or anything that was typed. */
export function requestLog({ log, clock }: Pick<StaffServiceOptions, 'log' | 'clock'>): MiddlewareHandler {
  return async (c, next) => {
    const started = clock().getTime()
    await next()
    log.info('Request', {
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      milliseconds: clock().getTime() - started,
      ...caseIdOf(c),
    })
  }
}

/** "/cases/:caseId". */
export function routeOf(c: Context): string {
  const pattern = matchedRoutes(c)
    .map(({ path }) => path)
    .findLast((path) => !path.includes('*'))
  return pattern ?? 'none'
}

function caseIdOf(c: Context): { readonly caseId?: string } {
  const [, caseId] = /^\/cases\/([^/]+)/.exec(c.req.path) ?? []
  return caseId !== undefined && isCaseId(caseId) ? { caseId } : {}
}

/** Whether some text from an address can be the reference of a case. */
export function isCaseId(text: string): boolean {
  return CASE_ID.test(text)
}
