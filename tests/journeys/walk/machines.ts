import { readFileSync } from 'node:fs'
import type { FactType } from '../../../lambdas/cases/fact.ts'
import { STAGES, type Stage, type WaitName } from '../../../lambdas/cases/stages.ts'

interface State {
  readonly Type: string
  readonly Next?: string
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[]
  readonly Arguments?: {
    readonly Payload?: { readonly wait?: WaitName; readonly awaits?: readonly FactType[] }
  }
}

/** A wait of a state machine, as its file says it. */
export interface WaitState {
  readonly stage: Stage
  readonly wait: WaitName
  readonly awaits: readonly FactType[]
  /** The state after it, which chooses by the word that ended the wait. */
  readonly choice: string
  /** Where each word leads: to a wait of the same machine, or to the end of the stage. */
  readonly leadsTo: ReadonlyMap<string, WaitName | 'end'>
}

/** Words that say how the journey works, not what happened on the case. */
const TECHNICAL = ['changed', 'closed']

/** Every wait of every machine. */
export const WAITS: ReadonlyMap<WaitName, WaitState> = new Map(
  STAGES.flatMap((stage) => waitsOf(stage).map((wait) => [wait.wait, wait] as const)),
)

/** A transition of a machine: from a wait, by a word. */
export function transition(wait: WaitName, word: string): string {
  return `${wait} > ${word}`
}

/** Two transitions of one stage, one after the other. */
export function pair(before: string, after: string): string {
  return `${before}, ${after}`
}

/** Every transition that the files know. */
export const TRANSITIONS: readonly string[] = [...WAITS.values()].flatMap(({ wait, leadsTo }) =>
  [...leadsTo.keys()].map((word) => transition(wait, word)),
)

/** Every pair of them that the files know. */
export const PAIRS: readonly string[] = [...WAITS.values()].flatMap(({ wait, leadsTo }) =>
  [...leadsTo].flatMap(([word, target]) => {
    const next = target === 'end' ? undefined : WAITS.get(target)
    return [...(next?.leadsTo.keys() ?? [])].map((after) =>
      pair(transition(wait, word), transition(target as WaitName, after)),
    )
  }),
)

function waitsOf(stage: Stage): readonly WaitState[] {
  const file = new URL(`../../../statemachines/${stage}.asl.json`, import.meta.url)
  const { States } = JSON.parse(readFileSync(file, 'utf8')) as { readonly States: Readonly<Record<string, State>> }
  return Object.values(States).flatMap(({ Arguments, Next: choice = '' }): WaitState[] => {
    const { wait, awaits } = Arguments?.Payload ?? {}
    if (!wait || !awaits) return []
    const leadsTo = new Map<string, WaitName | 'end'>()
    for (const { Condition, Next: target } of States[choice]?.Choices ?? []) {
      const word = /'([a-z-]+)'/.exec(Condition)?.[1] ?? ''
      if (!TECHNICAL.includes(word)) leadsTo.set(word, States[target]?.Arguments?.Payload?.wait ?? 'end')
    }
    return [{ stage, wait, awaits, choice, leadsTo }]
  })
}
