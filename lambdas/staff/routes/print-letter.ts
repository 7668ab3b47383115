import type { Contact } from '../../cases/contact.ts'
import type { ContactPoint } from '../../cases/council.ts'
import type { Letter } from '../../cases/letter.ts'
import { nameOf, postalAddressOf, printOf } from '../../cases/recipient.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { MessageContent } from '../../messages/content.ts'
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
 * Prints a message as a letter, to the address and in the print that the family wants now.
 * @returns the bytes of a PDF
 * @throws UnprintableLetterError, for the council, when the font lacks a character or the address is too long
 */
export function printLetter(
  content: MessageContent,
  { letter, contact, caseId, from, date }: LetterToPrint,
): Promise<Uint8Array<ArrayBuffer>> {
  const { recipient } = letter
  return renderLetter(content, {
    size: printOf(contact, recipient) === 'large' ? 'large-print' : 'standard',
    to: { name: nameOf(contact, recipient) ?? '', addressLines: postalAddressOf(contact, recipient) ?? [] },
    from,
    caseReference: caseId,
    date,
    language: content.language?.code ?? 'en-GB',
  }) as Promise<Uint8Array<ArrayBuffer>>
}
