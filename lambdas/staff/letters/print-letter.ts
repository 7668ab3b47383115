import type { Contact } from '../../cases/contact.ts'
import type { ContactPoint } from '../../cases/council.ts'
import type { Letter } from '../../cases/letter.ts'
import { londonDay } from '../../cases/london.ts'
import { nameOf, postalAddressOf, printOf } from '../../cases/recipient.ts'
import { ENGLISH } from '../../guidance/contact-lines.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type MessageContent, type Paragraph, paragraph } from '../../messages/content.ts'
import type { KeptMessage } from '../../messages/kept-message-store.ts'
import { renderLetter } from '../../messages/letter/render-letter.ts'

export interface LetterToPrint {
  readonly letter: Pick<Letter, 'recipient'>
  readonly contact: Contact
  readonly caseId: string
  /** Who at the council answers. */
  readonly from: ContactPoint
  /** The day of the printing. */
  readonly date: CalendarDate
}

/**
 * Prints a message as a letter, to the address and in the print that the family wants now. A letter that is printed on a
 * later day than the message was written says so: the message may speak of "today".
 * @returns the bytes of a PDF
 * @throws UnprintableLetterError, for the council, when the font lacks a character or the address is too long
 */
export async function printLetter(
  { content, keptAt }: Pick<KeptMessage, 'content' | 'keptAt'>,
  { letter, contact, caseId, from, date }: LetterToPrint,
): Promise<Uint8Array<ArrayBuffer>> {
  const { recipient } = letter
  const writtenOn = londonDay(new Date(keptAt))
  const blocks = writtenOn < date ? [sayWhenWritten(writtenOn, content), ...content.blocks] : content.blocks
  const pdf = await renderLetter(
    { ...content, blocks },
    {
      size: printOf(contact, recipient) === 'large' ? 'large-print' : 'standard',
      to: { name: nameOf(contact, recipient) ?? '', addressLines: postalAddressOf(contact, recipient) ?? [] },
      from,
      caseReference: caseId,
      date,
      language: content.language?.code ?? ENGLISH.code,
    },
  )
  return new Uint8Array(pdf)
}

function sayWhenWritten(writtenOn: CalendarDate, { language }: MessageContent): Paragraph {
  const { code, direction } = ENGLISH
  return {
    ...paragraph(`We wrote this on ${formatDate(writtenOn)}.`, 'Where it says “today”, it means that day.'),
    ...(language && { writtenIn: { code, direction } }),
  }
}
