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
