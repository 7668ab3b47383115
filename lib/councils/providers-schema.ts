import * as v from 'valibot'
import type { CouncilProviders } from '../../lambdas/cases/council.ts'
import { contactPoint, type FieldsOf, group } from './fields.ts'

/** "providers": who works for families on the council's behalf, and is independent of it. */
export const providersSchema = group(
  {
    mediationAdviser: contactPoint('the mediation adviser'),
    disagreementResolution: v.exactOptional(contactPoint('the disagreement resolution service')),
  } satisfies FieldsOf<CouncilProviders>,
  'Write between { and } who gives mediation advice, and who runs disagreement resolution where that is somebody else.',
)
