import { describe, expect } from 'vitest'
import { behaviour, invoke, NamedError, park } from './workbench.ts'

const wait = (fields: object) => ({ Wait: { Type: 'Wait', ...fields, End: true } })

describe('Choice', () => {
  const choose = (fields: object = {}) => ({
    Choose: {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $states.input.n > 10 %}', Output: 'large', Assign: { size: 'L' }, Next: 'End' },
        { Condition: '{% $states.input.n > 5 %}', Output: 'middling', Assign: { size: 'M' }, Next: 'End' },
      ],
      Default: 'End',
      Output: 'small',
      Assign: { size: 'S' },
      ...fields,
    },
    End: { Type: 'Pass', Output: ['{% $states.input %}', '{% $size %}'], End: true },
  })

  behaviour(
    'state-choice.html',
    "takes the first rule that holds, with that rule's Output and Assign",
    {},
    async (bench) => {
      expect((await bench.ending(await bench.run(choose(), { n: 11 }))).output).toEqual(['large', 'L'])
      expect((await bench.ending(await bench.run(choose(), { n: 6 }))).output).toEqual(['middling', 'M'])
    },
  )

  behaviour('state-choice.html', "takes the Default with the state's own Output and Assign", {}, async (bench) => {
    expect((await bench.ending(await bench.run(choose(), { n: 1 }))).output).toEqual(['small', 'S'])
  })

  behaviour('state-choice.html', 'without a Default fails with States.Runtime', {}, async (bench) => {
    const arn = await bench.run(choose({ Default: undefined }), { n: 1 })
    expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  })

  behaviour(
    'transforming-data.html',
    'a Condition that is not a boolean is States.QueryEvaluationError',
    {},
    async (bench) => {
      const arn = await bench.run(choose({ Choices: [{ Condition: '{% $states.input.n %}', Next: 'End' }] }), { n: 1 })
      expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
    },
  )
})

describe('Wait', () => {
  behaviour('state-wait.html', 'waits so many Seconds', {}, async (bench) => {
    const arn = await bench.run(wait({ Seconds: '{% $states.input.seconds %}' }), { seconds: 3600 })
    await bench.pass(3599)
    expect((await bench.describe(arn)).status).toBe('RUNNING')
    await bench.pass(1)
    const { status, stopDate } = await bench.describe(arn)
    expect([status, stopDate?.toISOString()]).toEqual(['SUCCEEDED', '2026-03-02T10:00:00.000Z'])
  })

  behaviour('state-wait.html', 'waits until a Timestamp', {}, async (bench) => {
    const arn = await bench.run(wait({ Timestamp: '{% $states.input.until %}' }), {
      until: '2026-03-09T10:00:00+01:00',
    })
    await bench.pass(7 * 86_400 - 1)
    expect((await bench.describe(arn)).status).toBe('RUNNING')
    await bench.pass(1)
    expect((await bench.describe(arn)).status).toBe('SUCCEEDED')
  })

  behaviour('state-wait.html', 'does not wait for a Timestamp that has passed', {}, async (bench) => {
    const arn = await bench.run(wait({ Timestamp: '2026-03-01T00:00:00Z' }))
    expect((await bench.describe(arn)).status).toBe('SUCCEEDED')
  })

  behaviour('state-wait.html', 'refuses Seconds and Timestamps that are none', {}, async (bench) => {
    for (const bad of [
      wait({ Seconds: "{% 'soon' %}" }),
      wait({ Seconds: '{% -1 %}' }),
      wait({ Timestamp: '{% "2026-03-09" %}' }),
    ])
      expect((await bench.ending(await bench.run(bad))).error).toBe('States.QueryEvaluationError')
  })
})

