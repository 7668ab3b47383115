import { describe, expect } from 'vitest'
import { behaviour, invoke, NamedError, type openWorkbench, park } from './workbench.ts'

const ERRORS = 'concepts-error-handling.html'
const fail = (errorType: string) => () => {
  throw new NamedError(errorType)
}
const failing = { functions: { fail: fail('Broken') } }
const pass = { Type: 'Pass', End: true }
const fallBack = (...errorEquals: string[]) => [{ ErrorEquals: errorEquals, Next: 'Fallback' }]
const seconds = (bench: Awaited<ReturnType<typeof openWorkbench>>) => bench.calls.map(({ second }) => second)

describe('Retry', () => {
  behaviour(ERRORS, 'waits 1, 2 and 4 seconds by default, then gives up', failing, async (bench) => {
    const arn = await bench.run({ Try: invoke('fail', { Retry: [{ ErrorEquals: ['Broken'] }] }) })
    expect((await bench.describe(arn)).status).toBe('RUNNING')
    await bench.pass(1000)
    expect(seconds(bench)).toEqual([0, 1, 3, 7])
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'Broken' })
  })

  behaviour(ERRORS, 'multiplies IntervalSeconds by BackoffRate: 3 and 4.5 seconds', failing, async (bench) => {
    const retry = { ErrorEquals: ['Broken'], IntervalSeconds: 3, MaxAttempts: 2, BackoffRate: 1.5 }
    await bench.run({ Try: invoke('fail', { Retry: [retry] }) })
    await bench.pass(1000)
    expect(seconds(bench)).toEqual([0, 3, 7.5])
  })

  behaviour(ERRORS, 'waits no longer than MaxDelaySeconds', failing, async (bench) => {
    const retry = { ErrorEquals: ['Broken'], IntervalSeconds: 3, MaxAttempts: 4, BackoffRate: 2, MaxDelaySeconds: 5 }
    await bench.run({ Try: invoke('fail', { Retry: [retry] }) })
    await bench.pass(1000)
    expect(seconds(bench)).toEqual([0, 3, 8, 13, 18])
  })

  behaviour(
    ERRORS,
    'with JitterStrategy FULL, waits a random part of the delay',
    { ...failing, random: () => 0.25 },
    async (bench) => {
      const retry = { ErrorEquals: ['Broken'], IntervalSeconds: 4, MaxAttempts: 2, JitterStrategy: 'FULL' }
      await bench.run({ Try: invoke('fail', { Retry: [retry] }) })
      await bench.pass(1000)
      expect(seconds(bench)).toEqual([0, 1, 3])
    },
  )

  behaviour(
    ERRORS,
    'counts each retrier by itself, and falls through to Catch when the matching one is used up',
    {
      functions: {
        flaky: (_payload, before) => {
          throw new NamedError(['ErrorA', 'ErrorB', 'ErrorC', 'ErrorB'][before] ?? 'Unexpected')
        },
      },
    },
    async (bench) => {
      const arn = await bench.run({
        X: invoke('flaky', {
          Retry: [
            { ErrorEquals: ['ErrorA', 'ErrorB'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
            { ErrorEquals: ['ErrorC'], IntervalSeconds: 5 },
          ],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
        }),
        Z: pass,
      })
      await bench.pass(1000)
      expect(seconds(bench)).toEqual([0, 1, 3, 8])
      expect(await bench.ending(arn)).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'ErrorB' } })
    },
  )

  behaviour(ERRORS, 'with MaxAttempts 0 never tries an error again', failing, async (bench) => {
    const retry = [{ ErrorEquals: ['Broken'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }]
    const arn = await bench.run({ Try: invoke('fail', { Retry: retry }) })
    expect((await bench.describe(arn)).status).toBe('FAILED')
    expect(seconds(bench)).toEqual([0])
  })

  behaviour(
    'input-output-contextobject.html',
    'counts retries in the context object, from 0',
    {
      functions: {
        count: (payload: { retries: number }) => {
          if (payload.retries < 2) throw new NamedError('TooFew')
          return payload.retries
        },
      },
    },
    async (bench) => {
      const arn = await bench.run({
        Try: invoke('count', {
          Arguments: { FunctionName: 'count', Payload: { retries: '{% $states.context.State.RetryCount %}' } },
          Retry: [{ ErrorEquals: ['TooFew'] }],
        }),
      })
      await bench.pass(10)
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 2 })
    },
  )

  behaviour(
    ERRORS,
    'starts counting again when the state is entered again, and counts each retry as a transition',
    { functions: { flaky: (_payload, before) => (before % 2 === 0 ? fail('Odd')() : before) } },
    async (bench) => {
      const arn = await bench.run({
        Try: invoke('flaky', { Retry: [{ ErrorEquals: ['Odd'], MaxAttempts: 1 }], Next: 'Again?' }),
        'Again?': {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input < 3 %}', Next: 'Try' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      })
      await bench.pass(10)
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 3 })
      expect(bench.stepFunctions.transitions(arn)).toBe(2 + 2 + 2 + 1)
    },
  )
})

