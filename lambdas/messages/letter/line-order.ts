import type { Bidi } from 'bidi-js'

export type Direction = 'ltr' | 'rtl'

/** A stretch of a text that runs in one direction: from a place in it up to another. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly direction: Direction
}

/** The stretches of a line as they stand on paper, from left to right. The line is what stands in the text from `start` up to `end`. */
export type LineOrder = (start: number, end: number) => readonly Stretch[]

/** A text that has no letters but those which run from left to right. */
export const LEFT_TO_RIGHT: LineOrder = (start, end) => [{ start, end, direction: 'ltr' }]

/**
 * How the lines of a text are ordered that has words of both directions, by the Unicode Bidirectional Algorithm
 * (https://www.unicode.org/reports/tr9/): its levels are those of the whole text, its order that of each line.
 *
 * @param base the direction of the text itself
 */
export function lineOrderOf(bidi: Bidi, text: string, base: Direction): LineOrder {
  const levels = bidi.getEmbeddingLevels(text, base)
  return (start, end) => {
    const stretches: { start: number; end: number; direction: Direction }[] = []
    // It gives the whole text, with this line ordered.
    for (const at of bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end)) {
      const direction = (levels.levels[at] ?? 0) % 2 === 1 ? 'rtl' : 'ltr'
      const last = stretches.at(-1)
      if (last?.direction === direction && at === (direction === 'ltr' ? last.end : last.start - 1)) {
        if (direction === 'ltr') last.end = at + 1
        else last.start = at
      } else {
        stretches.push({ start: at, end: at + 1, direction })
      }
    }
    return stretches
  }
}
