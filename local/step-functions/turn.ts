/**
 * What always holds here. Tests name each number that they prove.
 *
 * Turn 1. A turn touches nothing outside itself; what it gathered is committed whole or not at all.
 * Turn 2. History events are numbered from 1 without a gap, each after the one that led to it, 25,000 at most.
 * Turn 3. An execution that has ended has no branches, no timers and no open tasks.
 * Turn 4. What becomes of a task that its branch has left changes nothing.
 */
import type { Definition, ExitFields, State, States, Transition } from './definition.ts'
import { type ExpressionScope, evaluateTemplate } from './expressions.ts'
import { HISTORY_LIMIT, withDetails } from './history.ts'
import { isOverPayloadLimit, type Json } from './json.ts'
import { decideRetry } from './retry.ts'
import { isUncatchable, matchesError, StateError } from './state-error.ts'
import { beginChoice } from './states/choice.ts'
import { beginMap, joinMap } from './states/map.ts'
import { beginParallel, joinParallel } from './states/parallel.ts'
import type { ExitKnowledge, ScopeKnowledge, StateSurroundings, StateTurn } from './states/state-turn.ts'
import { beginTask, endTask } from './states/task.ts'
import { beginWait, endWait } from './states/wait.ts'
import type {
  Branch,
  EventRecord,
  ExecutionRecord,
  ExecutionStatus,
  TaskOutcome,
  TaskRecord,
  TimerKind,
  TurnChanges,
} from './store.ts'
import { resourceInHistory } from './task-resource.ts'

/** What a turn needs from outside: the time, chance, and where it runs. */
export interface TurnSurroundings extends StateSurroundings {
  /** From 0 up to 1; only for retries with jitter. */
  random(): number
}

class HistoryFull extends Error {}

/** The states whose context tells how often they were retried. */
const RETRIED: readonly State['type'][] = ['Task', 'Parallel']

/** The states of which the history tells when they are cut off. */
const ABORTED: readonly State['type'][] = ['Task', 'Wait', 'Map', 'Parallel']

/**
 * One turn of one execution: something happened (it was started, a task ended, a timer fired, it was stopped), and every
 * branch moves on until it waits for something outside. A turn touches nothing outside itself: it changes the branches it
 * was given and gathers what is to be committed. Whoever runs it commits `changes`, all or nothing, and only then makes
 * the calls of the tasks it opened.
 */
export class Turn implements StateTurn {
  readonly execution: ExecutionRecord
  readonly branches: Map<number, Branch>
  readonly surroundings: TurnSurroundings
  readonly #definition: Definition
  readonly #ready: Branch[]
  readonly #changedBranches = new Set<number>()
  readonly #events: EventRecord[] = []
  readonly #timers: { branch: number; kind: TimerKind; due: number | undefined }[] = []
  readonly #openedTasks: TaskRecord[] = []
  readonly #submittedTasks: string[] = []
  readonly #closedTasks: string[] = []

  /**
   * @param branches the execution's branches by id; changed as the turn goes
   */
  constructor(
    execution: ExecutionRecord,
    definition: Definition,
    branches: Map<number, Branch>,
    surroundings: TurnSurroundings,
  ) {
    this.execution = execution
    this.#definition = definition
    this.branches = branches
    this.surroundings = surroundings
    this.#ready = [...branches.values()].filter(({ phase }) => phase === 'entering' || phase === 'starting')
  }

  get changes(): TurnChanges {
    return {
      execution: this.execution,
      branches: this.branches,
      changedBranches: this.#changedBranches,
      events: this.#events,
      timers: this.#timers,
      openedTasks: this.#openedTasks,
      submittedTasks: this.#submittedTasks,
      closedTasks: this.#closedTasks,
    }
  }

