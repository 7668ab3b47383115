import { describe, expect, it } from 'vitest'
import { levelsAfter, moved } from '../../../lambdas/reports/forecast/level.ts'
import { randomFromText } from '../../../lambdas/reports/forecast/random.ts'

const DRAWS = 4000

/** The middle of what the level can be, how many times the usual, and how far 8 of 10 lie apart, as a share of it. */
function levelOf(counts: readonly number[], usual: number, monthsAhead = 0) {
  const random = randomFromText('levels')
  const draw = levelsAfter({ counts, expected: (_, times) => usual * times })
  const levels = Array.from({ length: DRAWS }, () => {
    let level = draw(random)
    for (let month = 0; month < monthsAhead; month += 1) level = moved(random, level)
    return Math.exp(level.now)
  }).sort((one, other) => one - other)
  const at = (share: number) => levels[Math.floor(share * DRAWS)] ?? Number.NaN
  return { middle: at(0.5), width: (at(0.9) - at(0.1)) / at(0.5) }
}

const times = (count: number, value: number) => Array<number>(count).fill(value)

describe('the level of a count', () => {
  it('is that of the months, and known the better the more there are of them and the larger the counts are', () => {
    const few = levelOf(times(6, 10), 10)
    const many = levelOf(times(30, 10), 10)
    const large = levelOf(times(30, 100), 100)
    for (const { middle } of [few, many, large]) expect(Math.abs(middle - 1)).toBeLessThan(0.08)
    expect(many.width).toBeLessThan(few.width * 0.75)
    expect(large.width).toBeLessThan(many.width * 0.75)
  })

  it('follows a council that grows', () => {
    const growing = Array.from({ length: 30 }, (_, month) => Math.round(20 * 1.03 ** month))
    const { middle } = levelOf(growing, 20)
    expect(middle).toBeGreaterThan(1.03 ** 24)
    expect(middle).toBeLessThan(1.03 ** 32)
  })

  it('is known less well a few months on, and where months differ much', () => {
    const steady = times(24, 40)
    const unsteady = Array.from({ length: 24 }, (_, month) => (month % 2 === 0 ? 20 : 60))
    expect(levelOf(steady, 40, 12).width).toBeGreaterThan(levelOf(steady, 40).width * 1.1)
    expect(levelOf(unsteady, 40).width).toBeGreaterThan(levelOf(steady, 40).width * 1.3)
  })

  it('of months with nothing is low, and need not be nothing', () => {
    const { middle } = levelOf(times(12, 0), 0.05)
    expect(middle * 0.05).toBeLessThan(0.1)
    expect(middle).toBeGreaterThan(0)
  })

  it('survives a month with a hundred times as many', () => {
    const { middle } = levelOf([...times(12, 8), 900, ...times(11, 8)], 45)
    expect(middle * 45).toBeLessThan(40)
  })
})
