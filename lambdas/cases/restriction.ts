import type { RestrictingReason } from '../audit/entry.ts'

/** Why a case was restricted last, or why not any more. To whom stands on the case itself. */
export interface Restriction {
  readonly why: RestrictingReason
  /** ISO 8601. */
  readonly changedAt: string
}
