import { NO_BREAK } from '../render/whole-dates.ts'
import { breakLines } from './break-lines.ts'
import { TEXT_WIDTH } from './letter-page.ts'
import type { TextStyle } from './letter-style.ts'
import type { Direction, Stretch } from './line-order.ts'
import { keepWhole, printableText, withoutDirectionMarks } from './printable-text.ts'
import type { Element, LinkTarget, Piece, Row } from './row.ts'
import type { Typesetting } from './typesetting.ts'

/** A part of a text, which may be a link. */
export interface Span {
  readonly text: string
  readonly link?: LinkTarget
}

export interface TextPlace {
  readonly style: TextStyle
  /** The element that the text is. */
  readonly path: readonly Element[]
  /** From the side of the text area on which lines begin: from the left, or from the right for a text that runs from there. */
  readonly indent: number
  readonly width: number
  readonly direction: Direction
  readonly typesetting: Typesetting
}

/** A part of the text, and where in it. */
interface Part {
  readonly start: number
  readonly end: number
  readonly path: readonly Element[]
  readonly link?: LinkTarget
}

/** Lays a text in rows. Its first two lines and its last two stay together. */
export function layText(
  spans: readonly Span[],
  { style, path, indent, width, direction, typesetting }: TextPlace,
): Row[] {
  const texts = spans.map((span) => keepWhole(printableText(span.text)))
  const text = texts.join('')
  const parts = partsOf(spans, texts, path)
  const inkOf = (from: number, to: number) => withoutDirectionMarks(text.slice(from, to)).replaceAll(NO_BREAK, ' ')
  const widthOf = (words: string) => typesetting.measure(withoutDirectionMarks(words).replaceAll(NO_BREAK, ' '), style)
  const orderOf = typesetting.orderOf(text, direction)
  const lines = breakLines(text, width, widthOf)
  let lineStart = 0
  return lines.map((line, index) => {
    const placed: (Piece & { readonly start: number })[] = []
    let at = 0
    for (const { start, end, direction, path, link } of orderOf(lineStart, lineStart + line.length).flatMap((stretch) =>
      cut(stretch, parts),
    )) {
      const words = inkOf(start, end)
      const piece = { text: words, left: at, width: widthOf(words.trimEnd()), style, path, direction }
      placed.push({ ...piece, start, ...(link && { link }) })
      at += widthOf(words)
    }
    lineStart += line.length
    const left = direction === 'ltr' ? indent : TEXT_WIDTH - indent - at
    const isNearAnEnd = index === 0 || index === lines.length - 2
    return {
      // Drawn, and so read, in the order of the words.
      pieces: placed
        .toSorted((one, other) => one.start - other.start)
        .map(({ start: _start, ...piece }) => ({ ...piece, left: left + piece.left })),
      height: style.lineHeight,
      lineTop: 0,
      spaceBefore: 0,
      staysWithNext: isNearAnEnd && index < lines.length - 1,
    }
  })
}

function partsOf(spans: readonly Span[], texts: readonly string[], path: readonly Element[]): readonly Part[] {
  let start = 0
  return spans.map(({ link }, index) => {
    const end = start + (texts[index] ?? '').length
    const part = { start, end, path: link ? [...path, { tag: 'Link' } as const] : path, ...(link && { link }) }
    start = end
    return part
  })
}

/** What of each part stands in a stretch, as it stands on paper. */
function cut({ start, end, direction }: Stretch, parts: readonly Part[]): readonly (Part & Stretch)[] {
  const within = parts
    .map((part) => ({ ...part, start: Math.max(part.start, start), end: Math.min(part.end, end), direction }))
    .filter((part) => part.start < part.end)
  return direction === 'ltr' ? within : within.toReversed()
}
