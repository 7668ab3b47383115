import { describe, expect, it } from 'vitest'
import { layAddress } from '../../../lambdas/messages/letter/lay-address.ts'
import { ADDRESS_WINDOW } from '../../../lambdas/messages/letter/letter-page.ts'
import type { LetterSize } from '../../../lambdas/messages/letter/letter-paper.ts'
import { LETTER_STYLES, type TextStyle } from '../../../lambdas/messages/letter/letter-style.ts'
import { LEFT_TO_RIGHT } from '../../../lambdas/messages/letter/line-order.ts'
import type { Row } from '../../../lambdas/messages/letter/row.ts'
import { UnprintableLetterError } from '../../../lambdas/messages/letter/unprintable-letter-error.ts'
import { SIZES } from './letters-for-tests.ts'

/** Every character is half as wide as the letters are high: about what they are. */
const measure = (text: string, { size }: TextStyle) => (text.length * size) / 2

function rowsOf(name: string, addressLines: readonly string[], size: LetterSize): Row[] {
  return layAddress({ name, addressLines }, LETTER_STYLES[size], { measure, orderOf: () => LEFT_TO_RIGHT })
}

function textOf({ pieces }: Row): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .trim()
}

function linesOf(...[name, addressLines, size]: Parameters<typeof rowsOf>): string[] {
  return rowsOf(name, addressLines, size).map(textOf)
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

  it.each(SIZES)(
    'holds seven lines that cannot be joined below a long name, in %s, smaller where they do not fit',
    (size) => {
      const lines = Array.from({ length: 6 }, (_, index) => `${index + 1} Peregrine Featherstone`)
      const laid = rowsOf('Zuleika Alexandra Quorn', [...lines, 'BS31 1LA'], size)
      expect(laid.map(textOf)).toEqual(['Zuleika Alexandra Quorn', ...lines, 'BS31 1LA'])
      const style = laid[0]?.pieces[0]?.style
      expect(style?.size).toBeGreaterThanOrEqual(10)
      expect(laid.length * (style?.lineHeight ?? 0)).toBeLessThanOrEqual(ADDRESS_WINDOW.bottom - ADDRESS_WINDOW.top)
    },
  )

  it('says what to do when it does not fit, without the address', () => {
    const lay = () =>
      rowsOf(
        'Ann Lee',
        Array.from({ length: 10 }, (_, index) => `${index} ${'Peregrine'.repeat(4)}`),
        'large-print',
      )
    expect(lay).toThrow(UnprintableLetterError)
    expect(lay).toThrow(
      'The name and address take 11 lines, and the window of the envelope shows 9 at most. Write the address in fewer or shorter lines.',
    )
  })
})
