import { describe, expect, it } from 'vitest'
import { drawn, randomFrom, seedOf } from '../../../bin/demo/random.ts'

describe('a seed', () => {
  it('is the one that is asked for, or a new one', () => {
    expect(seedOf('2026')).toBe(2026)
    expect(seedOf(undefined)).toBeLessThan(1_000_000)
    expect(Number.isInteger(seedOf(undefined))).toBe(true)
  })

  it('that is no whole number is refused', () => {
    for (const text of ['seven', '-1', '1.5', '1e3']) {
      expect(() => seedOf(text)).toThrow(`The seed is "${text}"; it has to be a whole number, as 2026.`)
    }
  })

  it('draws the same again, and another draws something else', () => {
    const values = Array.from({ length: 100 }, (_, index) => index)
    const draw = (seed: number) => drawn(randomFrom(seed), values, 5)
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(new Set(draw(7)).size).toBe(5)
  })
})
