import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../database.ts'
import { createStepFunctions } from '../../step-functions/step-functions.ts'
import { behaviour, invoke, lastToken, park } from './workbench.ts'

const pass = { Only: { Type: 'Pass', End: true } }
const parked = { functions: { park: () => null } }

describe('StartExecution', () => {
  behaviour(
    'API_StartExecution.html',
    'of a running execution with the same name and input finds it',
    parked,
    async (bench) => {
      const start = new StartExecutionCommand({
        stateMachineArn: bench.put({ Wait: park() }),
        name: 'one',
        input: '{"n":1}',
      })
      const first = await bench.client.send(start)
      await bench.stepFunctions.whenIdle()
      await bench.pass(60)
      const second = await bench.client.send(start)
      expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate])
      await bench.stepFunctions.whenIdle()
      expect(bench.calls).toHaveLength(1)
    },
  )

  behaviour(
    'API_StartExecution.html',
    'of a running execution with another input is refused',
    parked,
    async (bench) => {
      const stateMachineArn = bench.put({ Wait: park() })
      await bench.client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"n":1}' }))
      const other = new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"n":2}' })
      await expect(bench.client.send(other)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
    },
  )

  behaviour(
    'API_StartExecution.html',
    'of a closed execution is refused, even with the same input',
    {},
    async (bench) => {
      const start = new StartExecutionCommand({ stateMachineArn: bench.put(pass), name: 'one', input: '{}' })
      await bench.client.send(start)
      await bench.stepFunctions.whenIdle()
      await expect(bench.client.send(start)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
    },
  )

  behaviour('API_StartExecution.html', 'refuses names, inputs and machines that are none', {}, async (bench) => {
    const stateMachineArn = bench.put(pass)
    const refusals: [string, { name?: string; input?: string; stateMachineArn?: string }][] = [
      ['InvalidName', { name: 'two words' }],
      ['InvalidName', { name: 'a/b' }],
      ['InvalidName', { name: 'x'.repeat(81) }],
      ['InvalidExecutionInput', { input: '{' }],
      ['InvalidExecutionInput', { input: JSON.stringify('x'.repeat(262_143)) }],
      ['InvalidArn', { stateMachineArn: 'machine-1' }],
      ['StateMachineDoesNotExist', { stateMachineArn: `${stateMachineArn}x` }],
    ]
    for (const [name, wrong] of refusals)
      await expect(bench.client.send(new StartExecutionCommand({ stateMachineArn, ...wrong }))).rejects.toMatchObject({
        name,
      })
    await bench.client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify('x'.repeat(262_142)) }))
  })

  behaviour(
    'concepts-read-consistency.html',
    'executions keep the definition that they began with',
    {},
    async (bench) => {
      const put = (answer: string) =>
        bench.stepFunctions.putStateMachine({
          name: 'replaced',
          roleArn: 'arn:aws:iam::000000000000:role/states',
          definition: JSON.stringify({
            QueryLanguage: 'JSONata',
            StartAt: 'Wait',
            States: {
              Wait: { Type: 'Wait', Seconds: 60, Next: 'Answer' },
              Answer: { Type: 'Pass', Output: answer, End: true },
            },
          }),
        })
      const start = new StartExecutionCommand({ stateMachineArn: put('old') })
      const first = (await bench.client.send(start)).executionArn as string
      await bench.stepFunctions.whenIdle()
      put('new')
      const second = (await bench.client.send(start)).executionArn as string
      await bench.stepFunctions.whenIdle()
      await bench.pass(60)
      expect([(await bench.ending(first)).output, (await bench.ending(second)).output]).toEqual(['old', 'new'])
    },
  )
})

