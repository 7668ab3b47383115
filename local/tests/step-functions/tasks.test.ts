import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn'
import { describe, expect } from 'vitest'
import { BEGINNING, behaviour, invoke, lastToken, NamedError, park, type Workbench } from './workbench.ts'

const parked = { functions: { park: () => null } }
const success = (taskToken: string, output: unknown = {}) =>
  new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) })

describe('Lambda tasks', () => {
  behaviour(
    'connect-lambda.html',
    'lambda:invoke answers with the payload, the version and the status',
    { functions: { double: (payload: { n: number }) => payload.n * 2 } },
    async (bench) => {
      const arn = await bench.run({ Double: invoke('double', { Output: '{% $states.result %}' }) }, { n: 21 })
      const { output } = await bench.ending(arn)
      expect(output).toMatchObject({ ExecutedVersion: '$LATEST', Payload: 42, StatusCode: 200 })
    },
  )

  behaviour(
    'connect-lambda.html',
    "a plain function ARN is given the state's input and answers with the bare result",
    { functions: { double: (payload: { n: number }) => payload.n * 2 } },
    async (bench) => {
      const Resource = 'arn:aws:lambda:eu-west-2:000000000000:function:double'
      const arn = await bench.run({ Double: { Type: 'Task', Resource, End: true } }, { n: 21 })
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 42 })
      expect(await bench.types(arn)).toEqual([
        'ExecutionStarted',
        'TaskStateEntered',
        'LambdaFunctionScheduled',
        'LambdaFunctionStarted',
        'LambdaFunctionSucceeded',
        'TaskStateExited',
        'ExecutionSucceeded',
      ])
    },
  )
})

describe('Task tokens', () => {
  behaviour('connect-to-resource.html', 'a token carries its output to the waiting state', parked, async (bench) => {
    const arn = await bench.run({ Wait: park() })
    expect((await bench.describe(arn)).status).toBe('RUNNING')
    await bench.client.send(success(lastToken(bench), { outcome: 'agreed' }))
    await bench.stepFunctions.whenIdle()
    expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { outcome: 'agreed' } })
  })

  behaviour('API_SendTaskFailure.html', 'a token carries a failure by the name it is given', parked, async (bench) => {
    const arn = await bench.run({ Wait: park() })
    const taskToken = lastToken(bench)
    await bench.client.send(new SendTaskFailureCommand({ taskToken, error: 'Refused', cause: 'not today' }))
    await bench.stepFunctions.whenIdle()
    expect(await bench.ending(arn)).toEqual({ status: 'FAILED', error: 'Refused', cause: 'not today' })
  })

  behaviour('API_SendTaskSuccess.html', 'a token used twice is TaskTimedOut [Engine 3]', parked, async (bench) => {
    await bench.run({ Wait: park() })
    const token = lastToken(bench)
    await bench.client.send(success(token))
    // At once, before the state has moved on, and again once it has.
    await expect(bench.client.send(success(token))).rejects.toMatchObject({ name: 'TaskTimedOut' })
    await bench.stepFunctions.whenIdle()
    await expect(bench.client.send(success(token))).rejects.toMatchObject({ name: 'TaskTimedOut' })
  })

  behaviour(
    'API_SendTaskSuccess.html',
    'a token used after the time limit is TaskTimedOut [Engine 3]',
    parked,
    async (bench) => {
      const arn = await bench.run({ Wait: park({ TimeoutSeconds: 60 }) })
      await bench.pass(60)
      await expect(bench.client.send(success(lastToken(bench)))).rejects.toMatchObject({ name: 'TaskTimedOut' })
      expect((await bench.ending(arn)).error).toBe('States.Timeout')
    },
  )

  behaviour('API_SendTaskSuccess.html', 'a malformed token is InvalidToken', {}, async (bench) => {
    await expect(bench.client.send(success('nonsense'))).rejects.toMatchObject({ name: 'InvalidToken' })
  })

  behaviour('API_SendTaskSuccess.html', 'a token that was never given is TaskDoesNotExist', {}, async (bench) => {
    await expect(bench.client.send(success('A'.repeat(64)))).rejects.toMatchObject({ name: 'TaskDoesNotExist' })
  })

  behaviour(
    'API_SendTaskSuccess.html',
    'an output that is not JSON, or over 256 KiB, is InvalidOutput',
    parked,
    async (bench) => {
      const arn = await bench.run({ Wait: park() })
      const taskToken = lastToken(bench)
      for (const output of ['{', JSON.stringify('é'.repeat(131_072))])
        await expect(bench.client.send(new SendTaskSuccessCommand({ taskToken, output }))).rejects.toMatchObject({
          name: 'InvalidOutput',
        })
      expect((await bench.describe(arn)).status).toBe('RUNNING')
    },
  )

  const early: { bench?: Workbench } = {}
  behaviour(
    'connect-to-resource.html',
    'a token can be used by the very function that was given it, before that returns',
    {
      functions: {
        park: async ({ token }: { token: string }) => {
          await early.bench?.client.send(success(token, 'early'))
          return 'ignored'
        },
      },
    },
    async (bench) => {
      early.bench = bench
      const arn = await bench.run({ Wait: park() })
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'early' })
    },
  )

  behaviour(
    'connect-to-resource.html',
    'a function that fails fails the task, and its token with it',
    {
      functions: {
        park: () => {
          throw new NamedError('Broken')
        },
      },
    },
    async (bench) => {
      const arn = await bench.run({ Wait: park() })
      expect((await bench.ending(arn)).error).toBe('Broken')
      await expect(bench.client.send(success(lastToken(bench)))).rejects.toMatchObject({ name: 'TaskTimedOut' })
    },
  )

  behaviour('input-output-contextobject.html', 'each retry has a new token', parked, async (bench) => {
    const retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }]
    const arn = await bench.run({ Wait: park({ TimeoutSeconds: 60, Retry: retry }) })
    const first = lastToken(bench)
    await bench.pass(61)
    expect(lastToken(bench)).not.toBe(first)
    await expect(bench.client.send(success(first))).rejects.toMatchObject({ name: 'TaskTimedOut' })
    await bench.client.send(success(lastToken(bench), 'second'))
    await bench.stepFunctions.whenIdle()
    expect((await bench.ending(arn)).output).toBe('second')
  })
})

