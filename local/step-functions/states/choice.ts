import type { ChoiceState } from '../definition.ts'
import { evaluateTemplate, unexpectedType } from '../expressions.ts'
import { StateError } from '../state-error.ts'
import type { Branch } from '../store.ts'
import type { StateTurn } from './state-turn.ts'

/**
 * Takes the first rule whose Condition is true, with that rule's Output and Assign; failing all, the Default with the
 * state's own (https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html).
 * @throws StateError `States.Runtime` without a Default: `States.NoChoiceMatched` is a name that is kept for later
 * (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html)
 */
export async function beginChoice(turn: StateTurn, branch: Branch, state: ChoiceState): Promise<void> {
  const scope = turn.scopeOf(branch)
  for (const [index, rule] of state.choices.entries()) {
    const field = `Choices[${index}]/Condition`
    const holds = await evaluateTemplate(rule.condition, field, scope)
    if (typeof holds !== 'boolean') throw unexpectedType(rule.condition, field, "'boolean'", holds)
    if (holds) return turn.exit(branch, rule, { next: rule.next })
  }
  if (state.default !== undefined) return turn.exit(branch, state, { next: state.default })
  throw new StateError(
    'States.Runtime',
    `No rule of the Choice state '${branch.state}' matched its input, and it has no Default`,
  )
}
