import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { it } from 'vitest'
import { FunctionNotFoundError, type InvocationResult } from '../../contracts.ts'
import { openDatabase } from '../../database.ts'
import type { StatusChangeEvent } from '../../step-functions/status-change.ts'
import { createStepFunctions, type StepFunctions } from '../../step-functions/step-functions.ts'
import { openSfnEndpoint } from './sfn-endpoint.ts'

/** What a fixture function is given: its payload, and how many times it was called before. */
type FixtureFunction = (payload: never, callsBefore: number) => unknown

/** An error under the name that a state sees: a function's own, or another service's. */
export class NamedError extends Error {
  constructor(name: string, message = 'it went wrong') {
    super(message)
    this.name = name
  }
}

export const BEGINNING = Date.parse('2026-03-02T09:00:00.000Z')
const ROLE = 'arn:aws:iam::000000000000:role/states'

/** Step Functions in memory, on a clock that only the test moves, spoken to through the AWS SDK. */
export interface Workbench {
  readonly stepFunctions: StepFunctions
  readonly client: SFNClient
  /** Every call of a function, with the seconds since the beginning. */
  readonly calls: { readonly name: string; readonly payload: unknown; readonly second: number }[]
  /** Registers a machine of these states and gives its ARN. */
  put(states: object, startAt?: string, fields?: object): string
  /** Registers a machine, starts it, and lets it run until it waits for something. */
  run(states: object, input?: unknown, fields?: object): Promise<string>
  /** Moves the clock, stopping at everything due on the way. */
  pass(seconds: number): Promise<void>
  describe(executionArn: string): Promise<DescribeExecutionCommandOutput>
  /** Status, and output or error, of an execution. */
  ending(
    executionArn: string,
  ): Promise<{ status: string | undefined; output?: unknown; error?: string; cause?: string }>
  history(executionArn: string): Promise<HistoryEvent[]>
  types(executionArn: string): Promise<(string | undefined)[]>
  close(): Promise<void>
}

export interface WorkbenchOptions {
  readonly functions?: Readonly<Record<string, FixtureFunction>>
  readonly sdk?: (service: string, action: string, request: unknown) => Promise<unknown>
  readonly random?: () => number
  readonly putEvent?: (event: StatusChangeEvent) => void
}

export async function openWorkbench({
  functions = {},
  sdk,
  random,
  putEvent,
}: WorkbenchOptions = {}): Promise<Workbench> {
  const database = openDatabase(':memory:')
  const calls: { name: string; payload: unknown; second: number }[] = []
  let now = BEGINNING
  const stepFunctions = createStepFunctions({
    database,
    clock: { now: () => now },
    invoker: {
      async invoke(name, payload): Promise<InvocationResult> {
        const call = functions[name.split(':').at(-1) ?? '']
        if (call === undefined) throw new FunctionNotFoundError(name)
        const before = calls.filter((made) => made.name === name).length
        calls.push({ name, payload, second: (now - BEGINNING) / 1000 })
        try {
          return { ok: true, payload: await call(payload as never, before) }
        } catch (error) {
          const { name: errorType, message: errorMessage } = error as Error
          return { ok: false, errorType, errorMessage, trace: [] }
        }
      },
    },
    sdk: sdk ?? (async () => ({})),
    region: 'eu-west-2',
    account: '000000000000',
    ...(random === undefined ? {} : { random }),
    ...(putEvent === undefined ? {} : { putEvent }),
  })
  const { client, close } = await openSfnEndpoint(stepFunctions)
  let machines = 0

  const bench: Workbench = {
    stepFunctions,
    client,
    calls,
    put(states, startAt = Object.keys(states)[0], fields = {}) {
      machines += 1
      const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: startAt, States: states, ...fields })
      return stepFunctions.putStateMachine({ name: `machine-${machines}`, definition, roleArn: ROLE })
    },
    async run(states, input = {}, fields = {}) {
      const stateMachineArn = bench.put(states, undefined, fields)
      const started = await client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }))
      await stepFunctions.whenIdle()
      return started.executionArn as string
    },
    async pass(seconds) {
      const target = now + seconds * 1000
      for (let due = stepFunctions.nextDue(); due !== undefined && due <= target; due = stepFunctions.nextDue()) {
        now = Math.max(now, due)
        await stepFunctions.fireDue(now)
        await stepFunctions.whenIdle()
      }
      now = target
    },
    describe: (executionArn) => client.send(new DescribeExecutionCommand({ executionArn })),
    async ending(executionArn) {
      const { status, output, error, cause } = await bench.describe(executionArn)
      return {
        status,
        ...(output === undefined ? {} : { output: JSON.parse(output) }),
        ...(error === undefined ? {} : { error }),
        ...(cause === undefined ? {} : { cause }),
      }
    },
    async history(executionArn) {
      const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }))
      return events ?? []
    },
    types: async (executionArn) => (await bench.history(executionArn)).map(({ type }) => type),
    async close() {
      await close()
      stepFunctions.close()
      database.close()
    },
  }
  return bench
}

const GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/'
const REFERENCE = 'https://docs.aws.amazon.com/step-functions/latest/apireference/'

/** One row of the conformance table: a behaviour, and the AWS page that it comes from. */
export function behaviour(
  page: string,
  what: string,
  options: WorkbenchOptions,
  check: (bench: Workbench) => Promise<void>,
): void {
  it(`${what} (${page.startsWith('API_') ? REFERENCE : GUIDE}${page})`, async () => {
    const bench = await openWorkbench(options)
    try {
      await check(bench)
    } finally {
      await bench.close()
    }
  })
}

/** A Task state that invokes a function. */
export function invoke(name: string, fields: object = {}): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
    Output: '{% $states.result.Payload %}',
    ...('Next' in fields ? {} : { End: true }),
    ...fields,
  }
}

/** A Task state that gives its token to the function `park`, and waits for it. */
export function park(fields: object = {}): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Arguments: { FunctionName: 'park', Payload: { token: '{% $states.context.Task.Token %}' } },
    ...('Next' in fields ? {} : { End: true }),
    ...fields,
  }
}

/** The token that the function `park` was last given. */
export function lastToken({ calls }: Workbench): string {
  const { payload } = calls.findLast(({ name }) => name === 'park') ?? {}
  return (payload as { token: string }).token
}
