import type { State, TaskState } from '../definition.ts'
import { evaluateTemplate, unexpectedType } from '../expressions.ts'
import { withDetails } from '../history.ts'
import { isOverPayloadLimit, type Json } from '../json.ts'
import { StateError } from '../state-error.ts'
import type { Branch, TaskOutcome } from '../store.ts'
import { resourceInHistory, waitsForTaskToken } from '../task-resource.ts'
import type { StateTurn } from './state-turn.ts'

const LONGEST_SECONDS = 99_999_999

/**
 * Opens a task: works out its arguments and time limits, and gives it a token. The call is made once this is committed.
 * Without TimeoutSeconds the limit is 99,999,999 seconds, which no execution reaches: one ends after a year
 * (https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html).
 */
export async function beginTask(turn: StateTurn, branch: Branch, state: TaskState): Promise<void> {
  const token = turn.surroundings.newToken()
  const waitsForToken = waitsForTaskToken(state.resource)
  const scope = turn.scopeOf(branch, waitsForToken ? { token } : {})
  const limit = async (template: Json | undefined, field: string) => {
    if (template === undefined) return undefined
    const value = await evaluateTemplate(template, field, scope)
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > LONGEST_SECONDS)
      throw unexpectedType(template, field, `an integer from 1 to ${LONGEST_SECONDS}`, value)
    return value
  }
  const timeoutSeconds = await limit(state.timeoutSeconds, 'TimeoutSeconds')
  const heartbeatSeconds = await limit(state.heartbeatSeconds, 'HeartbeatSeconds')
  const request =
    state.arguments === undefined ? branch.input : await evaluateTemplate(state.arguments, 'Arguments', scope)
  const text = turn.withinPayloadLimit(branch, 'Arguments', request)
  addScheduledEvents(turn, branch, state, text, timeoutSeconds, heartbeatSeconds)
  const now = turn.surroundings.now()
  if (timeoutSeconds !== undefined) turn.setTimer(branch, 'timeout', now + timeoutSeconds * 1000)
  if (heartbeatSeconds !== undefined) turn.setTimer(branch, 'heartbeat', now + heartbeatSeconds * 1000)
  turn.openTask(branch, { token, resource: state.resource, request, heartbeatSeconds, waitsForToken })
}

/**
 * Takes a task's outcome: leaves the state with its result, or fails it.
 * @throws StateError the task's error, or `States.DataLimitExceeded` for a result over 256 KiB
 */
export async function endTask(turn: StateTurn, branch: Branch, state: State, outcome: TaskOutcome): Promise<void> {
  if (state.type !== 'Task') throw new Error(`"${branch.state}" has a task but is a ${state.type} state`)
  turn.closeTask(branch)
  const isFunction = state.resource.kind === 'function'
  const event = (ending: string, details: Record<string, unknown>) => {
    const type = isFunction ? `LambdaFunction${ending}` : `Task${ending}`
    const field = `${isFunction ? 'lambdaFunction' : 'task'}${ending}EventDetails`
    turn.addEvent(branch, type, field, isFunction ? details : { ...resourceInHistory(state.resource), ...details })
  }
  switch (outcome.kind) {
    case 'succeeded': {
      if (isOverPayloadLimit(JSON.stringify(outcome.output))) {
        const { resource, resourceType } = resourceInHistory(state.resource)
        const cause = `The state/task '${isFunction ? resource : resourceType}' returned a result with a size exceeding the maximum number of bytes service limit.`
        event('Failed', { error: 'States.DataLimitExceeded', cause })
        throw new StateError('States.DataLimitExceeded', cause)
      }
      event('Succeeded', withDetails('output', outcome.output))
      return turn.exit(branch, state, state.transition, { result: outcome.output })
    }
    case 'failed':
      event('Failed', { error: outcome.error || undefined, cause: outcome.cause || undefined })
      throw new StateError(outcome.error, outcome.cause)
    case 'timed-out':
      event('TimedOut', { error: 'States.Timeout' })
      throw new StateError('States.Timeout', '', { alias: outcome.error })
  }
}

function addScheduledEvents(
  turn: StateTurn,
  branch: Branch,
  state: TaskState,
  request: string,
  timeoutInSeconds: number | undefined,
  heartbeatInSeconds: number | undefined,
): void {
  const inHistory = resourceInHistory(state.resource)
  if (state.resource.kind === 'function') {
    const details = {
      resource: inHistory.resource,
      input: request,
      inputDetails: { truncated: false },
      timeoutInSeconds,
    }
    turn.addEvent(branch, 'LambdaFunctionScheduled', 'lambdaFunctionScheduledEventDetails', details)
    turn.addEvent(branch, 'LambdaFunctionStarted')
    return
  }
  const details = {
    ...inHistory,
    region: turn.surroundings.region,
    parameters: request,
    timeoutInSeconds,
    heartbeatInSeconds,
  }
  turn.addEvent(branch, 'TaskScheduled', 'taskScheduledEventDetails', details)
  turn.addEvent(branch, 'TaskStarted', 'taskStartedEventDetails', inHistory)
}
