import { NO_BREAK } from '../render/whole-dates.ts'
import { breakLines } from './break-lines.ts'
import type { TextStyle } from './letter-style.ts'
import { keepWhole, printableText } from './printable-text.ts'
import type { Element, LinkTarget, Piece, Row } from './row.ts'

/** How wide a text is in a style, in points. */
export type Measure = (text: string, style: TextStyle) => number

/** A part of a text, which may be a link. */
export interface Span {
  readonly text: string
  readonly link?: LinkTarget
}

export interface TextPlace {
  readonly style: TextStyle
  /** The element that the text is. */
  readonly path: readonly Element[]
  /** From the left of the text area. */
  readonly left: number
  readonly width: number
  readonly measure: Measure
}

/** Lays a text in rows. Its first two lines and its last two stay together. */
export function layText(spans: readonly Span[], { style, path, left, width, measure }: TextPlace): Row[] {
  const parts = spans.map((span) => ({
    text: keepWhole(printableText(span.text)),
    path: span.link ? [...path, { tag: 'Link' } as const] : path,
    link: span.link,
  }))
  const widthOf = (text: string) => measure(text.replaceAll(NO_BREAK, ' '), style)
  const lines = breakLines(parts.map(({ text }) => text).join(''), width, widthOf)
  const lineOf = cutter(parts)
  return lines.map((line, index) => {
    const pieces: Piece[] = []
    let at = left
    for (const part of lineOf(line.length)) {
      const pieceWidth = widthOf(part.text.trimEnd())
      const text = part.text.replaceAll(NO_BREAK, ' ')
      pieces.push({ text, left: at, width: pieceWidth, style, path: part.path, ...(part.link && { link: part.link }) })
      at += widthOf(part.text)
    }
    const isNearAnEnd = index === 0 || index === lines.length - 2
    return {
      pieces,
      height: style.lineHeight,
      lineTop: 0,
      spaceBefore: 0,
      staysWithNext: isNearAnEnd && index < lines.length - 1,
    }
  })
}

/** Gives out the parts piece by piece, as many characters as are asked for at a time. */
function cutter<Part extends { readonly text: string }>(parts: readonly Part[]): (length: number) => Part[] {
  const left = [...parts]
  return (length) => {
    const taken: Part[] = []
    let wanted = length
    while (wanted > 0) {
      const part = left.shift()
      if (part === undefined) break
      const text = part.text.slice(0, wanted)
      if (text !== '') taken.push({ ...part, text })
      if (part.text.length > wanted) left.unshift({ ...part, text: part.text.slice(wanted) })
      wanted -= text.length
    }
    return taken
  }
}
