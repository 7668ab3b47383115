import PostalMime from 'postal-mime'
import type { Mailbox, MailboxEntry } from './mailbox.ts'

/** A message opened up: what a reader's mail program would show. */
export interface MailboxMessage extends MailboxEntry {
  readonly text: string | undefined
  readonly html: string | undefined
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: readonly MailboxAttachment[]
}

export interface MailboxAttachment {
  /** Its place in the message, from 0; its address ends with it. */
  readonly index: number
  readonly fileName: string
  readonly type: string
  readonly content: Uint8Array
  /** Without angle brackets; `undefined` for a file that the HTML does not refer to. */
  readonly contentId: string | undefined
}

/** Opens a message. `undefined` when there is none of that id. */
export async function openMessage(mailbox: Mailbox, id: string): Promise<MailboxMessage | undefined> {
  const entry = mailbox.entry(id)
  if (entry === undefined) return undefined
  const parsed = await new PostalMime().parse(mailbox.read(id))
  return {
    ...entry,
    text: parsed.text,
    html: parsed.html,
    headers: parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: parsed.attachments.map((attachment, index) => ({
      index,
      fileName: attachment.filename ?? `attachment-${index + 1}`,
      type: attachment.mimeType,
      content:
        typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content),
      contentId: attachment.contentId?.replaceAll(/^<|>$/g, ''),
    })),
  }
}

/** The web addresses that the HTML of a message links to, each once. */
export function linksOf(html: string): readonly string[] {
  const found = [...html.matchAll(/\shref\s*=\s*(?:"(https?:[^"]*)"|'(https?:[^']*)')/gi)]
  return [...new Set(found.map((match) => (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&')))]
}
