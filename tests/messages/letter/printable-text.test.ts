import { expect, it } from 'vitest'
import { keepWhole, printableText } from '../../../lambdas/messages/letter/printable-text.ts'

it('writes a letter and its accent as one character', () => {
  expect(printableText('S\u030c')).toBe('Š')
})

it('makes one space of any gap, and leaves out what cannot be seen', () => {
  expect(printableText('Room 3\n\tTemple\u00a0 Street\u200b\ufeff')).toBe('Room 3 Temple Street')
})

it('keeps the joiners of Indian scripts', () => {
  expect(printableText('क्\u200dष')).toBe('क्\u200dष')
})

it.each([
  ['by Friday 28 August 2026.', 'by Friday_28_August_2026.'],
  ['It is 28 August 2026', 'It is 28_August_2026'],
  ['Phone: 0800 064 4488', 'Phone: 0800_064_4488'],
  ['Phone +44 1225 394041 today', 'Phone +44_1225_394041 today'],
  ['within 3 working days', 'within 3 working days'],
])('keeps "%s" whole where it has to be', (text, kept) => {
  expect(keepWhole(text).replaceAll('\u00a0', '_')).toBe(kept)
})
