import type { Clock, EndpointResponse } from '../contracts.ts'
import { ApiError } from './api-error.ts'
import { type Engine, isTokenShaped } from './engine.ts'
import { isObject, isOverPayloadLimit, type Json } from './json.ts'
import type { EventRecord, ExecutionRecord, Store, TaskOutcome, TaskRecord } from './store.ts'

type Request = Readonly<Record<string, unknown>>
type Operation = (api: StepFunctionsApi, request: Request) => unknown | Promise<unknown>

const DEFAULT_PAGE = 100
const LARGEST_PAGE = 1000

const OPERATIONS: Readonly<Record<string, Operation>> = {
  StartExecution: (api, request) => api.startExecution(request),
  StopExecution: (api, request) => api.stopExecution(request),
  DescribeExecution: (api, request) => api.describeExecution(request),
  ListExecutions: (api, request) => api.listExecutions(request),
  GetExecutionHistory: (api, request) => api.getExecutionHistory(request),
  SendTaskSuccess: (api, request) => api.sendTaskSuccess(request),
  SendTaskFailure: (api, request) => api.sendTaskFailure(request),
  SendTaskHeartbeat: (api, request) => api.sendTaskHeartbeat(request),
  DescribeStateMachine: (api, request) => api.describeStateMachine(request),
  ListStateMachines: (api, request) => api.listStateMachines(request),
}

/**
 * The Step Functions API in the AWS JSON 1.0 protocol: requests and answers as plain objects, times as epoch seconds
 * (https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html).
 */
export class StepFunctionsApi {
  readonly #engine: Engine
  readonly #store: Store
  readonly #clock: Clock

  constructor(engine: Engine, store: Store, clock: Clock) {
    this.#engine = engine
    this.#store = store
    this.#clock = clock
  }

  /**
   * Answers one request. A refusal is an answer too: status 400, with `__type` and `message`.
   * @param operation the part of `X-Amz-Target` after `AWSStepFunctions.`
   */
  async handle(operation: string, request: unknown): Promise<EndpointResponse> {
    try {
      const run = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined
      if (run === undefined) throw new ApiError('UnknownOperationException', `Step Functions here has no ${operation}`)
      if (!isObject(request)) throw new ApiError('SerializationException', 'The request must be a JSON object')
      return { status: 200, body: await run(this, request) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { status: 400, body: { __type: error.type, message: error.message } }
    }
  }

  async startExecution(request: Request) {
    const stateMachineArn = required(request, 'stateMachineArn')
    checkArn(stateMachineArn, 'stateMachine')
    const name = optional(request, 'name')
    const input = optional(request, 'input') ?? '{}'
    const { arn, startedAt } = await this.#engine.start({ stateMachineArn, name, input })
    return { executionArn: arn, startDate: startedAt / 1000 }
  }

  async stopExecution(request: Request) {
    const { id } = this.#execution(request)
    await this.#engine.stop(id, optional(request, 'error'), optional(request, 'cause'))
    return { stopDate: (this.#store.execution(id)?.stoppedAt ?? this.#clock.now()) / 1000 }
  }

  describeExecution(request: Request) {
    const execution = this.#execution(request)
    const { input, output, error, cause } = execution
    return present({
      ...summary(execution),
      input,
      inputDetails: { included: true },
      output,
      outputDetails: output === null ? undefined : { included: true },
      error,
      cause,
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Executions cannot be redriven here',
    })
  }

  listExecutions(request: Request) {
    const stateMachineArn = required(request, 'stateMachineArn')
    this.#machine(stateMachineArn)
    const { limit, after } = page(request)
    const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after)
    const found = this.#store.executions(stateMachineArn, optional(request, 'statusFilter'), before, limit + 1)
    const executions = found.slice(0, limit)
    return present({
      executions: executions.map((execution) => present({ ...summary(execution), redriveCount: 0 })),
      nextToken: found.length > limit ? pageToken(executions.at(-1)?.id) : undefined,
    })
  }

  getExecutionHistory(request: Request) {
    const { id } = this.#execution(request)
    const { limit, after } = page(request)
    const reverse = request.reverseOrder === true
    const start = after === undefined ? (reverse ? Number.MAX_SAFE_INTEGER : 0) : Number(after)
    const found = this.#store.events(id, start, limit + 1, reverse)
    const events = found.slice(0, limit)
    const withData = request.includeExecutionData !== false
    return present({
      events: events.map((event) => toHistoryEvent(event, withData)),
      nextToken: found.length > limit ? pageToken(events.at(-1)?.id) : undefined,
    })
  }

  sendTaskSuccess(request: Request) {
    const output = required(request, 'output')
    if (isOverPayloadLimit(output)) throw new ApiError('InvalidOutput', 'Invalid Output: it is over 262144 bytes')
    let parsed: Json
    try {
      parsed = JSON.parse(output)
    } catch (error) {
      throw new ApiError('InvalidOutput', `Invalid Output: '${(error as Error).message}'`)
    }
    return this.#endTask(request, { kind: 'succeeded', output: parsed })
  }

  sendTaskFailure(request: Request) {
    const error = optional(request, 'error') ?? ''
    return this.#endTask(request, { kind: 'failed', error, cause: optional(request, 'cause') ?? '' })
  }

  sendTaskHeartbeat(request: Request) {
    const { execution, branch, heartbeatSeconds } = this.#openTask(request)
    if (heartbeatSeconds !== undefined) {
      const due = this.#clock.now() + heartbeatSeconds * 1000
      this.#store.postponeTimer({ execution, branch, kind: 'heartbeat', due })
    }
    return {}
  }

  describeStateMachine(request: Request) {
    const { arn, name, roleArn, createdAt, definitionHash } = this.#machine(required(request, 'stateMachineArn'))
    return {
      stateMachineArn: arn,
      name,
      status: 'ACTIVE',
      definition: this.#store.definition(definitionHash),
      roleArn,
      type: 'STANDARD',
      creationDate: createdAt / 1000,
      revisionId: definitionHash,
    }
  }

  listStateMachines(request: Request) {
    const { limit, after } = page(request)
    const found = this.#store.machines(after ?? '', limit + 1)
    const machines = found.slice(0, limit)
    return present({
      stateMachines: machines.map(({ arn, name, createdAt }) => ({
        stateMachineArn: arn,
        name,
        type: 'STANDARD',
        creationDate: createdAt / 1000,
      })),
      nextToken: found.length > limit ? pageToken(machines.at(-1)?.name) : undefined,
    })
  }

  #endTask(request: Request, outcome: TaskOutcome) {
    if (!this.#engine.endTask(this.#openTask(request), outcome)) throw taskTimedOut()
    return {}
  }

  #openTask(request: Request): TaskRecord {
    const token = required(request, 'taskToken')
    if (!isTokenShaped(token)) throw new ApiError('InvalidToken', `Invalid Token: '${token}'`)
    const task = this.#store.task(token)
    if (task === undefined || !task.waitsForToken)
      throw new ApiError('TaskDoesNotExist', 'Task Does Not Exist: no task was ever given this token')
    if (task.closed || task.outcome !== undefined) throw taskTimedOut()
    return task
  }

  #execution(request: Request): ExecutionRecord {
    const arn = required(request, 'executionArn')
    checkArn(arn, 'execution')
    const execution = this.#store.executionByArn(arn)
    if (execution === undefined) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    return execution
  }

