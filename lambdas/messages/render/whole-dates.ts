const DATE =
  /(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g

/** A space at which a line does not break. */
export const NO_BREAK = '\u00a0'

/** The text with each date kept on one line, as far as "28 August 2026": the day of the week may stay behind. */
export function keepDatesWhole(text: string): string {
  return text.replace(DATE, `$1${NO_BREAK}$2${NO_BREAK}$3`)
}
