import type { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { FunctionInvoker } from '../../contracts.ts'
import { openDatabase } from '../../database.ts'
import { readDefinition } from '../../step-functions/read-definition.ts'
import { createStepFunctions, type StepFunctions } from '../../step-functions/step-functions.ts'
import type { ExecutionRecord, TaskRecord } from '../../step-functions/store.ts'
import { newBranch, Turn } from '../../step-functions/turn.ts'
import { behaviour, invoke, lastToken, NamedError, park, type Workbench } from './workbench.ts'

const opened: StepFunctions[] = []
afterEach(() => {
  for (const stepFunctions of opened.splice(0)) stepFunctions.close()
})

const CLOCK_START = Date.parse('2026-03-02T09:00:00Z')
const nothing: FunctionInvoker['invoke'] = async () => ({ ok: true, payload: null })

/** One process's Step Functions on a database that outlives it, with a clock that stands still. */
function processOn(database: DatabaseSync, call: FunctionInvoker['invoke'] = nothing) {
  const faults: unknown[] = []
  const clock = { time: CLOCK_START, now: () => clock.time }
  const stepFunctions = createStepFunctions({
    database,
    clock,
    invoker: { invoke: call },
    sdk: async () => ({}),
    region: 'eu-west-2',
    account: '000000000000',
    onFault: (error) => faults.push(error),
  })
  opened.push(stepFunctions)
  return {
    stepFunctions,
    clock,
    faults,
    put: (name: string, states: object, fields: object = {}) =>
      stepFunctions.putStateMachine({
        name,
        roleArn: 'arn:aws:iam::000000000000:role/states',
        definition: JSON.stringify({
          QueryLanguage: 'JSONata',
          StartAt: Object.keys(states)[0],
          States: states,
          ...fields,
        }),
      }),
    async start(stateMachineArn: string): Promise<string> {
      const { body } = await stepFunctions.handle('StartExecution', { stateMachineArn, input: '{}' })
      return (body as { executionArn: string }).executionArn
    },
    async types(executionArn: string): Promise<string[]> {
      const { body } = await stepFunctions.handle('GetExecutionHistory', { executionArn, maxResults: 1000 })
      return (body as { events: { type: string }[] }).events.map(({ type }) => type)
    },
    statuses: () => stepFunctions.overview().map(({ status }) => status),
  }
}

/** Lets the database refuse one kind of write, as if the power had gone at that moment. */
function cutAt(database: DatabaseSync, write: string): { mend(): void } {
  database.exec(`CREATE TRIGGER cut BEFORE ${write} BEGIN SELECT RAISE(ABORT, 'the power has gone'); END`)
  return { mend: () => database.exec('DROP TRIGGER cut') }
}

const rowsOf = (database: DatabaseSync, what: string) =>
  Number(database.prepare(`SELECT count(*) AS rows FROM ${what}`).get()?.rows)

describe('Commits', () => {
  const seen: { bench?: Workbench } = {}
  behaviour(
    'concepts-read-consistency.html',
    'a function that is called finds its own call in the history [Engine 1]',
    { functions: { look: (arn: string) => seen.bench?.types(arn) } },
    async (bench) => {
      seen.bench = bench
      const Arguments = { FunctionName: 'look', Payload: '{% $states.context.Execution.Id %}' }
      const arn = await bench.run({ Look: invoke('look', { Arguments }) })
      expect((await bench.ending(arn)).output).toEqual([
        'ExecutionStarted',
        'TaskStateEntered',
        'TaskScheduled',
        'TaskStarted',
      ])
    },
  )

  it('of a turn are whole: of one that is cut short nothing is kept, and it is taken again [Turn 1]', async () => {
    const database = openDatabase(':memory:')
    const first = processOn(database)
    const machine = first.put('cut', {
      Begin: { Type: 'Pass', Assign: { a: 1 }, Next: 'Pause' },
      Pause: { Type: 'Wait', Seconds: 60, End: true },
    })
    // The last thing that the turn writes.
    const { mend } = cutAt(database, "INSERT ON sfn_timer WHEN NEW.kind = 'wait'")
    const arn = await first.start(machine)
    await first.stepFunctions.whenIdle()
    expect(first.faults.map(String)).toEqual([expect.stringContaining('the power has gone')])
    expect(first.stepFunctions.overview()).toMatchObject([{ presentStates: ['Begin'], transitions: 0 }])
    expect(await first.types(arn)).toEqual(['ExecutionStarted'])

    mend()
    const second = processOn(database)
    second.stepFunctions.resume()
    await second.stepFunctions.whenIdle()
    expect(second.stepFunctions.overview()).toMatchObject([{ presentStates: ['Pause'], transitions: 2 }])
  })

  it('stop at the first fault, and so do calls [Engine 9]', async () => {
    const database = openDatabase(':memory:')
    const calls: unknown[] = []
    const call: FunctionInvoker['invoke'] = async (_name, payload) => {
      calls.push(payload)
      return { ok: true, payload: null }
    }
    const first = processOn(database, call)
    const machine = first.put('faulty', { Do: invoke('do') })
    const { mend } = cutAt(database, 'UPDATE OF transitions ON sfn_execution')
    await first.start(machine)
    await first.stepFunctions.whenIdle()
    mend()
    await expect(first.start(machine)).rejects.toThrow('Step Functions is closed; nothing was started.')
    await first.stepFunctions.whenIdle()
    expect([first.faults.length, calls]).toEqual([1, []])
    expect(first.stepFunctions.overview()).toMatchObject([{ transitions: 0 }])

    const second = processOn(database, call)
    second.stepFunctions.resume()
    await second.stepFunctions.whenIdle()
    expect(second.statuses()).toEqual(['SUCCEEDED'])
    expect(calls).toHaveLength(1)
  })

  it('of many starts are made together, and one that is refused keeps no other from starting [Engine 4]', async () => {
    const database = openDatabase(':memory:')
    const first = processOn(database)
    const machine = first.put('many', { Begin: { Type: 'Pass', End: true } })
    const start = (name: string) =>
      first.stepFunctions.handle('StartExecution', { stateMachineArn: machine, name, input: `{"for":"${name}"}` })
    const answers = await Promise.all([start('one'), start('two'), start('not allowed'), start('one'), start('three')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 200, 200])
    const arns = answers.map(({ body }) => (body as { executionArn?: string }).executionArn)
    expect(arns[3]).toBe(arns[0])
    expect(rowsOf(database, 'sfn_execution')).toBe(3)
    await first.stepFunctions.whenIdle()
    expect(first.statuses()).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED'])
  })
})

describe('Turns', () => {
  behaviour(
    'concepts-read-consistency.html',
    'are taken one at a time, however much happens at once [Engine 2]',
    { functions: { park: () => null } },
    async (bench) => {
      const arn = await bench.run({
        Each: {
          Type: 'Map',
          Items: Array.from({ length: 30 }, (_, index) => index),
          MaxConcurrency: 10,
          ItemProcessor: { StartAt: 'Ask', States: { Ask: park({ Next: 'Then' }), Then: { Type: 'Pass', End: true } } },
          End: true,
        },
      })
      for (let round = 0; round < 3; round += 1) {
        const tokens = bench.calls.slice(round * 10).map(({ payload }) => (payload as { token: string }).token)
        // In this process, so that nothing comes between them.
        await Promise.all(
          tokens.map((taskToken, index) =>
            bench.stepFunctions.handle('SendTaskSuccess', { taskToken, output: String(round * 10 + index) }),
          ),
        )
        await bench.stepFunctions.whenIdle()
      }
      const { status, output } = await bench.ending(arn)
      expect(status).toBe('SUCCEEDED')
      expect((output as number[]).toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 30 }, (_, index) => index),
      )
      const types = await bench.types(arn)
      for (const type of ['TaskStateEntered', 'TaskSucceeded', 'PassStateEntered', 'MapIterationSucceeded'])
        expect([type, types.filter((one) => one === type).length]).toEqual([type, 30])
      expect(bench.stepFunctions.transitions(arn)).toBe(1 + 30 * 2)
    },
  )

  it.each(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'])(
    'leave nothing behind of an execution that has %s [Turn 3]',
    async (ending) => {
      const database = openDatabase(':memory:')
      const tokens: string[] = []
      const { stepFunctions, put, start, statuses } = processOn(database, async (_name, payload) => {
        tokens.push((payload as { token: string }).token)
        return { ok: true, payload: null }
      })
      const branch = (name: string, state: object) => ({ StartAt: name, States: { [name]: { ...state, End: true } } })
      const both = {
        Type: 'Parallel',
        Branches: [
          branch('Ask', park({ TimeoutSeconds: 600, HeartbeatSeconds: 500 })),
          branch('Pause', { Type: 'Wait', Seconds: 60 }),
        ],
        End: true,
      }
      const executionArn = await start(put('ending', { Both: both }, { TimeoutSeconds: 90 }))
      await stepFunctions.whenIdle()
      expect([rowsOf(database, 'sfn_branch'), rowsOf(database, 'sfn_timer')]).toEqual([3, 4])

      const [taskToken] = tokens
      const endings: Record<string, () => unknown> = {
        SUCCEEDED: async () => {
          await stepFunctions.handle('SendTaskSuccess', { taskToken, output: '1' })
          await stepFunctions.fireDue(CLOCK_START + 60_000)
        },
        FAILED: () => stepFunctions.handle('SendTaskFailure', { taskToken, error: 'Lost' }),
        TIMED_OUT: () => stepFunctions.fireDue(CLOCK_START + 90_000),
        ABORTED: () => stepFunctions.handle('StopExecution', { executionArn }),
      }
      await endings[ending]?.()
      await stepFunctions.whenIdle()
      expect(statuses()).toEqual([ending])
      expect(rowsOf(database, 'sfn_branch')).toBe(0)
      expect(rowsOf(database, 'sfn_timer')).toBe(0)
      expect(rowsOf(database, 'sfn_task WHERE closed = 0')).toBe(0)
      expect(stepFunctions.nextDue()).toBeUndefined()
    },
  )

  it('change nothing for a task that its branch has left [Turn 4]', async () => {
    const definition = readDefinition(
      JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Ask', States: { Ask: park() } }),
    )
    const execution = {
      id: 1,
      arn: 'arn:e',
      machineArn: 'arn:m',
      input: '{}',
      startedAt: 0,
      status: 'RUNNING',
      events: 1,
      branches: 1,
      transitions: 1,
    }
    const branch = { ...newBranch('Ask', {}), phase: 'working' as const, token: 'the present one' }
    const surroundings = { now: () => 0, random: () => 0, newToken: () => 'new', region: 'eu-west-2' }
    const takeTurn = async (token: string) => {
      const branches = new Map([[0, structuredClone(branch)]])
      const turn = new Turn({ ...execution } as ExecutionRecord, definition, branches, surroundings)
      const task = { token, execution: 1, branch: 0 } as TaskRecord
      await turn.taskSubmitted(task, null)
      await turn.taskEnded(task, { kind: 'succeeded', output: 1 })
      return turn
    }
    const late = await takeTurn('an earlier one')
    expect(late.changes).toMatchObject({ events: [], openedTasks: [], submittedTasks: [], closedTasks: [], timers: [] })
    expect(late.execution).toEqual(execution)
    expect((await takeTurn('the present one')).execution.status).toBe('SUCCEEDED')
  })
})

