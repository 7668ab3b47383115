import type { FactType } from '../../../lambdas/cases/fact.ts'
import { STAGES, type Stage, type WaitName } from '../../../lambdas/cases/stage.ts'
import { STARTS } from '../../../lambdas/cases/start-stages.ts'
import { transition, WAITS } from './machines.ts'

/** A step that a walker can take now: from one of its waits, or with a fact that may come at any time. */
export interface FirstStep {
  readonly key: string
  readonly word: string
  readonly from?: WaitName
}

/** Where a walker stands: a wait of one of its stages, and the transition that led there. */
export interface Standing {
  readonly key: string
  readonly wait: WaitName
  readonly last: string | undefined
}

/** The wait that each stage begins with. */
const FIRST_WAIT = new Map<Stage, WaitName>(
  STAGES.map((stage) => [stage, [...WAITS.values()].find((wait) => wait.stage === stage)?.wait as WaitName]),
)
/** What can be recorded on most cases whatever they wait for. */
const AT_ANY_TIME: readonly FactType[] = [
  'complaint-made',
  'disagreement-resolution-asked',
  'mediation-chosen',
  'appeal-registered',
]
const FURTHEST = 6

/**
 * The steps that lead soonest to a transition that nobody has taken, the nearest first.
 * @param isNew whether a transition, after the one before it, is still wanted
 */
export function waysToTheNew(
  standings: readonly Standing[],
  isNew: (last: string | undefined, step: string) => boolean,
): readonly FirstStep[] {
  const found: FirstStep[] = []
  const visited = new Set<string>()
  let places: {
    readonly first?: FirstStep
    readonly wait: WaitName
    readonly last: string | undefined
    readonly key: string
  }[] = [
    ...standings,
    ...AT_ANY_TIME.flatMap((word) =>
      (STARTS[word] ?? []).map((stage) => ({
        key: stage,
        wait: FIRST_WAIT.get(stage) as WaitName,
        last: undefined,
        first: { key: stage, word },
      })),
    ),
  ]
  for (let distance = 0; distance < FURTHEST && places.length > 0; distance++) {
    const next: typeof places = []
    for (const { first, wait, last, key } of places) {
      const place = `${first?.key ?? key} ${first?.word ?? ''} ${wait} ${last ?? ''}`
      if (visited.has(place)) continue
      visited.add(place)
      for (const [word, target] of WAITS.get(wait)?.leadsTo ?? []) {
        const step = transition(wait, word)
        const begins = first ?? { key, word, from: wait }
        if (isNew(last, step)) found.push(begins)
        if (target !== 'end') next.push({ first: begins, wait: target, last: step, key })
        for (const stage of STARTS[word as FactType] ?? []) {
          next.push({ first: begins, wait: FIRST_WAIT.get(stage) as WaitName, last: undefined, key: stage })
        }
      }
    }
    places = next
  }
  return found
}
