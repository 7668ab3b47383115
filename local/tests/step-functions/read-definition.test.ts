import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../step-functions/read-definition.ts'

const pass = { Type: 'Pass', End: true }
const machine = (states: object, fields: object = {}) =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...fields })

/** What is refused, and the words that must name the place and the problem. */
const REFUSALS: readonly [string, string, RegExp][] = [
  ['JSONPath by default', JSON.stringify({ StartAt: 'A', States: { A: pass } }), /QueryLanguage.*JSONPath/],
  ['JSONPath in one state', machine({ A: { ...pass, QueryLanguage: 'JSONPath' } }), /State "A", QueryLanguage/],
  ['a JSONPath field', machine({ A: { ...pass, ResultPath: '$.a' } }), /State "A", ResultPath: .*JSONPath/],
  ['text that is not JSON', '{', /not JSON/],
  ['an unknown field', machine({ A: { ...pass, Colour: 'red' } }), /State "A", Colour: .*not supported/],
  ['an unknown type', machine({ A: { Type: 'Pause' } }), /State "A", Type: "Pause" is none of/],
  ['a beginning that is not there', machine({ A: pass }, { StartAt: 'B' }), /StartAt: there is no state named "B"/],
  [
    'a transition to nowhere',
    machine({ A: { Type: 'Pass', Next: 'B' } }),
    /State "A", Next: there is no state named "B"/,
  ],
  ['a state nothing leads to', machine({ A: pass, B: pass }), /State "B": no transition leads to it/],
  ['both Next and End', machine({ A: { ...pass, Next: 'A' } }), /State "A": a state has either/],
  [
    'a resource that does not run here',
    machine({ A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } }),
    /State "A", Resource: "arn:aws:states:::sqs:sendMessage" is not supported/,
  ],
  [
    'an expression that is not JSONata',
    machine({ A: { ...pass, Output: { b: '{% 1 + %}' } } }),
    /State "A", Output: .*not JSONata/,
  ],
  [
    'a name without a variable before it',
    machine({ A: { ...pass, Output: '{% input.a %}' } }),
    /State "A", Output: .*unqualified name 'input'/,
  ],
  [
    '$ at the top level',
    machine({ A: { ...pass, Output: '{% $.a %}' } }),
    /State "A", Output: .*'\$' at the top level/,
  ],
  ['$eval', machine({ A: { ...pass, Output: "{% $eval('1') %}" } }), /\$eval; use \$parse/],
  [
    'a Condition that is no expression',
    machine({ A: { Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'B' }] }, B: pass }),
    /State "A", Choices\[0\], Condition/,
  ],
  ['an assigned $states', machine({ A: { ...pass, Assign: { states: 1 } } }), /State "A", Assign: "states" cannot be/],
  [
    'a wait of two kinds',
    machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } }),
    /State "A": a Wait state has either/,
  ],
  ['a negative wait', machine({ A: { Type: 'Wait', Seconds: -1, End: true } }), /State "A", Seconds: .*-1/],
  [
    'States.ALL among others',
    machine({
      A: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'B', States: { B: pass } }],
        Retry: [{ ErrorEquals: ['States.ALL', 'X'] }],
        End: true,
      },
    }),
    /State "A", Retry\[0\], ErrorEquals: States.ALL must stand alone/,
  ],
  [
    'a state name used twice, inside and outside',
    machine({ A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: pass } }], End: true } }),
    /State "A": the name is used twice/,
  ],
  [
    'an inner variable with the name of an outer one',
    machine({
      A: {
        Type: 'Parallel',
        Assign: { x: 1 },
        Branches: [{ StartAt: 'B', States: { B: { ...pass, Assign: { x: 2 } } } }],
        End: true,
      },
    }),
    /State "A", Branches\[0\], Assign: the variable x is already/,
  ],
  [
    'a heartbeat as long as the time limit',
    machine({
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        TimeoutSeconds: 60,
        HeartbeatSeconds: 60,
        End: true,
      },
    }),
    /State "A", HeartbeatSeconds: it must be less than TimeoutSeconds \(60\), but is 60/,
  ],
  [
    'a distributed Map',
    machine({
      A: {
        Type: 'Map',
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'B', States: { B: pass } },
        End: true,
      },
    }),
    /State "A", ItemProcessor, ProcessorConfig, Mode: only INLINE/,
  ],
]

describe('Reading a definition', () => {
  it.each(REFUSALS)('refuses %s, naming the place', (_what, text, message) => {
    expect(() => readDefinition(text)).toThrow(message)
  })

  it("fills in AWS's defaults for a retrier", () => {
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Retry: [{ ErrorEquals: ['X'] }],
      End: true,
    }
    expect(readDefinition(machine({ A: state })).states.get('A')).toMatchObject({
      retry: [
        { intervalSeconds: 1, maxAttempts: 3, backoffRate: 2, maxDelaySeconds: undefined, jitterStrategy: 'NONE' },
      ],
    })
  })

  it('lets names stand inside predicates, lambdas, sorts and groupings, where they have a context', () => {
    const expressions = [
      "$states.input.list[kind = 'a'].n",
      '$map($states.input.list, function($v) { $v.n })',
      '$states.input.list^(n)',
      '$states.input.list{kind: n}',
      "$states.input.list.{ 'n': n }",
    ]
    for (const expression of expressions)
      expect(() => readDefinition(machine({ A: { ...pass, Output: `{% ${expression} %}` } }))).not.toThrow()
  })
})
