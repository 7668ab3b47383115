import { randomUUID } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Definition } from './definition.ts'
import { isOverPayloadLimit, type Json, PAYLOAD_LIMIT } from './json.ts'
import type { ExecutionRecord, Store } from './store.ts'
import { newBranch } from './turn.ts'

/** An execution runs for a year at most (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). */
const ONE_YEAR_SECONDS = 31_536_000

/** What a start asks for. */
export interface StartRequest {
  readonly stateMachineArn: string
  /** Made up when missing. */
  readonly name: string | undefined
  /** JSON text. */
  readonly input: string
}

/**
 * Starts an execution, or finds the running one of that name and input. Nothing runs yet: the caller holds the
 * transaction, and tells the engine once it is committed
 * (https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html).
 *
 * @param now epoch milliseconds
 * @param onStarted told of an execution that is new, in the same transaction
 * @throws ApiError `StateMachineDoesNotExist`, `InvalidName`, `InvalidExecutionInput`, `ExecutionAlreadyExists`
 */
export function startExecution(
  store: Store,
  definitionOf: (hash: string) => Definition,
  request: StartRequest,
  now: number,
  onStarted: (execution: ExecutionRecord) => void,
): ExecutionRecord {
  const machine = store.machine(request.stateMachineArn)
  if (machine === undefined)
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${request.stateMachineArn}'`)
  const name = request.name ?? randomUUID()
  checkName(name)
  const input = readInput(request.input)
  const arn = `${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`
  const existing = store.executionByArn(arn)
  if (existing !== undefined) {
    if (existing.status === 'RUNNING' && existing.input === request.input) return existing
    throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
  }
  const definition = definitionOf(machine.definitionHash)
  const execution = store.addExecution({
    arn,
    name,
    machineArn: machine.arn,
    roleArn: machine.roleArn,
    definitionHash: machine.definitionHash,
    input: request.input,
    startedAt: now,
    status: 'RUNNING',
    output: null,
    error: null,
    cause: null,
    stoppedAt: null,
    transitions: 0,
    events: 1,
    branches: 1,
  })
  const executionStartedEventDetails = {
    input: request.input,
    inputDetails: { truncated: false },
    roleArn: machine.roleArn,
  }
  const details = { executionStartedEventDetails }
  store.addEvent(execution.id, { id: 1, at: now, type: 'ExecutionStarted', previous: 0, details })
  store.putBranch(execution.id, newBranch(definition.startAt, input))
  const limit = Math.min(definition.timeoutSeconds ?? ONE_YEAR_SECONDS, ONE_YEAR_SECONDS)
  store.setTimer({ execution: execution.id, branch: 0, kind: 'execution-timeout', due: now + limit * 1000 })
  onStarted(execution)
  return execution
}

function readInput(text: string): Json {
  if (isOverPayloadLimit(text))
    throw new ApiError(
      'InvalidExecutionInput',
      `Invalid State Machine Execution Input: it is over ${PAYLOAD_LIMIT} bytes`,
    )
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${(error as Error).message}'`)
  }
}

function checkName(name: string): void {
  const isAllowed = name.length >= 1 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/]|\p{Cc}/u.test(name)
  if (!isAllowed) throw new ApiError('InvalidName', `Invalid Name: '${name}'`)
}
