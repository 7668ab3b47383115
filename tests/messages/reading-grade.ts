import { wordsOf } from './read-message.ts'

/**
 * The Flesch-Kincaid grade of some sentences: the American school year in which they can be read (age about 5 more).
 * Contact details, names and dates are left out: they are not read as prose.
 */
export function readingGrade(sentences: readonly string[]): number {
  const prose = sentences.filter((sentence) => /[.?!]$/.test(sentence) && !sentence.includes('@')).map(withoutDates)
  const words = prose.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / prose.length) + 11.8 * (syllables / words.length) - 15.59
}

function withoutDates(sentence: string): string {
  return sentence.replace(/\w+day \d{1,2} [A-Z][a-z]+ \d{4}/g, 'today')
}

/** Groups of vowels, without a silent e at the end: near enough for a whole message. */
function syllablesOf(word: string): number {
  const heard = word.toLowerCase().replace(/(?<=[^aeiouyl])e(s|d)?$/, '')
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0)
}
