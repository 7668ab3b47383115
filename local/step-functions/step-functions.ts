import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Clock, EndpointResponse, FunctionInvoker, TimedService } from '../contracts.ts'
import { inTransaction } from '../database.ts'
import { StepFunctionsApi } from './api.ts'
import { Engine } from './engine.ts'
import { readDefinition } from './read-definition.ts'
import { type StatusChangeEvent, statusChangeEvent } from './status-change.ts'
import { type ExecutionStatus, Store, type TimerKind } from './store.ts'
import type { SdkCaller } from './task-calls.ts'

/** What Step Functions here is made with. */
export interface StepFunctionsOptions {
  /** Its tables, named `sfn_...`, are made when missing. */
  readonly database: DatabaseSync
  readonly clock: Clock
  /** Runs functions, for `lambda:invoke` and plain function ARNs. */
  readonly invoker: FunctionInvoker
  /** Makes the calls of `aws-sdk:<service>:<action>` tasks. An error it throws is seen under its `name`. */
  readonly sdk: SdkCaller
  readonly region: string
  /** Twelve digits. */
  readonly account: string
  /** From 0 up to 1, for retries with full jitter. Math.random unless given. */
  readonly random?: () => number
  /** Puts an event on the default bus, in the transaction that is open. Unless given, there is no bus. */
  readonly putEvent?: (event: StatusChangeEvent) => void
  /**
   * Told of a fault in the interpreter or its database. It has stopped then, with nothing half done; the next process
   * takes up what was committed. Unless given, the fault is thrown where nothing catches it, which ends the process.
   */
  readonly onFault?: (error: unknown) => void
}

/** A state machine to register. */
export interface StateMachineInput {
  readonly name: string
  /** The Amazon States Language as JSON text, with everything substituted. */
  readonly definition: string
  readonly roleArn: string
}

/** An execution as a console page lists it. Times are epoch milliseconds. */
export interface ExecutionOverview {
  readonly executionArn: string
  readonly name: string
  readonly stateMachineName: string
  readonly status: ExecutionStatus
  /** The innermost state of every branch; empty once it has ended. */
  readonly presentStates: readonly string[]
  readonly startedAt: number
  readonly stoppedAt: number | undefined
  /** The next thing that time alone will bring, other than the end of the execution's own time. */
  readonly nextTimer: { readonly due: number; readonly kind: TimerKind } | undefined
  readonly transitions: number
}

/** AWS Step Functions on one machine. */
export interface StepFunctions extends TimedService {
  /** Answers a request of the AWS JSON 1.0 API; `operation` is the part of `X-Amz-Target` after `AWSStepFunctions.`. */
  handle(operation: string, request: unknown): Promise<EndpointResponse>
  /**
   * Registers a state machine, or replaces its definition; executions keep the definition that they began with.
   * @returns its ARN
   * @throws InvalidDefinition naming the state and the field that cannot run here
   */
  putStateMachine(machine: StateMachineInput): string
  /** Takes up what an earlier process left unfinished. Call it once, when functions can be invoked. */
  resume(): void
  /** How many states an execution has entered, and retries it has made, so far: what AWS bills. Undefined for no such execution. */
  transitions(executionArn: string): number | undefined
  /** The newest executions, of all machines or of one. */
  overview(options?: { readonly stateMachineArn?: string; readonly limit?: number }): ExecutionOverview[]
  /** Resolves when nothing is running and nothing is ready to run before the next timer. */
  whenIdle(): Promise<void>
  /** Stops committing and calling. What was under way is taken up again by the next process. */
  close(): void
}

/**
 * Makes AWS Step Functions on one machine: standard workflows in the Amazon States Language with JSONata, durable in
 * SQLite. See README.md beside this file for what is supported.
 */
export function createStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { database, clock, invoker, sdk, region, account } = options
  const store = new Store(database)
  const onFault = options.onFault ?? throwUncaught
  const engine = new Engine({
    database,
    store,
    clock,
    invoker,
    sdk,
    region,
    random: options.random ?? Math.random,
    onStatus: (execution) => options.putEvent?.(statusChangeEvent(execution)),
    onFault,
  })
  const api = new StepFunctionsApi(engine, store, clock)

  return {
    handle: (operation, request) => api.handle(operation, request),
    putStateMachine({ name, definition, roleArn }) {
      readDefinition(definition)
      const definitionHash = createHash('sha256').update(definition).digest('hex')
      const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`
      inTransaction(database, () => {
        store.putDefinition(definitionHash, definition)
        store.putMachine({ arn, name, definitionHash, roleArn, createdAt: clock.now() })
      })
      return arn
    },
    resume: () => engine.resume(),
    transitions: (executionArn) => store.executionByArn(executionArn)?.transitions,
    overview: ({ stateMachineArn, limit = 100 } = {}) =>
      store.executions(stateMachineArn, undefined, Number.MAX_SAFE_INTEGER, limit).map((execution) => {
        const timer = store.nextTimer(execution.id)
        return {
          executionArn: execution.arn,
          name: execution.name,
          stateMachineName: execution.machineArn.split(':').at(-1) ?? '',
          status: execution.status,
          presentStates: store.presentStates(execution.id),
          startedAt: execution.startedAt,
          stoppedAt: execution.stoppedAt ?? undefined,
          nextTimer: timer && { due: timer.due, kind: timer.kind },
          transitions: execution.transitions,
        }
      }),
    whenIdle: () => engine.whenIdle(),
    close: () => engine.close(),
    nextDue: () => store.nextDue(),
    fireDue: (now) => engine.fireDue(now),
    isIdle: () => engine.isIdle(),
  }
}

function throwUncaught(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}
