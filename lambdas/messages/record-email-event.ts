import type { EventBridgeEvent } from 'aws-lambda'
import { letterReasonOf } from '../cases/letter.ts'
import { londonDay } from '../cases/london.ts'
import { COUNCIL, type EmailDelivery } from '../cases/message.ts'
import { withdrawLetter } from '../cases/store/letter-store.ts'
import { noteDelivery, replaceByLetter, settleMessage } from '../cases/store/message-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'

/** The part of an SES event that is read. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export interface EmailEventDetail {
  readonly eventType: string
  readonly mail: {
    readonly messageId: string
    readonly timestamp: string
    readonly tags?: Readonly<Record<string, readonly string[]>>
  }
  readonly bounce?: { readonly bounceType: string; readonly bounceSubType?: string }
  readonly complaint?: { readonly complaintSubType?: string | null }
}

export interface RecordEmailEvent {
  readonly tables: CaseTables
  readonly now: () => Date
  /** Is told of a message to the officer or the mediation adviser that did not arrive. */
  readonly reportUndelivered: (messageKey: string, delivery: EmailDelivery) => void
}

/**
 * Notes on the case what SES says of a message: that it has it (which settles a sending that was never confirmed), and
 * what became of it. A message that did not arrive becomes a letter and a task, so that nobody falls silent. One to the
 * officer or the mediation adviser is nobody's case: it is reported, and the next digest tells all of it again.
 *
 * Each event may come twice and in any order. The letter and the task are asked for whenever the news stands, not only
 * when it is new: this may have stopped halfway before.
 */
export async function recordEmailEvent(
  { tables, now, reportUndelivered }: RecordEmailEvent,
  { detail }: EventBridgeEvent<string, EmailEventDetail>,
): Promise<void> {
  const caseId = detail.mail.tags?.case?.[0]
  const key = detail.mail.tags?.message?.[0]
  // A message that this service did not send has no such tags.
  if (!caseId || !key) return
  await settleMessage(tables, caseId, key, detail.mail.messageId, new Date(detail.mail.timestamp))
  const delivery = deliveryOf(detail)
  if (!delivery) return
  const message = await noteDelivery(tables, caseId, key, delivery)
  if (message?.delivery !== delivery) return
  const recipient = 'recipient' in message ? message.recipient : undefined
  const why = letterReasonOf(delivery)
  if (caseId === COUNCIL) {
    if (why) reportUndelivered(key, delivery)
    return
  }
  if (why) {
    const letter = { key, recipient: recipient ?? 'family', why }
    const task = { kind: 'tell-family-another-way', about: { message: key }, dueOn: londonDay(now()) } as const
    await replaceByLetter(tables, caseId, { delivery, letter, task }, now())
  }
  if (delivery === 'delivered') await withdrawLetter(tables, caseId, key, now())
}

function deliveryOf(detail: EmailEventDetail): EmailDelivery | undefined {
  switch (detail.eventType) {
    case 'Delivery':
      return 'delivered'
    case 'DeliveryDelay':
      return 'delayed'
    case 'Bounce':
      return bounceOf(detail.bounce)
    case 'Complaint':
      return isSuppressed(detail.complaint?.complaintSubType) ? 'suppressed' : 'complained'
    case 'Reject':
    case 'Rendering Failure':
      return 'rejected'
    default:
      return undefined
  }
}

/**
 * SES tells of a soft bounce ("Transient") only when it has given up trying.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object
 */
function bounceOf(bounce: EmailEventDetail['bounce']): EmailDelivery {
  if (isSuppressed(bounce?.bounceSubType)) return 'suppressed'
  return bounce?.bounceType === 'Transient' ? 'undelivered' : 'bounced'
}

/** SES did not try: the address is on its own list of failing addresses, or on the account's. */
function isSuppressed(subType: string | null | undefined): boolean {
  return subType === 'Suppressed' || subType === 'OnAccountSuppressionList'
}
