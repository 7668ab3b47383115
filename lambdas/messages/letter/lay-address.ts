import { layText, type Measure } from './lay-text.ts'
import { ADDRESS_WINDOW } from './letter-page.ts'
import type { LetterPaper } from './letter-paper.ts'
import type { TextStyle } from './letter-style.ts'
import type { Row } from './row.ts'
import { UnprintableLetterError } from './unprintable-letter-error.ts'

/**
 * Lays the name and address in rows that fit the window of the envelope (letter-page.ts). Where they are too many, two
 * short lines between the name and the postcode become one: "Flat 2, 14 Temple Street".
 *
 * @throws UnprintableLetterError when the address does not fit all the same
 */
export function layAddress({ name, addressLines }: LetterPaper['to'], style: TextStyle, measure: Measure): Row[] {
  const width = ADDRESS_WINDOW.right - ADDRESS_WINDOW.left
  const room = Math.floor((ADDRESS_WINDOW.bottom - ADDRESS_WINDOW.top) / style.lineHeight)
  const path = [{ tag: 'P' }] as const
  const lay = (lines: readonly string[]) =>
    lines.flatMap((line, index) =>
      // The space parts the lines for whoever has them read out.
      layText([{ text: index < lines.length - 1 ? `${line} ` : line }], { style, path, left: 0, width, measure }),
    )
  let lines = [name, ...addressLines].map((line) => line.trim()).filter((line) => line !== '')
  for (let rows = lay(lines); ; rows = lay(lines)) {
    if (rows.length <= room) return rows
    const joined = joinShortest(lines, (line) => measure(line, style) <= width)
    if (!joined) {
      throw new UnprintableLetterError(
        `The name and address take ${rows.length} lines, and the window of the envelope shows ${room} in this size of print. ` +
          'Write the address in fewer or shorter lines.',
      )
    }
    lines = joined
  }
}

/** The lines with one pair joined, the shortest that makes a line; undefined when none does. */
function joinShortest(lines: readonly string[], fits: (line: string) => boolean): string[] | undefined {
  const pairs = lines.slice(1, -2).map((line, index) => ({
    at: index + 1,
    joined: `${line.replace(/,$/, '')}, ${lines[index + 2]}`,
  }))
  const [shortest] = pairs.filter(({ joined }) => fits(joined)).sort((a, b) => a.joined.length - b.joined.length)
  return shortest && lines.toSpliced(shortest.at, 2, shortest.joined)
}
