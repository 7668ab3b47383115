import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { LANGUAGES } from '../../../lambdas/messages/languages/all-languages.ts'
import { approvedLanguage } from '../../../lambdas/messages/languages/approved-language.ts'
import type { Language } from '../../../lambdas/messages/languages/language.ts'
import { languageProblems } from '../../../lambdas/messages/languages/language-problems.ts'
import { ACCENTED_HELP, ACCENTED_WHOLE, ARABIC_HELP, ARABIC_WHOLE } from './fixture-languages.ts'

const TODAY = parseCalendarDate('2026-02-10')
const both = [ACCENTED_HELP, ARABIC_HELP]

describe('the language of a family', () => {
  it.each(['Lettered', ' lettered ', 'AR-XB', ARABIC_HELP.ownName])('is found by "%s"', (named) => {
    expect(approvedLanguage(named, both, TODAY)).toBe(ARABIC_HELP)
  })

  it('is none when staff have named none, or one that there is no file for', () => {
    expect(approvedLanguage(undefined, both, TODAY)).toBeUndefined()
    expect(approvedLanguage('Klingon', both, TODAY)).toBeUndefined()
  })

  it.each<[string, Language['approval']]>([
    ['nobody has approved', undefined],
    ['is approved by nobody in particular', { by: ' ', on: TODAY }],
    ['will be approved tomorrow', { by: 'Somebody', on: parseCalendarDate('2026-02-11') }],
  ])('is none while its file %s', (_, approval) => {
    expect(approvedLanguage('Lettered', [{ ...ARABIC_HELP, approval }], TODAY)).toBeUndefined()
  })

  it('is there from the day of the approval', () => {
    const approved = { ...ARABIC_HELP, approval: { by: 'Somebody', on: TODAY } }
    expect(approvedLanguage('Lettered', [approved], TODAY)).toBe(approved)
  })
})

describe('the files of languages', () => {
  it('can each be used', () => {
    for (const language of LANGUAGES) expect(languageProblems(language)).toEqual([])
    for (const language of [ACCENTED_WHOLE, ARABIC_WHOLE]) expect(languageProblems(language)).toEqual([])
  })

  it.each<[string, Partial<Language>]>([
    ['Write the code of Accented as in "pl" or "pt-BR". It is "accented!".', { code: 'accented!' }],
    ['Write the English name and the own name of "en-XA".', { ownName: ' ' }],
    ['Put {phone} where the help line of Accented tells the number, and no other place.', { helpLine: 'Help' }],
    ['Write who approved Accented, or leave the approval out.', { approval: { by: '', on: TODAY } }],
  ])('are told: %s', (problem, change) => {
    expect(languageProblems({ ...ACCENTED_HELP, ...change })).toEqual([problem])
  })

  const translation = ACCENTED_WHOLE.translation as NonNullable<Language['translation']>
  it.each([
    ['Write the 7 days of the week in Accented, Monday first.', { weekdays: ['one'] }],
    ['Write the 12 months in Accented, January first.', { months: [] }],
    ['Put {year} into the date of Accented.', { date: '{weekday} {day} {month}' }],
    ['Put {name} into the label of a website in Accented.', { labels: { ...translation.labels, website: 'Web' } }],
    [
      'Use the same places in both: "Day {number} is {date}." has {date}, {number}, its Accented has {date}.',
      { sentences: { 'Day {number} is {date}.': 'Ðåý îš {date}.' } },
    ],
  ])('are told of their translation: %s', (problem, change) => {
    expect(languageProblems({ ...ACCENTED_HELP, translation: { ...translation, ...change } })).toEqual([problem])
  })
})
