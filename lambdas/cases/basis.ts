import { type Case, placeOf } from './case.ts'
import type { Fact, FactType } from './fact.ts'

/** A fact of one kind, told apart among all. */
export type FactOf<Type extends FactType> = Extract<Fact, { readonly type: Type }>

type WithFacts = Pick<Case, 'facts'>

/**
 * The fact of a kind that another stands on: a response on its appeal, a meeting on the family's request. It is the one that
 * it names, by itself or through the facts that it names; else the last that happened before it; else, where it is before
 * all of them, the first.
 */
export function basisOf<Type extends FactType>(subject: WithFacts, fact: Fact, type: Type): FactOf<Type> | undefined {
  const isOfKind = (one: Fact): one is FactOf<Type> => one.type === type
  const before = subject.facts.slice(0, placeOf(subject, fact.sequence))
  return namedBy(subject, fact).find(isOfKind) ?? before.findLast(isOfKind) ?? subject.facts.find(isOfKind)
}

/** The other facts of these kinds that stand on the same one, in the order in which they happened. */
export function othersOnBasis<Type extends FactType>(
  subject: WithFacts,
  fact: Fact,
  basis: Fact,
  types: readonly Type[],
): readonly FactOf<Type>[] {
  return othersOf(subject, fact, types).filter((one) => basisOf(subject, one, basis.type)?.sequence === basis.sequence)
}

/** The other facts of these kinds, in the order in which they happened. */
export function othersOf<Type extends FactType>(
  { facts }: WithFacts,
  fact: Fact,
  types: readonly Type[],
): readonly FactOf<Type>[] {
  const kinds: readonly FactType[] = types
  return facts.filter((one): one is FactOf<Type> => kinds.includes(one.type) && one.sequence !== fact.sequence)
}

/** The fact that one names, the one that this names, and so on. A fact comes after the one that it names. */
function namedBy(subject: WithFacts, { sequence, follows }: Fact): readonly Fact[] {
  const before = subject.facts.slice(0, placeOf(subject, sequence))
  const named = before.find((one) => one.sequence === follows)
  return named ? [named, ...namedBy(subject, named)] : []
}
