import { describe, expect, it } from 'vitest'
import { layAddress } from '../../../lambdas/messages/letter/lay-address.ts'
import type { LetterSize } from '../../../lambdas/messages/letter/letter-paper.ts'
import { LETTER_STYLES, type TextStyle } from '../../../lambdas/messages/letter/letter-style.ts'
import { UnprintableLetterError } from '../../../lambdas/messages/letter/unprintable-letter-error.ts'

/** Every character is half as wide as the letters are high: about what they are. */
const measure = (text: string, { size }: TextStyle) => (text.length * size) / 2

function linesOf(name: string, addressLines: readonly string[], size: LetterSize): string[] {
  const rows = layAddress({ name, addressLines }, LETTER_STYLES[size].address, measure)
  return rows.map(({ pieces }) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .trim(),
  )
}

const LONG = ['Flat 2', 'Peregrine House', '14 Temple Street', 'Keynsham', 'Bristol', 'BS31 1LA']

describe('the address in the window of the envelope', () => {
  it('has a line for each line, where they fit', () => {
    expect(linesOf('Ann Lee', ['14 Temple Street', 'Keynsham', 'Bristol', 'BS31 1LA'], 'standard')).toEqual([
      'Ann Lee',
      '14 Temple Street',
      'Keynsham',
      'Bristol',
      'BS31 1LA',
    ])
  })

  it('joins short lines where they are too many, and leaves the name and the postcode alone', () => {
    expect(linesOf('Ann Lee', LONG, 'standard')).toEqual([
      'Ann Lee',
      'Flat 2',
      'Peregrine House',
      '14 Temple Street',
      'Keynsham, Bristol',
      'BS31 1LA',
    ])
    expect(linesOf('Ann Lee', LONG, 'large-print')).toEqual([
      'Ann Lee',
      'Flat 2, Peregrine House',
      '14 Temple Street',
      'Keynsham, Bristol',
      'BS31 1LA',
    ])
  })

  it('writes no comma twice and prints no empty line', () => {
    expect(linesOf('Ann Lee', ['Flat 2,', ' ', ...LONG.slice(1)], 'large-print')[1]).toBe('Flat 2, Peregrine House')
  })

  it('breaks a line that is too long for the window', () => {
    expect(linesOf('Zuleika Alexandra Quorn-Featherstone', ['14 Temple Street', 'BS31 1LA'], 'large-print')).toEqual([
      'Zuleika Alexandra',
      'Quorn-Featherstone',
      '14 Temple Street',
      'BS31 1LA',
    ])
  })

  it('says what to do when it does not fit, without the address', () => {
    const lay = () => linesOf('Zuleika Alexandra Quorn-Featherstone', [...LONG, 'Isle of Man'], 'large-print')
    expect(lay).toThrow(UnprintableLetterError)
    expect(lay).toThrow(
      'The name and address take 7 lines, and the window of the envelope shows 5 in this size of print. Write the address in fewer or shorter lines.',
    )
  })
})
