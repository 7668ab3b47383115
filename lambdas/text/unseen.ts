const LONGEST_ECHO = 40
/** Blanks, the no-break space among them, and characters that cannot be seen: U+200B, U+200E, U+FEFF and their like. */
const BLANKS_AROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu
const UNSEEN = /[\p{Cf}\p{Cc}]/gu

/** The text of a cell without the blanks and invisible characters before and after it. */
export function trimmed(text: string): string {
  return isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))
    ? text
    : text.replaceAll(BLANKS_AROUND, '')
}

/** The characters of a text that nobody can see, each once, as Unicode writes them: "U+200B". Blanks are none. */
export function invisibleIn(text: string): readonly string[] {
  return [...new Set(text.match(UNSEEN))].map(codePointOf)
}

/** A cell as a message shows it: in quotation marks, shortened, what cannot be seen written out as "[U+200B]". */
export function shown(text: string): string {
  const start = text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}...` : text
  return `"${start.replaceAll(UNSEEN, (character) => `[${codePointOf(character)}]`)}"`
}

/** Seen, and one of ASCII: most cells begin and end so, and are passed over quickly. */
function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