describe('Error names', () => {
  behaviour(ERRORS, 'States.TaskFailed catches any error of a task', failing, async (bench) => {
    const arn = await bench.run({ Try: invoke('fail', { Catch: fallBack('States.TaskFailed') }), Fallback: pass })
    expect((await bench.describe(arn)).status).toBe('SUCCEEDED')
  })

  const parked = { functions: { park: () => null } }
  behaviour(ERRORS, 'States.TaskFailed does not catch a timeout', parked, async (bench) => {
    const arn = await bench.run({
      Wait: park({ TimeoutSeconds: 60, Catch: fallBack('States.TaskFailed') }),
      Fallback: pass,
    })
    await bench.pass(60)
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
  })

  behaviour(ERRORS, 'States.ALL and States.Timeout each catch a timeout', parked, async (bench) => {
    for (const name of ['States.ALL', 'States.Timeout']) {
      const arn = await bench.run({ Wait: park({ TimeoutSeconds: 60, Catch: fallBack(name) }), Fallback: pass })
      await bench.pass(60)
      expect((await bench.describe(arn)).status).toBe('SUCCEEDED')
    }
  })

  const large = { functions: { large: () => 'x'.repeat(262_145) } }
  behaviour(ERRORS, 'States.TaskFailed does not catch States.DataLimitExceeded', large, async (bench) => {
    const arn = await bench.run({ Try: invoke('large', { Catch: fallBack('States.TaskFailed') }), Fallback: pass })
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' })
  })

  behaviour(ERRORS, 'States.Runtime is neither retried nor caught, even inside a Parallel state', {}, async (bench) => {
    const doomed = {
      ...invoke('any', { Arguments: { Payload: {} }, Retry: [{ ErrorEquals: ['States.ALL'] }] }),
      Catch: fallBack('States.ALL'),
    }
    const arn = await bench.run({
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Try', States: { Try: doomed, Fallback: pass } }],
        Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'Outer' }],
        End: true,
      },
      Outer: pass,
    })
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  })

  behaviour(
    ERRORS,
    "a function's error is known by its type, with the message and trace as cause",
    failing,
    async (bench) => {
      const arn = await bench.run({ Try: invoke('fail') })
      const { error, cause } = await bench.ending(arn)
      expect(error).toBe('Broken')
      expect(JSON.parse(cause ?? '')).toEqual({ errorType: 'Broken', errorMessage: 'it went wrong', trace: [] })
    },
  )

  behaviour(ERRORS, 'a function that is not there is Lambda.ResourceNotFoundException', {}, async (bench) => {
    const arn = await bench.run({ Try: invoke('nowhere') })
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'Lambda.ResourceNotFoundException' })
  })

  behaviour(
    'supported-services-awssdk.html',
    'an SDK integration puts the service before the name, which ends in Exception',
    {
      sdk: async (service) => {
        throw new NamedError(service === 's3' ? 'NoSuchBucket' : 'ConditionalCheckFailedException')
      },
    },
    async (bench) => {
      const call = (action: string) => ({ Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${action}`, End: true })
      const put = await bench.run({ Put: call('dynamodb:putItem') })
      expect((await bench.ending(put)).error).toBe('DynamoDb.ConditionalCheckFailedException')
      const list = await bench.run({ List: call('s3:listObjectsV2') })
      expect((await bench.ending(list)).error).toBe('S3.NoSuchBucketException')
    },
  )

  behaviour('state-fail.html', 'a Fail state ends the execution with its Error and Cause', {}, async (bench) => {
    const arn = await bench.run(
      { Stop: { Type: 'Fail', Error: '{% $states.input.kind %}', Cause: "{% 'Because of ' & $states.input.kind %}" } },
      { kind: 'Lateness' },
    )
    expect(await bench.ending(arn)).toEqual({ status: 'FAILED', error: 'Lateness', cause: 'Because of Lateness' })
  })
})

describe('Catch', () => {
  behaviour(ERRORS, "hands on the error output, and not the state's own Output", failing, async (bench) => {
    const arn = await bench.run({ Try: invoke('fail', { Catch: fallBack('Broken') }), Fallback: pass })
    const { output } = await bench.ending(arn)
    expect(Object.keys(output as object)).toEqual(['Error', 'Cause'])
  })

  behaviour(ERRORS, 'evaluates its own Output and Assign with $states.errorOutput', failing, async (bench) => {
    const arn = await bench.run(
      {
        Try: invoke('fail', {
          Catch: [
            {
              ErrorEquals: ['Broken'],
              Output: { was: '{% $states.input.id %}' },
              Assign: { why: '{% $states.errorOutput.Error %}' },
              Next: 'Fallback',
            },
          ],
        }),
        Fallback: { Type: 'Pass', Output: { was: '{% $states.input.was %}', why: '{% $why %}' }, End: true },
      },
      { id: 7 },
    )
    expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { was: 7, why: 'Broken' } })
  })

  behaviour(ERRORS, 'takes the first catcher that matches, after retries', failing, async (bench) => {
    const arn = await bench.run({
      Try: invoke('fail', {
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Wrong' },
          { ErrorEquals: ['Broken'], Next: 'Right' },
        ],
      }),
      Wrong: { Type: 'Pass', Output: 'wrong', End: true },
      Right: { Type: 'Pass', Output: 'right', End: true },
    })
    await bench.pass(1)
    expect(bench.calls).toHaveLength(2)
    expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'right' })
  })

  behaviour(
    'transforming-data.html',
    "an expression that fails in a task's Output is retried and caught like any error of the task",
    { functions: { ok: () => ({}) } },
    async (bench) => {
      const arn = await bench.run({
        Try: invoke('ok', {
          Output: '{% $states.result.Payload.missing %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1 }],
          Catch: fallBack('States.QueryEvaluationError'),
        }),
        Fallback: { Type: 'Pass', Output: 'caught', End: true },
      })
      await bench.pass(1)
      expect(bench.calls).toHaveLength(2)
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'caught' })
    },
  )

  behaviour(
    'transforming-data.html',
    'an expression that fails in a catcher is not caught by it',
    failing,
    async (bench) => {
      const arn = await bench.run({
        Try: invoke('fail', {
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input.missing %}', Next: 'Fallback' }],
        }),
        Fallback: pass,
      })
      expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
    },
  )
})
