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

/** Invisible, and of no use to a name. Joiners are: they change the shape of Indian and Persian letters. */
const OF_NO_USE = /(?=\p{DI})(?![\u200c\u200d])\p{Cf}/gu
/** Everything that leaves ink, but for letters that are blank by themselves, as U+3164 and U+2800. */
const INK = /(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u
/** They make what follows them run from right to left, or from left to right, whatever it is. */
const TURNS_DIRECTION = /[\u202d\u202e]/u

/**
 * What somebody typed, as it is kept: without the blanks around it, and without the invisible characters that come along
 * when a text is copied. Empty where nothing of it could be seen.
 */
export function visibleText(typed: string): string {
  return INK.test(typed) ? trimmed(typed.replaceAll(OF_NO_USE, '')) : ''
}

/** Whether a text forces a direction on its letters: it can then read as another one than it is. */
export function turnsDirection(text: string): boolean {
  return TURNS_DIRECTION.test(text)
}