describe('Ends of tasks', () => {
  behaviour(
    'connect-to-resource.html',
    'are what was recorded first: an answer is not overtaken by its time limit, nor by a second answer [Engine 3]',
    { functions: { park: () => null } },
    async (bench) => {
      const arn = await bench.run({ Wait: park({ TimeoutSeconds: 60 }) })
      const due = bench.stepFunctions.nextDue() ?? 0
      const taskToken = lastToken(bench)
      const answer = (output: string) => bench.stepFunctions.handle('SendTaskSuccess', { taskToken, output })
      // All of these before the execution has its turn.
      const [first, second] = await Promise.all([
        answer('"first"'),
        answer('"second"'),
        bench.stepFunctions.fireDue(due),
      ])
      expect([first?.status, second]).toMatchObject([200, { status: 400, body: { __type: 'TaskTimedOut' } }])
      await bench.stepFunctions.whenIdle()
      expect(await bench.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'first' })
      expect(await bench.types(arn)).not.toContain('TaskTimedOut')
    },
  )
})

describe('Timers', () => {
  it('fire once, though they are looked for twice before they are through [Engine 8]', async () => {
    const { stepFunctions, clock, put, start, statuses } = processOn(openDatabase(':memory:'))
    const second = { Type: 'Wait', Seconds: 60, End: true }
    await start(put('waiting', { First: { ...second, End: undefined, Next: 'Second' }, Second: second }))
    await stepFunctions.whenIdle()
    clock.time += 60_000
    await Promise.all([stepFunctions.fireDue(clock.time), stepFunctions.fireDue(clock.time)])
    await stepFunctions.whenIdle()
    expect(stepFunctions.overview()).toMatchObject([{ presentStates: ['Second'] }])
    clock.time += 60_000
    await stepFunctions.fireDue(clock.time)
    await stepFunctions.whenIdle()
    expect(statuses()).toEqual(['SUCCEEDED'])
  })
})

