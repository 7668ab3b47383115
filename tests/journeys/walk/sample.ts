import type { LocalService } from 'aws-on-one-machine'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { PAIRS, TRANSITIONS } from './machines.ts'
import { ruledOut } from './ruled-out.ts'
import { type Check, notTaken, type WalkResult, walk } from './walkers.ts'

/** How many transitions and pairs of them a sample looks for, and how many it may leave. */
const GOALS = 20
const LEFT = 5
const CASES = 30

export interface WalkedSample extends WalkResult {
  readonly goals: readonly string[]
}

export interface SampleOptions {
  readonly service: LocalService
  readonly seed: number
  readonly check: Check
  /** A transition to look for beside those that are drawn. */
  readonly also?: string
  /** Ends the walk sooner. */
  readonly isEnough?: (soFar: WalkResult) => boolean
}

/** Walks a sample of `npm run prove:journeys`: to transitions and pairs of them that are drawn from the seed. */
export async function walkSample({
  service,
  seed,
  check,
  also,
  isEnough = () => false,
}: SampleOptions): Promise<WalkedSample> {
  const possible = [...TRANSITIONS, ...PAIRS.filter((one) => !ruledOut(one))]
  const goals = [...(also ? [also] : []), ...drawn(randomFrom(seed), possible, GOALS)]
  const result = await walk({
    service,
    seed,
    goals,
    check,
    cases: CASES,
    until: parseCalendarDate('2026-04-15'),
    isEnough: (soFar) => isEnough(soFar) || notTaken(goals, soFar).length <= LEFT,
  })
  return { ...result, goals }
}
