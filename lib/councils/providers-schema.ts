import * as v from 'valibot'
import { type CouncilProviders, FIRST_ADVISER } from '../../lambdas/cases/council.ts'
import { contactPoint, contactPointWithId, type FieldsOf, group } from './fields.ts'

/** "providers": who works for families on the council's behalf, and is independent of it. */
export const providersSchema = group(
  {
    mediationAdviser: contactPoint('the mediation adviser'),
    otherMediationAdvisers: v.exactOptional(
      v.pipe(
        v.array(
          contactPointWithId('another mediation adviser', FIRST_ADVISER),
          'Write the other mediation advisers as a list between [ and ].',
        ),
        v.check(
          (all) => new Set(all.map(({ id }) => id)).size === all.length,
          'Give each of the other mediation advisers an id of its own.',
        ),
      ),
    ),
    disagreementResolution: v.exactOptional(contactPoint('the disagreement resolution service')),
  } satisfies FieldsOf<CouncilProviders>,
  'Write between { and } who gives mediation advice, and who runs disagreement resolution where that is somebody else.',
)
