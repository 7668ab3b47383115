import type { FontsOnPaper } from './fonts-on-paper.ts'
import type { LaidPage } from './lay-letter.ts'

/** The characters of the pages that no font of letters can show, each once, in the order in which they come. */
export function missingLetters(pages: readonly LaidPage[], fonts: Pick<FontsOnPaper, 'missingIn'>): readonly string[] {
  const missing = pages.flatMap(({ rows, foot }) => [
    ...rows.flatMap(({ row }) => row.pieces.flatMap(({ text, style }) => fonts.missingIn(text, style.weight))),
    ...[foot.left, foot.right].flatMap((text) => fonts.missingIn(text, foot.style.weight)),
  ])
  return [...new Set(missing)]
}
