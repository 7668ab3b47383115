import type { DatabaseSync } from 'node:sqlite'
import PostalMime from 'postal-mime'
import type { Clock } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { bareAddress, verifiedIdentity } from './addresses.ts'
import {
  composeMessage,
  type Envelope,
  type RawInstructions,
  type SimpleMessage,
  sendableRawMessage,
} from './compose-message.ts'
import { deliveryEvents, type SentMessage } from './delivery-events.ts'
import type { ConfigurationSet, EmailDefinition } from './email-of-template.ts'
import type { Mailbox } from './mailbox.ts'
import { badRequest, SesError } from './ses-error.ts'

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
}

/** The input of SES v2's SendEmail, as far as it is supported. */
export interface SendEmailInput {
  readonly FromEmailAddress?: string
  readonly Destination?: {
    readonly ToAddresses?: readonly string[]
    readonly CcAddresses?: readonly string[]
    readonly BccAddresses?: readonly string[]
  }
  readonly ReplyToAddresses?: readonly string[]
  readonly Content?: {
    readonly Simple?: SimpleMessage
    readonly Raw?: { readonly Data: string }
    readonly Template?: unknown
  }
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[]
  readonly ConfigurationSetName?: string
}

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const MOST_RECIPIENTS = 50
const LARGEST_MESSAGE_IN_BYTES = 40 * 1024 * 1024

/**
 * Sends one message: keeps it as sent, and puts what SES tells of it on the event bus, all in one transaction. Like SES
 * it knows nothing of earlier calls: the same input twice is two messages.
 *
 * @returns the message's id.
 * @throws SesError as SES: `MessageRejected` for an unverified sender, `BadRequestException`, `NotFoundException`,
 * `SendingPausedException`.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export async function sendEmail(input: SendEmailInput, surroundings: SendEmailSurroundings): Promise<string> {
  const { clock, mailbox, region, newId } = surroundings
  const sentAt = clock.now()
  const messageId = `0107${Math.floor(sentAt).toString(16).padStart(12, '0')}-${newId()}-000000`
  const stamp = { messageId, messageIdHost: `${region}.amazonses.com`, sentAt }
  const { message, instructions } = await makeMessage(input, stamp)
  if (message.byteLength > LARGEST_MESSAGE_IN_BYTES)
    throw badRequest(`Message length is more than ${LARGEST_MESSAGE_IN_BYTES} bytes long: '${message.byteLength}'.`)

  const parsed = await new PostalMime().parse(message)
  const from = input.FromEmailAddress ?? headerOf(parsed.headers, 'from')
  if (from === undefined) throw badRequest('The message has no From address.')
  const fromAddress = bareAddress(from)
  const identity = checkedIdentity(fromAddress, surroundings)
  const destination = input.Destination ?? destinationOfHeaders(parsed)
  const [to, cc, bcc] = [destination.ToAddresses, destination.CcAddresses, destination.BccAddresses].map((addresses) =>
    (addresses ?? []).map(bareAddress),
  ) as [string[], string[], string[]]
  const recipients = [...to, ...cc, ...bcc]
  if (recipients.length === 0) throw badRequest('The message has no recipient.')
  if (recipients.length > MOST_RECIPIENTS) throw badRequest(`Recipient count exceeds ${MOST_RECIPIENTS}.`)

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
    to: destination.ToAddresses ?? [],
    subject: parsed.subject ?? '',
    headers: parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    configurationSet: configurationSet?.name,
    tags: { ...instructions.tags, ...checkedTags(input) },
  }
  mailbox.keepFile(messageId, message)
  accept(sent, { to, cc, bcc }, configurationSet, surroundings)
  surroundings.onSent()
  return messageId
}

async function makeMessage(
  input: SendEmailInput,
  stamp: Pick<Envelope, 'messageId' | 'messageIdHost' | 'sentAt'>,
): Promise<{ readonly message: Buffer; readonly instructions: RawInstructions }> {
  const { Simple, Raw } = input.Content ?? {}
  if (Raw !== undefined) return sendableRawMessage(Buffer.from(Raw.Data, 'base64'), stamp)
  if (Simple === undefined)
    throw badRequest('Content has to be Simple or Raw; the local service does not support templates.')
  if (input.FromEmailAddress === undefined) throw badRequest('FromEmailAddress is a required field.')
  const message = await composeMessage(Simple, {
    ...stamp,
    from: input.FromEmailAddress,
    to: input.Destination?.ToAddresses ?? [],
    cc: input.Destination?.CcAddresses ?? [],
    replyTo: input.ReplyToAddresses ?? [],
  })
  return { message, instructions: { configurationSet: undefined, tags: {} } }
}

function headerOf(
  headers: readonly { readonly key: string; readonly value: string }[],
  name: string,
): string | undefined {
  return headers.find(({ key }) => key === name)?.value
}

function destinationOfHeaders(
  parsed: Awaited<ReturnType<PostalMime['parse']>>,
): NonNullable<SendEmailInput['Destination']> {
  const addresses = (list: typeof parsed.to): readonly string[] =>
    (list ?? []).flatMap((entry) => entry.address ?? entry.group?.map((member) => member.address) ?? [])
  return { ToAddresses: addresses(parsed.to), CcAddresses: addresses(parsed.cc), BccAddresses: addresses(parsed.bcc) }
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
  if (set === undefined) throw new SesError('NotFoundException', `Configuration set <${name}> does not exist.`, 404)
  if (!set.isSendingEnabled) {
    throw new SesError('SendingPausedException', `Sending is paused for configuration set <${name}>.`)
  }
  return set
}

/** @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html */
function checkedTags(input: SendEmailInput): Readonly<Record<string, string>> {
  const tags = input.EmailTags ?? []
  for (const { Name, Value } of tags) {
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Name))
      throw badRequest(`Invalid tag name <${Name}>: only A-Z, a-z, 0-9, _ and - are allowed, at most 256.`)
    if (!/^[A-Za-z0-9_.@-]{1,256}$/.test(Value))
      throw badRequest(`Invalid tag value <${Value}>: only A-Z, a-z, 0-9, _, -, . and @ are allowed, at most 256.`)
  }
  return Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value]))
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
