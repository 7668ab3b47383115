import { LETTER_FONTS } from './letter-fonts.ts'

/**
 * What a function that prints letters loads when the first letter is made. It is no part of the function's own code,
 * because reading these 900 KB would add some 15 ms to every start. Give it to the function as `loadedLater`.
 */
export const LETTER_PACKAGES = {
  packages: ['pdfkit', 'fontkit'],
  files: [...Object.values(LETTER_FONTS), '@expo-google-fonts/noto-sans/LICENSE_FONT'],
} as const
