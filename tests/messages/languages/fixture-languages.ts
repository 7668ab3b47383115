import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { composeMessage, namesIn } from '../../../lambdas/messages/compose-message.ts'
import type { Language, Translation } from '../../../lambdas/messages/languages/language.ts'
import { untranslatedSentences } from '../../../lambdas/messages/languages/translate-content.ts'
import { EVERY_SITUATION } from '../every-situation.ts'

/** Two languages that nobody speaks, made from English letter by letter: never shipped, and nothing to be approved. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'
const ARABIC = 'ابجدهوزحطيكلمنسعفصقرشتثخذض'

/** Every English sentence of every message that the tests know, each with its places. */
export function everySentence(): readonly string[] {
  const all = Object.values(EVERY_SITUATION).flatMap((situation) =>
    untranslatedSentences(
      composeMessage(situation).content,
      { sentences: {} },
      namesIn(situation, situation.contact.name),
    ),
  )
  return [...new Set(all)].sort()
}

/** Writes each letter of an English text with the letter of another alphabet in the same place. Places stay. */
function inLetters(alphabet: string): (english: string) => string {
  const other = [...alphabet]
  return (english) =>
    english
      .split(/(\{\w+\})/)
      .map((part) =>
        part.startsWith('{')
          ? part
          : part.toLowerCase().replace(/[a-z]/g, (letter) => other[LETTERS.indexOf(letter)] ?? letter),
      )
      .join('')
}

function translationInto(write: (english: string) => string): Translation {
  return {
    sentences: Object.fromEntries(everySentence().map((sentence) => [sentence, write(sentence)])),
    labels: {
      phone: write('Phone'),
      phoneAnswered: write('Phone answered'),
      text: write('Text'),
      email: write('Email'),
      website: write('Website of {name}'),
    },
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(write),
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ].map(write),
    date: '{weekday} {day} {month} {year}',
  }
}

const approval = { by: 'A reader of the tests', on: parseCalendarDate('2026-01-05') }
const HELP = 'This letter is about your rights and dates. For help in your language phone {phone}.'

/** Only the help line has been written. */
export const ACCENTED_HELP: Language = {
  code: 'en-XA',
  direction: 'ltr',
  englishName: 'Accented',
  ownName: 'Åççéñţéð',
  approval,
  helpLine: inLetters(ACCENTED)(HELP),
}
export const ARABIC_HELP: Language = {
  code: 'ar-XB',
  direction: 'rtl',
  englishName: 'Lettered',
  ownName: inLetters(ARABIC)('Lettered'),
  approval,
  helpLine: inLetters(ARABIC)(HELP),
}

/** Every sentence has been translated. */
export const ACCENTED_WHOLE: Language = { ...ACCENTED_HELP, translation: translationInto(inLetters(ACCENTED)) }
export const ARABIC_WHOLE: Language = { ...ARABIC_HELP, translation: translationInto(inLetters(ARABIC)) }
