import type { ContactPoint } from '../../cases/council.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'

/** "standard" is 14 point, as the Equality and Human Rights Commission prints; "large-print" is 18 point throughout. */
export type LetterSize = 'standard' | 'large-print'

/** What a letter has that an email has not. */
export interface LetterPaper {
  readonly size: LetterSize
  readonly to: {
    readonly name: string
    /** As it is written on an envelope, the postcode last. */
    readonly addressLines: readonly string[]
  }
  /** Who at the council answers: printed below the council's name. */
  readonly from: ContactPoint
  /** Printed on every page, so that pages that come apart can be put together again. */
  readonly caseReference: string
  /** The day printed on the letter. */
  readonly date: CalendarDate
  /** The language of the words, for a screen reader, as in HTML: "en-GB". */
  readonly language: string
}
