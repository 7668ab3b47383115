import { describe, expect, it } from 'vitest'
import { turnsDirection, visibleText } from '../../lambdas/text/unseen.ts'

describe('what somebody typed, as it is kept', () => {
  it.each([
    ['blanks around it', '  Sam Taylor\u00a0\n', 'Sam Taylor'],
    ['a zero-width space within', 'Sam\u200bTaylor', 'SamTaylor'],
    ['the mark at the beginning of a file', '\ufeffSam', 'Sam'],
    ['a soft hyphen', 'Tay\u00adlor', 'Taylor'],
    ['marks of direction around a number', '\u202a07700 900982\u202c', '07700 900982'],
  ])('is without %s', (_, typed, kept) => {
    expect(visibleText(typed)).toBe(kept)
  })

  it.each([
    ['accents', 'Zoë Nguyễn'],
    ['letters that run from right to left', 'محمد'],
    ['a joiner within an Indian name', 'ക്‍ഷ'],
    ['a joiner within a Persian name', 'می\u200cخواهم'],
    ['the sign before an Arabic number', 'رقم \u0600١٢'],
    ['several lines', 'one\ntwo'],
  ])('keeps %s', (_, typed) => {
    expect(visibleText(typed)).toBe(typed)
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \t\u3000'],
    ['zero-width spaces', '\u200b\u200b'],
    ['joiners', '\u200d\u200c'],
    ['the letter that fills a Korean syllable', '\u3164'],
    ['a Braille cell without dots', '\u2800'],
    ['an accent on no letter', '\u0301'],
  ])('is empty where there is only %s', (_, typed) => {
    expect(visibleText(typed)).toBe('')
  })
})

it('turns direction when a text is forced to run one way, not by letters that run that way', () => {
  expect(turnsDirection('moc.elpmaxe\u202e')).toBe(true)
  expect(turnsDirection('\u202dSam')).toBe(true)
  expect(turnsDirection('محمد')).toBe(false)
})
