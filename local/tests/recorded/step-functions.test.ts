import { SendTaskFailureCommand, StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { describe, expect, it } from 'vitest'
import {
  invoke,
  lastToken,
  openWorkbench,
  park,
  type Workbench,
  type WorkbenchOptions,
} from '../step-functions/workbench.ts'

/**
 * What Step Functions did, as it was recorded from 2023 to 2025: github.com/localstack/localstack, below
 * tests/aws/services/stepfunctions/v2. Each row names the file of its recording. The facts are AWS's; the definitions are
 * ours. Many recordings use JSONPath: their outcome is held here for JSONata.
 */
function recorded(
  source: string,
  what: string,
  options: WorkbenchOptions,
  check: (bench: Workbench) => Promise<void>,
): void {
  it(`${what} (${source})`, async () => {
    const bench = await openWorkbench(options)
    try {
      await check(bench)
    } finally {
      await bench.close()
    }
  })
}

/** What a service answers with instead of a result. */
class RefusedCall extends Error {
  readonly status = 400

  constructor(name: string) {
    super('No.')
    this.name = name
  }
}

const pass = (fields: object = {}) => ({ Type: 'Pass', ...fields, End: true })
const caught = (...names: string[]) => [{ ErrorEquals: names, Next: 'Caught' }]
const Caught = pass()
const parked = { functions: { park: () => null } }
const large = { functions: { large: () => 'x'.repeat(262_145) } }

describe('errors and time limits', () => {
  recorded('timeouts/test_heartbeats', 'a missed heartbeat is States.Timeout', parked, async (bench) => {
    const arn = await bench.run({ Wait: park({ HeartbeatSeconds: 5 }) })
    await bench.pass(5)
    expect(await bench.ending(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' })
    expect((await bench.history(arn)).find(({ type }) => type === 'TaskTimedOut')?.taskTimedOutEventDetails).toEqual({
      error: 'States.Timeout',
      resource: 'invoke.waitForTaskToken',
      resourceType: 'lambda',
    })
  })

  recorded(
    'timeouts/test_heartbeats, and the guide for its other name',
    'a missed heartbeat is caught by each of its names',
    parked,
    async (bench) => {
      for (const name of ['States.Timeout', 'States.HeartbeatTimeout', 'States.ALL']) {
        const arn = await bench.run({ Wait: park({ HeartbeatSeconds: 5, Catch: caught(name) }), Caught })
        await bench.pass(5)
        expect(await bench.ending(arn)).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } })
      }
      const late = await bench.run({
        Wait: park({ TimeoutSeconds: 5, Catch: caught('States.HeartbeatTimeout') }),
        Caught,
      })
      await bench.pass(5)
      expect((await bench.ending(late)).status).toBe('FAILED')
    },
  )

  const tooLarge = (what: string) =>
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`
  recorded(
    'error_handling/test_states_errors',
    'a result over 256 KiB is told by an event, and caught by States.ALL and by its name',
    large,
    async (bench) => {
      for (const name of ['States.ALL', 'States.DataLimitExceeded']) {
        const arn = await bench.run({ Try: invoke('large', { Catch: caught(name) }), Caught })
        const output = { Error: 'States.DataLimitExceeded', Cause: tooLarge('lambda') }
        expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output })
        expect(await bench.types(arn)).toEqual([
          'ExecutionStarted',
          'TaskStateEntered',
          'TaskScheduled',
          'TaskStarted',
          'TaskFailed',
          'TaskStateExited',
          'PassStateEntered',
          'PassStateExited',
          'ExecutionSucceeded',
        ])
      }
    },
  )

  recorded(
    'error_handling/test_states_errors',
    'so is one of a function that is called by its ARN',
    large,
    async (bench) => {
      const Resource = 'arn:aws:lambda:eu-west-2:000000000000:function:large'
      const arn = await bench.run({
        Try: { Type: 'Task', Resource, Catch: caught('States.ALL'), Next: 'Caught' },
        Caught,
      })
      expect((await bench.ending(arn)).output).toEqual({ Error: 'States.DataLimitExceeded', Cause: tooLarge(Resource) })
      expect(await bench.types(arn)).toContain('LambdaFunctionFailed')
    },
  )

  recorded(
    'no recording; concepts-error-handling.html keeps States.NoChoiceMatched for later',
    'a Choice without a match and a Default is States.Runtime, which nothing catches',
    {},
    async (bench) => {
      const choice = { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Inner' }] }
      const arn = await bench.run({
        Around: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'Choose', States: { Choose: choice, Inner: pass() } }],
          Catch: caught('States.ALL'),
          Next: 'Caught',
        },
        Caught,
      })
      expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
    },
  )

  recorded(
    'callback/test_callback',
    'SendTaskFailure without an error and a cause has null in both',
    parked,
    async (bench) => {
      const arn = await bench.run({ Wait: park({ Catch: caught('States.ALL') }), Caught })
      await bench.client.send(new SendTaskFailureCommand({ taskToken: lastToken(bench) }))
      await bench.stepFunctions.whenIdle()
      expect((await bench.ending(arn)).output).toEqual({ Error: null, Cause: null })
      const failed = (await bench.history(arn)).find(({ type }) => type === 'TaskFailed')
      expect(failed?.taskFailedEventDetails).toEqual({ resource: 'invoke.waitForTaskToken', resourceType: 'lambda' })
    },
  )

  recorded(
    'error_handling/test_task_service_lambda',
    "the cause of a service's error ends with the service, the status and the code",
    {},
    async (bench) => {
      const arn = await bench.run({ Try: invoke('nowhere') })
      expect((await bench.ending(arn)).cause).toMatch(
        / \(Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: [\w-]{36}; Proxy: null\)$/,
      )
    },
  )
})

describe('calls', () => {
  recorded('services/test_lambda_task_service', 'a Payload of null is an empty object', parked, async (bench) => {
    await bench.run({ Call: invoke('park', { Arguments: { FunctionName: 'park', Payload: null } }) })
    expect(bench.calls.map(({ payload }) => payload)).toEqual([{}])
  })

  recorded(
    'services/test_sfn_task_service',
    '.sync:2 tells of the input and output, and starts the child of an input of null with an empty object',
    {},
    async (bench) => {
      const StateMachineArn = bench.put({ Child: pass() })
      const Resource = 'arn:aws:states:::states:startExecution.sync:2'
      const arn = await bench.run({
        Start: { Type: 'Task', Resource, Arguments: { StateMachineArn, Input: null }, End: true },
      })
      expect((await bench.ending(arn)).output).toMatchObject({
        Input: {},
        InputDetails: { Included: true },
        Output: {},
        OutputDetails: { Included: true },
      })
    },
  )

  const sfn = (action: string, Arguments: object) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::aws-sdk:sfn:${action}`,
    Arguments,
    End: true,
  })
  recorded(
    'services/test_aws_sdk_task_service',
    'arguments and results of AWS APIs are in PascalCase, whatever the API uses; times are text',
    { sdk: async (_service, _action, request) => ({ executionArn: 'arn', startDate: 1772442000, asked: request }) },
    async (bench) => {
      const arn = await bench.run({
        Start: sfn('startExecution', { StateMachineArn: 'machine', Name: 'n', Input: '{"Kept":{"As":"it is"}}' }),
      })
      expect((await bench.ending(arn)).output).toEqual({
        ExecutionArn: 'arn',
        StartDate: '2026-03-02T09:00:00.000Z',
        // What the API got has its own case. Here it comes back as a part of the result.
        Asked: { StateMachineArn: 'machine', Name: 'n', Input: '{"Kept":{"As":"it is"}}' },
      })
    },
  )

  const asked: unknown[] = []
  recorded(
    'services/test_aws_sdk_task_service',
    "the API itself is asked in its own case; an item's attributes keep their names",
    {
      sdk: async (_service, _action, request) => {
        asked.push(request)
        return { Item: { caseId: { S: 'A' } } }
      },
    },
    async (bench) => {
      await bench.run({ Start: sfn('startExecution', { StateMachineArn: 'machine' }) })
      const Resource = 'arn:aws:states:::aws-sdk:dynamodb:getItem'
      const Arguments = { TableName: 'cases', Key: { caseId: { S: 'A' } } }
      const arn = await bench.run({ Get: { Type: 'Task', Resource, Arguments, End: true } })
      expect(asked).toEqual([{ stateMachineArn: 'machine' }, Arguments])
      expect((await bench.ending(arn)).output).toEqual({ Item: { caseId: { S: 'A' } } })
    },
  )

  recorded(
    'error_handling/test_aws_sdk',
    'an argument in camelCase is refused when the machine is made',
    {},
    async (bench) => {
      expect(() => bench.put({ Start: sfn('startExecution', { stateMachineArn: 'machine' }) })).toThrow(
        'the field "stateMachineArn" is not supported by Step Functions',
      )
    },
  )

  const failing = (name: string) => ({
    sdk: async () => {
      throw new RefusedCall(name)
    },
  })
  for (const [service, name, known] of [
    ['dynamodb', 'ValidationException', 'DynamoDb.DynamoDbException'],
    ['dynamodb', 'ConditionalCheckFailedException', 'DynamoDb.ConditionalCheckFailedException'],
    ['sfn', 'ExecutionAlreadyExists', 'Sfn.ExecutionAlreadyExistsException'],
  ] as const) {
    recorded(`error_handling/test_aws_sdk`, `${name} of ${service} is ${known}`, failing(name), async (bench) => {
      const Resource = `arn:aws:states:::aws-sdk:${service}:anything`
      const arn = await bench.run({ Call: { Type: 'Task', Resource, Arguments: {}, End: true } })
      const { error, cause } = await bench.ending(arn)
      expect(error).toBe(known)
      expect(cause).toMatch(/^No\. \(Service: (DynamoDb|Sfn), Status Code: 400, Request ID: [\w-]{36}\)$/)
    })
  }
})

