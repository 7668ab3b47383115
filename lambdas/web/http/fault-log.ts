import type { Context } from 'hono'
import type { Logger } from '../../logger.ts'
import { routeOf } from './request-log.ts'

/** Logs a fault of ours under a reference by which it can be found. */
export function logFault(log: Logger, reference: string, c: Context, error: Error): void {
  log.error('Request failed', { reference, method: c.req.method, route: routeOf(c), ...withoutItsMessage(error) })
}

/** An error's name and where it happened. Its message may repeat what somebody typed, so it is left out. */
function withoutItsMessage(error: Error): Readonly<Record<string, string>> {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { errorName: error.name, stack: frames.join('\n') }
}
