import { Buffer } from 'node:buffer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { badRequest } from './ses-error.ts'

interface Content {
  readonly Data: string
}

/** The part of SES v2's SendEmail input that a message is made of. */
export interface SimpleMessage {
  readonly Subject?: Content
  readonly Body?: { readonly Text?: Content; readonly Html?: Content }
  readonly Headers?: readonly { readonly Name: string; readonly Value: string }[]
  readonly Attachments?: readonly {
    readonly RawContent: string
    readonly FileName: string
    readonly ContentType?: string
    readonly ContentDisposition?: string
    readonly ContentId?: string
  }[]
}

/** What SES itself puts on a message. */
export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly replyTo: readonly string[]
  readonly messageId: string
  /** Host part of the Message-ID header. */
  readonly messageIdHost: string
  /** Epoch milliseconds. */
  readonly sentAt: number
}

/** Makes the MIME message of a simple request, with text, HTML and attachments as given. */
export async function composeMessage(message: SimpleMessage, envelope: Envelope): Promise<Buffer> {
  const { Subject, Body, Headers, Attachments } = message
  if (Subject === undefined) throw badRequest('Subject is a required field.')
  if (Body?.Text === undefined && Body?.Html === undefined) throw badRequest('Body has to have Text or Html.')
  const composer = new MailComposer({
    from: envelope.from,
    to: [...envelope.to],
    cc: [...envelope.cc],
    replyTo: [...envelope.replyTo],
    subject: Subject.Data,
    ...(Body.Text === undefined ? {} : { text: Body.Text.Data }),
    ...(Body.Html === undefined ? {} : { html: Body.Html.Data }),
    messageId: `<${envelope.messageId}@${envelope.messageIdHost}>`,
    date: new Date(envelope.sentAt),
    headers: (Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
    attachments: (Attachments ?? []).map((attachment) => ({
      filename: attachment.FileName,
      // In base64 a file arrives byte for byte.
      contentTransferEncoding: 'base64' as const,
      content: Buffer.from(attachment.RawContent, 'base64'),
      ...(attachment.ContentType === undefined ? {} : { contentType: attachment.ContentType }),
      ...(attachment.ContentDisposition === 'INLINE' ? { contentDisposition: 'inline' as const } : {}),
      ...(attachment.ContentId === undefined ? {} : { cid: attachment.ContentId }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** SES's own headers of a raw message: it reads these and does not send them on. */
export interface RawInstructions {
  readonly configurationSet: string | undefined
  readonly tags: Readonly<Record<string, string>>
}

/**
 * A raw message as SES sends it on: with SES's Message-ID and Date instead of its own, without Bcc and SES's own headers.
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html
 */
export function sendableRawMessage(
  raw: Buffer,
  envelope: Pick<Envelope, 'messageId' | 'messageIdHost' | 'sentAt'>,
): { readonly message: Buffer; readonly instructions: RawInstructions } {
  const text = raw.toString('latin1')
  const [, separator] = /(\r?\n)\r?\n/.exec(text) ?? []
  if (separator === undefined) throw badRequest('The raw message has no headers.')
  const end = text.indexOf(separator + separator)
  const headers = text.slice(0, end).split(/\r?\n(?![ \t])/)
  const nameOf = (header: string): string => header.slice(0, header.indexOf(':')).trim().toLowerCase()
  const headerValue = (name: string): string | undefined =>
    headers
      .find((header) => nameOf(header) === name)
      ?.slice(name.length + 1)
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .trim()
  const kept = headers.filter(
    (header) => !['message-id', 'date', 'bcc'].includes(nameOf(header)) && !nameOf(header).startsWith('x-ses-'),
  )
  const own = [
    `Message-ID: <${envelope.messageId}@${envelope.messageIdHost}>`,
    `Date: ${new Date(envelope.sentAt).toUTCString().replace('GMT', '+0000')}`,
  ]
  const tags = (headerValue('x-ses-message-tags') ?? '').split(',').flatMap((pair): [string, string][] => {
    const [name = '', value] = pair.split('=').map((part) => part.trim())
    return value === undefined ? [] : [[name, value]]
  })
  return {
    message: Buffer.from([...own, ...kept].join('\r\n') + text.slice(end), 'latin1'),
    instructions: { configurationSet: headerValue('x-ses-configuration-set'), tags: Object.fromEntries(tags) },
  }
}
