import type { AnyStage, LeadsTo, WaitTable } from '../../lambdas/cases/stage.ts'

const CASE_ID = '{% $states.context.Execution.Input.caseId %}'
const STARTED_FROM = '{% $states.context.Execution.Input.startedFrom %}'
const RUN = '{% $states.context.Execution.Input.run %}'
const HEARD = '{% $states.input.heard %}'
const OUTCOME = '{% $states.input.outcome %}'

const BEGIN = 'Where does this stage begin?'
const END = 'End this stage'
const CLOSED_ALREADY = 'The case is closed already'
const UNKNOWN = 'Something happened that this journey does not know'

/** What fails is tried again for more than an hour, with growing pauses. */
const TRY_AGAIN = {
  ErrorEquals: ['States.TaskFailed'],
  IntervalSeconds: 2,
  BackoffRate: 2,
  MaxDelaySeconds: 900,
  MaxAttempts: 20,
  JitterStrategy: 'FULL',
}
/**
 * A message that may have gone out is looked at again when its claim has run out. Each sending that fails leaves one such
 * doubt, while the next try comes within half a minute: so there are as many looks as tries.
 */
const LOOK_AGAIN = {
  ErrorEquals: ['MessageInDoubt'],
  IntervalSeconds: 35,
  BackoffRate: 1,
  MaxAttempts: TRY_AGAIN.MaxAttempts,
}

/** A state, with what its type needs of all that a state can have. */
export interface State {
  readonly Type: 'Task' | 'Choice' | 'Succeed' | 'Fail'
  readonly Comment: string
  readonly Resource?: string
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Payload }
  readonly TimeoutSeconds?: string
  readonly Assign?: Readonly<Record<string, string>>
  readonly Output?: Readonly<Record<string, string>>
  readonly Retry?: readonly Readonly<Record<string, unknown>>[]
  readonly Next?: string
  readonly End?: true
  readonly Catch?: readonly {
    readonly ErrorEquals: readonly string[]
    readonly Output?: object
    readonly Next: string
  }[]
  readonly Choices?: readonly {
    readonly Condition: string
    readonly Output?: Readonly<Record<string, string>>
    readonly Next: string
  }[]
  readonly Default?: string
  readonly Error?: string
  readonly Cause?: string
}

/** What a state passes to a function. */
export type Payload = { readonly awaits?: readonly string[] } & Readonly<Record<string, unknown>>

export interface StateMachine {
  readonly Comment: string
  readonly QueryLanguage: 'JSONata'
  readonly StartAt: string
  readonly States: Readonly<Record<string, State>>
}

/**
 * The state machine of a stage, in the Amazon States Language (https://states-language.net). Each wait makes three states:
 * one tells, one waits, one chooses by the word that ended the wait. The stage ends in one state, after the family was
 * told where its table says so.
 */
export function stateMachine(stage: AnyStage): StateMachine {
  const waits = Object.entries(stage.waits)
  return {
    Comment: stage.says,
    QueryLanguage: 'JSONata',
    StartAt: BEGIN,
    States: {
      [BEGIN]: begin(stage),
      ...Object.assign({}, ...waits.map(([name, wait]) => statesOfWait(stage, name, wait))),
      [stage.closing.tell[0]]: closing(stage),
      [END]: end(stage),
      [CLOSED_ALREADY]: {
        Type: 'Succeed',
        Comment: 'Another run of this stage has closed the case. There is nothing left to do.',
      },
      [UNKNOWN]: {
        Type: 'Fail',
        Comment:
          'This cannot happen while the states and the functions agree. An alarm tells the team, and the stage goes on by itself, later each time.',
        Error: 'UnexpectedOutcome',
        Cause: 'The wait ended with a word that this stage does not know.',
      },
    },
  }
}

/** A run begins where the facts have led: with the first wait, or with a later one where it takes over from another run. */
function begin(stage: AnyStage): State {
  return {
    Type: 'Choice',
    Comment:
      'A stage begins with its first wait. One that is started again, because a fact was learnt late or corrected, begins with the wait that it has come to by then.',
    Choices: Object.keys(stage.waits).map((name) => ({
      Condition: `{% $states.context.Execution.Input.wait = '${name}' %}`,
      Output: { heard: '{% $states.context.Execution.Input.heard %}' },
      Next: tellsIn(stage, name),
    })),
    Default: UNKNOWN,
  }
}

