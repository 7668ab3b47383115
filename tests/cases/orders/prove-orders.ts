import { randomFrom } from '../../../bin/demo/random.ts'
import { type BuildCase, compareOrders } from './compare-orders.ts'
import { MOST_OF_A_YEAR, makeStory, withCorrection } from './stories.ts'

const FEWEST_FACTS = 4
export const MOST_FACTS = 12

/** How much of the proof is tried. */
export interface ProofSize {
  readonly stories: number
  /** How many orders of each story, and as many of it with a correction. */
  readonly orders: number
  /** The first story comes from it, the next one from the next number: so one story can be told again by itself. */
  readonly seed: number
}

/** What a proof has found so far. */
export interface ProofOfOrders {
  readonly stories: number
  /** How many of them could be told with a correction, or something taken back, too. */
  readonly corrected: number
  readonly orderings: number
  /** The orders that lead to something else, with the seed of their story. */
  readonly differences: readonly { readonly seed: number; readonly what: string }[]
}

/**
 * Makes up stories and compares orders of each, and orders of it with a correction anywhere after its fact.
 * @param build how cases are built
 * @param onStory hears after each story what was found so far
 */
export function proveOrders(
  { stories, orders, seed }: ProofSize,
  build: BuildCase,
  onStory: (soFar: ProofOfOrders) => void,
): ProofOfOrders {
  let soFar: ProofOfOrders = { stories: 0, corrected: 0, orderings: 0, differences: [] }
  for (let number = 0; number < stories; number += 1) {
    const random = randomFrom(seed + number)
    const story = makeStory(
      random,
      FEWEST_FACTS + Math.floor(random() * (MOST_FACTS - FEWEST_FACTS + 1)),
      MOST_OF_A_YEAR,
    )
    const corrected = withCorrection(story, random)
    const told = corrected ? [story, corrected] : [story]
    const found = told.flatMap((one) => compareOrders(one, build, orders, random))
    soFar = {
      stories: soFar.stories + 1,
      corrected: soFar.corrected + told.length - 1,
      orderings: soFar.orderings + told.length * orders,
      differences: [...soFar.differences, ...found.map((what) => ({ seed: seed + number, what }))],
    }
    onStory(soFar)
  }
  return soFar
}
