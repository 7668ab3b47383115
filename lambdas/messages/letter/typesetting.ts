import type { TextStyle } from './letter-style.ts'
import type { Direction, LineOrder } from './line-order.ts'

/** How words are put on paper. */
export interface Typesetting {
  /** How wide a text is in a style, in points. */
  measure(text: string, style: TextStyle): number
  /** In which order the lines of a text stand on paper. @param base the direction of the text itself */
  orderOf(text: string, base: Direction): LineOrder
}
