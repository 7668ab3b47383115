import type { ParallelState } from '../definition.ts'
import { evaluateTemplate } from '../expressions.ts'
import type { Branch } from '../store.ts'
import type { StateTurn } from './state-turn.ts'

/**
 * Begins every branch with the same input: the state's Arguments, or its own input
 * (https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html).
 */
export async function beginParallel(turn: StateTurn, branch: Branch, state: ParallelState): Promise<void> {
  const input =
    state.arguments === undefined
      ? branch.input
      : await evaluateTemplate(state.arguments, 'Arguments', turn.scopeOf(branch))
  turn.withinPayloadLimit(branch, 'Arguments', input)
  turn.addEvent(branch, 'ParallelStateStarted')
  branch.phase = 'joining'
  branch.begun = 0
  branch.finished = 0
  for (const { startAt } of state.branches) turn.addBranch(branch, startAt, input)
}

/** Goes on when the last branch has ended, with the branches' outputs in the order of the definition. */
export async function joinParallel(
  turn: StateTurn,
  branch: Branch,
  ended: Branch,
  state: ParallelState,
): Promise<void> {
  if (branch.finished < state.branches.length) return
  branch.lastEvent = ended.lastEvent
  const result = turn.collectBranches(branch)
  turn.addEvent(branch, 'ParallelStateSucceeded')
  await turn.exit(branch, state, state.transition, { result })
}
