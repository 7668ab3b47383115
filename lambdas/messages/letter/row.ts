import type { TextStyle } from './letter-style.ts'
import type { Direction } from './line-order.ts'

/** An element of the structure tree. Rows with the same element, not merely an equal one, are parts of it. */
export interface Element {
  readonly tag: 'Div' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Link'
  /** How a list counts (PDF 1.7, table 347). */
  readonly listNumbering?: 'Disc' | 'Decimal'
  /** The language of its words, where it is not the letter's, as in HTML: "pl". */
  readonly language?: string
}

export interface LinkTarget {
  readonly url: string
  /** What a screen reader says of it. */
  readonly says: string
}

/** A text in one style and one direction on one line. */
export interface Piece {
  readonly text: string
  /** From the left of the text area, in points. */
  readonly left: number
  readonly width: number
  readonly style: TextStyle
  readonly direction: Direction
  /** From the outermost element to the one that the text belongs to. */
  readonly path: readonly Element[]
  readonly link?: LinkTarget
}

/** What is drawn round rows that belong together. */
export interface Frame {
  readonly padding: number
}

/** A line of the letter. Lengths are in points. */
export interface Row {
  readonly pieces: readonly Piece[]
  /** With the padding of the frame that begins or ends with this row. */
  readonly height: number
  /** From the row's top to the line's: the padding of a frame that begins here. */
  readonly lineTop: number
  /** Left out at the top of a page. */
  readonly spaceBefore: number
  /** Whether a page may not end after this row. */
  readonly staysWithNext: boolean
  readonly frame?: Frame
  /** Whether a rule is drawn in the space before it. None is at the top of a page. */
  readonly ruleBefore?: boolean
}

/** The rows on one page, as far as one page can hold them. */
export function keepTogether(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => ({ ...row, staysWithNext: index < rows.length - 1 }))
}

/** The rows on one page with the row that follows. */
export function keepWithNext(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, staysWithNext: true }))
}

export function withSpaceBefore(space: number, [first, ...others]: readonly Row[]): Row[] {
  return first ? [{ ...first, spaceBefore: space }, ...others] : []
}
