import { readFile } from 'node:fs/promises'
import type { Weight } from './letter-style.ts'

/**
 * Noto Sans (SIL Open Font License 1.1), the same two files wherever the letter is made. A function that prints letters
 * has them in its bundle under these names.
 */
export const LETTER_FONTS: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}

/** What a function that prints letters has to have in its bundle. The font's licence goes where the font goes. */
export const LETTER_FILES = [...Object.values(LETTER_FONTS), '@expo-google-fonts/noto-sans/LICENSE_FONT']

/** The font files. @throws Error from the file system that names the file which is not there */
export async function readLetterFonts(): Promise<Record<Weight, Uint8Array>> {
  const read = (name: string) => readFile(new URL(import.meta.resolve(name)))
  const [regular, bold] = await Promise.all([read(LETTER_FONTS.regular), read(LETTER_FONTS.bold)])
  return { regular, bold }
}
