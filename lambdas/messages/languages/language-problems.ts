import type { Language, Translation } from './language.ts'
import { placesIn } from './sentence-template.ts'

/**
 * What is wrong with a language's file, in sentences that say what to do. Whether its words are right only a person can
 * tell.
 * @returns every problem; none when the file can be used once it is approved
 */
export function languageProblems(language: Language): readonly string[] {
  const { code, englishName, ownName, helpLine, approval, translation } = language
  return [
    ...(isLanguageCode(code) ? [] : [`Write the code of ${englishName} as in "pl" or "pt-BR". It is "${code}".`]),
    ...(englishName.trim() && ownName.trim() ? [] : [`Write the English name and the own name of "${code}".`]),
    ...(placesIn(helpLine).join() === '{phone}'
      ? []
      : [`Put {phone} where the help line of ${englishName} tells the number, and no other place.`]),
    ...(approval && approval.by.trim() === '' ? [`Write who approved ${englishName}, or leave the approval out.`] : []),
    ...(translation ? translationProblems(englishName, translation) : []),
  ]
}

function translationProblems(name: string, { sentences, weekdays, months, date, labels }: Translation): string[] {
  const missing = ['{weekday}', '{day}', '{month}', '{year}'].filter((part) => !date.includes(part))
  return [
    ...(weekdays.length === 7 ? [] : [`Write the 7 days of the week in ${name}, Monday first.`]),
    ...(months.length === 12 ? [] : [`Write the 12 months in ${name}, January first.`]),
    ...missing.map((part) => `Put ${part} into the date of ${name}.`),
    ...(labels.website.includes('{name}') ? [] : [`Put {name} into the label of a website in ${name}.`]),
    ...Object.entries(sentences).flatMap(([english, translated]) => {
      const [wanted, found] = [placesIn(english), placesIn(translated)]
      return wanted.join() === found.join()
        ? []
        : [
            `Use the same places in both: "${english}" has ${wanted.join(', ') || 'none'}, its ${name} has ${found.join(', ') || 'none'}.`,
          ]
    }),
  ]
}

function isLanguageCode(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code)[0] === code
  } catch {
    return false
  }
}
