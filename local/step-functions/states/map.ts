import type { MapState } from '../definition.ts'
import { evaluateTemplate, typeName, unexpectedType } from '../expressions.ts'
import type { Json } from '../json.ts'
import { StateError } from '../state-error.ts'
import type { Branch } from '../store.ts'
import type { StateTurn } from './state-turn.ts'

/** The most iterations of an inline Map that run at once (https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html). */
const INLINE_CONCURRENCY = 40

/**
 * Works out the items once, and begins as many iterations as MaxConcurrency allows; 0 means as many as AWS allows.
 * @throws StateError `States.QueryEvaluationError` when Items is not a list or MaxConcurrency not a whole number
 */
export async function beginMap(turn: StateTurn, branch: Branch, state: MapState): Promise<void> {
  const scope = turn.scopeOf(branch)
  const items = state.items === undefined ? branch.input : await evaluateTemplate(state.items, 'Items', scope)
  if (!Array.isArray(items)) throw noArray(state, items)
  const limit = await evaluateTemplate(state.maxConcurrency ?? 0, 'MaxConcurrency', scope)
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0)
    throw unexpectedType(state.maxConcurrency ?? 0, 'MaxConcurrency', 'an integer from 0', limit)
  turn.addEvent(branch, 'MapStateStarted', 'mapStateStartedEventDetails', { length: items.length })
  branch.phase = 'joining'
  branch.items = items
  branch.maxConcurrency = limit === 0 ? INLINE_CONCURRENCY : Math.min(limit, INLINE_CONCURRENCY)
  branch.begun = 0
  branch.finished = 0
  if (items.length === 0) return endMap(turn, branch, state)
  await beginIterations(turn, branch, state, items)
}

function noArray({ items: template }: MapState, items: Json): StateError {
  if (template !== undefined) return unexpectedType(template, 'Items', "'array'", items)
  return new StateError('States.QueryEvaluationError', `Map state input must be an array but was: ${typeName(items)}`, {
    location: 'Items',
  })
}

/** Begins the next iteration when one has ended, or goes on when it was the last. */
export async function joinMap(turn: StateTurn, branch: Branch, ended: Branch, state: MapState): Promise<void> {
  const details = { name: branch.state, index: ended.index }
  turn.addEvent(ended, 'MapIterationSucceeded', 'mapIterationSucceededEventDetails', details)
  const items = branch.items ?? []
  if (branch.finished < items.length) return beginIterations(turn, branch, state, items)
  branch.lastEvent = ended.lastEvent
  await endMap(turn, branch, state)
}

async function beginIterations(
  turn: StateTurn,
  branch: Branch,
  state: MapState,
  items: readonly Json[],
): Promise<void> {
  while (branch.begun < items.length && branch.begun - branch.finished < branch.maxConcurrency) {
    const index = branch.begun
    const value = items[index] ?? null
    const input =
      state.itemSelector === undefined
        ? value
        : await evaluateTemplate(state.itemSelector, 'ItemSelector', turn.scopeOf(branch, { item: { index, value } }))
    turn.withinPayloadLimit(branch, 'ItemSelector', input)
    const iteration = turn.addBranch(branch, state.itemProcessor.startAt, input, { value })
    const details = { name: branch.state, index }
    turn.addEvent(iteration, 'MapIterationStarted', 'mapIterationStartedEventDetails', details)
  }
}

async function endMap(turn: StateTurn, branch: Branch, state: MapState): Promise<void> {
  const result = turn.collectBranches(branch)
  branch.items = undefined
  turn.addEvent(branch, 'MapStateSucceeded')
  await turn.exit(branch, state, state.transition, { result })
}
