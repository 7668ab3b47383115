import * as v from 'valibot'
import type { CouncilReporting } from '../../lambdas/cases/council.ts'
import { type FieldsOf, group } from './fields.ts'

const HIDE =
  'Set hideUpTo to the largest number that commissioners do not see because a family could be recognised by it, from 1 to 20. 4 hides 1 to 4.'

/** "reporting": how what came of the cases is told to those who read no case. */
export const reportingSchema = group(
  {
    hideUpTo: v.pipe(v.number(HIDE), v.integer(HIDE), v.minValue(1, HIDE), v.maxValue(20, HIDE)),
  } satisfies FieldsOf<CouncilReporting>,
  'Write how outcomes are told to commissioners between { and }.',
)
