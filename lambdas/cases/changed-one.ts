import type { Sequence } from './sequence.ts'

/** The list in which the one that the fact `of` began is changed. The others stay as they are. */
export function changedOne<One extends { readonly of: Sequence }>(
  all: readonly One[],
  of: Sequence,
  change: (one: One) => One,
): readonly One[] {
  return all.map((one) => (one.of === of ? change(one) : one))
}
