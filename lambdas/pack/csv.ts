/** Excel reads a file as UTF-8 where these bytes come first. */
const BYTE_ORDER_MARK = '\uFEFF'
/** A spreadsheet takes a cell that begins so for a formula, and works it out: what somebody typed could then send data away. */
const BEGINS_A_FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r]/u
const NEEDS_QUOTES = /[",\r\n]/

/**
 * A table as CSV (RFC 4180), for a person with a spreadsheet. A cell that a spreadsheet would take for a formula begins with
 * an apostrophe, which says that it is text.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`)
  return BYTE_ORDER_MARK + lines.join('')
}

function cellOf(text: string): string {
  const safe = BEGINS_A_FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