describe('Parallel', () => {
  const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } })

  behaviour('state-parallel.html', 'gives every branch the same input, and its results in order', {}, async (bench) => {
    const arn = await bench.run(
      {
        Both: {
          Type: 'Parallel',
          Arguments: { n: '{% $states.input.n + 1 %}' },
          Branches: [
            {
              StartAt: 'Slow',
              States: {
                Slow: { Type: 'Wait', Seconds: 60, Next: 'Times 10' },
                'Times 10': { Type: 'Pass', Output: '{% $states.input.n * 10 %}', End: true },
              },
            },
            branch('Times 100', { Type: 'Pass', Output: '{% $states.input.n * 100 %}', End: true }),
          ],
          End: true,
        },
      },
      { n: 1 },
    )
    await bench.pass(60)
    expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: [20, 200] })
  })

  behaviour(
    'state-parallel.html',
    'fails with the error of the first branch to fail, and stops the others',
    { functions: { park: () => null, fail: () => Promise.reject(new NamedError('Broken')) } },
    async (bench) => {
      const arn = await bench.run({
        Both: {
          Type: 'Parallel',
          Branches: [
            branch('Wait', park()),
            branch('Pause', { Type: 'Wait', Seconds: 60, End: true }),
            branch('Try', invoke('fail')),
          ],
          Catch: [{ ErrorEquals: ['Broken'], Output: '{% $states.errorOutput.Error %}', Next: 'Rest' }],
          Next: 'Rest',
        },
        Rest: { Type: 'Wait', Seconds: 600, End: true },
      })
      expect(bench.stepFunctions.overview()).toMatchObject([{ presentStates: ['Rest'] }])
      await bench.pass(600)
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'Broken' })
      const types = await bench.types(arn)
      expect(types).toContain('ParallelStateFailed')
      expect(types.filter((type) => type === 'WaitStateExited')).toHaveLength(1)
    },
  )

  behaviour(
    'state-parallel.html',
    'is tried again whole',
    {
      functions: { flaky: (_payload, before) => (before === 0 ? Promise.reject(new NamedError('Broken')) : 'well') },
    },
    async (bench) => {
      const retry = [{ ErrorEquals: ['Broken'], IntervalSeconds: 5 }]
      const branches = [branch('Try', invoke('flaky')), branch('Pass', { Type: 'Pass', Output: 1, End: true })]
      const arn = await bench.run({ Both: { Type: 'Parallel', Branches: branches, Retry: retry, End: true } })
      await bench.pass(5)
      expect((await bench.ending(arn)).output).toEqual(['well', 1])
    },
  )

  behaviour('state-fail.html', 'a Fail state in a branch is an error of the Parallel state', {}, async (bench) => {
    const arn = await bench.run({
      Both: {
        Type: 'Parallel',
        Branches: [branch('Stop', { Type: 'Fail', Error: 'Enough' })],
        Catch: [{ ErrorEquals: ['Enough'], Next: 'After' }],
        Next: 'After',
      },
      After: { Type: 'Succeed', Output: 'after' },
    })
    expect((await bench.ending(arn)).output).toBe('after')
  })
})

describe('Map', () => {
  const map = (fields: object, state: object) => ({
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'One', States: { One: state } }, End: true, ...fields },
  })
  const echo = { Type: 'Pass', End: true }

  behaviour('state-map-inline.html', 'gives each iteration what ItemSelector makes of its item', {}, async (bench) => {
    const ItemSelector = {
      of: '{% $states.input.case %}',
      at: '{% $states.context.Map.Item.Index %}',
      item: '{% $states.context.Map.Item.Value %}',
    }
    const arn = await bench.run(map({ Items: '{% $states.input.list %}', ItemSelector }, echo), {
      case: 'c',
      list: ['a', 'b'],
    })
    expect((await bench.ending(arn)).output).toEqual([
      { of: 'c', at: 0, item: 'a' },
      { of: 'c', at: 1, item: 'b' },
    ])
  })

  behaviour(
    'state-map-inline.html',
    'without Items goes through its input; an empty list gives an empty one',
    {},
    async (bench) => {
      expect((await bench.ending(await bench.run(map({}, echo), [1, 2]))).output).toEqual([1, 2])
      expect((await bench.ending(await bench.run(map({}, echo), []))).output).toEqual([])
    },
  )

  const running = { now: 0, most: 0 }
  behaviour(
    'state-map-inline.html',
    'runs no more iterations at once than MaxConcurrency',
    {
      functions: {
        slow: async (payload) => {
          running.now += 1
          running.most = Math.max(running.most, running.now)
          await new Promise((resolve) => setTimeout(resolve, 5))
          running.now -= 1
          return payload
        },
      },
    },
    async (bench) => {
      const items = [1, 2, 3, 4, 5, 6, 7]
      const arn = await bench.run(map({ MaxConcurrency: 3 }, invoke('slow')), items)
      expect((await bench.ending(arn)).output).toEqual(items)
      expect(running.most).toBe(3)
    },
  )

  behaviour('state-map-inline.html', 'runs at most 40 iterations at once', {}, async (bench) => {
    const list = Array.from({ length: 100 }, (_, index) => index)
    const arn = await bench.run(map({}, { Type: 'Wait', Seconds: 60, End: true }), list)
    const started = async () => (await bench.types(arn)).filter((type) => type === 'MapIterationStarted').length
    expect(await started()).toBe(40)
    await bench.pass(60)
    expect(await started()).toBe(80)
    await bench.pass(120)
    expect((await bench.ending(arn)).output).toEqual([...list.keys()])
  })

  behaviour(
    'state-map-inline.html',
    'fails when an iteration fails',
    { functions: { odd: (n: number) => (n % 2 === 0 ? Promise.reject(new NamedError('Even')) : n) } },
    async (bench) => {
      const arn = await bench.run(map({ MaxConcurrency: 1 }, invoke('odd')), [1, 2, 3])
      expect((await bench.ending(arn)).error).toBe('Even')
      expect(bench.calls).toHaveLength(2)
      const types = await bench.types(arn)
      expect(types.slice(-3)).toEqual(['MapIterationFailed', 'MapStateFailed', 'ExecutionFailed'])
    },
  )

  behaviour('transforming-data.html', 'Items that are no list are States.QueryEvaluationError', {}, async (bench) => {
    const arn = await bench.run(map({ Items: "{% 'list' %}" }, echo))
    expect((await bench.ending(arn)).error).toBe('States.QueryEvaluationError')
  })
})
