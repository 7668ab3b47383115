import type { ConsoleSources } from './console-sources.ts'
import { afterDuration, parseMoment } from './london-time.ts'

/** How the clock is asked to move: exactly one of these. */
export interface ClockRequest {
  /** A moment: a date, a date and time in Europe/London, or an instant with its offset. */
  readonly to?: string
  /** An ISO 8601 duration. */
  readonly by?: string
  /** To the next timer. */
  readonly next?: boolean
  /** Nowhere: only waits until everything has come to rest. */
  readonly settle?: boolean
}

/**
 * Reads a request to move the clock, from a form or from JSON.
 * @throws RangeError saying what is missing.
 */
export function readClockRequest(contentType: string, body: string): ClockRequest {
  const values: Record<string, unknown> = contentType.startsWith('application/json')
    ? parseObject(body)
    : Object.fromEntries(new URLSearchParams(body))
  const { to, by, next, settle } = values
  if ([to, by, next, settle].filter((value) => value !== undefined).length !== 1) {
    throw new RangeError('Say how to move the clock: exactly one of "to", "by", "next" and "settle".')
  }
  if (to !== undefined) return { to: String(to) }
  if (by !== undefined) return { by: String(by) }
  return next === undefined ? { settle: true } : { next: true }
}

function parseObject(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body)) as Record<string, unknown>
  } catch {
    throw new RangeError('The body is not JSON.')
  }
}

/**
 * Moves the clock, and resolves when everything that fell due has come to rest.
 * @throws RangeError when the request cannot be understood or would go back.
 */
export async function moveClock(request: ClockRequest, { clock, scheduler }: ConsoleSources): Promise<void> {
  if (request.to !== undefined) return scheduler.advanceTo(parseMoment(request.to))
  if (request.by !== undefined) return scheduler.advanceTo(afterDuration(clock.now(), request.by))
  if (request.settle) return scheduler.settle()
  if ((await scheduler.advanceToNextTimer()) === undefined) throw new RangeError('Nothing is waiting for a time.')
}
