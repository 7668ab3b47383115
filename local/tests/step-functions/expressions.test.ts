import { describe, expect } from 'vitest'
import { BEGINNING, behaviour, invoke } from './workbench.ts'

const JSONATA = 'transforming-data.html'
const VARIABLES = 'workflow-variables.html'
const answer = (Output: unknown, more: object = {}) => ({ Answer: { Type: 'Pass', Output, ...more, End: true } })

describe('Expressions', () => {
  behaviour(JSONATA, 'are evaluated at any depth, and everything else is left as it is', {}, async (bench) => {
    const Output = { a: ['{% $states.input.n + 1 %}', ' {% 1 %}', '$states.input'], b: { c: '{% $states.input %}' } }
    const arn = await bench.run(answer(Output), { n: 1 })
    expect((await bench.ending(arn)).output).toEqual({ a: [2, ' {% 1 %}', '$states.input'], b: { c: { n: 1 } } })
  })

  behaviour(
    JSONATA,
    'that return nothing are States.QueryEvaluationError, with the place and the expression',
    {},
    async (bench) => {
      const arn = await bench.run(answer({ deep: '{% $states.input.missing %}' }))
      expect(await bench.ending(arn)).toEqual({
        status: 'FAILED',
        error: 'States.QueryEvaluationError',
        cause:
          "An error occurred while executing the state 'Answer' (entered at the event id #2). The JSONata expression " +
          "'$states.input.missing' specified for the field 'Output/deep' returned nothing (undefined).",
      })
      const failed = (await bench.history(arn)).find(({ type }) => type === 'EvaluationFailed')
      expect(failed?.evaluationFailedEventDetails).toMatchObject({ location: 'Output/deep', state: 'Answer' })
    },
  )

  behaviour(JSONATA, 'leave out what is undefined inside an object of their own', {}, async (bench) => {
    const arn = await bench.run(answer("{% { 'here': 1, 'there': $states.input.missing } %}"))
    expect((await bench.ending(arn)).output).toEqual({ here: 1 })
  })

  behaviour(JSONATA, 'that throw are States.QueryEvaluationError', {}, async (bench) => {
    for (const expression of [
      "{% $number('x') %}",
      "{% 1 + 'a' %}",
      "{% $error('no') %}",
      "{% $parse('{') %}",
      '{% $uuid %}',
    ])
      expect((await bench.ending(await bench.run(answer(expression)))).error).toBe('States.QueryEvaluationError')
  })

  const functions: readonly [string, unknown][] = [
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a": [1]}\')', { a: [1] }],
    ['$random(7) = $random(7)', true],
    ['$random() < 1', true],
    ['$length($uuid())', 36],
    ['$millis()', BEGINNING],
    ['$now()', '2026-03-02T09:00:00.000Z'],
    ["$now('[D] [MNn] [Y]')", '2 March 2026'],
  ]
  behaviour(JSONATA, 'have the functions that Step Functions adds, and tell its own time', {}, async (bench) => {
    for (const [expression, value] of functions)
      expect([expression, (await bench.ending(await bench.run(answer(`{% ${expression} %}`)))).output]).toEqual([
        expression,
        value,
      ])
  })

  behaviour('input-output-contextobject.html', 'see the context object', {}, async (bench) => {
    const arn = await bench.run(answer('{% $states.context %}'), { n: 1 })
    const { name, stateMachineArn } = await bench.describe(arn)
    expect((await bench.ending(arn)).output).toEqual({
      Execution: {
        Id: arn,
        Input: { n: 1 },
        Name: name,
        RoleArn: 'arn:aws:iam::000000000000:role/states',
        StartTime: '2026-03-02T09:00:00.000Z',
        RedriveCount: 0,
      },
      State: { Name: 'Answer', EnteredTime: '2026-03-02T09:00:00.000Z' },
      StateMachine: { Id: stateMachineArn, Name: 'machine-1' },
    })
  })
})

describe('Variables', () => {
  behaviour(VARIABLES, 'are assigned all at once, from the values at the entry of the state', {}, async (bench) => {
    const arn = await bench.run({
      First: { Type: 'Pass', Assign: { x: 3, a: 6 }, Next: 'Swap' },
      Swap: {
        Type: 'Pass',
        Assign: { x: '{% $a %}', nextX: '{% $x %}' },
        Output: '{% $x %}',
        Next: 'Last',
      },
      Last: { Type: 'Pass', Output: ['{% $states.input %}', '{% $x %}', '{% $nextX %}'], End: true },
    })
    expect((await bench.ending(arn)).output).toEqual([3, 6, 3])
  })

  behaviour(VARIABLES, 'survive states that do not hand them on', { functions: { ok: () => 'ok' } }, async (bench) => {
    const arn = await bench.run(
      {
        First: { Type: 'Pass', Assign: { kept: '{% $states.input.id %}' }, Next: 'Task' },
        Task: invoke('ok', { Next: 'Pause' }),
        Pause: { Type: 'Wait', Seconds: 10, Next: 'Last' },
        Last: { Type: 'Pass', Output: '{% $kept %}', End: true },
      },
      { id: 'c-1' },
    )
    await bench.pass(10)
    expect((await bench.ending(arn)).output).toBe('c-1')
  })

  const inner = (Output: unknown) => ({
    StartAt: 'Assign inside',
    States: {
      'Assign inside': { Type: 'Pass', Assign: { inside: '{% $outside & "!" %}' }, Next: 'Read inside' },
      'Read inside': { Type: 'Pass', Output, End: true },
    },
  })

  behaviour(VARIABLES, 'of outer states are read inside Parallel and Map', {}, async (bench) => {
    for (const state of [
      { Type: 'Parallel', Branches: [inner('{% $inside %}')] },
      { Type: 'Map', Items: [1], ItemProcessor: inner('{% $inside %}') },
    ]) {
      const arn = await bench.run({
        First: { Type: 'Pass', Assign: { outside: 'o' }, Next: 'Around' },
        Around: { ...state, End: true },
      })
      expect((await bench.ending(arn)).output).toEqual(['o!'])
    }
  })

  behaviour(VARIABLES, 'of inner states are not seen outside', {}, async (bench) => {
    const arn = await bench.run({
      First: { Type: 'Pass', Assign: { outside: 'o' }, Next: 'Around' },
      Around: { Type: 'Parallel', Branches: [inner(1)], Next: 'After' },
      After: { Type: 'Pass', Output: '{% $inside %}', End: true },
    })
    expect((await bench.ending(arn)).error).toBe('States.QueryEvaluationError')
  })

  behaviour(VARIABLES, 'over 256 KiB in one Assign are States.DataLimitExceeded', {}, async (bench) => {
    const arn = await bench.run(answer(1, { Assign: { big: "{% $pad('', 262145, 'x') %}" } }))
    expect((await bench.ending(arn)).error).toBe('States.DataLimitExceeded')
  })

  behaviour('API_StateExitedEventDetails.html', 'are told in the history as they are assigned', {}, async (bench) => {
    const arn = await bench.run(answer(1, { Assign: { list: [1, 2] } }))
    const exited = (await bench.history(arn)).find(({ type }) => type === 'PassStateExited')
    expect(exited?.stateExitedEventDetails?.assignedVariables).toEqual({ list: '[1,2]' })
  })
})
