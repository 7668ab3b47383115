import type { AddressFailure } from '../../cases/failing-address.ts'
import type { RecipientRole } from '../../cases/recipient.ts'

/** Who a message or a letter is to, as it goes on after "to". */
export const RECIPIENT_WORDS: Readonly<Record<RecipientRole, string>> = {
  family: 'the family',
  second: 'the second person',
  representative: 'the person who acts for the family',
}

const FAILURE_WORDS: Readonly<Record<AddressFailure, string>> = {
  bounced: 'was returned',
  complained: 'was marked as unwanted',
  suppressed: 'was not tried, because the address has failed before',
}

/** Says that somebody is written to by letter until their contact details are changed. */
export function failingAddressInWords(role: RecipientRole, failure: AddressFailure): string {
  return `An email to ${RECIPIENT_WORDS[role]} ${FAILURE_WORDS[failure]}. Later messages to them go by letter until you record how to contact them now.`
}
