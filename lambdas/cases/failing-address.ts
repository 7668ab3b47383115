import type { CaseFile } from './case-file.ts'
import type { EmailDelivery } from './message.ts'
import type { RecipientRole } from './recipient.ts'

/** What an address that will not take the next message either does to one. A full mailbox may be emptied. */
const FAILS_FOR_GOOD = ['bounced', 'suppressed', 'complained'] as const satisfies readonly EmailDelivery[]
export type AddressFailure = (typeof FAILS_FOR_GOOD)[number]

/**
 * Why somebody's email address is known to fail: what became of the last message that went to it, if that was returned or
 * marked as unwanted. Contact details that were changed since then are given a new chance.
 * @returns undefined when nothing is known against the address.
 */
export function addressFailure(
  { subject, messages }: Pick<CaseFile, 'subject' | 'messages'>,
  role: RecipientRole,
): AddressFailure | undefined {
  const changedAt = subject.facts.findLast(({ type }) => type === 'contact-details-changed')?.recordedAt ?? ''
  const failed = messages.filter(
    ({ recipient = 'family', claimedAt, delivery }) =>
      recipient === role && claimedAt > changedAt && FAILS_FOR_GOOD.some((failure) => failure === delivery),
  )
  const last = failed.toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1)).at(-1)
  return FAILS_FOR_GOOD.find((failure) => failure === last?.delivery)
}