describe('A process that dies', () => {
  it('in the middle of a call leaves it to the next one, with the same arguments and token [Engine 5]', async () => {
    const database = openDatabase(':memory:')
    const payloads: unknown[] = []
    const first = processOn(database, (_name, payload) => {
      payloads.push(payload)
      return new Promise(() => {})
    })
    await first.start(first.put('calling', { Ask: park() }))
    await expect.poll(() => payloads.length).toBe(1)
    first.stepFunctions.close()

    const second = processOn(database, async (_name, payload) => {
      payloads.push(payload)
      return { ok: true, payload: null }
    })
    second.stepFunctions.resume()
    await second.stepFunctions.whenIdle()
    expect(payloads).toHaveLength(2)
    expect(payloads[1]).toEqual(payloads[0])
    const { token: taskToken } = payloads[0] as { token: string }
    expect(await second.stepFunctions.handle('SendTaskSuccess', { taskToken, output: '1' })).toMatchObject({
      status: 200,
    })
    await second.stepFunctions.whenIdle()
    expect(second.statuses()).toEqual(['SUCCEEDED'])

    const third = processOn(database, () => Promise.reject(new NamedError('CalledAgain')))
    third.stepFunctions.resume()
    await third.stepFunctions.whenIdle()
    expect(third.faults).toEqual([])
  })

  it.each([
    ['at the start of a child', '', 'UPDATE OF outcome ON sfn_task', 1],
    ['at the start of a child that is waited for', '.sync:2', 'UPDATE OF child ON sfn_task', 1],
    ['at the end of a child that is waited for', '.sync:2', 'UPDATE OF outcome ON sfn_task', 2],
  ])('%s starts it once, and its parent learns of it once [Engine 7]', async (_when, suffix, write, executions) => {
    const database = openDatabase(':memory:')
    const first = processOn(database)
    const StateMachineArn = first.put('child', { Child: { Type: 'Pass', Output: 'done', End: true } })
    const Resource = `arn:aws:states:::states:startExecution${suffix}`
    const machine = first.put('parent', {
      Start: { Type: 'Task', Resource, Arguments: { StateMachineArn }, End: true },
    })
    const { mend } = cutAt(database, write)
    const parent = await first.start(machine)
    await first.stepFunctions.whenIdle()
    expect(first.faults).toHaveLength(1)
    expect(first.statuses()).toEqual(Array(executions).fill('RUNNING'))

    mend()
    const second = processOn(database)
    second.stepFunctions.resume()
    await second.stepFunctions.whenIdle()
    expect(second.statuses()).toEqual(['SUCCEEDED', 'SUCCEEDED'])
    expect((await second.types(parent)).filter((type) => type === 'TaskSucceeded')).toHaveLength(1)
  })
})
