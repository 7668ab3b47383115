import type { Fact } from './fact.ts'
import { kindOf } from './facts.ts'
import { inOrder } from './order.ts'
import type { Sequence } from './sequence.ts'

/**
 * The facts as they are right, in the order in which they happened: corrected details stand in the place of the wrong
 * ones, and a fact that never happened is left out. A correction counts from the beginning, whenever it was recorded. The facts that correct stay in the list, so
 * that each keeps its number. What a later fact undoes is left out too.
 */
export function effectiveFacts(recorded: readonly Fact[]): readonly Fact[] {
  const removed = new Set<Sequence>()
  const corrected = new Map<Sequence, Fact<'fact-corrected'>>()
  for (const fact of recorded) {
    if (fact.type === 'fact-removed') removed.add(fact.details.removes)
    // The last correction of a fact counts.
    if (fact.type === 'fact-corrected') corrected.set(fact.details.corrects, fact)
  }
  const right = recorded
    .filter(({ sequence }) => !removed.has(sequence))
    .map((fact) => {
      const details = corrected.get(fact.sequence)?.details.details
      return details ? ({ ...fact, details } as Fact) : fact
    })
  return withoutWhatIsUndone(inOrder(right))
}

function withoutWhatIsUndone(facts: readonly Fact[]): readonly Fact[] {
  const undone = new Set(
    facts.flatMap(({ type }, place) => {
      const { undoes } = kindOf(type)
      return undoes ? facts.slice(0, place).filter((fact) => fact.type === undoes) : []
    }),
  )
  return undone.size === 0 ? facts : facts.filter((fact) => !undone.has(fact))
}
