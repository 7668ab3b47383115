import type { CaseFile } from '../../cases/case-file.ts'
import type { MessageRecord } from '../../cases/message.ts'
import { forLetter } from '../../messages/content.ts'
import type { KeptMessage } from '../../messages/kept-message-store.ts'
import { renderText } from '../../messages/render/render-text.ts'
import { summaryRow } from '../contacts/contact-rows.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { formatInstant } from '../day.ts'
import { messageLines, messageTag, messageTitle } from './message-words.ts'

/** The parts of an email, as a mail program reads them. */
export type ReadEmail = (email: Uint8Array) => Promise<{ readonly text?: string; readonly html?: string }>

/**
 * A message exactly as it went out, as its page shows it.
 * @param kept one copy for each attempt to send it; none for a message from before copies were kept
 */
export async function messageView(
  { record, letters }: CaseFile,
  message: MessageRecord,
  kept: readonly KeptMessage[],
  readEmail: ReadEmail,
) {
  const { key, subject, recipient = 'family', sentAt } = message
  const letter = letters.find((one) => one.key === key)
  return {
    caseId: record.caseId,
    key,
    title: messageTitle(message),
    tag: messageTag(message),
    lines: messageLines(message),
    rows: [
      summaryRow('Subject', subject),
      summaryRow('For', RECIPIENT_WORDS[recipient]),
      ...(sentAt ? [summaryRow('Sent', formatInstant(sentAt))] : []),
      summaryRow('What became of it', messageTag(message).text),
    ],
    copies: await Promise.all(kept.map((copy) => copyView(record.caseId, message, copy, readEmail))),
    ...(letter && { letter: { href: `/cases/${record.caseId}/letters/${key}` } }),
  }
}

export type MessageView = Awaited<ReturnType<typeof messageView>>

async function copyView(caseId: string, message: MessageRecord, copy: KeptMessage, readEmail: ReadEmail) {
  const { attempt, hash, keptAt, to, email, content } = copy
  const isUnaltered = isAsSent(message, copy)
  const parts = isUnaltered && email ? await readEmail(email) : undefined
  const where = to.email ?? to.postalAddress?.join(', ')
  return {
    attempt,
    rows: [
      summaryRow('To', where ? `${to.name}, ${where}` : to.name),
      summaryRow('Kept', formatInstant(keptAt)),
      summaryRow('SHA-256', hash),
    ],
    isEmail: email !== undefined,
    hash,
    /** Whether what was kept is, byte for byte, what the message's record says went out. Only then is it shown. */
    isUnaltered,
    ...(isUnaltered && {
      text: parts?.text ?? renderText(forLetter(content)),
      /** Where it is shown by itself, as a mail program shows it. */
      htmlHref: `/cases/${caseId}/messages/${copy.key}/${attempt}/html`,
    }),
  }
}

/** Whether a copy that was read back is what its message's record says went out. */
export function isAsSent({ hashes = [] }: MessageRecord, { attempt, hash }: KeptMessage): boolean {
  return hashes[attempt - 1] === hash
}
