/**
 * What always holds here. Tests name each number that they prove.
 *
 * Engine 1. Nothing follows from a turn before its commit: no call is made and nobody is told.
 * Engine 2. An execution takes one turn at a time, in the order in which things happened to it.
 * Engine 3. A task ends once. The first end that is recorded counts: a token used twice or late does nothing.
 * Engine 4. A start and the end of a task are on disk before the API answers.
 * Engine 5. A call that was under way when the process died is made again, with the same arguments and token.
 * Engine 6. However often the process dies, a state is entered once for each time that the definition leads to it.
 * Engine 7. A child execution is started once: its start and its end are committed with what its parent learns.
 * Engine 8. Timers fire in order of time, once each; one that was cleared or set anew meanwhile does nothing.
 * Engine 9. At the first fault of its own the engine stops: it tells of it, commits nothing more and calls nobody.
 * Engine 10. That an execution has begun or ended is told once, with the commit of it.
 */
import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, FunctionInvoker } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { ApiError } from './api-error.ts'
import type { Definition } from './definition.ts'
import { GroupCommit } from './group-commit.ts'
import { isObject, type Json } from './json.ts'
import { readDefinition } from './read-definition.ts'
import { Semaphore } from './semaphore.ts'
import { type StartRequest, startExecution } from './start-execution.ts'
import type { Branch, ExecutionRecord, Store, TaskOutcome, TaskRecord, TimerRecord } from './store.ts'
import { callTask, causeOfOptimised, type SdkCaller, withExceptionSuffix } from './task-calls.ts'
import { Turn } from './turn.ts'

/** How many task calls are made at once. */
const CALLS_AT_ONCE = 16
/** How many executions take their turn at once; their commits are made together. */
const TURNS_AT_ONCE = 64
/** How many executions are kept in memory between turns. */
const EXECUTIONS_KEPT = 1000

/** Something that happened to an execution. */
type Signal =
  | { readonly kind: 'run' }
  | { readonly kind: 'outcome'; readonly token: string; readonly outcome?: TaskOutcome }
  | { readonly kind: 'submitted'; readonly token: string; readonly output: Json }
  | { readonly kind: 'timer'; readonly timer: TimerRecord }
  | { readonly kind: 'stop'; readonly error: string | undefined; readonly cause: string | undefined }

interface Kept {
  readonly execution: ExecutionRecord
  readonly branches: Map<number, Branch>
}

export interface EngineOptions {
  readonly database: DatabaseSync
  readonly store: Store
  readonly clock: Clock
  readonly invoker: FunctionInvoker
  readonly sdk: SdkCaller
  readonly region: string
  readonly random: () => number
  /** Told of an execution that has begun or ended, in the transaction in which it has. */
  readonly onStatus: (execution: ExecutionRecord) => void
  readonly onFault: (error: unknown) => void
}

/** Runs executions, one turn at a time each and many side by side. */
export class Engine {
  readonly #options: EngineOptions
  readonly #store: Store
  readonly #commits: GroupCommit
  readonly #calls = new Semaphore(CALLS_AT_ONCE)
  readonly #turns = new Semaphore(TURNS_AT_ONCE)
  /** The last turn asked for, by execution; the next one follows it. */
  readonly #lastTurns = new Map<number, Promise<void>>()
  /** The tasks whose calls are under way, so that none is made twice at once by one process. */
  readonly #calling = new Set<string>()
  readonly #kept = new Map<number, Kept>()
  readonly #definitions = new Map<string, Definition>()
  #underWay = 0
  #idleWaiters: (() => void)[] = []
  #isClosed = false

  constructor(options: EngineOptions) {
    this.#options = options
    this.#store = options.store
    this.#commits = new GroupCommit(options.database)
  }

  /** True when no turn and no call is under way. */
  isIdle(): boolean {
    return this.#underWay === 0
  }

