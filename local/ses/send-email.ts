import type { DatabaseSync } from 'node:sqlite'
import PostalMime from 'postal-mime'
import type { Clock } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { bareAddress, verifiedIdentity } from './addresses.ts'
import { deliveryEvents, type SentMessage } from './delivery-events.ts'
import type { ConfigurationSet, EmailDefinition } from './email-of-template.ts'
import type { Mailbox } from './mailbox.ts'
import { sendableRawMessage } from './raw-message.ts'
import { invalidValue, SesError } from './ses-error.ts'

/** What sending needs of the rest of the service. */
export interface SendEmailSurroundings {
  readonly email: EmailDefinition
  readonly mailbox: Mailbox
  readonly database: DatabaseSync
  readonly clock: Clock
  readonly region: string
  readonly accountId: string
  readonly newId: () => string
  /** Puts an event on the default bus, in the transaction that is open. */
  readonly putEvent: (event: {
    readonly source: string
    readonly 'detail-type': string
    readonly detail: Readonly<Record<string, unknown>>
    readonly resources: readonly string[]
  }) => void
  /** Told after a message was accepted, when something may have become due. */
  readonly onSent: () => void
  readonly refuses: RefusesEmails
}

/**
 * What SES refuses every email with that happens here only where it is asked for: nobody counts them, and nobody's permissions
 * are looked at. An email that comes too fast and one over the quota of the day have one name.
 */
const REFUSALS = {
  Throttling: 'Maximum sending rate exceeded.',
  AccessDenied: 'User is not authorized to perform: ses:SendRawEmail.',
} as const

/** With what an email is refused now; undefined where it is not. */
export type RefusesEmails = () => keyof typeof REFUSALS | undefined

/** The input of SendRawEmail, as far as it is supported. */
export interface RawEmailInput {
  /** Sends as this address, whatever the message's From header says. */
  readonly Source?: string
  /** Whom it goes to, whatever the message's headers say. */
  readonly Destinations?: readonly string[]
  /** The whole message, in base64. */
  readonly RawMessage: { readonly Data: string }
  readonly Tags?: readonly { readonly Name: string; readonly Value: string }[]
  readonly ConfigurationSetName?: string
}

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html: of a message in base64, by version 1 of the API. */
const MOST_RECIPIENTS = 50
const LARGEST_MESSAGE_IN_BYTES = 10 * 1024 * 1024

/**
 * Sends one message: keeps it as sent, and puts what SES tells of it on the event bus, all in one transaction. Like SES
 * it knows nothing of earlier calls: the same input twice is two messages.
 *
 * @returns the message's id.
 * @throws SesError as SES: `MessageRejected` for an unverified sender, `InvalidParameterValue`,
 * `ConfigurationSetDoesNotExist`, `ConfigurationSetSendingPausedException`, `Throttling`.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
export async function sendRawEmail(input: RawEmailInput, surroundings: SendEmailSurroundings): Promise<string> {
  const { clock, mailbox, region, newId } = surroundings
  const sentAt = clock.now()
  const messageId = `0107${Math.floor(sentAt).toString(16).padStart(12, '0')}-${newId()}-000000`
  const size = input.RawMessage.Data.length
  if (size > LARGEST_MESSAGE_IN_BYTES) {
    throw invalidValue(`Message length is more than ${LARGEST_MESSAGE_IN_BYTES} bytes long: '${size}'.`)
  }
  const tags = checkedTags(input)
  const { message, instructions } = sendableRawMessage(Buffer.from(input.RawMessage.Data, 'base64'), {
    messageId,
    messageIdHost: `${region}.amazonses.com`,
    sentAt,
  })
  const parsed = await new PostalMime().parse(message)
  const from = input.Source ?? headerOf(parsed.headers, 'from')
  if (from === undefined) throw invalidValue("Missing required header 'From'.")
  const fromAddress = bareAddress(from)
  const identity = checkedIdentity(fromAddress, surroundings)
  const inHeaders = recipientsInHeaders(parsed)
  // Destinations say nothing of who gets a copy: like SES's events, the mailbox then lists all of them as recipients.
  const [to, cc, bcc] = (input.Destinations ? [input.Destinations, [], []] : inHeaders).map((addresses) =>
    addresses.map(bareAddress),
  ) as [string[], string[], string[]]
  const recipients = [...to, ...cc, ...bcc]
  if (recipients.length === 0) throw invalidValue('Missing required parameter: the message has no recipient.')
  if (recipients.length > MOST_RECIPIENTS) throw invalidValue(`Recipient count exceeds ${MOST_RECIPIENTS}.`)

  const configurationSet = checkedConfigurationSet(
    input.ConfigurationSetName ??
      instructions.configurationSet ??
      surroundings.email.identities.get(identity)?.configurationSet,
    surroundings.email,
  )
  const sent: SentMessage = {
    messageId,
    sentAt,
    from,
    fromAddress,
    identityArn: `arn:aws:ses:${region}:${surroundings.accountId}:identity/${identity}`,
    accountId: surroundings.accountId,
    recipients,
    to: input.Destinations ?? inHeaders[0],
    subject: parsed.subject ?? '',
    headers: parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    configurationSet: configurationSet?.name,
    tags: { ...instructions.tags, ...tags },
  }
  const refusal = surroundings.refuses()
  if (refusal) throw new SesError(refusal, REFUSALS[refusal])
  mailbox.keepFile(messageId, message)
  accept(sent, { to, cc, bcc }, configurationSet, surroundings)
  surroundings.onSent()
  return messageId
}

function headerOf(
  headers: readonly { readonly key: string; readonly value: string }[],
  name: string,
): string | undefined {
  return headers.find(({ key }) => key === name)?.value
}

/** @returns To, Cc and Bcc. */
function recipientsInHeaders({
  to,
  cc,
  bcc,
}: Awaited<ReturnType<PostalMime['parse']>>): readonly [readonly string[], readonly string[], readonly string[]] {
  const addresses = (list: typeof to): readonly string[] =>
    (list ?? []).flatMap((entry) => entry.address ?? entry.group?.map((member) => member.address) ?? [])
  return [addresses(to), addresses(cc), addresses(bcc)]
}

