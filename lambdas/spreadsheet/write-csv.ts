/** A line of RFC 4180 CSV, without its line end: cells are quoted where they need it, and only there. */
export function csvLine(cells: readonly string[]): string {
  let line = ''
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as string
    if (at > 0) line += ','
    line += NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  }
  return line
}

const NEEDS_QUOTES = /[",\r\n]/

/**
 * A text that is no formula to a spreadsheet that opens it: with an apostrophe before what begins one.
 * OWASP, "CSV Injection": https://owasp.org/www-community/attacks/CSV_Injection
 */
export function withoutFormula(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text
}

/** A spreadsheet passes over blanks and characters that nobody sees. */
const BEGINS_FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u
