import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1. */
export type Random = () => number

/**
 * Numbers that are the same for the same text: the sfc32 generator of Chris Doty-Humphrey (PractRand, public domain), begun with the
 * first 128 bits of the text's SHA-256. A forecast draws millions, more than a generator with 32 bits of state should give.
 */
export function randomFromText(text: string): Random {
  const seed = createHash('sha256').update(text).digest()
  let [a, b, c, counter] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)]
  return () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + drawn
    return (drawn >>> 0) / 4_294_967_296
  }
}

/** A draw of the normal distribution with mean 0 and variance 1: G. Marsaglia and T. A. Bray, SIAM Review 6 (1964), 260. */
export function normal(random: Random): number {
  for (;;) {
    const [x, y] = [2 * random() - 1, 2 * random() - 1]
    const square = x * x + y * y
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
  }
}

/**
 * A draw of the gamma distribution with this shape and scale 1, so that its mean and its variance are the shape.
 * G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363.
 * @param shape more than 0
 */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Below it a count is drawn one by one; above it, it is divided first. */
const FEW = 12

/**
 * A number of things that happen independently of each other, so many of them on average. Of many, the moment of the one at seven
 * eighths is drawn first: J. H. Ahrens and U. Dieter, Computing 12 (1974), 223.
 */
export function poisson(random: Random, mean: number): number {
  if (mean > FEW) {
    const place = Math.floor((mean * 7) / 8)
    const moment = gamma(random, place)
    return moment <= mean ? place + poisson(random, mean - moment) : binomial(random, place - 1, mean / moment)
  }
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = 1 - random(); product > limit; product *= 1 - random()) count += 1
  return count
}

/**
 * How many of so many happen, each with the same chance. Of many, the median of as many uniform numbers is drawn first, and one side of
 * it is left: L. Devroye, Non-Uniform Random Variate Generation (1986), chapter X.4.
 * @param chance from 0 to 1
 */
export function binomial(random: Random, among: number, chance: number): number {
  if (among <= 0 || chance <= 0) return 0
  if (chance >= 1) return among
  if (among > FEW && among * Math.min(chance, 1 - chance) > FEW / 2) {
    const place = (among + 1) >> 1
    const below = gamma(random, place)
    const middle = below / (below + gamma(random, among + 1 - place))
    return middle <= chance
      ? place + binomial(random, among - place, (chance - middle) / (1 - middle))
      : binomial(random, place - 1, chance / middle)
  }
  if (chance > 0.5) return among - binomial(random, among, 1 - chance)
  // From one that happens to the next: the number of those between that do not is geometric.
  const step = Math.log(1 - chance)
  let count = 0
  for (let at = Math.floor(Math.log(1 - random()) / step); at < among; count += 1)
    at += 1 + Math.floor(Math.log(1 - random()) / step)
  return count
}
