import type { LocalService } from 'aws-on-one-machine'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { PAIRS, TRANSITIONS, transition, WAITS } from './machines.ts'
import { ruledOut } from './ruled-out.ts'
import { type Check, notTaken, type WalkResult, walk } from './walkers.ts'

/** How many transitions and pairs of them a sample looks for beside one in each stage, and how many it may leave. */
const GOALS = 15
const LEFT = 4
const CASES = 24

/** The first wait of each stage: a sample goes to one of the facts that end it, and so into every stage. */
const FIRST_WAITS = [...new Map([...WAITS.values()].toReversed().map((wait) => [wait.stage, wait])).values()]

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
  const random = randomFrom(seed)
  const inEachStage = FIRST_WAITS.flatMap(({ wait, awaits }) =>
    drawn(random, awaits, 1).map((fact) => transition(wait, fact)),
  )
  const further = drawn(random, [...TRANSITIONS, ...PAIRS.filter((one) => !ruledOut(one))].filter(isNear), GOALS)
  const goals = [...(also ? [also] : []), ...inEachStage, ...further]
  const result = await walk({
    service,
    seed,
    goals,
    check,
    cases: CASES,
    until: parseCalendarDate('2026-04-15'),
    isEnough: (soFar) =>
      isEnough(soFar) || (notTaken(inEachStage, soFar).length === 0 && notTaken(further, soFar).length <= LEFT),
  })
  return { ...result, goals }
}

/** Words that only come after many months, which no sample waits for. */
const FAR = /> (stage-is-old|no-news)\b/

function isNear(goal: string): boolean {
  return !FAR.test(goal)
}