  /** Resolves when nothing is under way any more. */
  async whenIdle(): Promise<void> {
    while (!this.isIdle()) await new Promise<void>((resolve) => this.#idleWaiters.push(resolve))
  }

  /** From now on nothing is committed and no call is made. What is under way is taken up again by the next process. */
  close(): void {
    this.#isClosed = true
    this.#commits.close()
  }

  definition(hash: string): Definition {
    let definition = this.#definitions.get(hash)
    if (definition === undefined) {
      definition = readDefinition(this.#store.definition(hash))
      this.#definitions.set(hash, definition)
    }
    return definition
  }

  /** Takes up everything that an earlier process left unfinished. */
  resume(): void {
    for (const execution of this.#store.executionsReadyToRun()) this.#signal(execution, { kind: 'run' })
    for (const task of this.#store.openTasks()) {
      if (task.outcome !== undefined) this.#signal(task.execution, { kind: 'outcome', token: task.token })
      else if (!task.submitted) this.#call(task)
    }
  }

  /**
   * Starts an execution. Resolves once it is committed, together with what else is; it then runs by itself.
   * @throws ApiError as `startExecution` does
   */
  async start(request: StartRequest): Promise<ExecutionRecord> {
    this.#underWay += 1
    try {
      let started: ExecutionRecord | ApiError | undefined
      await this.#commits.commit(() => {
        try {
          started = this.#startHere(request)
        } catch (error) {
          // Refused before anything was written, so that it is nothing to the others that are committed with it.
          if (!(error instanceof ApiError)) throw error
          started = error
        }
      })
      if (started === undefined) throw new Error('Step Functions is closed; nothing was started.')
      if (started instanceof ApiError) throw started
      this.#signal(started.id, { kind: 'run' })
      return started
    } finally {
      this.#finished()
    }
  }

  /** Stops an execution. Resolves once that is committed. */
  stop(execution: number, error: string | undefined, cause: string | undefined): Promise<void> {
    return this.#signal(execution, { kind: 'stop', error, cause })
  }

  /**
   * Ends a task by its token; it is committed when this returns.
   * @returns false when the task had ended before
   */
  endTask(task: TaskRecord, outcome: TaskOutcome): boolean {
    if (!this.#store.recordOutcome(task.token, outcome)) return false
    this.#signal(task.execution, { kind: 'outcome', token: task.token })
    return true
  }

  /** Starts everything that is due, in order of time. Resolves once all that is committed. */
  async fireDue(now: number): Promise<void> {
    for (let due = this.#store.nextDue(); due !== undefined && due <= now; due = this.#store.nextDue()) {
      if (this.#isClosed) return
      await Promise.all(this.#store.timersDueAt(due).map((timer) => this.#fire(timer)))
    }
  }

  /** A task's time limit is recorded as its outcome, so that it cannot overtake a success already acknowledged. */
  #fire(timer: TimerRecord): Promise<void> {
    const { execution, branch, kind } = timer
    if (kind !== 'timeout' && kind !== 'heartbeat') return this.#signal(execution, { kind: 'timer', timer })
    const token = this.#store.openTaskOf(execution, branch)?.token
    inTransaction(this.#options.database, () => {
      this.#store.clearTimer(execution, branch, kind)
      const error = kind === 'timeout' ? 'States.Timeout' : 'States.HeartbeatTimeout'
      if (token !== undefined) this.#store.recordOutcome(token, { kind: 'timed-out', error })
    })
    if (token === undefined) return Promise.resolve()
    return this.#signal(execution, { kind: 'outcome', token })
  }

  /** Gives an execution its next turn. Resolves once that is committed. */
  #signal(execution: number, signal: Signal): Promise<void> {
    this.#underWay += 1
    const before = this.#lastTurns.get(execution) ?? Promise.resolve()
    const turn = before
      .then(() => this.#turns.within(() => this.#takeTurn(execution, signal)))
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        if (this.#lastTurns.get(execution) === turn) this.#lastTurns.delete(execution)
        this.#finished()
      })
    this.#lastTurns.set(execution, turn)
    return turn
  }

  async #takeTurn(id: number, signal: Signal): Promise<void> {
    if (this.#isClosed) return
    const kept = this.#keep(id)
    if (kept === undefined) return
    const { clock, random, region } = this.#options
    const surroundings = { now: () => clock.now(), random, region, newToken }
    const definition = this.definition(kept.execution.definitionHash)
    const turn = new Turn(kept.execution, definition, kept.branches, surroundings)
    await this.#apply(turn, signal)
    await this.#commit(turn)
    for (const task of turn.changes.openedTasks) this.#call(task)
  }

  async #apply(turn: Turn, signal: Signal): Promise<void> {
    switch (signal.kind) {
      case 'run':
        return turn.run()
      case 'stop':
        return turn.stop(signal.error, signal.cause)
      case 'timer': {
        const { execution, branch, kind, due } = signal.timer
        if (this.#store.timer(execution, branch, kind)?.due === due) await turn.timerFired(branch, kind)
        return
      }
      case 'submitted': {
        const task = this.#store.task(signal.token)
        if (task !== undefined) await turn.taskSubmitted(task, signal.output)
        return
      }
      case 'outcome': {
        const task = this.#store.task(signal.token)
        const outcome = task?.outcome ?? signal.outcome
        if (task !== undefined && outcome !== undefined) await turn.taskEnded(task, outcome)
      }
    }
  }

  async #commit(turn: Turn): Promise<void> {
    const { execution } = turn
    const hasEnded = execution.status !== 'RUNNING'
    let awaiting: TaskRecord[] = []
    await this.#commits.commit(() => {
      this.#store.applyTurn(turn.changes)
      if (!hasEnded) return
      this.#options.onStatus(execution)
      awaiting = this.#store.tasksAwaiting(execution.id)
      for (const task of awaiting) this.#store.recordOutcome(task.token, outcomeOfChild(execution))
    })
    if (!hasEnded) return
    this.#kept.delete(execution.id)
    for (const { execution: parent, token } of awaiting) this.#signal(parent, { kind: 'outcome', token })
  }

  /** Makes a task's call, and gives its execution a turn with what came back. */
  #call(task: TaskRecord): void {
    if (this.#calling.has(task.token)) return
    this.#calling.add(task.token)
    this.#underWay += 1
    this.#calls
      .within(() => this.#makeCall(task))
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#calling.delete(task.token)
        this.#finished()
      })
  }

  async #makeCall(task: TaskRecord): Promise<void> {
    // While it waited for room, its branch can have been cut off.
    if (this.#isClosed || this.#store.task(task.token)?.closed !== false) return
    if (task.resource.kind === 'start-execution') return this.#startChild(task)
    const { invoker, sdk } = this.#options
    const outcome = await callTask(task, invoker, sdk)
    if (this.#isClosed) return
    if (!task.waitsForToken) this.#signal(task.execution, { kind: 'outcome', token: task.token, outcome })
    else if (outcome.kind === 'succeeded')
      this.#signal(task.execution, { kind: 'submitted', token: task.token, output: outcome.output })
    else this.endTask(task, outcome)
  }

  /** The child and what the parent learns of it are committed together, so it is started exactly once. */
  #startChild(task: TaskRecord): void {
    const pattern = task.resource.kind === 'start-execution' ? task.resource.pattern : undefined
    let child: ExecutionRecord
    let output: Json
    try {
      const request = childRequest(task.request)
      const started = inTransaction(this.#options.database, () => {
        const execution = this.#startHere(request)
        const result: Json = {
          ExecutionArn: execution.arn,
          SdkHttpMetadata: { HttpStatusCode: 200 },
          StartDate: execution.startedAt,
        }
        if (pattern === 'request-response') this.#store.recordOutcome(task.token, { kind: 'succeeded', output: result })
        else this.#store.noteSubmitted(task.token, pattern === 'sync' ? execution.id : undefined)
        return { execution, result }
      })
      child = started.execution
      output = started.result
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const name = `StepFunctions.${withExceptionSuffix(error.type)}`
      const cause = causeOfOptimised(error.message, 'AWSStepFunctions', 400, error.type)
      this.endTask(task, { kind: 'failed', error: name, cause })
      return
    }
    this.#signal(child.id, { kind: 'run' })
    this.#signal(
      task.execution,
      pattern === 'request-response'
        ? { kind: 'outcome', token: task.token }
        : { kind: 'submitted', token: task.token, output },
    )
  }

  #startHere(request: StartRequest): ExecutionRecord {
    const { clock, onStatus } = this.#options
    return startExecution(this.#store, (hash) => this.definition(hash), request, clock.now(), onStatus)
  }

  /** A running execution with its branches, from memory if it is there; undefined when it has ended. */
  #keep(id: number): Kept | undefined {
    let kept = this.#kept.get(id)
    if (kept === undefined) {
      const execution = this.#store.execution(id)
      if (execution === undefined || execution.status !== 'RUNNING') return undefined
      kept = {
        execution: { ...execution },
        branches: new Map(this.#store.branches(id).map((branch) => [branch.id, branch])),
      }
    }
    // The one used last is at the end; the one at the front is let go unless it has a turn coming.
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    if (this.#kept.size > EXECUTIONS_KEPT)
      for (const oldest of this.#kept.keys())
        if (!this.#lastTurns.has(oldest)) {
          this.#kept.delete(oldest)
          break
        }
    return kept
  }

  /** Stops everything at the first fault. After closing, the database may be gone, and what misses it is no fault. */
  #fault(error: unknown): void {
    if (this.#isClosed) return
    this.close()
    this.#options.onFault(error)
  }

  #finished(): void {
    this.#underWay -= 1
    if (this.#underWay > 0) return
    const waiters = this.#idleWaiters
    this.#idleWaiters = []
    for (const resolve of waiters) resolve()
  }
}

/** Long, random, and without characters that need quoting anywhere. */
function newToken(): string {
  return randomBytes(48).toString('base64url')
}

/** True for a text that could be a task token of ours. */
export function isTokenShaped(text: string): boolean {
  return /^[\w-]{64}$/.test(text)
}

function childRequest(request: Json): StartRequest {
  if (!isObject(request) || typeof request.StateMachineArn !== 'string')
    throw new ApiError('InvalidArn', 'states:startExecution needs Arguments with a StateMachineArn')
  const { StateMachineArn: stateMachineArn, Name: name, Input: given } = request
  const input = given ?? {}
  if (name !== undefined && typeof name !== 'string')
    throw new ApiError('InvalidName', `Invalid Name: ${JSON.stringify(name)}`)
  return { stateMachineArn, name, input: typeof input === 'string' ? input : JSON.stringify(input) }
}

/** What a `.sync:2` task gets when the execution it waits for has ended. */
function outcomeOfChild(child: ExecutionRecord): TaskOutcome {
  const description: { [name: string]: Json } = {
    ExecutionArn: child.arn,
    Input: JSON.parse(child.input) as Json,
    InputDetails: { Included: true },
    Name: child.name,
    StartDate: child.startedAt,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stoppedAt,
  }
  if (child.status === 'SUCCEEDED')
    return {
      kind: 'succeeded',
      output: { ...description, Output: JSON.parse(child.output ?? 'null') as Json, OutputDetails: { Included: true } },
    }
  const cause = JSON.stringify({ ...description, Error: child.error, Cause: child.cause })
  return { kind: 'failed', error: 'States.TaskFailed', cause }
}