describe('starting, trying again and evaluating', () => {
  const start = (bench: Workbench, stateMachineArn: string, name: string, input?: string) =>
    bench.client.send(new StartExecutionCommand({ stateMachineArn, name, ...(input !== undefined && { input }) }))

  recorded(
    'test_sfn_api',
    'a start with the name and input of a running execution is that execution; with another input it is refused',
    parked,
    async (bench) => {
      const machine = bench.put({ Wait: park() })
      const first = await start(bench, machine, 'one', '{"a":1}')
      const again = await start(bench, machine, 'one', '{"a":1}')
      expect([again.executionArn, again.startDate]).toEqual([first.executionArn, first.startDate])
      await expect(start(bench, machine, 'one', '{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
      await bench.client.send(new StopExecutionCommand({ executionArn: first.executionArn }))
      await expect(start(bench, machine, 'one', '{"a":1}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
    },
  )

  recorded('test_sfn_api', 'an input is JSON of any kind, and nothing else', {}, async (bench) => {
    const machine = bench.put({ Start: pass() })
    for (const [index, input] of ['not json', ''].entries())
      await expect(start(bench, machine, `bad-${index}`, input)).rejects.toMatchObject({
        name: 'InvalidExecutionInput',
      })
    for (const [index, input] of ['1', '"text"', 'null', '[]'].entries()) {
      const { executionArn = '' } = await start(bench, machine, `good-${index}`, input)
      await bench.stepFunctions.whenIdle()
      expect((await bench.ending(executionArn)).output).toEqual(JSON.parse(input))
    }
  })

  recorded(
    'error_handling/test_task_lambda',
    'the fifth retry of one second, doubled each time, comes after sixteen',
    { functions: { fail: () => Promise.reject(new Error('no')) } },
    async (bench) => {
      const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 5 }]
      const arn = await bench.run({ Try: invoke('fail', { Retry }) })
      await bench.pass(60)
      expect(bench.calls.map(({ second }) => second)).toEqual([0, 1, 3, 7, 15, 31])
      expect((await bench.ending(arn)).status).toBe('FAILED')
    },
  )

  for (const [field, states] of [
    ['Output', { Start: pass({ Output: '{% $none %}' }) }],
    ['Output/inner', { Start: pass({ Output: { inner: '{% $none %}' } }) }],
    ['Assign/name', { Start: pass({ Assign: { name: '{% $none %}' } }) }],
    ['Arguments', { Start: invoke('none', { Arguments: '{% $none %}' }) }],
    ['Arguments/FunctionName', { Start: invoke('none', { Arguments: { FunctionName: '{% $none %}' } }) }],
  ] as const) {
    recorded('evaluate_jsonata, scenarios', `nothing in ${field} is told with its place`, {}, async (bench) => {
      const arn = await bench.run(states)
      const failed = (await bench.history(arn)).find(({ type }) => type === 'EvaluationFailed')
      expect(failed?.evaluationFailedEventDetails).toMatchObject({
        error: 'States.QueryEvaluationError',
        location: field,
        state: 'Start',
        cause: expect.stringMatching(
          new RegExp(`specified for the field '${field}' returned nothing \\(undefined\\)\\.$`),
        ),
      })
    })
  }

  for (const [expression, value] of [
    ['$merge([$states.input.one, $states.input.two])', { a: 1, b: 2 }],
    ['$partition([1, 2, 3, 4, 5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['$contains("hello", /h.*o/)', true],
    ["$contains('hello', /x/)", false],
  ] as const) {
    recorded('evaluate_jsonata, intrinsic_functions', expression, {}, async (bench) => {
      const arn = await bench.run({ Start: pass({ Output: `{% ${expression} %}` }) }, { one: { a: 1 }, two: { b: 2 } })
      expect((await bench.ending(arn)).output).toEqual(value)
    })
  }
})

describe('definitions', () => {
  for (const Timestamp of [
    '2016-12-05 21:29:29Z',
    '2016-12-05T21:29:29',
    '2016-14-05T21:29:29Z',
    '05-12-2016T21:29:29Z',
  ]) {
    recorded('base/test_wait', `a Wait until "${Timestamp}" is refused when the machine is made`, {}, async (bench) => {
      expect(() => bench.put({ Wait: { Type: 'Wait', Timestamp, End: true } })).toThrow(
        'does not match RFC3339 timestamp',
      )
    })

    recorded('base/test_wait', `and fails when an expression says "${Timestamp}"`, {}, async (bench) => {
      const arn = await bench.run(
        { Wait: { Type: 'Wait', Timestamp: '{% $states.input.until %}', End: true } },
        { until: Timestamp },
      )
      const { error, cause } = await bench.ending(arn)
      expect(error).toBe('States.QueryEvaluationError')
      expect(cause).toContain(
        `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${Timestamp}`,
      )
    })
  }

  recorded('base/test_wait', 'a Wait until a time with nanoseconds is taken', {}, async (bench) => {
    const arn = await bench.run({ Wait: { Type: 'Wait', Timestamp: '2016-12-05T21:29:29.123456789Z', End: true } })
    expect((await bench.ending(arn)).status).toBe('SUCCEEDED')
  })

  recorded('choice_operators', 'a Condition can be a constant', {}, async (bench) => {
    const arn = await bench.run({
      Choose: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Yes' }], Default: 'No' },
      Yes: pass({ Output: 'yes' }),
      No: pass({ Output: 'no' }),
    })
    expect((await bench.ending(arn)).output).toBe('yes')
  })
})

describe('causes and histories', () => {
  const causeOf = async (bench: Workbench, states: object, input: object = {}) =>
    (await bench.ending(await bench.run(states as Parameters<Workbench['run']>[0], input))).cause

  recorded('evaluate_jsonata', 'nothing from an expression', {}, async (bench) => {
    expect(await causeOf(bench, { Start: pass({ Output: '{% $states.input.none %}' }) })).toBe(
      "An error occurred while executing the state 'Start' (entered at the event id #2). The JSONata expression '$states.input.none' specified for the field 'Output' returned nothing (undefined).",
    )
  })

  recorded('evaluate_jsonata', 'an error within an expression, by its code', {}, async (bench) => {
    expect(await causeOf(bench, { Start: pass({ Output: '{% $notThere() %}' }) })).toMatch(
      /specified for the field 'Output' threw an error during evaluation\. T1006: /,
    )
  })

  recorded('scenarios/test_base_scenarios', 'a function from an expression', {}, async (bench) => {
    expect(await causeOf(bench, { Start: pass({ Output: '{% $sum %}' }) })).toMatch(
      /returned an unsupported result type\.$/,
    )
  })

  const map = (fields: object = {}) => ({
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'Item', States: { Item: pass() } }, ...fields, End: true },
  })
  for (const [items, type] of [
    [1, 'number'],
    ['text', 'string'],
    [true, 'boolean'],
    [{ a: 1 }, 'object'],
    [null, 'null'],
  ] as const) {
    recorded('scenarios/test_base_scenarios', `a Map over a ${type}`, {}, async (bench) => {
      const arn = await bench.run(map({ Items: '{% $states.input.items %}' }), { items })
      expect((await bench.ending(arn)).cause).toContain(
        `specified for the field 'Items' returned an unexpected result type. Expected 'array', but was '${type}' for value: ${JSON.stringify(items)}`,
      )
      expect(await bench.types(arn)).toEqual([
        'ExecutionStarted',
        'MapStateEntered',
        'EvaluationFailed',
        'MapStateFailed',
        'ExecutionFailed',
      ])
    })
  }

  recorded('scenarios/test_base_scenarios', 'a Map without Items over an input that is no list', {}, async (bench) => {
    expect(await causeOf(bench, map(), { a: 1 })).toMatch(/Map state input must be an array but was: object$/)
  })

  recorded(
    'scenarios/test_base_scenarios',
    'a Map that is tried again has failed once, after the last try',
    { functions: { fail: () => Promise.reject(new Error('no')) } },
    async (bench) => {
      const processor = { StartAt: 'Item', States: { Item: invoke('fail') } }
      const arn = await bench.run(
        map({ Items: [1], ItemProcessor: processor, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] }),
      )
      await bench.pass(60)
      const types = await bench.types(arn)
      expect(types.filter((type) => type === 'MapIterationFailed')).toHaveLength(3)
      expect(types.filter((type) => type === 'MapStateFailed')).toHaveLength(1)
      expect(types.slice(-2)).toEqual(['MapStateFailed', 'ExecutionFailed'])
    },
  )

  recorded(
    'timeouts/test_timeouts, scenarios/test_base_scenarios',
    'iterations that are cut off tell of it: their states, then themselves',
    parked,
    async (bench) => {
      const processor = {
        StartAt: 'Item',
        States: { Item: park({ TimeoutSeconds: '{% $states.input %}' }) },
      }
      const arn = await bench.run(map({ Items: [5, 50, 500], ItemProcessor: processor }))
      await bench.pass(5)
      const types = await bench.types(arn)
      expect(types.slice(types.indexOf('TaskTimedOut'))).toEqual([
        'TaskTimedOut',
        'MapIterationFailed',
        'TaskStateAborted',
        'MapIterationAborted',
        'TaskStateAborted',
        'MapIterationAborted',
        'MapStateFailed',
        'ExecutionFailed',
      ])
      const aborted = (await bench.history(arn)).filter(({ type }) => type === 'MapIterationAborted')
      expect(aborted.map(({ mapIterationAbortedEventDetails: details }) => details)).toEqual([
        { name: 'Each', index: 1 },
        { name: 'Each', index: 2 },
      ])
    },
  )

  recorded('scenarios/test_base_scenarios', 'so do branches, and what is inside them', parked, async (bench) => {
    const arn = await bench.run({
      Around: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Fails', States: { Fails: park({ TimeoutSeconds: 5 }) } },
          { StartAt: 'Waits', States: { Waits: { Type: 'Wait', Seconds: 60, End: true } } },
          { StartAt: 'Done', States: { Done: pass() } },
          {
            StartAt: 'Inner',
            States: {
              Inner: { Type: 'Parallel', Branches: [{ StartAt: 'Deep', States: { Deep: park() } }], End: true },
            },
          },
        ],
        End: true,
      },
    })
    await bench.pass(5)
    const types = await bench.types(arn)
    expect(types.slice(types.indexOf('TaskTimedOut'))).toEqual([
      'TaskTimedOut',
      'WaitStateAborted',
      'TaskStateAborted',
      'ParallelStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
  })

  recorded('assign/test_assign_base', 'an Assign of nothing is not in the history', {}, async (bench) => {
    const arn = await bench.run({ Start: pass({ Assign: {} }) })
    const exited = (await bench.history(arn)).find(({ type }) => type === 'PassStateExited')
    expect(exited?.stateExitedEventDetails).not.toHaveProperty('assignedVariables')
  })

  recorded('context_object', 'RetryCount is told of Task and Parallel states alone', {}, async (bench) => {
    const arn = await bench.run({ Start: pass({ Output: '{% $keys($states.context.State) %}' }) })
    expect((await bench.ending(arn)).output).toEqual(['Name', 'EnteredTime'])
  })
})
