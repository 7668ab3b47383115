/** Of a normal distribution 95 of 100 lie within so many standard deviations. */
const DEVIATIONS = 1.959964

/** A share, and between which it most likely lies: percentages. */
export interface ShareInterval {
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * Between which a share most likely lies of which only some are seen: 95 of 100 such intervals have the true one in them. It holds for
 * few, and for none or all, where the common rule does not. E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209.
 * @param count how many of `among`, which is 1 or more
 */
export function wilsonInterval(count: number, among: number): ShareInterval {
  const share = count / among
  const square = DEVIATIONS ** 2
  const middle = (share + square / (2 * among)) / (1 + square / among)
  const half =
    (DEVIATIONS / (1 + square / among)) * Math.sqrt((share * (1 - share)) / among + square / (4 * among ** 2))
  // Of none and of all the bound is exact, and arithmetic is not.
  const low = count === 0 ? 0 : middle - half
  const high = count === among ? 1 : middle + half
  return { share: 100 * share, low: 100 * low, high: 100 * high }
}
