import * as v from 'valibot'
import type { CouncilContacts } from '../../lambdas/cases/council.ts'
import { contactPoint, email, type FieldsOf, group, webAddress } from './fields.ts'

/** "contacts": who writes to families for the council, whom they write to, and which of its pages they are sent to. */
export const contactsSchema = group(
  {
    officer: contactPoint('the council officer'),
    partnershipService: contactPoint('the SEND information, advice and support service'),
    senderEmail: email('the address that messages come from'),
    localOffer: webAddress('the page of the Local Offer'),
    complaintPages: v.exactOptional(
      group(
        {
          council: v.exactOptional(webAddress('the page on how to complain about the council')),
          health: v.exactOptional(webAddress('the page on how to complain about the integrated care board')),
        },
        'Write the pages on how to complain between { and }.',
      ),
    ),
  } satisfies FieldsOf<CouncilContacts>,
  'Write between { and } who writes to families, whom they write to, and the page of the Local Offer.',
)
