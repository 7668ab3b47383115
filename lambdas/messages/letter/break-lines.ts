/** Where an address is broken that is longer than a line: no mark is added, and what follows shows that it goes on. */
const WITHIN_AN_ADDRESS = /(?<=[^/:]\/|[@_?&=])|(?=[-.#])/u

/**
 * Breaks a text into lines, each as full as it can be. A word longer than a line begins a line and is broken where a web
 * or email address can be, or else anywhere; never with a hyphen, which would be taken for part of the address.
 *
 * @param width of a line, in the unit of `measure`
 * @returns the lines. Joined they are the text: each keeps the space at its end, for readers of the text.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const fits = (line: string) => measure(line.trimEnd()) <= width
  const lines: string[] = []
  let line = ''
  const add = (piece: string, startsLine: boolean) => {
    if (line !== '' && (startsLine || !fits(line + piece))) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) {
    if (fits(word)) add(word, false)
    else piecesOf(word, fits).forEach((piece, index) => void add(piece, index === 0))
  }
  return line === '' ? lines : [...lines, line]
}

function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  return word.split(WITHIN_AN_ADDRESS).flatMap((piece) => (fits(piece) ? [piece] : [...piece]))
}
