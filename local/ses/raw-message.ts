import { Buffer } from 'node:buffer'
import { invalidValue } from './ses-error.ts'

/** What SES itself puts on a message. */
export interface Stamp {
  readonly messageId: string
  /** Host part of the Message-ID header. */
  readonly messageIdHost: string
  /** Epoch milliseconds. */
  readonly sentAt: number
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
  stamp: Stamp,
): { readonly message: Buffer; readonly instructions: RawInstructions } {
  const text = raw.toString('latin1')
  const [, separator] = /(\r?\n)\r?\n/.exec(text) ?? []
  if (separator === undefined) throw invalidValue('The raw message has no headers.')
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
    `Message-ID: <${stamp.messageId}@${stamp.messageIdHost}>`,
    `Date: ${new Date(stamp.sentAt).toUTCString().replace('GMT', '+0000')}`,
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
