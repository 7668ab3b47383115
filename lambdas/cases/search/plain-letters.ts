/** Letters that Unicode does not take apart into a letter and an accent. */
const WITHOUT_STROKE: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
}
/** The accents of Latin, Greek and Cyrillic. The marks of other scripts are letters in their own right. */
const ACCENTS = /[\u0300-\u036f]/g

/** The letters and digits of a text in capitals without accents: "Zoë O’Brien-Łuk" is "ZOEOBRIENLUK". */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[ÆŒØŁĐÐÞ]/g, (letter) => WITHOUT_STROKE[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(ACCENTS, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}
