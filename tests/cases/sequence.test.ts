import { is } from 'valibot'
import { describe, expect, it } from 'vitest'
import { isSequence, laterSequence, parseSequence, sequenceOf, sequenceOfFact } from '../../lambdas/cases/sequence.ts'

describe('the number of a fact', () => {
  it('is the version of its case in five digits', () => {
    expect(sequenceOf(7)).toBe('00007')
    expect(sequenceOf(12_345)).toBe('12345')
  })

  it.each(['', '5', '0005', '000005', '0000x', '00005-D14', 'certificate-due_00005', ' 00005'])(
    'is not "%s"',
    (text) => {
      expect(isSequence(text)).toBe(false)
      expect(is(sequenceOfFact, text)).toBe(false)
      expect(() => parseSequence(text)).toThrow(`"${text}" is not the number of a fact`)
    },
  )

  it('is no number of JavaScript and nothing else', () => {
    for (const value of [5, undefined, null, {}]) expect(is(sequenceOfFact, value)).toBe(false)
  })

  it('has five digits at most, so that two always compare in their order', () => {
    expect(() => sequenceOf(100_000)).toThrow('"100000" is not the number of a fact')
    expect(laterSequence(sequenceOf(10), sequenceOf(9))).toBe('00010')
    expect(laterSequence(sequenceOf(9), sequenceOf(10))).toBe('00010')
  })
})
