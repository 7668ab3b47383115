import { normal, type Random } from './random.ts'

/**
 * A number of things in each month, against what would have been expected at the usual level. `expected` takes the place of the month,
 * from 0, and how many times the usual level it is.
 */
export interface MonthlyCounts {
  readonly counts: readonly number[]
  readonly expected: (month: number, times: number) => number
}

/** A level that could be so, after what was counted. */
export interface Level {
  /** The natural logarithm of how many times the usual level it is now. */
  readonly now: number
  /** By how much that moves from one month to the next: a standard deviation. */
  readonly drift: number
  /** How much a month differs from the level by itself, as a share of it: a standard deviation. */
  readonly spread: number
}

/** What is tried of each, all as likely before anything is counted: councils grow, and panels meet when they meet. */
const DRIFTS = [0, 0.02, 0.05, 0.1] as const
const SPREADS = [0, 0.1, 0.2, 0.35] as const
/** How finely levels are told apart: places on each side of the middle. */
const PLACES = 40
/** How far it goes to each side at least, as a natural logarithm: from a fifth to five times the middle. */
const LEAST_SIDE = 1.6
/** No month is impossible at any level: so a month with very many, as when a backlog is worked off, is no end of it. */
const HARDLY_POSSIBLE = 1e-30
/** So many standard deviations of a step are followed. */
const FARTHEST = 3

/**
 * What the level of a count can be, from what was counted: a hidden level that moves by chance from month to month, and months that
 * differ from it by chance besides. All levels on a fine grid are followed through all months at once, for each drift and spread, so
 * that the answer is exact but for the grid, and has in it how little a few months say (the filter of a hidden Markov model).
 * @returns draws one level that could be so
 */
export function levelsAfter({ counts, expected }: MonthlyCounts): (random: Random) => Level {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const side = LEAST_SIDE + 3.5 / Math.sqrt(total + 0.5)
  const step = side / PLACES
  const size = 2 * PLACES + 1
  const levels = Array.from({ length: size }, (_, place) => (place - PLACES) * step)
  const means = counts.map((_, month) => levels.map((level) => expected(month, Math.exp(level))))
  // As if nothing were known, by the rule of Jeffreys for a count: proportional to the root of the level.
  const atFirst = scaledToOne(Float64Array.from(levels, (level) => Math.exp(level / 2))).scaled

  const found = SPREADS.flatMap((spread) => {
    const chances = means.map((own, month) => chancesOf(counts[month] ?? 0, own, spread))
    return DRIFTS.map((drift) => {
      const kernel = kernelOf(drift, step)
      let now = atFirst
      let evidence = 0
      chances.forEach(({ relative, logarithm }, month) => {
        const before = month === 0 ? now : spreadOut(now, kernel)
        const { scaled, sum } = scaledToOne(before.map((weight, place) => weight * (relative[place] ?? 0)))
        now = scaled
        evidence += logarithm + Math.log(sum)
      })
      return { spread, drift, now, evidence }
    })
  })
  const most = Math.max(...found.map(({ evidence }) => evidence))
  const ofFound = summedUp(found.map(({ evidence }) => Math.exp(evidence - most)))
  const ofPlaces = found.map(({ now }) => summedUp(now))
  return (random) => {
    const which = placeIn(ofFound, random())
    const one = found[which]
    const sums = ofPlaces[which]
    if (!one || !sums) throw new Error('No level is possible: a count or what was expected is no number.')
    const place = placeIn(sums, random())
    return { now: (place - PLACES + random() - 0.5) * step, drift: one.drift, spread: one.spread }
  }
}

/** The level in the month after. */
export function moved(random: Random, level: Level): Level {
  return level.drift === 0 ? level : { ...level, now: level.now + level.drift * normal(random) }
}

/**
 * How likely a count is at each level: relative to the likeliest, whose own likelihood is left out but for its logarithm. A count whose
 * month differs by itself is negative binomial; without that it is a Poisson count.
 */
function chancesOf(count: number, means: readonly number[], spread: number) {
  const shape = 1 / spread ** 2
  // The same at each level, and not for each spread.
  let ofCount = 0
  if (spread > 0) for (let below = 0; below < count; below += 1) ofCount += Math.log(1 + below / shape)
  const logarithms = means.map((mean) => {
    const some = Math.max(mean, 1e-9)
    if (spread === 0) return count * Math.log(some) - some
    return ofCount + count * Math.log(some) - (shape + count) * Math.log1p(some / shape)
  })
  const logarithm = Math.max(...logarithms)
  return { logarithm, relative: Float64Array.from(logarithms, (one) => HARDLY_POSSIBLE + Math.exp(one - logarithm)) }
}

/** How far the level moves in a month, on the grid: the weights of no step, of one to each side, and so on. */
function kernelOf(drift: number, step: number): readonly number[] {
  if (drift === 0) return [1]
  // Steps smaller than the grid: as many to the next place as give the same variance.
  if (drift < step) return [1 - (drift / step) ** 2, (drift / step) ** 2 / 2]
  const weights = Array.from({ length: 1 + Math.ceil((FARTHEST * drift) / step) }, (_, place) =>
    Math.exp(-((place * step) ** 2) / (2 * drift ** 2)),
  )
  const sum = weights.reduce((all, weight, place) => all + (place === 0 ? weight : 2 * weight), 0)
  return weights.map((weight) => weight / sum)
}

/** Each weight shared out among its neighbours. What would leave the grid is lost: it was hardly possible. */
function spreadOut(weights: Float64Array, kernel: readonly number[]): Float64Array {
  if (kernel.length === 1) return weights
  const size = weights.length
  const out = new Float64Array(size)
  for (let far = 0; far < kernel.length; far += 1) {
    const share = kernel[far] ?? 0
    for (let place = far; place < size; place += 1) {
      out[place] = (out[place] ?? 0) + share * (weights[place - far] ?? 0)
      if (far > 0) out[place - far] = (out[place - far] ?? 0) + share * (weights[place] ?? 0)
    }
  }
  return out
}

function scaledToOne(weights: Float64Array): { readonly scaled: Float64Array; readonly sum: number } {
  let sum = 0
  for (const weight of weights) sum += weight
  return { scaled: weights.map((weight) => weight / sum), sum }
}

function summedUp(weights: Iterable<number>): readonly number[] {
  let sum = 0
  return Array.from(weights, (weight) => (sum += weight))
}

/** The first place whose sum is above this share of all. */
function placeIn(sums: readonly number[], share: number): number {
  const wanted = share * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}
