import type { Bidi } from 'bidi-js'
import type { Glyph, Font as OpenedFont } from 'fontkit'
import type PDFDocument from 'pdfkit'
import type { GlyphRun } from 'pdfkit'
import { type FontRun, fontRuns, type LetterFont, USUAL_FONT } from './letter-fonts.ts'
import type { TextStyle, Weight } from './letter-style.ts'
import { type Direction, LEFT_TO_RIGHT, type LineOrder, lineOrderOf } from './line-order.ts'
import type { Shaper } from './shaper.ts'
import type { Typesetting } from './typesetting.ts'

/** A font that a letter is set in. */
export interface FontOnPaper {
  readonly opened: OpenedFont
  /** Finds the glyphs of a script whose letters change shape. The usual font needs none. */
  readonly shaper?: Shaper
}

const RUNS_FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The fonts of one letter, by which its words are measured and drawn. */
export class FontsOnPaper implements Typesetting {
  readonly #document: PDFDocument
  readonly #fonts: ReadonlyMap<string, FontOnPaper>
  readonly #bidi: Bidi | undefined

  /** @param fonts each under `fontName`. @param bidi for a letter with words that run from the right */
  constructor(document: PDFDocument, fonts: ReadonlyMap<string, FontOnPaper>, bidi: Bidi | undefined) {
    this.#document = document
    this.#fonts = fonts
    this.#bidi = bidi
  }

  measure(text: string, style: TextStyle): number {
    return fontRuns(text).reduce((sum, run) => {
      this.#choose(run, style)
      return sum + this.#document.widthOfString(run.text)
    }, 0)
  }

  orderOf(text: string, base: Direction): LineOrder {
    return this.#bidi && (base === 'rtl' || RUNS_FROM_THE_RIGHT.test(text))
      ? lineOrderOf(this.#bidi, text, base)
      : LEFT_TO_RIGHT
  }

  /** Draws a text of one direction. @param x of its left end. @param baseline the line that its letters stand on */
  draw(text: string, x: number, baseline: number, style: TextStyle, direction: Direction): void {
    const runs = fontRuns(text)
    let at = x
    for (const run of direction === 'ltr' ? runs : runs.toReversed()) {
      const { shaper } = this.#choose(run, style)
      const drawn = shaper || direction === 'ltr' ? run.text : this.#mirrored(run.text)
      const width = this.#document.widthOfString(drawn)
      // What is drawn are shapes in the order of the paper. Whoever has it read out gets the letters in the order of the word.
      if (shaper || drawn !== run.text) this.#document.markContent('Span', { actual: run.text })
      this.#document.text(drawn, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
      if (shaper || drawn !== run.text) this.#document.endMarkedContent()
      at += width
    }
  }

  /** The characters of a text that its fonts cannot show. */
  missingIn(text: string, weight: Weight): readonly string[] {
    return fontRuns(text).flatMap((run) => {
      const { opened } = this.#fontOf(run.font, weight)
      return [...run.text].filter((character) => !opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
    })
  }

  #choose({ font }: FontRun, { weight, size }: TextStyle): FontOnPaper {
    const chosen = this.#fontOf(font, weight)
    this.#document.font(fontName(font, weight)).fontSize(size)
    const { shaper, opened } = chosen
    if (shaper) this.#document._font.layout = (text) => shaped(opened, shaper, text)
    return chosen
  }

  #fontOf(font: LetterFont, weight: Weight): FontOnPaper {
    const found = this.#fonts.get(fontName(font, weight))
    if (!found) throw new Error(`The letter was begun without the font ${font} ${weight}.`)
    return found
  }

  /** Signs of the usual font between words that run from the right: in the order of the paper, brackets turned round. */
  #mirrored(text: string): string {
    return [...text]
      .toReversed()
      .map((character) => this.#bidi?.getMirroredCharacter(character) ?? character)
      .join('')
  }
}

/** Under which name a font of a letter is registered. */
export function fontName(font: LetterFont, weight: Weight): string {
  return font === USUAL_FONT ? weight : `${font} ${weight}`
}

const THOUSAND = 1000
/** A glyph that stands for no letter of its own, as the second of two for one letter: a blank without width. */
const NO_LETTER = 0x200b

/** Glyphs as pdfkit takes them, from left to right, with lengths in thousandths of the size. */
function shaped(opened: OpenedFont, shaper: Shaper, text: string): GlyphRun {
  const scale = THOUSAND / opened.unitsPerEm
  const glyphs: Glyph[] = []
  const positions: GlyphRun['positions'][number][] = []
  let advanceWidth = 0
  for (const { glyph, letters, advance, x, y } of shaper(text)) {
    const found = opened.getGlyph(glyph, letters.length > 0 ? [...letters] : [NO_LETTER])
    glyphs.push(found)
    positions.push({
      xAdvance: advance * scale,
      yAdvance: 0,
      xOffset: x * scale,
      yOffset: y * scale,
      advanceWidth: found.advanceWidth * scale,
    })
    advanceWidth += advance * scale
  }
  return { glyphs, positions, advanceWidth }
}