function checkedIdentity(address: string, { email, region }: SendEmailSurroundings): string {
  const identity = verifiedIdentity(address, new Set(email.identities.keys()))
  if (identity !== undefined) return identity
  throw new SesError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${address}`,
  )
}

function checkedConfigurationSet(name: string | undefined, email: EmailDefinition): ConfigurationSet | undefined {
  if (name === undefined) return undefined
  const set = email.configurationSets.get(name)
  if (set === undefined)
    throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`)
  if (!set.isSendingEnabled) {
    throw new SesError('ConfigurationSetSendingPausedException', `Sending is paused for configuration set <${name}>.`)
  }
  return set
}

const LONGEST_TAG = 255

/**
 * What has to be so of a tag's name and of its value, in the order in which SES looks, and SES's own words.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
 */
function checkedTags({ Tags = [] }: RawEmailInput): Readonly<Record<string, string>> {
  for (const { Name, Value } of Tags) {
    if (Name === '') throw invalidValue('The tag name must be specified.')
    if (Value === '') throw invalidValue('The tag value must be specified.')
    // The two tags of SES's own that a sender may set.
    if (!/^(ses:feedback-id-[ab]|[A-Za-z0-9_-]+)$/.test(Name)) {
      throw invalidValue(`Invalid tag name <${Name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`)
    }
    if (Name.length > LONGEST_TAG) throw invalidValue(`Tag name cannot exceed ${LONGEST_TAG} characters.`)
    if (!/^[A-Za-z0-9_.@-]+$/.test(Value)) {
      throw invalidValue(
        `Invalid tag value <${Value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.`,
      )
    }
    if (Value.length > LONGEST_TAG) throw invalidValue(`Tag value cannot exceed ${LONGEST_TAG} characters.`)
  }
  return Object.fromEntries(Tags.map(({ Name, Value }) => [Name, Value]))
}

function accept(
  sent: SentMessage,
  addresses: { readonly to: readonly string[]; readonly cc: readonly string[]; readonly bcc: readonly string[] },
  configurationSet: ConfigurationSet | undefined,
  { database, mailbox, newId, putEvent, region, accountId }: SendEmailSurroundings,
): void {
  const events = deliveryEvents(sent, newId)
  inTransaction(database, () => {
    mailbox.addEntry({
      id: sent.messageId,
      sentAt: sent.sentAt,
      from: sent.from,
      ...addresses,
      subject: sent.subject,
      configurationSet: configurationSet?.name,
      tags: sent.tags,
      events: events.map(({ type }) => type),
    })
    for (const event of events) {
      if (!configurationSet?.publishedEventTypes.has(event.type.toLowerCase())) continue
      putEvent({
        source: 'aws.ses',
        'detail-type': event.detailType,
        detail: event.detail,
        resources: [`arn:aws:ses:${region}:${accountId}:configuration-set/${configurationSet.name}`],
      })
    }
  })
}
