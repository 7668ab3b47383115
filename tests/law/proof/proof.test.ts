import { describe, expect, it } from 'vitest'
import { prove } from './proof.ts'

describe('the engine against an independent oracle', () => {
  it('agrees on every decision day from 2018 to 2028, with certificates spread over 400 days, in every branch', () => {
    const { differences, differing, compared, certain, judgements } = prove({
      from: '2018-01-01',
      to: '2028-12-31',
      certificateStep: 29,
      withWords: false,
    })
    expect(differences).toEqual([])
    expect(differing).toBe(0)
    expect(compared['no certificate']).toBe(4018)
    expect(compared['a certificate']).toBe(4018 * 15)
    const compares = Object.values(compared).reduce((sum, count) => sum + count, 0)
    expect(certain + Object.values(judgements).reduce((sum, count) => sum + count, 0)).toBe(compares)
    // Every call that bears on the appeal date is met, so that none is agreed on by never being asked.
    for (const call of ['J1', 'J5', 'J6', 'J16']) expect(Object.keys(judgements).join()).toContain(call)
  })

  it('agrees on every certificate day after decisions around the ends of months, August and Christmas, in words too', () => {
    for (const [from, to] of [
      ['2026-12-28', '2027-01-02'],
      ['2027-05-29', '2027-06-02'],
      ['2028-10-22', '2028-10-27'],
      ['2028-02-28', '2028-03-01'],
    ] as const) {
      expect(prove({ from, to, certificateStep: 1, withWords: true }).differences).toEqual([])
    }
  })
})
