import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Logger } from '../../logger.ts'

/**
 * Logs each request by its route: never an address as it was asked for, a query or anything that was typed.
 * @param about what else is said of a request: closed words and case references
 */
export function requestLog(
  log: Logger,
  clock: () => Date,
  about: (c: Context) => Readonly<Record<string, string>>,
): MiddlewareHandler {
  return async (c, next) => {
    const started = clock().getTime()
    await next()
    log.info('Request', {
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      milliseconds: clock().getTime() - started,
      ...about(c),
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
