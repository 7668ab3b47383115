import type { LetterSize } from './letter-paper.ts'

export type Weight = 'regular' | 'bold'

/** How a text is set. Lengths are in points, 72 to an inch. */
export interface TextStyle {
  readonly weight: Weight
  readonly size: number
  readonly lineHeight: number
}

export interface LetterStyle {
  readonly body: TextStyle
  readonly title: TextStyle
  readonly heading: TextStyle
  /** The name above contact details. */
  readonly contactName: TextStyle
  /** The points and numbers of lists: bold, or the points are hard to see. */
  readonly mark: TextStyle
  /** The date in its frame. */
  readonly date: TextStyle
  /** Council, day and case reference: closer together than what is read as a text. */
  readonly letterhead: TextStyle
  /**
   * Closer still, so that 5 lines of large print fit the window of the envelope; and, for an address that does not fit, smaller
   * from one to the next: it is there for whoever delivers the letter.
   */
  readonly address: readonly TextStyle[]
  readonly letterheadName: TextStyle
  readonly spaceBefore: {
    readonly paragraph: number
    readonly item: number
    readonly heading: number
    readonly contact: number
  }
  /** From the left of a list's marks to the left of its words. */
  readonly listIndent: number
}

/** Royal Mail reads addresses by machine from 10 point up. */
const SMALLER_ADDRESSES = [16, 14, 12, 11, 10]

/**
 * Sizes and spaces of each kind of letter. Nothing is smaller than the body, not even the number of the page, but for an
 * address that would not fit the envelope's window. Text is
 * black, upright, without hyphens and aligned on the left, and emphasis is bold: as the clear print guides of the Royal
 * National Institute of Blind People and the UK Association for Accessible Formats ask.
 */
export const LETTER_STYLES: Readonly<Record<LetterSize, LetterStyle>> = {
  standard: styleOf({ body: 14, heading: 17, title: 21, leading: 1.4 }),
  'large-print': styleOf({ body: 18, heading: 21, title: 25, leading: 1.5 }),
}

interface Sizes {
  readonly body: number
  readonly heading: number
  readonly title: number
  /** The height of a line of the body, in sizes of its letters. */
  readonly leading: number
}

function styleOf({ body, heading, title, leading }: Sizes): LetterStyle {
  return {
    body: { weight: 'regular', size: body, lineHeight: body * leading },
    title: { weight: 'bold', size: title, lineHeight: title * 1.3 },
    heading: { weight: 'bold', size: heading, lineHeight: heading * 1.3 },
    contactName: { weight: 'bold', size: body, lineHeight: body * leading },
    mark: { weight: 'bold', size: body, lineHeight: body * leading },
    date: { weight: 'bold', size: heading, lineHeight: heading * 1.4 },
    letterhead: { weight: 'regular', size: body, lineHeight: body * 1.2 },
    address: [body, ...SMALLER_ADDRESSES.filter((size) => size < body)].map((size) => ({
      weight: 'regular',
      size,
      lineHeight: size * 1.1,
    })),
    letterheadName: { weight: 'bold', size: body, lineHeight: body * 1.2 },
    spaceBefore: { paragraph: body * 0.7, item: body * 0.4, heading: body * 1.5, contact: body * 0.9 },
    listIndent: body * 1.7,
  }
}
