import type { State, WaitState } from '../definition.ts'
import { evaluateTemplate, unexpectedType } from '../expressions.ts'
import { StateError } from '../state-error.ts'
import type { Branch } from '../store.ts'
import type { StateTurn } from './state-turn.ts'

/** A time as AWS takes it: with seconds, and Z or an offset. */
export function readTimestamp(text: string): number | undefined {
  const instant = RFC3339.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? undefined : instant
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const LONGEST_SECONDS = 99_999_999

/**
 * Sets the timer, or goes straight on when the time has come already
 * (https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html).
 * @throws StateError `States.QueryEvaluationError` when the time is not one
 */
export async function beginWait(turn: StateTurn, branch: Branch, state: WaitState): Promise<void> {
  const due = await dueTime(turn, branch, state)
  if (due <= turn.surroundings.now()) return turn.exit(branch, state, state.transition)
  turn.setTimer(branch, 'wait', due)
}

/** Leaves the Wait state when its time has come. */
export async function endWait(turn: StateTurn, branch: Branch, state: State): Promise<void> {
  if (state.type === 'Wait') await turn.exit(branch, state, state.transition)
}

async function dueTime(turn: StateTurn, branch: Branch, { seconds, timestamp }: WaitState): Promise<number> {
  const scope = turn.scopeOf(branch)
  if (seconds !== undefined) {
    const value = await evaluateTemplate(seconds, 'Seconds', scope)
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > LONGEST_SECONDS)
      throw unexpectedType(seconds, 'Seconds', `an integer from 0 to ${LONGEST_SECONDS}`, value)
    return turn.surroundings.now() + value * 1000
  }
  const template = timestamp ?? null
  const value = await evaluateTemplate(template, 'Timestamp', scope)
  if (typeof value !== 'string') throw unexpectedType(template, 'Timestamp', "'string'", value)
  const instant = readTimestamp(value)
  if (instant === undefined)
    throw new StateError(
      'States.QueryEvaluationError',
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
      { location: 'Timestamp' },
    )
  return instant
}