describe('Time limits', () => {
  behaviour(
    'state-task.html',
    'TimeoutSeconds can be an expression, and holds to the second',
    parked,
    async (bench) => {
      const arn = await bench.run({ Wait: park({ TimeoutSeconds: '{% $states.input.limit %}' }) }, { limit: 90 })
      await bench.pass(89)
      expect((await bench.describe(arn)).status).toBe('RUNNING')
      await bench.pass(1)
      expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
      expect(await bench.types(arn)).toContain('TaskTimedOut')
    },
  )

  behaviour(
    'transforming-data.html',
    'TimeoutSeconds of a wrong type or out of range is States.QueryEvaluationError, which can be caught',
    parked,
    async (bench) => {
      for (const limit of ['90', -1, 1.5]) {
        const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Fallback' }]
        const states = {
          Wait: park({ TimeoutSeconds: '{% $states.input.limit %}', Catch }),
          Fallback: { Type: 'Pass', Output: 'caught', End: true },
        }
        expect(await bench.ending(await bench.run(states, { limit }))).toEqual({
          status: 'SUCCEEDED',
          output: 'caught',
        })
      }
      expect(bench.calls).toEqual([])
    },
  )

  behaviour(
    'state-task.html',
    'without TimeoutSeconds a task waits as long as its execution may run',
    parked,
    async (bench) => {
      const arn = await bench.run({ Wait: park() })
      expect(bench.stepFunctions.nextDue()).toBe(BEGINNING + 365 * 86_400_000)
      await bench.pass(364 * 86_400)
      await bench.client.send(success(lastToken(bench), 'patience'))
      await bench.stepFunctions.whenIdle()
      expect((await bench.ending(arn)).output).toBe('patience')
    },
  )

  behaviour('service-quotas.html', 'an execution is timed out after a year', parked, async (bench) => {
    const arn = await bench.run({ Wait: park() })
    await bench.pass(365 * 86_400)
    expect((await bench.describe(arn)).status).toBe('TIMED_OUT')
  })

  behaviour(
    'statemachine-structure.html',
    "a machine's TimeoutSeconds ends the execution as TIMED_OUT, which nothing catches",
    parked,
    async (bench) => {
      const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Fallback' }]
      const states = { Wait: park({ Catch }), Fallback: { Type: 'Pass', End: true } }
      const arn = await bench.run(states, {}, { TimeoutSeconds: 30 })
      await bench.pass(30)
      expect((await bench.describe(arn)).status).toBe('TIMED_OUT')
      expect((await bench.types(arn)).at(-1)).toBe('ExecutionTimedOut')
      await expect(bench.client.send(success(lastToken(bench)))).rejects.toMatchObject({ name: 'TaskTimedOut' })
      expect(bench.stepFunctions.nextDue()).toBeUndefined()
    },
  )

  behaviour('API_SendTaskHeartbeat.html', 'a heartbeat begins HeartbeatSeconds again', parked, async (bench) => {
    const arn = await bench.run({ Wait: park({ HeartbeatSeconds: 60 }) })
    for (let beat = 0; beat < 3; beat += 1) {
      await bench.pass(59)
      await bench.client.send(new SendTaskHeartbeatCommand({ taskToken: lastToken(bench) }))
    }
    expect((await bench.describe(arn)).status).toBe('RUNNING')
    await bench.pass(60)
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
    const late = new SendTaskHeartbeatCommand({ taskToken: lastToken(bench) })
    await expect(bench.client.send(late)).rejects.toMatchObject({ name: 'TaskTimedOut' })
  })

  behaviour(
    'concepts-error-handling.html',
    'timers fire in order of time, however far the clock is moved [Engine 8]',
    { functions: { park: () => null, note: () => null } },
    async (bench) => {
      const wait = (Seconds: number) => ({
        Wait: { Type: 'Wait', Seconds, Next: 'Note' },
        Note: invoke('note', { Arguments: { FunctionName: 'note', Payload: Seconds } }),
      })
      for (const seconds of [300, 100, 200]) await bench.run(wait(seconds))
      // All at once, as after a restart long after they were due.
      await bench.stepFunctions.fireDue(BEGINNING + 300_000)
      await bench.stepFunctions.whenIdle()
      expect(bench.calls.map(({ payload }) => payload)).toEqual([100, 200, 300])
    },
  )
})

