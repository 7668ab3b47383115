import { layText } from './lay-text.ts'
import { ADDRESS_WINDOW } from './letter-page.ts'
import type { LetterPaper } from './letter-paper.ts'
import type { LetterStyle, TextStyle } from './letter-style.ts'
import type { Row } from './row.ts'
import type { Typesetting } from './typesetting.ts'
import { UnprintableLetterError } from './unprintable-letter-error.ts'

/**
 * Lays the name and address in rows that fit the window of the envelope (letter-page.ts). Where they are too many, two
 * short lines between the name and the postcode become one: "Flat 2, 14 Temple Street". Where that is not enough, they are
 * set smaller.
 *
 * @throws UnprintableLetterError when the address does not fit all the same
 */
export function layAddress(to: LetterPaper['to'], { address }: LetterStyle, typesetting: Typesetting): Row[] {
  let fewest = Number.POSITIVE_INFINITY
  let room = 0
  for (const style of address) {
    room = Math.floor((ADDRESS_WINDOW.bottom - ADDRESS_WINDOW.top) / style.lineHeight)
    const rows = layInStyle(to, style, room, typesetting)
    if (rows.length <= room) return rows
    fewest = Math.min(fewest, rows.length)
  }
  throw new UnprintableLetterError(
    `The name and address take ${fewest} lines, and the window of the envelope shows ${room} at most. ` +
      'Write the address in fewer or shorter lines.',
  )
}

/** The address in rows of one style, with lines joined while there are more rows than there is room for. */
function layInStyle(
  { name, addressLines }: LetterPaper['to'],
  style: TextStyle,
  room: number,
  typesetting: Typesetting,
): Row[] {
  const width = ADDRESS_WINDOW.right - ADDRESS_WINDOW.left
  const path = [{ tag: 'P' }] as const
  const lay = (lines: readonly string[]) =>
    lines.flatMap((line, index) =>
      // The space parts the lines for whoever has them read out.
      layText([{ text: index < lines.length - 1 ? `${line} ` : line }], {
        style,
        path,
        indent: 0,
        width,
        direction: 'ltr',
        typesetting,
      }),
    )
  let lines = [name, ...addressLines].map((line) => line.trim()).filter((line) => line !== '')
  for (let rows = lay(lines); ; rows = lay(lines)) {
    const joined = rows.length > room && joinShortest(lines, (line) => typesetting.measure(line, style) <= width)
    if (!joined) return rows
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
