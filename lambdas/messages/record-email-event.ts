import type { EventBridgeEvent } from 'aws-lambda'
import { londonDay } from '../cases/london.ts'
import { COUNCIL, type MessageRecord } from '../cases/message.ts'
import { noteDelivery, settleMessage } from '../cases/message-store.ts'
import type { CaseTables } from '../cases/tables.ts'
import { giveTask } from '../cases/task-store.ts'

/** The part of an SES event that is read. https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
export interface EmailEventDetail {
  readonly eventType: string
  readonly mail: {
    readonly messageId: string
    readonly timestamp: string
    readonly tags?: Readonly<Record<string, readonly string[]>>
  }
  readonly bounce?: { readonly bounceType: string }
}

export interface RecordEmailEvent {
  readonly tables: CaseTables
  readonly now: () => Date
  /** Is told of a message to the officer or the mediation adviser that did not arrive. */
  readonly reportUndelivered: (messageKey: string, delivery: NonNullable<MessageRecord['delivery']>) => void
}

/**
 * Notes on the case what SES says of a message: that it has it (which settles a sending that was never confirmed), and
 * what became of it. A message that did not arrive becomes a task, so that nobody falls silent. One to the officer or the
 * mediation adviser is nobody's case: it is reported, and the next digest tells all of it again.
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
  const isNews = await noteDelivery(tables, caseId, key, delivery, { unlessDelivered: isSoftBounce(detail) })
  if (isNews && (delivery === 'bounced' || delivery === 'complained' || delivery === 'rejected')) {
    if (caseId === COUNCIL) return reportUndelivered(key, delivery)
    await giveTask(tables, caseId, { kind: 'tell-family-another-way', about: key, dueOn: londonDay(now()) }, now())
  }
}

/**
 * SES tells of a soft bounce only when it has given up trying. After a delivery it is an automatic reply ("I am away").
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object
 */
function isSoftBounce({ bounce }: EmailEventDetail): boolean {
  return bounce?.bounceType === 'Transient'
}

function deliveryOf({ eventType }: EmailEventDetail): MessageRecord['delivery'] {
  switch (eventType) {
    case 'Delivery':
      return 'delivered'
    case 'DeliveryDelay':
      return 'delayed'
    case 'Bounce':
      return 'bounced'
    case 'Complaint':
      return 'complained'
    case 'Reject':
    case 'Rendering Failure':
      return 'rejected'
    default:
      return undefined
  }
}
