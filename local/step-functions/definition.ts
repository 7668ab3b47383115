import type { Json } from './json.ts'
import type { Retrier } from './retry.ts'
import type { TaskResource } from './task-resource.ts'

/** Where a state goes when it is done: to another state, or out of its States. */
export type Transition = { readonly next: string } | { readonly end: true }

/** What any way out of a state can set: the output, and workflow variables. Undefined means the field is not there. */
export interface ExitFields {
  readonly output: Json | undefined
  readonly assign: { readonly [name: string]: Json } | undefined
}

/** One entry of a state's `Catch`. */
export interface Catcher extends ExitFields {
  readonly errorEquals: readonly string[]
  readonly next: string
}

/** How a state can recover from its own errors. */
export interface Recovery {
  readonly retry: readonly Retrier[]
  readonly catch: readonly Catcher[]
}

export interface PassState extends ExitFields {
  readonly type: 'Pass'
  readonly transition: Transition
}

export interface TaskState extends ExitFields, Recovery {
  readonly type: 'Task'
  readonly resource: TaskResource
  readonly arguments: Json | undefined
  /** A number of seconds, or an expression for one. */
  readonly timeoutSeconds: Json | undefined
  readonly heartbeatSeconds: Json | undefined
  readonly transition: Transition
}

export interface ChoiceRule extends ExitFields {
  /** An expression, or a constant. */
  readonly condition: string | boolean
  readonly next: string
}

export interface ChoiceState extends ExitFields {
  readonly type: 'Choice'
  readonly choices: readonly ChoiceRule[]
  readonly default: string | undefined
}

export interface WaitState extends ExitFields {
  readonly type: 'Wait'
  readonly seconds: Json | undefined
  readonly timestamp: Json | undefined
  readonly transition: Transition
}

export interface SucceedState {
  readonly type: 'Succeed'
  readonly output: Json | undefined
}

export interface FailState {
  readonly type: 'Fail'
  readonly error: string | undefined
  readonly cause: string | undefined
}

export interface ParallelState extends ExitFields, Recovery {
  readonly type: 'Parallel'
  readonly branches: readonly States[]
  readonly arguments: Json | undefined
  readonly transition: Transition
}

export interface MapState extends ExitFields, Recovery {
  readonly type: 'Map'
  readonly items: Json | undefined
  readonly itemSelector: Json | undefined
  readonly itemProcessor: States
  readonly maxConcurrency: Json | undefined
  readonly transition: Transition
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | SucceedState
  | FailState
  | ParallelState
  | MapState

/** States with a beginning: a whole machine, a branch of a Parallel state, or what a Map state does to each item. */
export interface States {
  readonly startAt: string
  readonly states: ReadonlyMap<string, State>
}

/** A state machine that has been read and found fit to run here. */
export interface Definition extends States {
  readonly timeoutSeconds: number | undefined
}

/** A definition that cannot run here. The message names the state and the field. */
export class InvalidDefinition extends Error {
  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`)
    this.name = 'InvalidDefinition'
  }
}