describe('StopExecution', () => {
  behaviour('API_StopExecution.html', 'aborts a running execution and its tasks', parked, async (bench) => {
    const executionArn = await bench.run({ Wait: park({ TimeoutSeconds: 60 }) })
    await bench.client.send(new StopExecutionCommand({ executionArn, error: 'Withdrawn', cause: 'by the family' }))
    expect(await bench.ending(executionArn)).toEqual({ status: 'ABORTED', error: 'Withdrawn', cause: 'by the family' })
    expect((await bench.types(executionArn)).at(-1)).toBe('ExecutionAborted')
    const late = new SendTaskSuccessCommand({ taskToken: lastToken(bench), output: '{}' })
    await expect(bench.client.send(late)).rejects.toMatchObject({ name: 'TaskTimedOut' })
    expect(bench.stepFunctions.nextDue()).toBeUndefined()
  })

  behaviour(
    'API_StopExecution.html',
    'of an execution that is not there is ExecutionDoesNotExist',
    {},
    async (bench) => {
      const executionArn = 'arn:aws:states:eu-west-2:000000000000:execution:machine-1:none'
      await expect(bench.client.send(new StopExecutionCommand({ executionArn }))).rejects.toMatchObject({
        name: 'ExecutionDoesNotExist',
      })
    },
  )
})

describe('GetExecutionHistory', () => {
  const journey = {
    Prepare: { Type: 'Pass', Next: 'Ask' },
    Ask: park({ TimeoutSeconds: 100, HeartbeatSeconds: 50, Next: 'Pause' }),
    Pause: { Type: 'Wait', Seconds: 10, Next: 'Choose' },
    Choose: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'Done' }] },
    Done: { Type: 'Succeed' },
  }

  behaviour(
    'API_HistoryEvent.html',
    'tells every event, numbered, each pointing to the one before it [Turn 2]',
    parked,
    async (bench) => {
      const arn = await bench.run(journey)
      await bench.client.send(new SendTaskSuccessCommand({ taskToken: lastToken(bench), output: '"yes"' }))
      await bench.stepFunctions.whenIdle()
      await bench.pass(10)
      const events = await bench.history(arn)
      expect(events.map(({ type }) => type)).toEqual([
        'ExecutionStarted',
        'PassStateEntered',
        'PassStateExited',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
        'TaskSubmitted',
        'TaskSucceeded',
        'TaskStateExited',
        'WaitStateEntered',
        'WaitStateExited',
        'ChoiceStateEntered',
        'ChoiceStateExited',
        'SucceedStateEntered',
        'SucceedStateExited',
        'ExecutionSucceeded',
      ])
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
      // AWS gives the first state's entry no event before it.
      expect(events.map(({ previousEventId }) => previousEventId)).toEqual([
        0,
        0,
        ...events.slice(2).map((_, index) => index + 2),
      ])
      expect(events[4]?.taskScheduledEventDetails).toMatchObject({
        resourceType: 'lambda',
        resource: 'invoke.waitForTaskToken',
        region: 'eu-west-2',
        timeoutInSeconds: 100,
        heartbeatInSeconds: 50,
      })
      expect(events[7]?.taskSucceededEventDetails?.output).toBe('"yes"')
    },
  )

  behaviour('API_GetExecutionHistory.html', 'comes in pages, in either direction', parked, async (bench) => {
    const executionArn = await bench.run(journey)
    for (const reverseOrder of [false, true]) {
      const ids: (number | undefined)[] = []
      let nextToken: string | undefined
      do {
        const page = await bench.client.send(
          new GetExecutionHistoryCommand({ executionArn, maxResults: 3, reverseOrder, nextToken }),
        )
        ids.push(...(page.events ?? []).map(({ id }) => id))
        nextToken = page.nextToken
      } while (nextToken !== undefined)
      expect(ids).toEqual(reverseOrder ? [7, 6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6, 7])
    }
  })

  behaviour(
    'API_GetExecutionHistory.html',
    'without execution data leaves out inputs and outputs',
    parked,
    async (bench) => {
      const executionArn = await bench.run(journey, { secret: 'x' })
      const get = new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false })
      const { events } = await bench.client.send(get)
      expect(events?.[1]?.stateEnteredEventDetails).toEqual({ name: 'Prepare' })
      expect(JSON.stringify(events)).not.toContain('secret')
      expect(JSON.stringify(events)).not.toContain(lastToken(bench))
    },
  )

  behaviour(
    'service-quotas.html',
    'an execution fails when its history is full, at 25,000 events [Turn 2]',
    {},
    async (bench) => {
      const arn = await bench.run({
        Round: { Type: 'Pass', Next: 'And round' },
        'And round': { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Out' }], Default: 'Round' },
        Out: { Type: 'Succeed' },
      })
      expect(await bench.ending(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
      const latest = new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 1 })
      expect((await bench.client.send(latest)).events?.[0]).toMatchObject({ id: 25_000, type: 'ExecutionFailed' })
    },
  )
})

