import * as v from 'valibot'
import type { AccessibilityNotice, CouncilNotices, PrivacyNotice } from '../../lambdas/cases/council.ts'
import { contactPoint, day, type FieldsOf, group, line } from './fields.ts'

const COMPLIANCE =
  'Write compliance as "fully", "partially" or "not": how far the pages keep to the Web Content Accessibility Guidelines 2.2 AA, as the test found.'
const ANSWERS =
  'Write answersWithinWorkingDays as a whole number of working days from 1 to 40, in which a report that a page cannot be used is answered.'
const NOT_ACCESSIBLE =
  'Write between [ and ] what cannot be used by everybody: why, with the success criterion of WCAG that it fails, what to do instead, and when it is put right. There is something in it unless compliance is "fully".'

const accessibilitySchema = v.pipe(
  group(
    {
      contact: v.exactOptional(contactPoint('whoever answers about accessibility')),
      answersWithinWorkingDays: v.exactOptional(
        v.pipe(v.number(ANSWERS), v.integer(ANSWERS), v.minValue(1, ANSWERS), v.maxValue(40, ANSWERS)),
      ),
      compliance: v.exactOptional(v.picklist(['fully', 'partially', 'not'], COMPLIANCE)),
      notAccessible: v.exactOptional(v.array(line('each thing that cannot be used by everybody'), NOT_ACCESSIBLE)),
      testedOn: v.exactOptional(day('the day on which the pages were tested')),
      testedBy: v.exactOptional(line('who tested the pages')),
      preparedOn: v.exactOptional(day('the day on which the statement was written')),
      reviewedOn: v.exactOptional(day('the day on which the statement was last reviewed')),
    } satisfies FieldsOf<AccessibilityNotice>,
    'Write between { and } what the accessibility statement says. What is not known yet is left out: the page says that it is missing.',
  ),
  v.check(
    ({ compliance, notAccessible = [] }) =>
      compliance === undefined || (compliance === 'fully') === (notAccessible.length === 0),
    NOT_ACCESSIBLE,
  ),
)

/** "notices": what the council has to say by law on pages of its own. */
export const noticesSchema = group(
  {
    accessibility: accessibilitySchema,
    privacy: group(
      {
        contact: v.exactOptional(contactPoint('whoever answers about personal information')),
        dataProtectionOfficer: v.exactOptional(contactPoint('the data protection officer')),
        keptFor: v.exactOptional(line('for how long a case is kept, as a sentence')),
        writtenOn: v.exactOptional(day('the day on which the privacy notice was written')),
      } satisfies FieldsOf<PrivacyNotice>,
      'Write between { and } what the privacy notice says. What is not known yet is left out: the page says that it is missing.',
    ),
  } satisfies FieldsOf<CouncilNotices>,
  'Write between { and } "accessibility" and "privacy", each with what its page says, or {}.',
)
