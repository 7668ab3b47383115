import { createHash } from 'node:crypto'
import type { CalendarFile } from './calendar/make-calendar-file.ts'
import type { ComposedMessage } from './compose-message.ts'

/** A mailbox with the name that mail programs show. */
export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** What goes on the outside of a message. */
export interface Envelope {
  /** COUNCIL for a message to the officer or the mediation adviser. */
  readonly caseId: string
  /** See messageKey in lambdas/cases/message.ts. */
  readonly messageKey: string
  readonly from: Mailbox
  readonly to: Mailbox
  /** Where an answer goes: an email address. */
  readonly replyTo: string
  readonly date: Date
}

/**
 * Puts a message in its envelope: an email as it goes over the wire (RFC 5322), the text first, then the HTML, then the
 * invitation where there is one, with the calendar file attached too. It goes to one mailbox, with no copies and no
 * tracking. Each sending of a message carries its key, so that two of them can be seen to be one message.
 *
 * The same message in the same envelope gives the same bytes.
 */
export async function buildEmail(
  composed: Pick<ComposedMessage, 'subject' | 'html' | 'text' | 'calendarFile'>,
  envelope: Envelope,
): Promise<Buffer> {
  // Loaded when the first message is sent: it takes longer to load than the rest of the function together.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const { caseId, messageKey, from, to, replyTo, date } = envelope
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const composer = new MailComposer({
    from: { ...from },
    to: { ...to },
    replyTo,
    date,
    messageId: `<${caseId}.${messageKey}@${domain}>`,
    subject: composed.subject,
    text: composed.text,
    html: composed.html,
    textEncoding: 'quoted-printable',
    headers: {
      'X-Case-Message': `${caseId}/${messageKey}`,
      // Automatic answers ("I am on holiday") stay away (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    ...(composed.calendarFile && calendarParts(composed.calendarFile)),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = composer.compile()
  message.baseBoundary = createHash('sha256').update(composed.html).update(messageKey).digest('hex').slice(0, 32)
  return message.build()
}

/**
 * An invitation is an alternative that mail programs show as such, and a file. Dates to act by are a file only: shown
 * as an invitation they would hide the words of the message in some programs.
 */
function calendarParts({ fileName, method, content }: CalendarFile) {
  return method === 'PUBLISH'
    ? { attachments: [{ filename: fileName, content, contentType: `text/calendar; charset=utf-8; method=${method}` }] }
    : { icalEvent: { method, filename: fileName, content } }
}
