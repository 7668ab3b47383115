import type { FactType } from '../../../lambdas/cases/fact.ts'
import { isFactType, kindOf } from '../../../lambdas/cases/facts.ts'
import { STAGES, type Stage, type WaitName } from '../../../lambdas/cases/stages.ts'
import { pair, transition, WAITS } from './machines.ts'

/** Where a walker stands: a wait of one of its stages, and the transition that led there. */
export interface Standing {
  readonly key: string
  readonly wait: WaitName
  readonly last: string | undefined
}

/** A step that a walker can take now: from one of its waits, or with a fact that may come at any time. */
export interface FirstStep {
  readonly key: string
  readonly word: string
  readonly from?: WaitName
}

/** The first step of a way, and the goal that it leads to: a transition, or a pair of them. */
export interface Way {
  readonly first: FirstStep
  readonly goal: string
  /** Whether that step is the whole of the way. */
  readonly isWhole: boolean
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
const FURTHEST = 9
/** The words with which a wait ends as soon as a step has led to it, or never: no time brings them. */
const AT_ONCE: readonly string[] = ['nothing-to-wait-for', 'everyone-agreed', 'party-declined', 'all-done']

/** What is recorded once in a case, or while one of its stages lasts. */
export const ONCE: readonly string[] = [
  'appeal-registered',
  'certificate-issued',
  'health-board-told',
  'mediation-partly-agreed',
  'notice-at-fault',
  'full-notice-sent',
]

interface Place {
  readonly first?: FirstStep
  readonly wait: WaitName
  readonly last: string | undefined
  readonly key: string
  /** What the way to it has of ONCE. */
  readonly once: readonly string[]
}

/**
 * The ways from where a walker stands to the goals that are wanted, the nearest first, as far as the files of the machines
 * tell. Whether a case can go them is for the walker to find out.
 * @param isBarred whether a step, or a fact that starts a stage, did not lead there when it was tried
 */
export function* waysTo(
  standings: readonly Standing[],
  isWanted: (goal: string) => boolean,
  isBarred: (step: string) => boolean,
): Generator<Way> {
  const visited = new Set<string>()
  let places: Place[] = [
    ...standings.map((standing) => ({ ...standing, once: [] })),
    ...AT_ANY_TIME.filter((word) => !isBarred(word)).flatMap((word) =>
      kindOf(word).canStart.map((stage) => ({ ...beginningOf(stage, [word]), first: { key: stage, word } })),
    ),
  ]
  for (let distance = 0; distance < FURTHEST && places.length > 0; distance++) {
    const next: Place[] = []
    for (const { first, wait, last, key, once } of places) {
      const place = [first?.key, first?.word, first?.from, wait, last, ...once].join(' ')
      if (visited.has(place)) continue
      visited.add(place)
      for (const [word, target] of WAITS.get(wait)?.leadsTo ?? []) {
        const step = transition(wait, word)
        if (isBarred(step) || once.includes(word) || (AT_ONCE.includes(word) && !(first && last))) continue
        const begins = first ?? { key, word, from: wait }
        for (const goal of last ? [step, pair(last, step)] : [step]) {
          if (isWanted(goal)) yield { first: begins, goal, isWhole: distance === 0 && first === undefined }
        }
        const then = ONCE.includes(word) ? [...once, word] : once
        if (target !== 'end') next.push({ first: begins, wait: target, last: step, key, once: then })
        for (const stage of startedMostly(word)) next.push({ ...beginningOf(stage, then), first: begins })
      }
    }
    places = next
  }
}

/** What a fact starts in most cases: an appeal that is not registered leads back, and partial agreement on. */
function startedMostly(word: string): readonly Stage[] {
  const stages = isFactType(word) ? kindOf(word).canStart : []
  return stages.includes('duties') ? ['duties'] : stages
}

function beginningOf(stage: Stage, once: readonly string[]): Omit<Place, 'first'> {
  return { wait: FIRST_WAIT.get(stage) as WaitName, last: undefined, key: stage, once }
}
