import { type CouncilMessageToClaim, claimMessage, type MessageToClaim } from '../cases/store/message-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import type { SendEmail } from './send-email.ts'
import type { WaitForTurn } from './sending-turn.ts'

/** What sending takes. */
export interface Sender {
  readonly tables: CaseTables
  readonly sendEmail: SendEmail
  /** Is waited for before an email is claimed, so that a claim is never held up by the sending rate. */
  readonly waitForTurn: WaitForTurn
  readonly now: () => Date
  /** How long a claim that was not confirmed is left alone: longer than the function that sends may run. */
  readonly leaseSeconds: number
}

/** Another sending of the same message was begun a moment ago. The caller tries again a little later. */
export class MessageInDoubtError extends Error {
  override readonly name = 'MessageInDoubt'
}

/**
 * Claims a message that is about to go out.
 * @param caseId the case; COUNCIL for a message to the officer or the mediation adviser.
 * @returns which attempt this is, from 1; undefined when the message needs nothing more.
 * @throws MessageInDoubtError when it is not yet known whether it went out.
 */
export async function claimToSend(
  { tables, now, leaseSeconds }: Sender,
  caseId: string,
  message: MessageToClaim | CouncilMessageToClaim,
): Promise<number | undefined> {
  const claim = await claimMessage(tables, caseId, message, { now: now(), leaseSeconds })
  switch (claim.outcome) {
    case 'claimed':
      return claim.attempt
    case 'settled':
      return undefined
    case 'in-doubt':
      throw new MessageInDoubtError(
        `Case ${caseId}: sending "${message.key}" was begun less than ${leaseSeconds} seconds ago, and nobody knows yet how it went.`,
      )
  }
}
