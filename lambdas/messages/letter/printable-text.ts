import { keepDatesWhole, NO_BREAK } from '../render/whole-dates.ts'

/** Marks that say in which direction a text runs, and what keeps a direction of its own inside another. */
const DIRECTION_MARKS = /[\u200e\u200f\u2066-\u2069]/gu
/**
 * Control characters and marks without ink. Joiners stay: they change the shape of Indian letters. So do marks of direction,
 * until the words have their places.
 */
const WITHOUT_INK = /(?![\u200c-\u200f\u2066-\u2069])[\p{Cc}\p{Cf}]/gu
/** JavaScript counts the byte order mark among the spaces. */
const GAP = /[^\S\ufeff]+/gu
const DAY_OF_THE_WEEK = new RegExp(`(\\w+day) (?=\\d{1,2}${NO_BREAK})`, 'g')
const PHONE_NUMBER = /(?<![\d\w])(?:\+44|0)[\d ]{8,}\d/g

/**
 * Text as it is printed: each letter with its accents one character, where there is one; every gap one space; nothing
 * that cannot be seen, but for the marks that order its words.
 */
export function printableText(text: string): string {
  return text.normalize('NFC').replace(GAP, ' ').replace(WITHOUT_INK, '')
}

/** The text as it is drawn, once its words have their places. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '')
}

/** The text with each phone number, and each date with its day of the week, kept on one line. */
export function keepWhole(text: string): string {
  return keepDatesWhole(text)
    .replace(DAY_OF_THE_WEEK, `$1${NO_BREAK}`)
    .replace(PHONE_NUMBER, (number) => number.replaceAll(' ', NO_BREAK))
}