  /** Moves every branch on that can move. */
  async run(): Promise<void> {
    await this.#withinHistoryLimit(async () => {
      for (let branch = this.#ready.shift(); branch !== undefined; branch = this.#ready.shift()) {
        if (this.execution.status !== 'RUNNING') return
        // A branch can have been cut off since it became ready, by the failure of another.
        if (this.branches.get(branch.id) === branch) await this.#advance(branch)
      }
    })
  }

  /** A task ended: it succeeded, failed, or ran out of time. */
  async taskEnded(task: TaskRecord, outcome: TaskOutcome): Promise<void> {
    const branch = this.#branchOfTask(task)
    if (branch === undefined) return
    await this.#withinHistoryLimit(() => this.#guard(branch, (state) => endTask(this, branch, state, outcome)))
    await this.run()
  }

  /** The call of a task was made, and it now waits for its token or for another execution. */
  async taskSubmitted(task: TaskRecord, output: Json): Promise<void> {
    const branch = this.#branchOfTask(task)
    if (branch === undefined) return
    await this.#withinHistoryLimit(async () => {
      const state = this.#stateOf(branch)
      if (state.type !== 'Task') return
      this.#submittedTasks.push(task.token)
      const details = { ...resourceInHistory(state.resource), ...withDetails('output', output) }
      this.addEvent(branch, 'TaskSubmitted', 'taskSubmittedEventDetails', details)
    })
  }

  /** A timer of a state came due. Time limits of tasks do not come here: they are outcomes of the task. */
  async timerFired(branchId: number, kind: TimerKind): Promise<void> {
    if (kind === 'execution-timeout') {
      this.#endExecution('TIMED_OUT', 'ExecutionTimedOut', 'executionTimedOutEventDetails', {})
      return
    }
    this.#timers.push({ branch: branchId, kind, due: undefined })
    const branch = this.branches.get(branchId)
    if (branch === undefined) return
    if (kind === 'wait')
      await this.#withinHistoryLimit(() => this.#guard(branch, (state) => endWait(this, branch, state)))
    if (kind === 'retry') {
      this.execution.transitions += 1
      this.#makeReady(branch, 'starting')
    }
    await this.run()
  }

  /** Ends the execution as StopExecution does. */
  stop(error: string | undefined, cause: string | undefined): void {
    this.execution.error = error ?? null
    this.execution.cause = cause ?? null
    this.#endExecution('ABORTED', 'ExecutionAborted', 'executionAbortedEventDetails', { error, cause })
  }

  // What a state may ask, as `StateTurn` says.

  scopeOf(branch: Branch, known: ScopeKnowledge = {}): ExpressionScope {
    const item = known.item ?? this.#itemOf(branch)
    const { execution } = this
    const context: { [name: string]: Json } = {
      Execution: {
        Id: execution.arn,
        Input: JSON.parse(execution.input),
        Name: execution.name,
        RoleArn: execution.roleArn,
        StartTime: new Date(execution.startedAt).toISOString(),
        RedriveCount: 0,
      },
      StateMachine: { Id: execution.machineArn, Name: execution.machineArn.split(':').at(-1) ?? '' },
      State: {
        Name: branch.state,
        EnteredTime: new Date(branch.enteredAt).toISOString(),
        ...(RETRIED.includes(this.#stateOf(branch).type) && { RetryCount: branch.retryCount }),
      },
    }
    if (known.token !== undefined) context.Task = { Token: known.token }
    if (item !== undefined) context.Map = { Item: { Index: item.index, Value: item.value } }
    const { result, errorOutput } = known
    return {
      states: {
        input: branch.input,
        ...(result === undefined ? {} : { result }),
        ...(errorOutput === undefined ? {} : { errorOutput }),
        context,
      },
      variables: this.#variablesOf(branch),
      now: this.surroundings.now,
    }
  }

  async exit(branch: Branch, fields: ExitFields, transition: Transition, known: ExitKnowledge = {}): Promise<void> {
    const scope = this.scopeOf(branch, known)
    const output =
      fields.output === undefined
        ? (known.result ?? known.errorOutput ?? branch.input)
        : await evaluateTemplate(fields.output, 'Output', scope)
    const text = this.withinPayloadLimit(branch, 'output', output)
    const assigned = (
      fields.assign === undefined ? {} : await evaluateTemplate(fields.assign as Json, 'Assign', scope)
    ) as Branch['variables']
    this.withinPayloadLimit(branch, 'Assign', assigned)
    const assignedVariables = Object.fromEntries(
      Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]),
    )
    this.addEvent(branch, `${this.#stateOf(branch).type}StateExited`, 'stateExitedEventDetails', {
      name: branch.state,
      output: text,
      outputDetails: { truncated: false },
      ...(Object.keys(assigned).length > 0 && { assignedVariables, assignedVariablesDetails: { truncated: false } }),
    })
    branch.variables = { ...branch.variables, ...assigned }
    if ('next' in transition) {
      branch.state = transition.next
      branch.input = output
      this.#makeReady(branch, 'entering')
    } else await this.#endBranch(branch, output)
  }

  withinPayloadLimit(branch: Branch, what: string, value: Json): string {
    const text = JSON.stringify(value)
    if (isOverPayloadLimit(text))
      throw new StateError(
        'States.DataLimitExceeded',
        `The state '${branch.state}' has a value with a size exceeding the maximum number of bytes service limit: ${what}.`,
      )
    return text
  }

  addEvent(branch: Branch, type: string, detailsField?: string, details?: Record<string, unknown>): void {
    if (this.execution.events >= HISTORY_LIMIT - 1) throw new HistoryFull()
    branch.lastEvent = this.#writeEvent(branch.lastEvent, type, detailsField, details)
    this.#changed(branch)
  }

  setTimer(branch: Branch, kind: TimerKind, due: number | undefined): void {
    this.#timers.push({ branch: branch.id, kind, due })
  }

  openTask(branch: Branch, task: Parameters<StateTurn['openTask']>[1]): void {
    branch.token = task.token
    this.#openedTasks.push({
      ...task,
      execution: this.execution.id,
      branch: branch.id,
      submitted: false,
      outcome: undefined,
      closed: false,
    })
  }

  closeTask(branch: Branch): void {
    if (branch.token === undefined) return
    this.#closedTasks.push(branch.token)
    this.setTimer(branch, 'timeout', undefined)
    this.setTimer(branch, 'heartbeat', undefined)
    branch.token = undefined
    this.#changed(branch)
  }

  addBranch(parent: Branch, startAt: string, input: Json, item?: { value: Json }): Branch {
    const branch: Branch = {
      ...newBranch(startAt, input),
      id: this.execution.branches,
      parent: parent.id,
      index: parent.begun,
      item,
      lastEvent: parent.lastEvent,
    }
    this.execution.branches += 1
    parent.begun += 1
    this.branches.set(branch.id, branch)
    this.#changed(parent)
    this.#makeReady(branch, 'entering')
    return branch
  }

  collectBranches(parent: Branch): Json[] {
    const inner = [...this.branches.values()].filter((branch) => branch.parent === parent.id)
    const outputs = inner.sort((one, other) => one.index - other.index).map(({ output }) => output)
    for (const branch of inner) this.#removeBranch(branch)
    return outputs
  }

  // How a branch moves.

  async #advance(branch: Branch): Promise<void> {
    if (branch.phase === 'entering') this.#enter(branch)
    branch.phase = 'working'
    await this.#guard(branch, (state) => this.#begin(branch, state))
  }

  #enter(branch: Branch): void {
    const state = this.#stateOf(branch)
    this.execution.transitions += 1
    branch.enteredAt = this.surroundings.now()
    branch.retryCount = 0
    branch.retryAttempts = []
    const details = { name: branch.state, ...withDetails('input', branch.input) }
    this.addEvent(branch, `${state.type}StateEntered`, 'stateEnteredEventDetails', details)
    branch.enteredEvent = branch.lastEvent
  }

  async #begin(branch: Branch, state: State): Promise<void> {
    switch (state.type) {
      case 'Pass':
        return this.exit(branch, state, state.transition)
      case 'Succeed':
        return this.exit(branch, { output: state.output, assign: undefined }, { end: true })
      case 'Fail': {
        const scope = this.scopeOf(branch)
        const error = state.error === undefined ? '' : await evaluateTemplate(state.error, 'Error', scope)
        const cause = state.cause === undefined ? '' : await evaluateTemplate(state.cause, 'Cause', scope)
        throw new StateError(asText(error), asText(cause))
      }
      case 'Choice':
        return beginChoice(this, branch, state)
      case 'Wait':
        return beginWait(this, branch, state)
      case 'Task':
        return beginTask(this, branch, state)
      case 'Parallel':
        return beginParallel(this, branch, state)
      case 'Map':
        return beginMap(this, branch, state)
    }
  }

  /** Does something for a branch's state; an error of the state goes to its Retry and Catch. */
  async #guard(branch: Branch, work: (state: State) => void | Promise<void>): Promise<void> {
    try {
      await work(this.#stateOf(branch))
    } catch (error) {
      if (!(error instanceof StateError)) throw error
      await this.#fail(branch, error)
    }
  }

  /** @param inner whether the error came from inside a Parallel or Map state, and not from its own fields */
  async #fail(branch: Branch, thrown: StateError, inner = false): Promise<void> {
    const state = this.#stateOf(branch)
    const error = this.#noteEvaluation(branch, thrown)
    // A Map whose items cannot be worked out has failed before it began.
    const hasFailed = inner || (state.type === 'Map' && branch.phase === 'working')
    if (isUncatchable(error.error)) return this.#failExecution(branch, error)
    if ('retry' in state) {
      const decision = decideRetry(state.retry, branch.retryAttempts, error, this.surroundings.random)
      if (decision !== undefined) {
        branch.retryAttempts[decision.retrier] = (branch.retryAttempts[decision.retrier] ?? 0) + 1
        branch.retryCount += 1
        branch.phase = 'retrying'
        this.#changed(branch)
        this.setTimer(branch, 'retry', this.surroundings.now() + decision.delayMilliseconds)
        return
      }
      if (hasFailed) this.addEvent(branch, `${state.type}StateFailed`)
      const catcher = state.catch.find(({ errorEquals }) => matchesError(errorEquals, error))
      if (catcher !== undefined) {
        try {
          return await this.exit(branch, catcher, { next: catcher.next }, { errorOutput: error.output })
        } catch (second) {
          // An error in the catcher itself is not caught by it.
          if (!(second instanceof StateError)) throw second
          return this.#passOn(branch, this.#noteEvaluation(branch, second))
        }
      }
    }
    await this.#passOn(branch, error)
  }

  /** Hands an error that a state could not deal with to the state around it, or ends the execution. */
  async #passOn(branch: Branch, error: StateError): Promise<void> {
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    if (parent === undefined) return this.#failExecution(branch, error)
    const { type } = this.#stateOf(parent)
    if (type === 'Map') {
      const details = { name: parent.state, index: branch.index }
      this.addEvent(branch, 'MapIterationFailed', 'mapIterationFailedEventDetails', details)
    }
    parent.lastEvent = branch.lastEvent
    for (const other of this.branches.values())
      if (other.parent === parent.id && other !== branch) this.#noteAborted(other)
    this.#removeInnerBranches(parent)
    await this.#fail(parent, error, true)
  }

  /** A branch that is cut off tells of each state that it was in, the innermost first, and of its iteration. */
  #noteAborted(branch: Branch): void {
    if (branch.phase === 'ended') return
    for (const inner of this.branches.values()) if (inner.parent === branch.id) this.#noteAborted(inner)
    const { type } = this.#stateOf(branch)
    const hasEntered = branch.phase !== 'entering'
    if (hasEntered && ABORTED.includes(type)) this.addEvent(branch, `${type}StateAborted`)
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    if (parent === undefined || this.#stateOf(parent).type !== 'Map') return
    const details = { name: parent.state, index: branch.index }
    this.addEvent(branch, 'MapIterationAborted', 'mapIterationAbortedEventDetails', details)
  }

  /** A failed expression is an event of its own, and its cause says where it was. */
  #noteEvaluation(branch: Branch, error: StateError): StateError {
    if (error.location === undefined) return error
    const place = `An error occurred while executing the state '${branch.state}' (entered at the event id #${branch.enteredEvent}). `
    const cause = `${place}${error.message}`
    const details = { error: error.error, cause, location: error.location, state: branch.state }
    this.addEvent(branch, 'EvaluationFailed', 'evaluationFailedEventDetails', details)
    return new StateError(error.error, cause)
  }

  async #endBranch(branch: Branch, output: Json): Promise<void> {
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    if (parent === undefined) {
      this.execution.output = JSON.stringify(output)
      this.#endExecution(
        'SUCCEEDED',
        'ExecutionSucceeded',
        'executionSucceededEventDetails',
        withDetails('output', output),
      )
      return
    }
    branch.phase = 'ended'
    branch.output = output
    this.#changed(branch)
    parent.finished += 1
    this.#changed(parent)
    await this.#guard(parent, (state) => {
      if (state.type === 'Map') return joinMap(this, parent, branch, state)
      if (state.type === 'Parallel') return joinParallel(this, parent, branch, state)
      throw new Error(`"${parent.state}" has inner branches but is a ${state.type} state`)
    })
  }

  #failExecution(branch: Branch, { error, message }: StateError): void {
    this.execution.error = error === '' ? null : error
    this.execution.cause = message === '' ? null : message
    const details = { error: error === '' ? undefined : error, cause: message === '' ? undefined : message }
    this.#endExecution('FAILED', 'ExecutionFailed', 'executionFailedEventDetails', details, branch.lastEvent)
  }

  #endExecution(
    status: ExecutionStatus,
    type: string,
    detailsField: string,
    details: Record<string, unknown>,
    previous = this.execution.events,
  ): void {
    for (const branch of this.branches.values()) this.closeTask(branch)
    this.branches.clear()
    this.#writeEvent(previous, type, detailsField, details)
    this.execution.status = status
    this.execution.stoppedAt = this.surroundings.now()
  }

  #writeEvent(previous: number, type: string, field?: string, details?: Record<string, unknown>): number {
    this.execution.events += 1
    const id = this.execution.events
    this.#events.push({
      id,
      at: this.surroundings.now(),
      type,
      previous,
      details: field === undefined ? undefined : { [field]: details },
    })
    return id
  }

  async #withinHistoryLimit(work: () => void | Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof HistoryFull)) throw error
      const cause = `The execution reached the maximum number of history events (${HISTORY_LIMIT}).`
      this.execution.error = 'States.Runtime'
      this.execution.cause = cause
      this.#endExecution('FAILED', 'ExecutionFailed', 'executionFailedEventDetails', { error: 'States.Runtime', cause })
    }
  }

  #makeReady(branch: Branch, phase: 'entering' | 'starting'): void {
    branch.phase = phase
    this.#changed(branch)
    this.#ready.push(branch)
  }

  #removeInnerBranches(parent: Branch): void {
    for (const branch of [...this.branches.values()])
      if (branch.parent === parent.id && this.branches.has(branch.id)) {
        this.#removeInnerBranches(branch)
        this.#removeBranch(branch)
      }
  }

  #removeBranch(branch: Branch): void {
    this.closeTask(branch)
    this.setTimer(branch, 'wait', undefined)
    this.setTimer(branch, 'retry', undefined)
    this.branches.delete(branch.id)
    this.#changed(branch)
  }

  #changed(branch: Branch): void {
    this.#changedBranches.add(branch.id)
  }

  #branchOfTask(task: TaskRecord): Branch | undefined {
    const branch = this.branches.get(task.branch)
    return branch?.token === task.token ? branch : undefined
  }

  /** The state a branch is in. */
  #stateOf(branch: Branch): State {
    const state = this.#statesOf(branch).states.get(branch.state)
    if (state === undefined) throw new Error(`The definition of ${this.execution.arn} has no state "${branch.state}"`)
    return state
  }

  #statesOf(branch: Branch): States {
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    if (parent === undefined) return this.#definition
    const around = this.#stateOf(parent)
    const states =
      around.type === 'Map'
        ? around.itemProcessor
        : around.type === 'Parallel'
          ? around.branches[branch.index]
          : undefined
    if (states === undefined) throw new Error(`"${parent.state}" has no inner states for branch ${branch.index}`)
    return states
  }

  /** Inner branches read outer variables; what they assign is their own. */
  #variablesOf(branch: Branch): Branch['variables'] {
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    return parent === undefined ? branch.variables : { ...this.#variablesOf(parent), ...branch.variables }
  }

  #itemOf(branch: Branch): { index: number; value: Json } | undefined {
    if (branch.item !== undefined) return { index: branch.index, value: branch.item.value }
    const parent = branch.parent === undefined ? undefined : this.branches.get(branch.parent)
    return parent && this.#itemOf(parent)
  }
}

/** A branch that is about to enter its first state: the one a new execution begins with. */
export function newBranch(startAt: string, input: Json): Branch {
  return {
    id: 0,
    parent: undefined,
    index: 0,
    item: undefined,
    state: startAt,
    phase: 'entering',
    input,
    variables: {},
    output: null,
    lastEvent: 0,
    enteredAt: 0,
    enteredEvent: 0,
    retryCount: 0,
    retryAttempts: [],
    token: undefined,
    items: undefined,
    maxConcurrency: 0,
    begun: 0,
    finished: 0,
  }
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
