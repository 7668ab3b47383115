import { readdirSync, readFileSync } from 'node:fs'
import aslValidator from 'asl-validator'
import { describe, expect, it } from 'vitest'
import { machineFiles } from '../../bin/machines/machine-files.ts'
import type { FactType } from '../../lambdas/cases/fact.ts'
import { FACT_TYPES, kindOf } from '../../lambdas/cases/facts.ts'
import { expectedFacts } from '../../lambdas/cases/recordable-facts.ts'
import {
  heardBy,
  isHeardBy,
  type Stage,
  stageOf,
  timeBrings,
  WAIT_NAMES,
  type WaitName,
  wordsByItself,
} from '../../lambdas/cases/stages.ts'
import { aCase } from '../cases/case-builder.ts'
import { aFile } from '../cases/work/file-for-tests.ts'

interface State {
  readonly Type: string
  readonly Comment?: string
  readonly Resource?: string
  readonly Next?: string
  readonly Default?: string
  readonly TimeoutSeconds?: string
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[]
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
  readonly Choices?: readonly { readonly Condition: string; readonly Output?: object; readonly Next: string }[]
  readonly Arguments?: {
    readonly FunctionName?: string
    readonly Payload?: {
      readonly awaits?: readonly FactType[]
      readonly wait?: WaitName
      readonly stage?: string
      readonly ending?: string
      readonly startedFrom?: string
    }
  }
}

const FOLDER = new URL('../../statemachines/', import.meta.url)
const machines = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.asl.json'))
  .map((name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8')
    const definition = JSON.parse(text) as { readonly StartAt: string; readonly States: Record<string, State> }
    return { stage: name.replace('.asl.json', ''), text, definition, states: Object.entries(definition.States) }
  })
const waitsOf = (machine: (typeof machines)[number]) =>
  machine.states.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'))

function choiceAfter(machine: (typeof machines)[number], wait: State): State {
  const choice = machine.definition.States[wait.Next ?? '']
  if (choice?.Type !== 'Choice') throw new Error(`"${wait.Next}" after a wait is no Choice.`)
  return choice
}

function wordsOf(choice: State): string[] {
  return (choice.Choices ?? []).map(({ Condition }) => {
    const word = /^\{% \$states\.input\.outcome = '([a-z-]+)' %\}$/.exec(Condition)?.[1]
    if (!word) throw new Error(`"${Condition}" does not compare one outcome word.`)
    return word
  })
}

/** The choices that follow a wait: not the one with which a run begins. */
function choicesOf(machine: (typeof machines)[number]): readonly State[] {
  return waitsOf(machine).map(([, wait]) => choiceAfter(machine, wait))
}

function followers(state: State): string[] {
  return [
    state.Next,
    state.Default,
    ...(state.Catch ?? []).map(({ Next }) => Next),
    ...(state.Choices ?? []).map(({ Next }) => Next),
  ].filter((name) => name !== undefined)
}

it('has the files that the tables of the stages say, and no other (npm run machines)', () => {
  const files = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]))
  expect(files).toEqual(machineFiles())
})

it('waits for every wait that the service knows, once', () => {
  const named = machines.flatMap((machine) => waitsOf(machine).map(([, state]) => state.Arguments?.Payload?.wait))
  expect(named.sort()).toEqual([...WAIT_NAMES].sort())
})

it('awaits every kind of fact somewhere or starts a stage with it, but for those that change nothing', () => {
  const awaited = machines.flatMap((machine) => waitsOf(machine).flatMap(([, s]) => s.Arguments?.Payload?.awaits ?? []))
  const started = FACT_TYPES.filter((type) => kindOf(type).canStart.length > 0)
  // What recording tells by itself, and no stage has to do with, is told and changes nothing.
  const journeys = FACT_TYPES.filter((type) => {
    const { about, tells } = kindOf(type)
    return about === 'the-case' && (tells === undefined || awaited.includes(type) || started.includes(type))
  })
  expect([...new Set([...awaited, ...started])].sort()).toEqual([...journeys].sort())
})