describe('Lists', () => {
  behaviour('API_ListExecutions.html', 'executions come newest first, by status, in pages', {}, async (bench) => {
    const stateMachineArn = bench.put({ Wait: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } })
    for (const seconds of [0, 0, 60, 0])
      await bench.client.send(
        new StartExecutionCommand({
          stateMachineArn,
          name: `e-${bench.stepFunctions.overview().length}`,
          input: String(seconds),
        }),
      )
    await bench.stepFunctions.whenIdle()
    const list = async (statusFilter: 'RUNNING' | 'SUCCEEDED' | undefined, nextToken?: string) => {
      const page = await bench.client.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter, maxResults: 2, nextToken }),
      )
      return { names: page.executions?.map(({ name }) => name), nextToken: page.nextToken }
    }
    const first = await list('SUCCEEDED')
    expect(first.names).toEqual(['e-3', 'e-1'])
    expect(await list('SUCCEEDED', first.nextToken)).toEqual({ names: ['e-0'], nextToken: undefined })
    expect((await list('RUNNING')).names).toEqual(['e-2'])
    await expect(list(undefined, 'nonsense')).rejects.toMatchObject({ name: 'InvalidToken' })
  })

  behaviour(
    'API_DescribeStateMachine.html',
    'machines are listed and described with their definition',
    {},
    async (bench) => {
      const stateMachineArn = bench.put(pass)
      const described = await bench.client.send(new DescribeStateMachineCommand({ stateMachineArn }))
      expect(described).toMatchObject({ name: 'machine-1', status: 'ACTIVE', type: 'STANDARD' })
      expect(JSON.parse(described.definition ?? '')).toMatchObject({ StartAt: 'Only' })
      const { stateMachines } = await bench.client.send(new ListStateMachinesCommand({}))
      expect(stateMachines?.map((machine) => machine.stateMachineArn)).toEqual([stateMachineArn])
    },
  )
})

describe('Counting', () => {
  behaviour(
    'concepts-standard-vs-express.html',
    'every state entered is a transition, inner ones too',
    { functions: { ok: () => 1 } },
    async (bench) => {
      const arn = await bench.run({
        Each: {
          Type: 'Map',
          Items: [1, 2, 3],
          ItemProcessor: { StartAt: 'Do', States: { Do: invoke('ok', { Next: 'Done' }), Done: { Type: 'Succeed' } } },
          Next: 'Pause',
        },
        Pause: { Type: 'Wait', Seconds: 60, End: true },
      })
      expect(bench.stepFunctions.transitions(arn)).toBe(1 + 3 * 2 + 1)
      expect(bench.stepFunctions.overview()).toMatchObject([
        {
          executionArn: arn,
          stateMachineName: 'machine-1',
          status: 'RUNNING',
          presentStates: ['Pause'],
          transitions: 8,
          nextTimer: { kind: 'wait' },
        },
      ])
    },
  )
})

describe('Closing', () => {
  it('in the middle of things is no fault, and leaves them to the next process', async () => {
    const database = openDatabase(':memory:')
    const faults: unknown[] = []
    const options = {
      database,
      clock: { now: () => 0 },
      invoker: { invoke: async (_name: string, payload: unknown) => ({ ok: true, payload }) as const },
      sdk: async () => ({}),
      region: 'eu-west-2',
      account: '000000000000',
      onFault: (error: unknown) => faults.push(error),
    }
    const first = createStepFunctions(options)
    const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Do', States: { Do: invoke('echo') } })
    const stateMachineArn = first.putStateMachine({ name: 'closing', definition, roleArn: 'arn:aws:iam::0:role/r' })
    await first.handle('StartExecution', { stateMachineArn, name: 'one', input: '{"n":1}' })
    first.close()
    await first.whenIdle()
    expect(first.overview()).toMatchObject([{ status: 'RUNNING', transitions: 0 }])

    const second = createStepFunctions(options)
    second.resume()
    await second.whenIdle()
    expect(second.overview()).toMatchObject([{ status: 'SUCCEEDED', transitions: 1 }])
    expect(faults).toEqual([])
    second.close()
    database.close()
  })
})
