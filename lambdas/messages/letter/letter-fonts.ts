import { readFile } from 'node:fs/promises'
import type { Weight } from './letter-style.ts'

/** The families of Noto Sans (SIL Open Font License 1.1) that letters are set in. */
const FAMILIES = {
  'noto-sans': 'NotoSans',
  'noto-sans-arabic': 'NotoSansArabic',
  'noto-sans-bengali': 'NotoSansBengali',
  'noto-sans-devanagari': 'NotoSansDevanagari',
  'noto-sans-gujarati': 'NotoSansGujarati',
  'noto-sans-gurmukhi': 'NotoSansGurmukhi',
  'noto-sans-hebrew': 'NotoSansHebrew',
  'noto-sans-tamil': 'NotoSansTamil',
} as const
export type LetterFont = keyof typeof FAMILIES

/** It has the Latin, Greek and Cyrillic alphabets, and is what a letter is set in unless a word needs another. */
export const USUAL_FONT = 'noto-sans'

/** The scripts that need a font of their own. Their letters change shape by what stands beside them. */
const SHAPED: readonly { readonly font: LetterFont; readonly letters: RegExp }[] = [
  { font: 'noto-sans-arabic', letters: /\p{Script=Arabic}/u },
  { font: 'noto-sans-bengali', letters: /\p{Script=Bengali}/u },
  { font: 'noto-sans-devanagari', letters: /\p{Script=Devanagari}/u },
  { font: 'noto-sans-gujarati', letters: /\p{Script=Gujarati}/u },
  { font: 'noto-sans-gurmukhi', letters: /\p{Script=Gurmukhi}/u },
  { font: 'noto-sans-hebrew', letters: /\p{Script=Hebrew}/u },
  { font: 'noto-sans-tamil', letters: /\p{Script=Tamil}/u },
]
/** What belongs to no script of its own, as blanks, digits, points and the joiners, is set like the letters before it. */
const OF_NO_SCRIPT = /[\p{Script=Common}\p{Script=Inherited}]/u

/** The alphabets of letters, for whoever has to write a name in one of them. */
export const LETTER_ALPHABETS =
  'the Latin, Greek, Cyrillic, Arabic, Hebrew, Bengali, Devanagari, Gujarati, Gurmukhi and Tamil alphabets'

/** The fonts besides the usual one that a text needs. */
export function furtherFontsOf(text: string): readonly LetterFont[] {
  return SHAPED.filter(({ letters }) => letters.test(text)).map(({ font }) => font)
}

/** A stretch of a text that is set in one font. */
export interface FontRun {
  readonly text: string
  readonly font: LetterFont
}

/** A text in stretches of one font each. Joined they are the text. */
export function fontRuns(text: string): readonly FontRun[] {
  const runs: { text: string; font: LetterFont }[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const font = SHAPED.find(({ letters }) => letters.test(character))?.font ?? USUAL_FONT
    if (last && (last.font === font || OF_NO_SCRIPT.test(character))) last.text += character
    else runs.push({ text: character, font })
  }
  return runs
}

const WEIGHT_FILES: Readonly<Record<Weight, string>> = { regular: '400Regular', bold: '700Bold' }

function fileOf(font: LetterFont, weight: Weight): string {
  const folder = WEIGHT_FILES[weight]
  return `@expo-google-fonts/${font}/${folder}/${FAMILIES[font]}_${folder}.ttf`
}

const FONTS = Object.keys(FAMILIES) as LetterFont[]

/**
 * What a function that prints letters has to have in its bundle, under these names: the same files wherever a letter is made,
 * and the licence of each font, which goes where the font goes.
 */
export const LETTER_FILES: readonly string[] = FONTS.flatMap((font) => [
  fileOf(font, 'regular'),
  fileOf(font, 'bold'),
  `@expo-google-fonts/${font}/LICENSE_FONT`,
])

/** What HarfBuzz, which shapes the letters of these scripts, looks for beside its code. */
export const SHAPER_FILES: readonly string[] = ['harfbuzzjs/dist/harfbuzz.wasm']

/** A font's files. @throws Error from the file system that names the file which is not there */
export async function readLetterFont(font: LetterFont): Promise<Record<Weight, Uint8Array>> {
  const read = (weight: Weight) => readFile(new URL(import.meta.resolve(fileOf(font, weight))))
  const [regular, bold] = await Promise.all([read('regular'), read('bold')])
  return { regular, bold }
}
