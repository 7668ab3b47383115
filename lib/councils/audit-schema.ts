import * as v from 'valibot'
import { type FieldsOf, group } from './fields.ts'

/** How long it is kept who did and who read what. */
export interface CouncilAudit {
  /** Years after the last entry of a case, whatever becomes of the case. */
  readonly keepYears: number
}

const YEARS =
  'Write keepYears as a whole number of years from 1 to 50: for so long it is kept who read and changed a case after the last entry.'

/** "audit": it outlives the cases, so that its time is one of its own. */
export const auditSchema = group(
  {
    keepYears: v.pipe(v.number(YEARS), v.integer(YEARS), v.minValue(1, YEARS), v.maxValue(50, YEARS)),
  } satisfies FieldsOf<CouncilAudit>,
  'Write between { and } for how many years it is kept who read and changed a case: { "keepYears": 7 }.',
)
