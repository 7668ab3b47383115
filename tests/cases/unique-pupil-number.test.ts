import { expect, it } from 'vitest'
import { isUniquePupilNumber } from '../../lambdas/cases/unique-pupil-number.ts'

it('is a number of which the first is the check letter of the others', () => {
  // 8x2 + 0x3 + 1x4 + 2x5 + 5x10 + 1x13 = 93, which leaves 1: the second letter, B.
  expect(isUniquePupilNumber('B801200005001')).toBe(true)
  // 8x2 + 0x3 + 1x4 + 2x5 + 1x10 + 1x13 = 53, which leaves 7: the eighth letter, H.
  expect(isUniquePupilNumber('H801200001001')).toBe(true)
})

it('is also a temporary number, which ends in a letter', () => {
  // As above without the last 1, and Z counts 22: 80 + 22x13 = 366, which leaves 21: the letter Y.
  expect(isUniquePupilNumber('Y80120000500Z')).toBe(true)
  expect(isUniquePupilNumber('Y80120000500Y')).toBe(false)
})

it('finds every wrong digit, and every two neighbours that changed places', () => {
  const digits = [...'801200005001']
  for (const [place, digit] of digits.entries()) {
    for (const other of '0123456789') {
      expect(isUniquePupilNumber(`B${digits.with(place, other).join('')}`)).toBe(other === digit)
    }
    const next = digits[place + 1]
    if (next === undefined || next === digit) continue
    expect(
      isUniquePupilNumber(
        `B${digits
          .with(place, next)
          .with(place + 1, digit)
          .join('')}`,
      ),
    ).toBe(false)
  }
})

it.each([
  ['the wrong letter', 'A801200005001'],
  ['a letter that is left out', 'I801200005001'],
  ['12 characters', 'B80120000500'],
  ['14 characters', 'B8012000050010'],
  ['small letters', 'b801200005001'],
  ['nothing', ''],
])('is not %s', (_, number) => {
  expect(isUniquePupilNumber(number)).toBe(false)
})
