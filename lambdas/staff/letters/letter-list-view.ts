import type { Contact } from '../../cases/contact.ts'
import { isAboutCorrection, isCorrectedByAnother, type Printing, printingOf } from '../../cases/letter.ts'
import type { LetterPage, ListedLetter } from '../../cases/store/letter-store.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import { LETTER_REASON_WORDS, POST_WITH_CORRECTION, PRINTING_WORDS } from './letter-words.ts'

/** Where a child has died no letter is listed. */
const NOBODY_DIED = {}

/**
 * The letters to print of all cases. Like the list of cases it names nobody.
 * @param contactOf how each family is written to now, by its case
 */
export function letterListView(
  { letters, next }: LetterPage,
  contactOf: ReadonlyMap<string, Contact>,
  isFirstPage: boolean,
) {
  const views = letters.flatMap((letter) => {
    const contact = contactOf.get(letter.caseId)
    const ofCase = letters.filter(({ caseId }) => caseId === letter.caseId)
    return contact
      ? [listedLetterView(letter, printingOf(letter, contact, NOBODY_DIED), isCorrectedByAnother(letter, ofCase))]
      : []
  })
  return {
    ready: views.filter(({ printing }) => printing === 'ready'),
    /** Those that something stands in the way of. */
    waiting: views.filter(({ printing }) => printing !== 'ready'),
    ...(next && { nextPage: `/letters?${new URLSearchParams({ from: next })}` }),
    isFirstPage,
  }
}

export type LetterListView = ReturnType<typeof letterListView>

function listedLetterView(
  { caseId, key, recipient, why, wantedOn }: ListedLetter,
  printing: Printing,
  isCorrected: boolean,
) {
  const href = `/cases/${caseId}/letters/${key}`
  return {
    caseId,
    key,
    /** The name of its tick box. */
    name: `letter:${caseId}:${key}`,
    recipient: RECIPIENT_WORDS[recipient],
    why: LETTER_REASON_WORDS[why],
    wantedOn,
    wantedInWords: formatDate(wantedOn),
    printing,
    printingInWords: PRINTING_WORDS[printing],
    /** Whether it says what was recorded wrongly, and what is right. */
    isAboutCorrection: isAboutCorrection({ key }),
    /** What to do because a letter about a correction is on the list too. */
    ...(isCorrected && { correctionInWords: POST_WITH_CORRECTION }),
    href,
    ...(printing === 'ready' && { pdfHref: `${href}.pdf` }),
  }
}
