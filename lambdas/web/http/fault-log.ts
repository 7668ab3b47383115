import type { Context } from 'hono'
import type { StaffServiceOptions } from '../../staff/service.ts'
import { routeOf } from './request-log.ts'

/** Logs a fault of ours. @returns the reference under which it can be found */
export function logFault(
  { log, newSubmissionId }: Pick<StaffServiceOptions, 'log' | 'newSubmissionId'>,
  c: Context,
  error: Error,
): string {
  const reference = newSubmissionId()
  log.error('Request failed', { reference, method: c.req.method, route: routeOf(c), ...withoutItsMessage(error) })
  return reference
}

/** An error's name and where it happened. Its message may repeat what somebody typed, so it is left out. */
function withoutItsMessage(error: Error): Readonly<Record<string, string>> {
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return { errorName: error.name, stack: frames.join('\n') }
}
