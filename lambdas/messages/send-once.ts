import { type CouncilMessageDue, type MessageDue, messageKey } from '../cases/message.ts'
import { claimMessage, leaveMessageUnsettled, settleMessage } from '../cases/message-store.ts'
import type { CaseTables } from '../cases/tables.ts'
import { buildEmail, type Mailbox } from './build-email.ts'
import type { ComposedMessage } from './compose-message.ts'
import { type SendEmail, UnsendableError } from './send-email.ts'

/** What sending takes. */
export interface Sender {
  readonly tables: CaseTables
  readonly sendEmail: SendEmail
  readonly now: () => Date
  /** How long a claim that was not confirmed is left alone: longer than the function that sends may run. */
  readonly leaseSeconds: number
}

export interface MessageToSend {
  /** The case; COUNCIL for a message to the officer or the mediation adviser. */
  readonly caseId: string
  readonly message: MessageDue | CouncilMessageDue
  readonly composed: Pick<ComposedMessage, 'subject' | 'html' | 'text' | 'calendarFile'>
  readonly from: Mailbox
  readonly to: Mailbox
  readonly replyTo: string
}

/** Another sending of the same message was begun a moment ago. The caller tries again a little later. */
export class MessageInDoubtError extends Error {
  override readonly name = 'MessageInDoubt'
}

/** `unsendable`: SES refuses the message for good, and it is noted why. */
export type SendOutcome = 'sent' | 'settled-before' | 'unsendable'

/**
 * Claims a message, sends it, confirms it: it goes out once, whatever stops on the way.
 * @throws MessageInDoubtError when it is not yet known whether it went out. Any other error may be tried again too.
 */
export async function sendOnce(
  { tables, sendEmail, now, leaseSeconds }: Sender,
  { caseId, message, composed, from, to, replyTo }: MessageToSend,
): Promise<SendOutcome> {
  const key = messageKey(message)
  const claim = await claimMessage(tables, caseId, message, composed.subject, { now: now(), leaseSeconds })
  if (claim === 'settled') return 'settled-before'
  if (claim === 'in-doubt') {
    throw new MessageInDoubtError(
      `Case ${caseId}: sending "${key}" was begun less than ${leaseSeconds} seconds ago, and nobody knows yet how it went.`,
    )
  }
  const email = await buildEmail(composed, { caseId, messageKey: key, from, to, replyTo, date: now() })
  try {
    const sesMessageId = await sendEmail({ email, to: to.address, caseId, messageKey: key })
    await settleMessage(tables, caseId, key, sesMessageId, now())
    return 'sent'
  } catch (error) {
    if (!(error instanceof UnsendableError)) throw error
    await leaveMessageUnsettled(tables, caseId, key, error.reason)
    return 'unsendable'
  }
}
