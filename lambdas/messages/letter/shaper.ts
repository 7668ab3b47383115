/** A glyph of a shaped text. Lengths are in units of the font. */
export interface ShapedGlyph {
  readonly glyph: number
  /** The code points that it stands for, given to the first of the glyphs that show them together. */
  readonly letters: readonly number[]
  readonly advance: number
  readonly x: number
  readonly y: number
}

/** Finds the glyphs of a text, in the order in which they stand on paper from left to right. */
export type Shaper = (text: string) => readonly ShapedGlyph[]

/**
 * A shaper for a font: HarfBuzz, which browsers use, because the letters of many scripts join, move and change with those
 * beside them. (The shaper that comes with fontkit fails on Gurmukhi and puts Hebrew points in another order.)
 *
 * @param file of the font
 */
export async function shaperOf(file: Uint8Array<ArrayBuffer>): Promise<Shaper> {
  const { Blob, Buffer, Face, Font, shape } = await import('harfbuzzjs')
  const font = new Font(new Face(new Blob(file.slice().buffer)))
  return (text) => {
    const buffer = new Buffer()
    buffer.addText(text)
    // The script of its letters, and the direction of that script.
    buffer.guessSegmentProperties()
    shape(font, buffer)
    const positions = buffer.getGlyphPositions()
    const infos = buffer.getGlyphInfos()
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].toSorted((one, other) => one - other)
    const given = new Set<number>()
    return infos.map(({ codepoint, cluster }, index) => {
      const end = starts[starts.indexOf(cluster) + 1] ?? text.length
      const letters = given.has(cluster)
        ? []
        : [...text.slice(cluster, end)].map((character) => character.codePointAt(0) ?? 0)
      given.add(cluster)
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
      return { glyph: codepoint, letters, advance: xAdvance, x: xOffset, y: yOffset }
    })
  }
}
