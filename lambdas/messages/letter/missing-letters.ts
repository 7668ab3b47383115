import type { LaidPage } from './lay-letter.ts'
import type { Weight } from './letter-style.ts'

/** What is asked of a font. */
export interface FontLetters {
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** The characters of the pages that their fonts cannot show, each once, in the order in which they come. */
export function missingLetters(
  pages: readonly LaidPage[],
  fonts: Readonly<Record<Weight, FontLetters>>,
): readonly string[] {
  const missing = new Set<string>()
  const look = (text: string, weight: Weight) => {
    for (const character of text) {
      if (!fonts[weight].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character)
    }
  }
  for (const { rows, foot } of pages) {
    for (const { row } of rows) for (const { text, style } of row.pieces) look(text, style.weight)
    for (const text of [foot.left, foot.right]) look(text, foot.style.weight)
  }
  return [...missing]
}
