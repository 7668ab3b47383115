import { type DeliveryOutcome, deliveryOutcome } from './addresses.ts'
import type { SesEventType } from './email-of-template.ts'

/** A message that SES has accepted. */
export interface SentMessage {
  readonly messageId: string
  /** Epoch milliseconds on the service's clock. */
  readonly sentAt: number
  /** The From header. */
  readonly from: string
  readonly fromAddress: string
  readonly identityArn: string
  readonly accountId: string
  /** Bare addresses of all recipients. */
  readonly recipients: readonly string[]
  readonly to: readonly string[]
  readonly subject: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly configurationSet: string | undefined
  readonly tags: Readonly<Record<string, string>>
}

/** An event as it goes onto the bus. */
export interface DeliveryEvent {
  readonly type: SesEventType
  readonly detailType: string
  readonly detail: Readonly<Record<string, unknown>>
}

const DETAIL_TYPES: Readonly<Record<SesEventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
}

/**
 * What SES tells of a message: that it was sent, then what became of it at each recipient.
 *
 * @param newId gives the id of a bounce's or a complaint's report.
 * @see https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
 */
export function deliveryEvents(message: SentMessage, newId: () => string): readonly DeliveryEvent[] {
  const timestamp = new Date(message.sentAt).toISOString()
  const at = (...outcomes: readonly DeliveryOutcome[]): readonly string[] =>
    message.recipients.filter((recipient) => outcomes.includes(deliveryOutcome(recipient)))
  const event = (type: SesEventType, part: Readonly<Record<string, unknown>>): DeliveryEvent => ({
    type,
    detailType: DETAIL_TYPES[type],
    detail: { eventType: type, mail: mailPart(message), [type.toLowerCase()]: part },
  })
  const events = [event('Send', {})]
  const delivered = at('delivered', 'complained')
  if (delivered.length > 0) {
    events.push(
      event('Delivery', {
        timestamp,
        processingTimeMillis: 0,
        recipients: delivered,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'local.smtp-out.amazonses.com',
      }),
    )
  }
  for (const [outcome, subType] of [
    ['bounced', 'General'],
    ['suppressed', 'Suppressed'],
  ] as const) {
    const bounced = at(outcome)
    if (bounced.length > 0) events.push(event('Bounce', bouncePart(bounced, subType, timestamp, newId())))
  }
  const complained = at('complained')
  if (complained.length > 0) {
    events.push(
      event('Complaint', {
        complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
        timestamp,
        feedbackId: newId(),
        complaintSubType: null,
        complaintFeedbackType: 'abuse',
        userAgent: 'Amazon SES Mailbox Simulator',
        arrivalDate: timestamp,
      }),
    )
  }
  return events
}

function bouncePart(
  recipients: readonly string[],
  subType: string,
  timestamp: string,
  feedbackId: string,
): Readonly<Record<string, unknown>> {
  const diagnosticCode =
    subType === 'Suppressed'
      ? 'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.'
      : 'smtp; 550 5.1.1 user unknown'
  return {
    bounceType: 'Permanent',
    bounceSubType: subType,
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode,
    })),
    timestamp,
    feedbackId,
    reportingMTA: 'dns; amazonses.com',
  }
}

function mailPart(message: SentMessage): Readonly<Record<string, unknown>> {
  const own = Object.fromEntries(Object.entries(message.tags).map(([name, value]) => [name, [value]]))
  return {
    timestamp: new Date(message.sentAt).toISOString(),
    source: message.from,
    sourceArn: message.identityArn,
    sendingAccountId: message.accountId,
    messageId: message.messageId,
    destination: message.recipients,
    headersTruncated: false,
    headers: message.headers,
    commonHeaders: {
      from: [message.from],
      to: message.to,
      messageId: message.messageId,
      subject: message.subject,
    },
    tags: {
      'ses:source-tls-version': ['TLSv1.3'],
      'ses:operation': ['SendRawEmail'],
      ...(message.configurationSet === undefined ? {} : { 'ses:configuration-set': [message.configurationSet] }),
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [message.fromAddress.slice(message.fromAddress.lastIndexOf('@') + 1)],
      'ses:caller-identity': ['local'],
      ...own,
    },
  }
}
