import { plainLetters } from './plain-letters.ts'

/** A word of what was typed: every way in which it can be written, in plain letters. */
export type TypedWord = readonly string[]

/** All kinds of apostrophes that keyboards and word processors make. */
const APOSTROPHE = /['’‘ʼʻ`´′＇]/u
const HYPHEN = /\p{Pd}/u
/** What stands between two words: neither a letter, a mark or a digit, nor what stands inside a word. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{Pd}'’‘ʼʻ`´′＇]+/u
/** Unicode's soft hyphen and its joiners cannot be seen. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Points that Arabic and Hebrew are most often written without, and the line that only stretches an Arabic word. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g
/** Arabic letters that are written for one another at the end of a name. */
const ARABIC_ENDINGS: Readonly<Record<string, string>> = { ى: 'ي', ة: 'ه' }

/** Vowels that German and the Scandinavian languages also write with two letters: Müller is Mueller, Jørgensen Joergensen. */
const TWO_LETTERS: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Ø: 'OE', Å: 'AA' }

/** Small words that some write together with the name after them: "van der Berg", "Vanderberg"; "Mc Donald", "McDonald". */
const PARTICLES: ReadonlySet<string> = new Set(
  'AB ABU AL AP BIN BINT DA DE DEL DELLA DEN DER DI DOS DU EL FITZ IBN LA LE LO MAC MC NI NIC O ST TEN TER UL VAN VON'.split(
    ' ',
  ),
)

/** What people are called besides their name. Whoever asks for "Mrs Taylor" looks for Taylor. */
const TITLES: ReadonlySet<string> = new Set('DR MISS MR MRS MS MX PROF REV SIR'.split(' '))

/**
 * The words by which a name is found, in plain letters, each once: its words; the parts of one with a hyphen, and both as
 * one; what follows a short part before an apostrophe; and small words together with the name after them.
 *
 * @param name as it was typed: "Zoë O’Connor-Müller"
 * @returns ZOE, OCONNOR, CONNOR, MULLER, MUELLER and OCONNORMULLER
 */
export function wordsOfName(name: string): readonly string[] {
  const single = chunksOf(name).flatMap((chunk) => partsOf(chunk).flatMap(wordsOfPart))
  const joined = chunksOf(name).flatMap((chunk) => (partsOf(chunk).length > 1 ? spellings(chunk) : []))
  return [...new Set([...single, ...joined, ...withParticles(chunksOf(name))])]
}

/**
 * What was typed, as it can be read: each word by itself, and, where that is something else, the words that some write
 * together as one.
 * @returns no word in either when nothing can be looked for
 */
export function readingsOf(typed: string): readonly (readonly TypedWord[])[] {
  const chunks = chunksOf(typed)
  const apart = withoutTitles(chunks.flatMap((chunk) => partsOf(chunk).map(spellings)))
  const together = withoutTitles(joinedChunks(chunks).map(spellings))
  const isSame = JSON.stringify(apart) === JSON.stringify(together)
  return (isSame ? [apart] : [apart, together]).filter((words) => words.length > 0)
}

function chunksOf(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .replaceAll(UNSEEN, '')
    .split(BETWEEN_WORDS)
    .filter((chunk) => lettersOf(chunk) !== '')
}

function partsOf(chunk: string): readonly string[] {
  return chunk.split(HYPHEN).filter((part) => lettersOf(part) !== '')
}

function wordsOfPart(part: string): readonly string[] {
  const [before = '', ...after] = part.split(APOSTROPHE)
  const rest = after.join('')
  const isShort = lettersOf(before).length <= 2 && lettersOf(rest).length >= 2
  return [...spellings(part), ...(isShort ? spellings(rest) : [])]
}

/** A word in plain letters, and with two letters for each vowel that is also written so. */
function spellings(word: string): TypedWord {
  const capitals = word.normalize('NFC').toUpperCase()
  const inTwo = capitals.replaceAll(/[ÄÖÜØÅ]/g, (letter) => TWO_LETTERS[letter] ?? letter)
  return [...new Set([lettersOf(word), lettersOf(inTwo)])]
}

function lettersOf(text: string): string {
  const plain = plainLetters(text).replaceAll(POINTS, '')
  return plain.replaceAll(/[ىة]/g, (letter) => ARABIC_ENDINGS[letter] ?? letter)
}

/** Each run of small words with the name after it, as one word. */
function withParticles(chunks: readonly string[]): readonly string[] {
  const joined = joinedChunks(chunks)
  return joined.length === chunks.length ? [] : joined.filter((one) => !chunks.includes(one)).flatMap(spellings)
}

function joinedChunks(chunks: readonly string[]): readonly string[] {
  const joined: string[] = []
  let run = ''
  for (const [index, chunk] of chunks.entries()) {
    run += chunk
    if (index < chunks.length - 1 && PARTICLES.has(lettersOf(chunk))) continue
    joined.push(run)
    run = ''
  }
  return joined
}

function withoutTitles(words: readonly TypedWord[]): readonly TypedWord[] {
  const names = words.filter(([word = '']) => !TITLES.has(word))
  return names.length > 0 ? names : words
}
