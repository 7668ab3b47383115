import type { Context } from 'hono'
import type { Log } from './log.ts'
import { routeOf } from './request-log.ts'

/** Logs a fault of ours under a reference by which it can be found. */
export async function logFault(log: Log, reference: string, c: Context, error: Error): Promise<void> {
  await log.error('Request failed', { reference, method: c.req.method, route: routeOf(c), ...withoutItsMessage(error) })
}

/** An error's name and where it happened. Its message may repeat what somebody typed, so it is left out. */
function withoutItsMessage(error: Error): Readonly<Record<string, string>> {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { errorName: error.name, stack: frames.join('\n') }
}
