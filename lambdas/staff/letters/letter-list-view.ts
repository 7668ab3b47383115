import type { Contact } from '../../cases/contact.ts'
import { isAboutCorrection, isCorrectedByAnother, type Printing, printingOf } from '../../cases/letter.ts'
import type { LetterPage, ListedLetter } from '../../cases/store/letter-store.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { LETTER_REASON_WORDS, POST_WITH_CORRECTION, PRINTING_WORDS } from './letter-words.ts'

/** The letters to print of all cases. Like the list of cases it names nobody. */
export interface LetterListView {
  readonly ready: readonly ListedLetterView[]
  /** Those that something stands in the way of. */
  readonly waiting: readonly ListedLetterView[]
  readonly nextPage?: string
  readonly isFirstPage: boolean
}

export interface ListedLetterView {
  readonly caseId: string
  readonly key: string
  /** The name of its tick box: "letter:7K2M-4QXP:rights_00001". */
  readonly name: string
  readonly recipient: string
  readonly why: string
  readonly wantedOn: CalendarDate
  readonly wantedInWords: string
  readonly printing: Printing
  readonly printingInWords: string
  /** Whether it says what was recorded wrongly, and what is right. */
  readonly isAboutCorrection: boolean
  /** What to do because a letter about a correction is on the list too. */
  readonly correctionInWords?: string
  readonly href: string
  /** The letter to print, when it can be printed. */
  readonly pdfHref?: string
}

/** @param contactOf how each family is written to now, by its case */
export function letterListView(
  { letters, next }: LetterPage,
  contactOf: ReadonlyMap<string, Contact>,
  isFirstPage: boolean,
): LetterListView {
  const views = letters.flatMap((letter) => {
    const contact = contactOf.get(letter.caseId)
    const ofCase = letters.filter(({ caseId }) => caseId === letter.caseId)
    return contact ? [listedLetterView(letter, printingOf(letter, contact), isCorrectedByAnother(letter, ofCase))] : []
  })
  return {
    ready: views.filter(({ printing }) => printing === 'ready'),
    waiting: views.filter(({ printing }) => printing !== 'ready'),
    ...(next && { nextPage: `/letters?${new URLSearchParams({ from: next })}` }),
    isFirstPage,
  }
}

function listedLetterView(
  { caseId, key, recipient, why, wantedOn }: ListedLetter,
  printing: Printing,
  isCorrected: boolean,
): ListedLetterView {
  const href = `/cases/${caseId}/letters/${key}`
  return {
    caseId,
    key,
    name: `letter:${caseId}:${key}`,
    recipient: RECIPIENT_WORDS[recipient],
    why: LETTER_REASON_WORDS[why],
    wantedOn,
    wantedInWords: formatDate(wantedOn),
    printing,
    printingInWords: PRINTING_WORDS[printing],
    isAboutCorrection: isAboutCorrection({ key }),
    ...(isCorrected && { correctionInWords: POST_WITH_CORRECTION }),
    href,
    ...(printing === 'ready' && { pdfHref: `${href}.pdf` }),
  }
}
