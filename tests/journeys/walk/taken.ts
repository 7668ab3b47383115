import { type HistoryEvent, paginateGetExecutionHistory, type SFNClient } from '@aws-sdk/client-sfn'
import type { WaitName } from '../../../lambdas/cases/stages.ts'
import { WAITS } from './machines.ts'

/** A transition that an execution has taken. */
export interface Taken {
  readonly wait: WaitName
  readonly word: string
}

/** What an execution has done so far. */
export interface ExecutionSoFar {
  readonly taken: readonly Taken[]
  readonly isRunning: boolean
}

const WAIT_BEFORE_CHOICE = new Map([...WAITS.values()].map(({ choice, wait }) => [choice, wait]))

/** Reads from its own history what an execution has done: which word ended each of its waits. */
export async function whatItDid(client: SFNClient, executionArn: string): Promise<ExecutionSoFar> {
  const taken: Taken[] = []
  let last: HistoryEvent | undefined
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn, maxResults: 1000 })) {
    for (const event of events) {
      last = event
      const { name = '', input = '{}' } = event.stateEnteredEventDetails ?? {}
      const wait = event.type === 'ChoiceStateEntered' ? WAIT_BEFORE_CHOICE.get(name) : undefined
      const { outcome } = JSON.parse(input) as { readonly outcome?: string }
      // After a correction a stage that still stands where it waits only looks at the case again.
      const word = wait && (outcome === 'changed' ? 'corrected' : outcome)
      if (wait && word && WAITS.get(wait)?.leadsTo.has(word)) taken.push({ wait, word })
    }
  }
  return { taken, isRunning: !last?.type?.startsWith('Execution') || last.type === 'ExecutionStarted' }
}
