import * as v from 'valibot'
import { type Details, periodId } from '../details.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'

/** The shape in which one thing to be done is stored: the fact that it follows from, and the rule that sets its day. */
export const dutyOfFact = v.strictObject({ of: sequenceOfFact, rule: periodId })
export type DutyOfFact = Details<typeof dutyOfFact>

/** The id of one thing to be done, in keys and forms: "00005-D14". */
export function dutyId(of: Sequence, { rule }: Pick<DutyOfFact, 'rule'>): string {
  return `${of}-${rule}`
}
