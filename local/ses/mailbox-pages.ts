import { type Html, html } from '../console/html.ts'
import { inLondon } from '../console/london-time.ts'
import { PAGE_HEADERS, type PageLinks, page, table } from '../console/page.ts'
import type { Mailbox, MailboxEntry } from './mailbox.ts'
import { linksOf, type MailboxMessage, openMessage } from './mailbox-message.ts'

/** A page or file of the mailbox. */
export interface MailboxResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/**
 * Answers a request below `/mailbox`: the list, a message, its HTML as sent, its attachments and the message itself; and the
 * same as JSON at `/mailbox.json` and `/mailbox/<id>.json`. `undefined` for an address that is none of these.
 */
export async function mailboxResponse(
  mailbox: Mailbox,
  path: string,
  links: PageLinks,
): Promise<MailboxResponse | undefined> {
  if (path === '/mailbox') return asPage(page('Mailbox', listing(mailbox.entries()), links))
  if (path === '/mailbox.json') return asJson(mailbox.entries().map(summary))
  const [, id, rest] = /^\/mailbox\/([\w-]+)(\.json|\.eml|\/.*)?$/.exec(path) ?? []
  const message = id === undefined ? undefined : await openMessage(mailbox, id)
  if (message === undefined) return undefined
  if (rest === undefined) return asPage(page(message.subject || 'Message without a subject', content(message), links))
  if (rest === '.json') return asJson(details(message))
  if (rest === '.eml') return asFile(mailbox.read(message.id), 'message/rfc822', `${message.id}.eml`)
  if (rest === '/html') return htmlAsSent(message)
  const [, index] = /^\/attachments\/(\d+)$/.exec(rest) ?? []
  const attachment = index === undefined ? undefined : message.attachments[Number(index)]
  return attachment && asFile(attachment.content, attachment.type, attachment.fileName)
}

function listing(entries: readonly MailboxEntry[]): Html {
  return html`<p>Every message that the application has sent, as it was sent. Nothing has left this machine.</p>
${table(
  `${entries.length} ${entries.length === 1 ? 'message' : 'messages'}, the newest first`,
  ['Subject', 'To', 'Sent', 'What SES told'],
  entries.map((entry) => [
    html`<a href="/mailbox/${entry.id}">${entry.subject || 'No subject'}</a>`,
    entry.to.join(', '),
    inLondon(entry.sentAt),
    entry.events.join(', '),
  ]),
  'No message has been sent yet.',
)}`
}

function content(message: MailboxMessage): Html {
  return html`<dl>
<dt>From</dt><dd>${message.from}</dd>
<dt>To</dt><dd>${message.to.join(', ')}</dd>
${message.cc.length === 0 ? undefined : html`<dt>Copy</dt><dd>${message.cc.join(', ')}</dd>`}
${message.bcc.length === 0 ? undefined : html`<dt>Blind copy</dt><dd>${message.bcc.join(', ')}</dd>`}
<dt>Sent</dt><dd>${inLondon(message.sentAt)}</dd>
<dt>What SES told</dt><dd>${message.events.join(', ')}</dd>
<dt>Configuration set</dt><dd>${message.configurationSet ?? 'none'}</dd>
<dt>Tags</dt><dd>${
    Object.entries(message.tags)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ') || 'none'
  }</dd>
</dl>
<nav aria-label="Parts of the message"><ul>
<li><a href="#html-part">HTML</a></li><li><a href="#text-part">Text</a></li>
<li><a href="#attachments">Attachments</a></li><li><a href="#headers">Headers</a></li>
<li><a href="/mailbox/${message.id}.eml">The message itself (.eml)</a></li>
</ul></nav>
<h2 id="html-part">HTML as sent</h2>
${htmlPart(message)}
<h2 id="text-part">Text as sent</h2>
${message.text === undefined ? html`<p>The message has no text part.</p>` : html`<pre>${message.text}</pre>`}
<h2 id="attachments">Attachments</h2>
${table(
  'Attachments',
  ['File', 'Type', 'Size in bytes'],
  message.attachments.map((attachment) => [
    html`<a href="/mailbox/${message.id}/attachments/${attachment.index}" download>${attachment.fileName}</a>`,
    attachment.type,
    attachment.content.byteLength,
  ]),
  'The message has no attachments.',
)}
<h2 id="headers">Headers</h2>
${table(
  'Headers, in their order',
  ['Name', 'Value'],
  message.headers.map(({ name, value }) => [name, value]),
  'The message has no headers.',
)}`
}

function htmlPart(message: MailboxMessage): Html {
  if (message.html === undefined) return html`<p>The message has no HTML part.</p>`
  const links = linksOf(message.html)
  return html`<iframe title="The message as sent" src="/mailbox/${message.id}/html" sandbox></iframe>
${
  links.length === 0
    ? undefined
    : html`<h3>Links in the message</h3>
<ul>${links.map((link) => html`<li><a href="${link}" rel="noreferrer">${link}</a></li>`)}</ul>`
}`
}

/** Served so that nothing in it can run, load or send: not even when it is opened by itself. */
function htmlAsSent(message: MailboxMessage): MailboxResponse | undefined {
  if (message.html === undefined) return undefined
  const withImages = message.attachments.reduce(
    (text, { contentId, index }) =>
      contentId === undefined
        ? text
        : text.replaceAll(`cid:${contentId}`, `/mailbox/${message.id}/attachments/${index}`),
    message.html,
  )
  return {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'content-security-policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; form-action 'none'; base-uri 'none'",
    },
    body: withImages,
  }
}

function summary(entry: MailboxEntry): Readonly<Record<string, unknown>> {
  return { ...entry, sentAt: new Date(entry.sentAt).toISOString() }
}

function details(message: MailboxMessage): Readonly<Record<string, unknown>> {
  return {
    ...summary(message),
    attachments: message.attachments.map(({ index, fileName, type, content: { byteLength } }) => ({
      fileName,
      type,
      size: byteLength,
      address: `/mailbox/${message.id}/attachments/${index}`,
    })),
  }
}

function asPage(body: string): MailboxResponse {
  return { status: 200, headers: PAGE_HEADERS, body }
}

function asJson(value: unknown): MailboxResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  }
}

function asFile(body: Uint8Array, type: string, fileName: string): MailboxResponse {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w. -]/g, '_')}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
    body,
  }
}
