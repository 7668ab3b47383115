import type { Case } from '../cases/case.ts'
import { caseDates } from '../cases/case-dates.ts'
import type { Contact, PrivateWords } from '../cases/contact.ts'
import type { Council } from '../cases/council.ts'
import { type MessageDue, messageKey } from '../cases/message.ts'
import { type Claim, claimMessage, leaveMessageUnsettled, settleMessage } from '../cases/message-store.ts'
import type { CaseTables, ContactTables } from '../cases/tables.ts'
import { giveTask } from '../cases/task-store.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { buildEmail } from './build-email.ts'
import { composeMessage } from './compose-message.ts'
import { type SendEmail, UnsendableError } from './send-email.ts'

/** What delivering a message takes. */
export interface Delivery {
  readonly tables: CaseTables & ContactTables
  readonly council: Council
  readonly sendEmail: SendEmail
  readonly now: () => Date
  /** How long a claim that was not confirmed is left alone: longer than the function that delivers may run. */
  readonly leaseSeconds: number
}

/** Another sending of the same message was begun a moment ago. The state machine tries again a little later. */
export class MessageInDoubtError extends Error {
  override readonly name = 'MessageInDoubt'
}

export interface MessageToDeliver {
  readonly message: MessageDue
  readonly contact: Contact
  readonly words: PrivateWords
  readonly today: CalendarDate
}

/** Claims the message, sends it, confirms it. What cannot be sent becomes a task for a person. */
export async function deliverMessage(
  service: Delivery,
  subject: Case,
  { message, contact, words, today }: MessageToDeliver,
): Promise<void> {
  const { tables, council, sendEmail, now, leaseSeconds } = service
  const { caseId } = subject
  const key = messageKey(message)
  const composed = composeMessage({
    ...message,
    subject,
    dates: caseDates(subject, today),
    contact,
    words,
    council,
    today,
  })
  const claim: Claim = await claimMessage(tables, caseId, message, composed.subject, { now: now(), leaseSeconds })
  if (claim === 'settled') return
  if (claim === 'in-doubt') {
    throw new MessageInDoubtError(
      `Case ${caseId}: sending "${key}" was begun less than ${leaseSeconds} seconds ago, and nobody knows yet how it went.`,
    )
  }
  const email = await buildEmail(composed, {
    caseId,
    messageKey: key,
    from: { name: council.name, address: council.senderEmail },
    to: { name: contact.name, address: contact.email },
    replyTo: council.officer.email,
    date: now(),
  })
  try {
    const sesMessageId = await sendEmail({ email, to: contact.email, caseId, messageKey: key })
    await settleMessage(tables, caseId, key, sesMessageId, now())
  } catch (error) {
    if (!(error instanceof UnsendableError)) throw error
    await leaveMessageUnsettled(tables, caseId, key, error.reason)
    await giveTask(tables, caseId, { kind: 'tell-family-another-way', about: key, dueOn: today }, now())
  }
}