  #machine(arn: string) {
    checkArn(arn, 'stateMachine')
    const machine = this.#store.machine(arn)
    if (machine === undefined) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    return machine
  }
}

function taskTimedOut(): ApiError {
  return new ApiError('TaskTimedOut', 'Task Timed Out: the task of this token has ended, or its time was up')
}

function summary(execution: ExecutionRecord) {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status: execution.status,
    startDate: execution.startedAt / 1000,
    stopDate: execution.stoppedAt === null ? undefined : execution.stoppedAt / 1000,
  }
}

/** Without execution data, an event's inputs and outputs are left out, and what else tells of their content with them. */
const EXECUTION_DATA = ['input', 'inputDetails', 'output', 'outputDetails', 'parameters', 'assignedVariables']

function toHistoryEvent({ id, at, type, previous, details = {} }: EventRecord, withData: boolean) {
  const shown = withData
    ? details
    : Object.fromEntries(
        Object.entries(details).map(([field, value]) => [
          field,
          Object.fromEntries(Object.entries(value as object).filter(([name]) => !EXECUTION_DATA.includes(name))),
        ]),
      )
  return { timestamp: at / 1000, type, id, previousEventId: previous, ...shown }
}

/** Leaves out what is not there. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))
}

function page(request: Request): { limit: number; after: string | undefined } {
  const { maxResults = 0 } = request
  if (typeof maxResults !== 'number' || maxResults < 0 || maxResults > LARGEST_PAGE)
    throw new ApiError('ValidationException', `maxResults must be from 0 to ${LARGEST_PAGE}, but is ${maxResults}`)
  const token = optional(request, 'nextToken')
  const [mark, after] = token === undefined ? [] : Buffer.from(token, 'base64url').toString('utf8').split('\n')
  if (token !== undefined && (mark !== 'page' || after === undefined))
    throw new ApiError('InvalidToken', `Invalid Token: '${token}'`)
  return { limit: maxResults === 0 ? DEFAULT_PAGE : maxResults, after }
}

function pageToken(last: number | string | undefined): string {
  return Buffer.from(`page\n${last}`).toString('base64url')
}

function checkArn(arn: string, type: string): void {
  if (!new RegExp(`^arn:aws[\\w-]*:states:[^:]+:\\d{12}:${type}:.+$`).test(arn))
    throw new ApiError('InvalidArn', `Invalid Arn: '${arn}'`)
}

function required(request: Request, name: string): string {
  const value = optional(request, name)
  if (value === undefined) throw new ApiError('ValidationException', `The request has no ${name}`)
  return value
}

function optional(request: Request, name: string): string | undefined {
  const value = request[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new ApiError('ValidationException', `${name} must be a string`)
  return value
}
