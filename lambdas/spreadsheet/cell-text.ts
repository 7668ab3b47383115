import { Buffer, isUtf8 } from 'node:buffer'

/**
 * The text of a CSV cell. Cells are read and written as bytes (one character a byte), so that what is carried through
 * leaves as it came, whatever its encoding. Text is UTF-8 or, where the bytes are not UTF-8, Windows-1252, in which
 * spreadsheets write plain CSV.
 */
export function textOfCell(cell: string): string {
  if (isAscii(cell)) return cell
  const bytes = Buffer.from(cell, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : windows1252.decode(bytes)
}

/** The CSV cell of a text: its UTF-8 bytes, one character a byte. */
export function cellOfText(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}

const windows1252 = new TextDecoder('windows-1252')

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}
