import { describe, expect, it } from 'vitest'
import { binomial, gamma, normal, poisson, randomFromText } from '../../../lambdas/reports/forecast/random.ts'

const DRAWS = 40_000

/** Mean and variance of draws, which are the same each time. */
function momentsOf(name: string, draw: (random: () => number) => number) {
  const random = randomFromText(name)
  const drawn = Array.from({ length: DRAWS }, () => draw(random))
  const mean = drawn.reduce((sum, one) => sum + one, 0) / DRAWS
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / DRAWS
  return { mean, variance, drawn }
}

/** More than chance does to a sum of so many draws, but for once in 100,000 texts, and far less than a wrong formula would. */
const DEVIATIONS = 4.5

/** A distribution as the books have it. `excess`: how much more weight its tails have than those of the normal one. */
interface Known {
  readonly mean: number
  readonly variance: number
  readonly excess: number
}

function expectMoments(name: string, draw: (random: () => number) => number, { mean, variance, excess }: Known) {
  const found = momentsOf(name, draw)
  expect(Math.abs(found.mean - mean)).toBeLessThan(DEVIATIONS * Math.sqrt(variance / DRAWS))
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(DEVIATIONS * Math.sqrt((excess + 2) / DRAWS))
}

/** How far the counts of draws are from what a formula says of each number: chi-squared, and its degrees of freedom. */
function distanceOf(name: string, draw: (random: () => number) => number, chanceOf: (number: number) => number) {
  const { drawn } = momentsOf(name, draw)
  const expected = Array.from({ length: 80 }, (_, number) => chanceOf(number) * DRAWS)
  const likely = expected.flatMap((count, number) => (count >= 20 ? [{ count, number }] : []))
  const distance = likely.reduce(
    (sum, { count, number }) => sum + (drawn.filter((one) => one === number).length - count) ** 2 / count,
    0,
  )
  return { distance, freedom: likely.length }
}

function factorial(number: number): number {
  return number <= 1 ? 1 : number * factorial(number - 1)
}

describe('random numbers', () => {
  it('are the same for the same text, and others for another', () => {
    const first = (text: string) => Array.from({ length: 5 }, randomFromText(text))
    expect(first('2026-11-20')).toEqual(first('2026-11-20'))
    expect(first('2026-11-20')).not.toEqual(first('2026-11-21'))
  })

  it('are spread evenly from 0 up to 1', () => {
    const random = randomFromText('even')
    const bins = Array<number>(20).fill(0)
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const one = random()
      expect(one >= 0 && one < 1).toBe(true)
      bins[Math.floor(one * 20)] = (bins[Math.floor(one * 20)] ?? 0) + 1
    }
    // Chi-squared with 19 degrees of freedom: 43.8 is passed once in a thousand seeds.
    expect(bins.reduce((sum, count) => sum + (count - DRAWS / 20) ** 2 / (DRAWS / 20), 0)).toBeLessThan(43.8)
  })

  it('follow the normal distribution', () => {
    expectMoments('normal', normal, { mean: 0, variance: 1, excess: 0 })
    const { drawn } = momentsOf('normal', normal)
    expect(drawn.filter((one) => Math.abs(one) < 1.959964).length / DRAWS).toBeCloseTo(0.95, 2)
  })

  it.each([0.1, 0.5, 1, 2.5, 30, 1000])('follow the gamma distribution of shape %d', (shape) => {
    expectMoments(`gamma ${shape}`, (random) => gamma(random, shape), {
      mean: shape,
      variance: shape,
      excess: 6 / shape,
    })
  })

  it.each([0.02, 0.7, 5, 11.9, 12.1, 40, 900])('follow the Poisson distribution of mean %d', (mean) => {
    expectMoments(`poisson ${mean}`, (random) => poisson(random, mean), { mean, variance: mean, excess: 1 / mean })
  })

  it.each([
    [1, 0.3],
    [5, 0.02],
    [12, 0.5],
    [13, 0.6],
    [40, 0.9],
    [200, 0.01],
    [500, 0.35],
    [1500, 0.97],
  ])('follow the binomial distribution of %d with a chance of %d', (among, chance) => {
    const variance = among * chance * (1 - chance)
    expectMoments(`binomial ${among} ${chance}`, (random) => binomial(random, among, chance), {
      mean: among * chance,
      variance,
      excess: (1 - 6 * chance * (1 - chance)) / variance,
    })
  })

  it.each([0.7, 5, 12.5, 30])('are each as likely as the formula of Poisson says: mean %d', (mean) => {
    const { distance, freedom } = distanceOf(
      `each poisson ${mean}`,
      (random) => poisson(random, mean),
      (number) => (Math.exp(-mean) * mean ** number) / factorial(number),
    )
    expect(distance).toBeLessThan(freedom + DEVIATIONS * Math.sqrt(2 * freedom))
  })

  it.each([
    [6, 0.2],
    [15, 0.3],
    [60, 0.35],
    [70, 0.8],
  ])('are each as likely as the binomial formula says: %d with a chance of %d', (among, chance) => {
    const { distance, freedom } = distanceOf(
      `each binomial ${among}`,
      (random) => binomial(random, among, chance),
      (number) =>
        number > among
          ? 0
          : (factorial(among) / factorial(number) / factorial(among - number)) *
            chance ** number *
            (1 - chance) ** (among - number),
    )
    expect(distance).toBeLessThan(freedom + DEVIATIONS * Math.sqrt(2 * freedom))
  })

  it('have no count where nothing can happen, and all where everything does', () => {
    const random = randomFromText('ends')
    expect([binomial(random, 0, 0.5), binomial(random, 7, 0), binomial(random, 7, 1), poisson(random, 0)]).toEqual([
      0, 0, 7, 0,
    ])
  })
})