function statesOfWait(stage: AnyStage, name: string, wait: WaitTable): Readonly<Record<string, State>> {
  return {
    [wait.tell[0]]: tell(stage, name, wait),
    [wait.wait[0]]: park(stage, name, wait),
    [wait.ask[0]]: choose(stage, wait),
  }
}

function tell({ outlastsAYear }: AnyStage, name: string, { tell: [, says], wait: [next] }: WaitTable): State {
  return {
    ...task(says, 'lambda:invoke', 'TellFamily', {
      caseId: CASE_ID,
      heard: HEARD,
      wait: name,
      startedFrom: STARTED_FROM,
      ...(outlastsAYear && { startedAt: '{% $states.context.Execution.StartTime %}' }),
    }),
    Assign: { plan: '{% $states.result.Payload %}' },
    Output: { heard: HEARD },
    Retry: [LOOK_AGAIN, TRY_AGAIN],
    Next: next,
  }
}

function park({ name: stage }: AnyStage, name: string, { tell, wait: [, says], ask, facts }: WaitTable): State {
  return {
    ...task(says, 'lambda:invoke.waitForTaskToken', 'ParkJourney', {
      caseId: CASE_ID,
      stage,
      wait: name,
      awaits: Object.keys(facts),
      plan: '{% $plan %}',
      heard: HEARD,
      startedFrom: STARTED_FROM,
      run: RUN,
      execution: '{% $states.context.Execution.Id %}',
      taskToken: '{% $states.context.Task.Token %}',
    }),
    TimeoutSeconds: '{% $plan.waitSeconds %}',
    Output: { heard: '{% $states.result.heard %}', outcome: '{% $states.result.outcome %}' },
    Retry: [TRY_AGAIN],
    Catch: [{ ErrorEquals: ['States.Timeout'], Output: { heard: HEARD }, Next: tell[0] }],
    Next: ask[0],
  }
}

function choose(stage: AnyStage, { tell, ask: [, says], facts, byItself }: WaitTable): State {
  const words: Readonly<Record<string, string>> = {
    ...targets(stage, facts),
    ...targets(stage, byItself),
    // The case has changed since the plan was made: plan again.
    changed: tell[0],
    corrected: END,
    closed: CLOSED_ALREADY,
  }
  return {
    Type: 'Choice',
    Comment: says,
    Choices: Object.entries(words).map(([word, Next]) => ({
      Condition: `{% $states.input.outcome = '${word}' %}`,
      Next,
    })),
    Default: UNKNOWN,
  }
}

function targets(stage: AnyStage, words: Readonly<Record<string, LeadsTo>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([word, leadsTo]) => [word, stateOf(stage, leadsTo)]))
}

function stateOf(stage: AnyStage, leadsTo: LeadsTo): string {
  if (leadsTo === 'end') return END
  return leadsTo === 'tell-and-end' ? stage.closing.tell[0] : tellsIn(stage, leadsTo)
}

function tellsIn({ name, waits }: AnyStage, wait: string): string {
  const found = waits[wait]
  if (!found) throw new Error(`The stage "${name}" has no wait "${wait}".`)
  return found.tell[0]
}

function closing({ name, closing: { tell } }: AnyStage): State {
  return {
    ...task(tell[1], 'lambda:invoke', 'TellFamily', {
      caseId: CASE_ID,
      heard: HEARD,
      ending: OUTCOME,
      stage: name,
      startedFrom: STARTED_FROM,
    }),
    Output: { heard: HEARD, outcome: OUTCOME },
    Retry: [LOOK_AGAIN, TRY_AGAIN],
    Next: END,
  }
}

function end(stage: AnyStage): State {
  return {
    ...task(stage.end, 'lambda:invoke', 'CloseCase', {
      caseId: CASE_ID,
      stage: stage.name,
      startedFrom: STARTED_FROM,
      run: RUN,
      heard: HEARD,
      ending: OUTCOME,
    }),
    Output: { heard: HEARD, outcome: OUTCOME },
    Retry: [{ ErrorEquals: ['CaseMovedOn'], MaxAttempts: 0 }, TRY_AGAIN],
    End: true,
    // Something was recorded in the same moment: the stage hears it from its first wait on.
    Catch: [{ ErrorEquals: ['CaseMovedOn'], Output: { heard: HEARD }, Next: tellsIn(stage, stage.beginsWith) }],
  }
}

function task(says: string, integration: string, name: string, payload: Payload): State {
  return {
    Type: 'Task',
    Comment: says,
    Resource: `arn:aws:states:::${integration}`,
    Arguments: { FunctionName: `\${${name}}`, Payload: payload },
  }
}
