import type { MessageContent } from '../content.ts'
import { drawLetter } from './draw-letter.ts'
import { layLetter } from './lay-letter.ts'
import { readLetterFonts } from './letter-fonts.ts'
import type { LetterPaper } from './letter-paper.ts'
import type { TextStyle } from './letter-style.ts'
import { type FontLetters, missingLetters } from './missing-letters.ts'
import { MissingLettersError } from './unprintable-letter-error.ts'

/** Says that the file keeps the rules of PDF/UA-1 (ISO 14289-1, clause 5), which a screen reader looks for. */
const PDF_UA_1 = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`

/**
 * Prints a message as a letter: a tagged PDF that a council can print and put in DL window envelopes, and that a screen
 * reader reads like the email.
 *
 * Drawn with pdfkit, which is JavaScript alone, writes the structure tree, and takes about 40 ms to load and 0.1 s for a
 * letter. A browser would lay the text out by itself, but is 67 MB and takes seconds to start. The font is Noto Sans,
 * embedded as far as it is used: it has the Latin, Greek and Cyrillic letters of the names of Europe.
 *
 * @param content as the email has it (`composeMessage`); what it says of a calendar file is left out
 * @returns the bytes of the PDF. The same content on the same paper gives the same bytes.
 * @throws UnprintableLetterError, for the council, when the font lacks a character or the address is too long for the
 * window of the envelope. Nothing is ever left out or cut off.
 */
export async function renderLetter(content: MessageContent, paper: LetterPaper): Promise<Uint8Array> {
  // Loaded when the first letter is made, so that a function starts no slower for it.
  const [{ default: PDFDocument }, fontkit, fonts] = await Promise.all([
    import('pdfkit'),
    import('fontkit'),
    readLetterFonts(),
  ])
  const document = new PDFDocument({
    pdfVersion: '1.7',
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    font: '',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    info: { Title: inMetadata(content.subject), CreationDate: new Date(`${paper.date}T00:00:00Z`) },
  })
  // Not by pdfkit's own option: with it pdfkit adds a list of the font's glyphs that leaves out the parts of glyphs that
  // are made of several, such as "é", and a list that is there has to be complete (PDF/UA-1, 7.21.4.2).
  document.appendXML(PDF_UA_1)
  for (const weight of ['regular', 'bold'] as const) document.registerFont(weight, fonts[weight])

  const measure = (text: string, { weight, size }: TextStyle) =>
    document.font(weight).fontSize(size).widthOfString(text)
  const pages = layLetter(content, paper, measure)
  const open = (file: Uint8Array) => openFont(fontkit.create(Buffer.from(file)))
  const missing = missingLetters(pages, { regular: open(fonts.regular), bold: open(fonts.bold) })
  if (missing.length > 0) throw new MissingLettersError(missing)
  drawLetter(document, pages)
  document.end()
  return Buffer.concat(await document.toArray())
}

function openFont(opened: FontLetters | object): FontLetters {
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('The file of the letter font holds several fonts, not one.')
  return opened
}

/** pdfkit writes the title into the metadata, which is XML, as it is. */
function inMetadata(title: string): string {
  return title.replaceAll('&', 'and').replace(/[<>]/g, '')
}
