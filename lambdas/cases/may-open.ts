import type { CaseRecord } from './case-file.ts'

/**
 * Whether somebody may open a case: the one rule. To everybody whom it refuses, there is no such case: in lists, in the
 * search, in warnings, among the entries, and after the same reads.
 */
export function mayOpen({ id }: { readonly id: string }, { restrictedTo }: Pick<CaseRecord, 'restrictedTo'>): boolean {
  return restrictedTo === undefined || restrictedTo.includes(id)
}
