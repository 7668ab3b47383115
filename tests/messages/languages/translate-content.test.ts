import { describe, expect, it } from 'vitest'
import { composeMessage, namesIn } from '../../../lambdas/messages/compose-message.ts'
import { forLetter } from '../../../lambdas/messages/content.ts'
import type { Language } from '../../../lambdas/messages/languages/language.ts'
import { translateContent } from '../../../lambdas/messages/languages/translate-content.ts'
import { renderText } from '../../../lambdas/messages/render/render-text.ts'
import { difference, expectOfAll, found, missing } from '../../rule.ts'
import { messagesToTry } from '../every-message.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { seenInHtml, wordsOf } from '../read-message.ts'
import { arranged, council, PARENT, situation } from '../situations.ts'
import { ACCENTED_HELP, ACCENTED_WHOLE, ARABIC_HELP, ARABIC_WHOLE } from './fixture-languages.ts'

const meeting = situation('meeting-invitation', '00003', arranged, '2026-03-16')
const ISOLATES = /[\u2068\u2069]/g

describe('a message that is not wholly translated', () => {
  const message = composeMessage(meeting, { language: ARABIC_HELP })
  const { html, text, subject } = message
  const line = ARABIC_HELP.helpLine.replace('{phone}', `\u2068${council.contacts.officer.phone}\u2069`)

  it('goes out in English, below the help line in the family’s language', () => {
    expect(subject).toBe('Your mediation meeting is on Monday 30 March 2026 at 2:30pm')
    expect(text.indexOf(line)).toBeGreaterThan(0)
    expect(text.indexOf(line)).toBeLessThan(text.indexOf(`Dear ${PARENT.name}`))
  })

  it('marks the language and the direction of that line, and of the rest', () => {
    expect(html).toContain('<html lang="en-GB" dir="ltr">')
    expect(html).toMatch(/<p class="aside" lang="ar-XB" dir="rtl" style="[^"]*text-align:right/)
  })

  it('says the same in both its parts', () => {
    expect(wordsOf(text)).toEqual(wordsOf(seenInHtml(message)))
  })

  it('keeps the line on a letter', () => {
    expect(renderText(forLetter(composeMessage(meeting, { language: ARABIC_HELP }).content))).toContain(line)
  })

  it('has the line in a left-to-right language without marks of direction', () => {
    const { text: accented } = composeMessage(meeting, { language: ACCENTED_HELP })
    expect(accented).toContain(ACCENTED_HELP.helpLine.replace('{phone}', council.contacts.officer.phone))
  })

  it('stays English when one sentence alone has no translation', () => {
    const translation = ACCENTED_WHOLE.translation as NonNullable<Language['translation']>
    const { 'You meet in person.': _, ...sentences } = translation.sentences
    const nearly = { ...ACCENTED_WHOLE, translation: { ...translation, sentences } }
    expect(composeMessage(meeting, { language: ACCENTED_WHOLE }).html).toContain('lang="en-XA"')
    expect(composeMessage(meeting, { language: nearly }).html).toContain('<html lang="en-GB"')
  })
})

describe.each([
  ['left to right', ACCENTED_WHOLE],
  ['right to left', ARABIC_WHOLE],
] as const)('a message that is wholly translated, %s', (_, language) => {
  it('has no English word left but names and addresses', () =>
    expectOfAll(
      messagesToTry(EVERY_SITUATION, (situation) => composeMessage(situation, { language })),
      ({ situation, message, everything, wordsOfText, wordsOfHtml }) => {
        const { otherMediationAdvisers: others = [] } = situation.council.providers
        const names = [...Object.values(namesIn(situation, situation.contact.name)), ...others.map(({ name }) => name)]
        const left = [...names, ...addressesIn(everything)]
          .filter((name) => name !== '')
          .toSorted((one, other) => other.length - one.length)
          .reduce((text, name) => text.replaceAll(name, ' '), everything)
        return [
          ...missing(message.html, `<html lang="${language.code}" dir="${language.direction}">`),
          ...found(everything, /[{}\u{E000}]/u),
          ...found(left, /[A-Za-z]{2,}/),
          ...difference(wordsOfText, wordsOfHtml),
        ]
      },
    ))

  it('keeps the English subject for staff', () => {
    expect(composeMessage(meeting, { language }).subjectInEnglish).toBe(
      'Your mediation meeting is on Monday 30 March 2026 at 2:30pm',
    )
  })
})

describe('what stands in the places of a translated sentence', () => {
  it('is the date in the words of the language and the time by the 24-hour clock', () => {
    const { subject } = composeMessage(meeting, { language: ACCENTED_WHOLE })
    expect(subject).toMatch(/ɱöñðåý 30 ɱåŕçĥ 2026 .* 14:30$/)
  })

  it('keeps its own direction in a right-to-left language, so that no phone number is turned round', () => {
    const { text, html } = composeMessage(meeting, { language: ARABIC_WHOLE })
    const phone = `\u2068${council.contacts.officer.phone}\u2069`
    expect(text.split(phone).length).toBeGreaterThan(2)
    expect(text.replaceAll(phone, '')).not.toContain(council.contacts.officer.phone)
    expect(html).toContain(phone)
    expect(composeMessage(meeting, { language: ACCENTED_WHOLE }).text).not.toMatch(ISOLATES)
  })
})

it('has no translation without a translated file', () => {
  const { content } = composeMessage(meeting)
  expect(translateContent(content, ARABIC_HELP, namesIn(meeting, PARENT.name))).toBeUndefined()
})

describe('a letter', () => {
  it('speaks of nothing that only an email has', () =>
    expectOfAll(messagesToTry(), ({ message }) =>
      found(renderText(forLetter(message.content)), /this email|\bfile\b|\blink\b/i),
    ))

  it('is without the sentence about the file that the email of a meeting has', () => {
    const { text, content } = composeMessage(meeting)
    expect(text).toContain('with the file in this email')
    expect(renderText(forLetter(content)).length).toBeLessThan(text.length)
  })
})

function addressesIn(text: string): string[] {
  return text.match(/https?:\S+|[^\s@]+@\S+/g) ?? []
}
