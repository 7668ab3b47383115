import type { ExitFields, Transition } from '../definition.ts'
import type { ExpressionScope } from '../expressions.ts'
import type { Json } from '../json.ts'
import type { Branch, TaskRecord, TimerKind } from '../store.ts'

/** What a state needs from outside its turn. */
export interface StateSurroundings {
  now(): number
  newToken(): string
  readonly region: string
}

/** What is known when a state is left, beside its input. */
export interface ExitKnowledge {
  readonly result?: Json
  readonly errorOutput?: Json
}

/** What expressions of a state can see, beside what the branch holds. */
export interface ScopeKnowledge extends ExitKnowledge {
  readonly token?: string
  readonly item?: { readonly index: number; readonly value: Json }
}

/**
 * All that a state may ask of the turn that it is taken in. It works on the branch that it is given and on that branch's
 * inner ones; it ends no execution, commits nothing and calls nobody. `Turn` is the one that answers.
 */
export interface StateTurn {
  readonly surroundings: StateSurroundings

  /** What expressions in a branch's present state can see. */
  scopeOf(branch: Branch, known?: ScopeKnowledge): ExpressionScope

  /**
   * Leaves a state. Output and Assign both see the variables as they were when the state was entered.
   * @throws StateError when an expression fails, or what it returns is over the limits
   */
  exit(branch: Branch, fields: ExitFields, transition: Transition, known?: ExitKnowledge): Promise<void>

  /** @returns the value as JSON text. @throws StateError `States.DataLimitExceeded` over 256 KiB */
  withinPayloadLimit(branch: Branch, what: string, value: Json): string

  /** Adds an event after the branch's last one. */
  addEvent(branch: Branch, type: string, detailsField?: string, details?: Record<string, unknown>): void

  /** Sets a timer of the branch's present state, or clears it. */
  setTimer(branch: Branch, kind: TimerKind, due: number | undefined): void

  /** Gives the branch a task. Its call is made once the turn is committed. */
  openTask(
    branch: Branch,
    task: Pick<TaskRecord, 'token' | 'resource' | 'request' | 'heartbeatSeconds' | 'waitsForToken'>,
  ): void

  /** Ends the branch's task, whatever became of it: its token and its time limits are over. */
  closeTask(branch: Branch): void

  /** Begins an inner branch of a Parallel or Map state. */
  addBranch(parent: Branch, startAt: string, input: Json, item?: { value: Json }): Branch

  /** The outputs of a branch's inner branches, in order; they are gone afterwards. */
  collectBranches(parent: Branch): Json[]
}
