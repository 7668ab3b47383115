import type { MessageContent } from '../content.ts'
import { drawLetter } from './draw-letter.ts'
import { type FontOnPaper, FontsOnPaper, fontName } from './fonts-on-paper.ts'
import { layLetter } from './lay-letter.ts'
import { furtherFontsOf, type LetterFont, readLetterFont, USUAL_FONT } from './letter-fonts.ts'
import type { LetterPaper } from './letter-paper.ts'
import { missingLetters } from './missing-letters.ts'
import { shaperOf } from './shaper.ts'
import { beginTaggedDocument, type Metadata } from './tagged-document.ts'
import { MissingLettersError } from './unprintable-letter-error.ts'

const WEIGHTS = ['regular', 'bold'] as const

/**
 * Prints a message as a letter: a tagged PDF that a council can print and put in DL window envelopes, and that a screen
 * reader reads like the email.
 *
 * Drawn with pdfkit, which is JavaScript alone, writes the structure tree, and takes about 40 ms to load and 0.1 s for a
 * letter. A browser would lay the text out by itself, but is 67 MB and takes seconds to start. The fonts are of Noto Sans,
 * embedded as far as they are used. The usual one has the Latin, Greek and Cyrillic letters of the names of Europe. Those of
 * other scripts, what shapes their letters and what orders words that run from the right are loaded for a letter that has them.
 *
 * @param content as the email has it (`composeMessage`); what it says of a calendar file is left out
 * @returns the bytes of the PDF. The same content on the same paper gives the same bytes.
 * @throws UnprintableLetterError, for the council, when the fonts lack a character or the address is too long for the
 * window of the envelope. Nothing is ever left out or cut off.
 */
export async function renderLetter(content: MessageContent, paper: LetterPaper): Promise<Uint8Array> {
  const { document, fonts } = await beginLetter(JSON.stringify([content, paper]), {
    title: content.subject,
    language: paper.language,
    createdOn: new Date(`${paper.date}T00:00:00Z`),
  })
  const pages = layLetter(content, paper, fonts)
  const missing = missingLetters(pages, fonts)
  if (missing.length > 0) throw new MissingLettersError(missing)
  drawLetter(document, fonts, pages)
  document.end()
  return Buffer.concat(await document.toArray())
}

/**
 * An empty letter, and the fonts for what is to stand on it. What they need is loaded when the first letter is begun, so that a
 * function starts no slower for it.
 * @param text with every character that is to stand on it
 */
export async function beginLetter(text: string, metadata: Metadata) {
  const document = await beginTaggedDocument(metadata)
  const further = furtherFontsOf(text)
  const opened = await openFonts([USUAL_FONT, ...further], (name, file) => document.registerFont(name, file))
  const bidi = further.length > 0 ? (await import('bidi-js/dist/bidi.mjs')).default() : undefined
  return { document, fonts: new FontsOnPaper(document, opened, bidi) }
}

/** Reads fonts. @param register takes each file under its name, in an order that is always the same */
async function openFonts(
  names: readonly LetterFont[],
  register: (name: string, file: Uint8Array) => void,
): Promise<ReadonlyMap<string, FontOnPaper>> {
  const { create } = await import('fontkit')
  const fonts = new Map<string, FontOnPaper>()
  for (const font of names) {
    const files = await readLetterFont(font)
    for (const weight of WEIGHTS) {
      const opened = create(Buffer.from(files[weight]))
      if (!('hasGlyphForCodePoint' in opened)) throw new Error(`The file of ${font} holds several fonts, not one.`)
      const shaper = font === USUAL_FONT ? undefined : await shaperOf(new Uint8Array(files[weight]))
      fonts.set(fontName(font, weight), { opened, ...(shaper && { shaper }) })
      register(fontName(font, weight), files[weight])
    }
  }
  return fonts
}
