import type { PeriodId } from '../../law/periods.ts'
import type { Sequence } from '../sequence.ts'

/** One thing to be done: the fact that it follows from, and the rule that sets its day. */
export interface DutyOfFact {
  readonly of: Sequence
  readonly rule: PeriodId
}

/** The id of one thing to be done, in keys and forms: "00005-D14". */
export function dutyId(of: Sequence, { rule }: Pick<DutyOfFact, 'rule'>): string {
  return `${of}-${rule}`
}