describe('Other services', () => {
  behaviour(
    'supported-services-awssdk.html',
    'an SDK integration hands on its arguments and answers with the result',
    { sdk: async (service, action, request) => ({ service, action, request, left: undefined }) },
    async (bench) => {
      const Resource = 'arn:aws:states:::aws-sdk:dynamodb:getItem'
      const arn = await bench.run({ Get: { Type: 'Task', Resource, Arguments: { TableName: 'cases' }, End: true } })
      const request = { TableName: 'cases' }
      expect((await bench.ending(arn)).output).toEqual({ service: 'dynamodb', action: 'getItem', request })
    },
  )

  const child = { Child: { Type: 'Pass', Output: { was: '{% $states.input %}' }, End: true } }
  const start = (StateMachineArn: string, suffix = '', more: object = {}) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::states:startExecution${suffix}`,
    Arguments: { StateMachineArn, Input: { from: 'parent' }, ...more },
    End: true,
  })

  behaviour('connect-stepfunctions.html', 'startExecution starts another execution and goes on', {}, async (bench) => {
    const arn = await bench.run({ Start: start(bench.put(child), '', { Name: 'the-child' }) })
    const { ExecutionArn } = (await bench.ending(arn)).output as { ExecutionArn: string }
    expect(ExecutionArn).toMatch(/:the-child$/)
    expect((await bench.ending(ExecutionArn)).output).toEqual({ was: { from: 'parent' } })
  })

  behaviour(
    'connect-stepfunctions.html',
    'startExecution of a name that is taken is StepFunctions.ExecutionAlreadyExistsException',
    {},
    async (bench) => {
      const machine = bench.put(child)
      await bench.run({ Start: start(machine, '', { Name: 'taken' }) })
      const again = await bench.run({ Start: start(machine, '', { Name: 'taken' }) })
      expect((await bench.ending(again)).error).toBe('StepFunctions.ExecutionAlreadyExistsException')
    },
  )

  behaviour(
    'connect-stepfunctions.html',
    '.sync:2 waits for the other execution, whose output is JSON',
    parked,
    async (bench) => {
      const machine = bench.put({ Wait: park() })
      const arn = await bench.run({ Start: start(machine, '.sync:2') })
      expect((await bench.describe(arn)).status).toBe('RUNNING')
      await bench.client.send(success(lastToken(bench), { done: true }))
      await bench.stepFunctions.whenIdle()
      expect((await bench.ending(arn)).output).toMatchObject({ Status: 'SUCCEEDED', Output: { done: true } })
    },
  )

  behaviour(
    'connect-stepfunctions.html',
    '.sync:2 fails with States.TaskFailed when the other fails',
    {},
    async (bench) => {
      const machine = bench.put({ Stop: { Type: 'Fail', Error: 'Lost' } })
      const arn = await bench.run({ Start: start(machine, '.sync:2') })
      const { error, cause } = await bench.ending(arn)
      expect(error).toBe('States.TaskFailed')
      expect(JSON.parse(cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'Lost' })
    },
  )
})
