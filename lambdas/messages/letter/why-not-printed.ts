import type { Contact, PostalAddress } from '../../cases/contact.ts'
import { layAddress } from './lay-address.ts'
import { LETTER_ALPHABETS } from './letter-fonts.ts'
import type { LetterSize } from './letter-paper.ts'
import { LETTER_STYLES } from './letter-style.ts'
import { printableText, withoutDirectionMarks } from './printable-text.ts'
import { beginLetter } from './render-letter.ts'
import { UnprintableLetterError } from './unprintable-letter-error.ts'

/** What is about to be kept that letters will carry. */
export interface WordsOfLetters {
  readonly contact?: Contact
  /** Where a meeting is. */
  readonly place?: string
}

/** In the usual font without a look: nearly all that is typed. */
const PLAIN = /^[\x20-\x7e\u00a0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d]*$/
/** An address of so few lines, each so short, fits the envelope's window in any print. */
const SHORT_ADDRESS = { lines: 5, characters: 18 } as const

/**
 * Why letters with these words cannot be printed, while they are being typed, when they can still be changed. Each is a
 * sentence with the value and the way out; none where all can be printed. The fonts are asked, as when the letter is made.
 */
export async function whyNotPrinted({ contact, place }: WordsOfLetters): Promise<readonly string[]> {
  const { second, representative } = contact ?? {}
  const people = [contact, second, representative].flatMap((person) => person ?? [])
  const words = [
    ...people.flatMap(({ name, postalAddress = [] }) => [name, ...postalAddress]),
    ...(contact ? [contact.childName] : []),
    ...(place ? [place] : []),
  ].map((text) => withoutDirectionMarks(printableText(text)))
  const toPost = people.flatMap(({ name, postalAddress }) =>
    postalAddress && !isShort([name, ...postalAddress]) ? [{ name, postalAddress }] : [],
  )
  const toLookAt = words.filter((text) => !PLAIN.test(text))
  if (toLookAt.length === 0 && toPost.length === 0) return []
  const { fonts } = await beginLetter(words.join(), { title: '', language: 'en-GB', createdOn: new Date(0) })
  const size: LetterSize = contact?.print === 'large' ? 'large-print' : 'standard'
  const missing = [...new Set(toLookAt.flatMap((text) => fonts.missingIn(text, 'bold')))]
  return [
    ...(missing.length > 0
      ? [
          `Letters cannot show ${missing.map((character) => `“${character}”`).join(', ')}. They have ${LETTER_ALPHABETS}. Write it in one of them, or no letter to this family can be printed.`,
        ]
      : []),
    ...toPost.flatMap(({ name, postalAddress }) => {
      try {
        layAddress({ name, addressLines: postalAddress }, LETTER_STYLES[size], fonts)
        return []
      } catch (error) {
        if (!(error instanceof UnprintableLetterError)) throw error
        return [error.message]
      }
    }),
  ]
}

function isShort(lines: PostalAddress): boolean {
  return lines.length <= SHORT_ADDRESS.lines && lines.every((line) => line.length <= SHORT_ADDRESS.characters)
}