describe.each(machines.map((machine) => [machine.stage, machine] as const))('%s', (stage, machine) => {
  const { definition, states, text } = machine

  it('is valid Amazon States Language', () => {
    const { isValid, errorsText } = aslValidator(definition, { checkArn: false })
    expect(isValid, errorsText('\n')).toBe(true)
  })

  it('has a plain sentence for every state', () => {
    for (const [name, { Comment }] of states) {
      expect(Comment, name).toMatch(/^[A-Z].*\.$/)
      for (const sentence of Comment?.split(/(?<=\.)\s/) ?? []) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(25)
      }
    }
  })

  it('has names of 80 characters at most, as AWS asks', () => {
    for (const [name] of states) expect(name.length, name).toBeLessThanOrEqual(80)
  })

  it('reaches every state', () => {
    const reached = new Set<string>()
    const visit = (name: string) => {
      if (reached.has(name)) return
      reached.add(name)
      const state = definition.States[name]
      expect(state, `the state "${name}"`).toBeDefined()
      if (state) followers(state).forEach(visit)
    }
    visit(definition.StartAt)
    expect([...reached].sort()).toEqual(Object.keys(definition.States).sort())
  })

  it('has only paths, joins and comparisons of the outcome in its expressions', () => {
    const path = String.raw`\$(?:states(?:\.\w+)+|plan(?:\.\w+)*)`
    const join = String.raw`\$join\(\[(?:(?:${path}|'[a-z-]+')(?:, )?)+\], '-'\)`
    const allowed = new RegExp(
      String.raw`^(?:${path}|${join}|\$states\.(?:input\.outcome|context\.Execution\.Input\.wait) = '[a-z-]+')$`,
    )
    const expressions = [...text.matchAll(/\{%\s*(.*?)\s*%\}/g)].map(([, expression]) => expression)
    expect(expressions.length).toBeGreaterThan(10)
    for (const expression of expressions) expect(expression).toMatch(allowed)
  })

  it('begins with any of its waits, as its input says, and with the fact that led to it', () => {
    const begin = definition.States[definition.StartAt]
    const waits = waitsOf(machine).map(([, { Arguments }]) => Arguments?.Payload?.wait)
    expect(begin?.Choices).toHaveLength(waits.length)
    for (const { Condition, Output, Next } of begin?.Choices ?? []) {
      const wait = /^\{% \$states\.context\.Execution\.Input\.wait = '([a-z-]+)' %\}$/.exec(Condition)?.[1]
      expect(waits).toContain(wait)
      expect(Output).toEqual({ heard: '{% $states.context.Execution.Input.heard %}' })
      expect(definition.States[Next]?.Arguments?.Payload?.wait).toBe(wait)
    }
  })

  it('handles in the choice after each wait exactly what the wait can end with', () => {
    for (const [name, wait] of waitsOf(machine)) {
      const { awaits = [], wait: waitName } = wait.Arguments?.Payload ?? {}
      const endsWith = wordsByItself(waitName as WaitName)
      expect(wordsOf(choiceAfter(machine, wait)).sort(), name).toEqual(
        [...awaits, ...endsWith, 'changed', 'corrected', 'closed'].sort(),
      )
    }
  })

  it('hears in its waits exactly the facts that the plan says are news to it', () => {
    const awaited = waitsOf(machine).flatMap(([, state]) => state.Arguments?.Payload?.awaits ?? [])
    expect([...new Set(awaited)].sort()).toEqual([...heardBy(stage as Stage)].sort())
  })

  it('says which stage it is, and from which fact, wherever it calls a function', () => {
    for (const [name, { Arguments }] of states.filter(([, state]) => state.Arguments)) {
      expect(Arguments?.Payload?.startedFrom, name).toBe('{% $states.context.Execution.Input.startedFrom %}')
      if (Arguments?.Payload?.wait) expect(stageOf(Arguments.Payload.wait), name).toBe(stage)
      else expect(Arguments?.Payload?.stage, name).toBe(stage)
    }
  })

  it('names itself in every wait', () => {
    for (const [name, wait] of waitsOf(machine)) expect(wait.Arguments?.Payload?.stage, name).toBe(stage)
  })

  it('looks again when the time of a wait is over, at the state that tells the family', () => {
    for (const [name, wait] of waitsOf(machine)) {
      expect(wait.TimeoutSeconds, name).toBe('{% $plan.waitSeconds %}')
      const [timeout, ...others] = wait.Catch ?? []
      expect(timeout?.ErrorEquals, name).toEqual(['States.Timeout'])
      expect(others).toEqual([])
      const tells = definition.States[timeout?.Next ?? '']
      expect(tells?.Arguments?.Payload?.wait, name).toBe(wait.Arguments?.Payload?.wait)
      expect(tells?.Next).toBe(name)
    }
  })

  it('looks at a message in doubt as often as it tries to send, since each try that fails leaves one', () => {
    const attempts = (retry: State['Retry'], name: string) =>
      retry?.find(({ ErrorEquals }) => ErrorEquals.includes(name))?.MaxAttempts
    const telling = machine.states.filter(([, { Retry }]) => attempts(Retry, 'MessageInDoubt') !== undefined)
    expect(telling.length).toBeGreaterThan(0)
    for (const [name, { Retry }] of telling)
      expect([name, attempts(Retry, 'MessageInDoubt')]).toEqual([name, attempts(Retry, 'States.TaskFailed')])
  })

  it('awaits the same before and after a change of wait by time, so that nothing falls between, in a replay either', () => {
    for (const [name, wait] of waitsOf(machine)) {
      const endsWith = timeBrings((wait.Arguments?.Payload?.wait ?? '') as WaitName)
      const choice = choiceAfter(machine, wait)
      const index = wordsOf(choice).indexOf(endsWith)
      const tells = definition.States[choice.Choices?.[index]?.Next ?? '']
      const nextWait = definition.States[tells?.Next ?? '']
      if (!nextWait?.Arguments?.Payload?.awaits) continue
      expect([...nextWait.Arguments.Payload.awaits].sort(), name).toEqual(
        [...(wait.Arguments?.Payload?.awaits ?? [])].sort(),
      )
    }
  })

  it('ends when its facts were corrected, so that it can begin again', () => {
    for (const choice of choicesOf(machine)) {
      const { Next } = (choice.Choices ?? [])[wordsOf(choice).indexOf('corrected')] ?? {}
      expect(Next).toBe('End this stage')
    }
  })

  it('hears news that came in the moment of closing, at the state that tells the family first', () => {
    const closing = states.filter(([, { Arguments }]) => Arguments?.FunctionName?.includes('CloseCase'))
    expect(closing).toHaveLength(1)
    const tellsFirst = definition.States[definition.StartAt]?.Choices?.[0]?.Next ?? ''
    const first = definition.States[definition.States[tellsFirst]?.Next ?? '']?.Arguments?.Payload?.awaits
    for (const [name, { Catch }] of closing) {
      // Once a wait has ended by time, only these facts of this stage can still come in.
      const possible = expectedFacts(aFile(aCase(), [])).filter((type) => isHeardBy(stage as Stage, type))
      expect(possible).toContain('case-withdrawn')
      for (const fact of possible) expect(first, name).toContain(fact)
      expect(Catch, name).toMatchObject([{ ErrorEquals: ['CaseMovedOn'], Next: tellsFirst }])
    }
  })

  it('has no circle without a wait in it', () => {
    const isWait = (name: string) => definition.States[name]?.Resource?.endsWith('.waitForTaskToken') ?? false
    const visit = (name: string, before: readonly string[]) => {
      expect(before, `a circle without a wait: ${[...before, name].join(' > ')}`).not.toContain(name)
      if (isWait(name)) return
      for (const next of followers(definition.States[name] ?? { Type: '' })) visit(next, [...before, name])
    }
    for (const [name] of states) {
      if (!isWait(name)) visit(name, [])
      else for (const next of followers(definition.States[name] ?? { Type: '' })) visit(next, [])
    }
  })
})
