import {
  type Catcher,
  type ChoiceRule,
  type Definition,
  type ExitFields,
  InvalidDefinition,
  type State,
  type States,
  type Transition,
} from './definition.ts'
import { compileTemplate, isExpression } from './expressions.ts'
import { isObject, type Json } from './json.ts'
import type { Retrier } from './retry.ts'
import { readTimestamp } from './states/wait.ts'
import { readTaskResource } from './task-resource.ts'

type Fields = Record<string, unknown>

const EVERY_STATE = ['Type', 'Comment', 'QueryLanguage']
const FIELDS: Readonly<Record<State['type'], readonly string[]>> = {
  Pass: ['Output', 'Assign', 'Next', 'End'],
  Task: [
    'Resource',
    'Arguments',
    'TimeoutSeconds',
    'HeartbeatSeconds',
    'Retry',
    'Catch',
    'Output',
    'Assign',
    'Next',
    'End',
  ],
  Choice: ['Choices', 'Default', 'Output', 'Assign'],
  Wait: ['Seconds', 'Timestamp', 'Output', 'Assign', 'Next', 'End'],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
  Parallel: ['Branches', 'Arguments', 'Retry', 'Catch', 'Output', 'Assign', 'Next', 'End'],
  Map: [
    'Items',
    'ItemSelector',
    'ItemProcessor',
    'MaxConcurrency',
    'Retry',
    'Catch',
    'Output',
    'Assign',
    'Next',
    'End',
  ],
}
const JSONPATH_FIELDS = ['InputPath', 'OutputPath', 'ResultPath', 'ResultSelector', 'Parameters', 'Result', 'ItemsPath']
const LONGEST_SECONDS = 99_999_999

/**
 * Reads a state machine in the Amazon States Language with JSONata, and refuses what would not run here or would not be
 * accepted by AWS: unknown fields, other query languages, expressions that do not compile, transitions to nowhere,
 * states that nothing leads to, names used twice, and inner variables that hide outer ones
 * (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html).
 *
 * @param text the definition as JSON
 * @throws InvalidDefinition naming the state and the field
 */
export function readDefinition(text: string): Definition {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new InvalidDefinition('The definition', `it is not JSON: ${(error as Error).message}`)
  }
  if (!isObject(json)) throw new InvalidDefinition('The definition', 'it must be a JSON object')
  refuseUnknown('The definition', json, ['Comment', 'StartAt', 'States', 'QueryLanguage', 'TimeoutSeconds', 'Version'])
  if (json.QueryLanguage !== 'JSONata')
    throw new InvalidDefinition(
      'The definition, QueryLanguage',
      `only "JSONata" runs here, but it is ${json.QueryLanguage === undefined ? 'missing, which means JSONPath' : JSON.stringify(json.QueryLanguage)}`,
    )
  const timeoutSeconds = json.TimeoutSeconds
  if (timeoutSeconds !== undefined && !isWholeSeconds(timeoutSeconds, 1))
    throw new InvalidDefinition(
      'The definition, TimeoutSeconds',
      `it must be a whole number from 1 to ${LONGEST_SECONDS}, but is ${JSON.stringify(timeoutSeconds)}`,
    )
  const states = new Reader().states('The definition', json, new Set())
  return { ...states, timeoutSeconds: timeoutSeconds as number | undefined }
}

function isWholeSeconds(value: unknown, least: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= LONGEST_SECONDS
}

function refuseUnknown(place: string, fields: Fields, known: readonly string[]): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name)) continue
    if (JSONPATH_FIELDS.includes(name) || name.endsWith('Path'))
      throw new InvalidDefinition(`${place}, ${name}`, 'this field belongs to JSONPath; only JSONata runs here')
    throw new InvalidDefinition(`${place}, ${name}`, 'this field is not supported here')
  }
}

class Reader {
  /** State names are unique in a whole machine, not only in their own States. */
  readonly #names = new Set<string>()

  states(place: string, fields: Fields, outerVariables: ReadonlySet<string>): States {
    const { StartAt: startAt, States: raw } = fields
    if (!isObject(raw) || Object.keys(raw).length === 0)
      throw new InvalidDefinition(`${place}, States`, 'it must be an object with at least one state')
    if (typeof startAt !== 'string' || !Object.hasOwn(raw, startAt))
      throw new InvalidDefinition(`${place}, StartAt`, `there is no state named ${JSON.stringify(startAt)}`)
    const ownVariables = assignedIn(raw)
    for (const name of ownVariables)
      if (outerVariables.has(name))
        throw new InvalidDefinition(`${place}, Assign`, `the variable ${name} is already one of the outer States`)
    const variables = new Set([...outerVariables, ...ownVariables])
    const states = new Map<string, State>()
    for (const [name, value] of Object.entries(raw)) {
      if (name.length > 80) throw new InvalidDefinition(`State "${name}"`, 'a name has at most 80 characters')
      if (this.#names.has(name))
        throw new InvalidDefinition(`State "${name}"`, 'the name is used twice in this machine')
      this.#names.add(name)
      if (!isObject(value)) throw new InvalidDefinition(`State "${name}"`, 'it must be an object')
      states.set(name, this.#state(`State "${name}"`, value, variables))
    }
    refuseLostTransitions(startAt, states)
    return { startAt, states }
  }

  #state(place: string, fields: Fields, variables: ReadonlySet<string>): State {
    const type = fields.Type as State['type']
    if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type))
      throw new InvalidDefinition(
        `${place}, Type`,
        `${JSON.stringify(type)} is none of ${Object.keys(FIELDS).join(', ')}`,
      )
    if (fields.QueryLanguage !== undefined && fields.QueryLanguage !== 'JSONata')
      throw new InvalidDefinition(`${place}, QueryLanguage`, 'only "JSONata" runs here')
    refuseUnknown(place, fields, [...EVERY_STATE, ...FIELDS[type]])
    switch (type) {
      case 'Pass':
        return { type, ...exitFields(place, fields), transition: transition(place, fields) }
      case 'Task':
        refuseLateHeartbeat(place, fields)
        return {
          type,
          resource: taskResource(place, fields),
          arguments: taskArguments(place, fields),
          timeoutSeconds: seconds(place, fields, 'TimeoutSeconds', 1),
          heartbeatSeconds: seconds(place, fields, 'HeartbeatSeconds', 1),
          ...recovery(place, fields),
          ...exitFields(place, fields),
          transition: transition(place, fields),
        }
      case 'Choice': {
        const choices = list(place, fields, 'Choices').map((rule, index) =>
          choiceRule(`${place}, Choices[${index}]`, rule),
        )
        if (choices.length === 0) throw new InvalidDefinition(`${place}, Choices`, 'it must not be empty')
        return { type, choices, default: optionalText(place, fields, 'Default'), ...exitFields(place, fields) }
      }
      case 'Wait': {
        if ((fields.Seconds === undefined) === (fields.Timestamp === undefined))
          throw new InvalidDefinition(place, 'a Wait state has either Seconds or Timestamp')
        return {
          type,
          seconds: seconds(place, fields, 'Seconds', 0),
          timestamp: timestamp(place, fields),
          ...exitFields(place, fields),
          transition: transition(place, fields),
        }
      }
      case 'Succeed':
        return { type, output: template(place, fields, 'Output') }
      case 'Fail':
        return {
          type,
          error: optionalText(place, fields, 'Error'),
          cause: optionalText(place, fields, 'Cause'),
        }
      case 'Parallel': {
        const branches = list(place, fields, 'Branches').map((branch, index) => {
          const where = `${place}, Branches[${index}]`
          refuseUnknown(where, branch, ['Comment', 'StartAt', 'States'])
          return this.states(where, branch, variables)
        })
        if (branches.length === 0) throw new InvalidDefinition(`${place}, Branches`, 'it must not be empty')
        return {
          type,
          branches,
          arguments: template(place, fields, 'Arguments'),
          ...recovery(place, fields),
          ...exitFields(place, fields),
          transition: transition(place, fields),
        }
      }
      case 'Map':
        return {
          type,
          items: mapItems(place, fields),
          itemSelector: template(place, fields, 'ItemSelector'),
          itemProcessor: this.#itemProcessor(place, fields, variables),
          maxConcurrency: seconds(place, fields, 'MaxConcurrency', 0),
          ...recovery(place, fields),
          ...exitFields(place, fields),
          transition: transition(place, fields),
        }
    }
  }

  #itemProcessor(place: string, fields: Fields, variables: ReadonlySet<string>): States {
    const where = `${place}, ItemProcessor`
    const processor = fields.ItemProcessor
    if (!isObject(processor)) throw new InvalidDefinition(where, 'it must be an object with StartAt and States')
    refuseUnknown(where, processor, ['Comment', 'StartAt', 'States', 'ProcessorConfig'])
    const mode = isObject(processor.ProcessorConfig) ? processor.ProcessorConfig.Mode : undefined
    if (mode !== undefined && mode !== 'INLINE')
      throw new InvalidDefinition(`${where}, ProcessorConfig, Mode`, 'only INLINE runs here')
    return this.states(where, processor, variables)
  }
}

/** The variables that these States assign themselves, at any way out of a state; not those of States inside them. */
function assignedIn(states: Fields): Set<string> {
  const names = new Set<string>()
  const collect = (holder: unknown) => {
    if (isObject(holder) && isObject(holder.Assign)) for (const name of Object.keys(holder.Assign)) names.add(name)
  }
  for (const state of Object.values(states)) {
    if (!isObject(state)) continue
    collect(state)
    for (const exits of [state.Choices, state.Catch]) if (Array.isArray(exits)) exits.forEach(collect)
  }
  return names
}

/** Refuses a transition to a state that is not there, and a state that no transition leads to. */
function refuseLostTransitions(startAt: string, states: ReadonlyMap<string, State>): void {
  const reached = new Set([startAt])
  for (const name of reached) {
    const state = states.get(name)
    if (state === undefined) continue
    for (const [field, target] of targets(state)) {
      if (!states.has(target))
        throw new InvalidDefinition(`State "${name}", ${field}`, `there is no state named "${target}" beside it`)
      reached.add(target)
    }
  }
  for (const name of states.keys())
    if (!reached.has(name)) throw new InvalidDefinition(`State "${name}"`, 'no transition leads to it')
}

function targets(state: State): [field: string, target: string][] {
  const found: [string, string][] = []
  if ('transition' in state && 'next' in state.transition) found.push(['Next', state.transition.next])
  if ('catch' in state) for (const catcher of state.catch) found.push(['Catch', catcher.next])
  if (state.type === 'Choice') {
    for (const rule of state.choices) found.push(['Choices', rule.next])
    if (state.default !== undefined) found.push(['Default', state.default])
  }
  return found
}

function transition(place: string, fields: Fields): Transition {
  const { Next: next, End: end } = fields
  if (typeof next === 'string' && end === undefined) return { next }
  if (next === undefined && end === true) return { end: true }
  throw new InvalidDefinition(place, 'a state has either "Next" or "End": true')
}

function exitFields(place: string, fields: Fields): ExitFields {
  const assign = template(place, fields, 'Assign')
  if (assign !== undefined) {
    if (!isObject(assign)) throw new InvalidDefinition(`${place}, Assign`, 'it must be an object')
    for (const name of Object.keys(assign))
      if (name === 'states' || !/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u.test(name))
        throw new InvalidDefinition(`${place}, Assign`, `${JSON.stringify(name)} cannot be a variable's name`)
  }
  return {
    output: template(place, fields, 'Output'),
    assign: assign as ExitFields['assign'],
  }
}

function recovery(place: string, fields: Fields): { retry: Retrier[]; catch: Catcher[] } {
  const retry = fields.Retry === undefined ? [] : list(place, fields, 'Retry')
  const catchers = fields.Catch === undefined ? [] : list(place, fields, 'Catch')
  refuseMisplacedWildcard(`${place}, Retry`, retry)
  refuseMisplacedWildcard(`${place}, Catch`, catchers)
  return {
    retry: retry.map((retrier, index) => readRetrier(`${place}, Retry[${index}]`, retrier)),
    catch: catchers.map((catcher, index) => readCatcher(`${place}, Catch[${index}]`, catcher)),
  }
}

/** `States.ALL` stands alone, and last. */
function refuseMisplacedWildcard(place: string, entries: readonly Fields[]): void {
  for (const [index, { ErrorEquals: names }] of entries.entries()) {
    if (!Array.isArray(names) || names.length === 0 || names.some((name) => typeof name !== 'string'))
      throw new InvalidDefinition(`${place}[${index}], ErrorEquals`, 'it must be a list of error names')
    if (names.includes('States.ALL') && (names.length > 1 || index < entries.length - 1))
      throw new InvalidDefinition(`${place}[${index}], ErrorEquals`, 'States.ALL must stand alone, in the last entry')
  }
}

function readRetrier(place: string, fields: Fields): Retrier {
  refuseUnknown(place, fields, [
    'Comment',
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
  ])
  const { JitterStrategy: jitter = 'NONE', BackoffRate: backoff = 2, MaxDelaySeconds: longest } = fields
  if (jitter !== 'FULL' && jitter !== 'NONE')
    throw new InvalidDefinition(`${place}, JitterStrategy`, 'it must be FULL or NONE')
  if (typeof backoff !== 'number' || backoff < 1)
    throw new InvalidDefinition(`${place}, BackoffRate`, 'it must be a number from 1')
  const intervalSeconds = wholeNumber(place, fields, 'IntervalSeconds', 1, 1)
  if (longest !== undefined && wholeNumber(place, fields, 'MaxDelaySeconds', 0, 1) <= intervalSeconds)
    throw new InvalidDefinition(`${place}, MaxDelaySeconds`, 'it must be more than IntervalSeconds')
  return {
    errorEquals: fields.ErrorEquals as string[],
    intervalSeconds,
    maxAttempts: wholeNumber(place, fields, 'MaxAttempts', 3, 0),
    backoffRate: backoff,
    maxDelaySeconds: longest as number | undefined,
    jitterStrategy: jitter,
  }
}

function wholeNumber(place: string, fields: Fields, name: string, otherwise: number, least: number): number {
  const value = fields[name] ?? otherwise
  if (!isWholeSeconds(value, least))
    throw new InvalidDefinition(`${place}, ${name}`, `it must be a whole number from ${least} to ${LONGEST_SECONDS}`)
  return value as number
}

function readCatcher(place: string, fields: Fields): Catcher {
  refuseUnknown(place, fields, ['Comment', 'ErrorEquals', 'Next', 'Output', 'Assign'])
  return {
    errorEquals: fields.ErrorEquals as string[],
    next: text(place, fields, 'Next'),
    ...exitFields(place, fields),
  }
}

function choiceRule(place: string, fields: Fields): ChoiceRule {
  refuseUnknown(place, fields, ['Comment', 'Condition', 'Next', 'Output', 'Assign'])
  const condition = template(place, fields, 'Condition')
  if (!isExpression(condition) && typeof condition !== 'boolean')
    throw new InvalidDefinition(`${place}, Condition`, 'it must be a {% %} expression, true or false')
  return { condition, next: text(place, fields, 'Next'), ...exitFields(place, fields) }
}

function taskResource(place: string, fields: Fields) {
  const resource = text(place, fields, 'Resource')
  const known = readTaskResource(resource)
  if (known === undefined)
    throw new InvalidDefinition(`${place}, Resource`, `${JSON.stringify(resource)} is not supported here`)
  return known
}

/** A heartbeat that comes no sooner than the time limit could never be missed. */
function refuseLateHeartbeat(place: string, { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout }: Fields): void {
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout)
    throw new InvalidDefinition(
      `${place}, HeartbeatSeconds`,
      `it must be less than TimeoutSeconds (${timeout}), but is ${heartbeat}`,
    )
}

function mapItems(place: string, fields: Fields): Json | undefined {
  const items = template(place, fields, 'Items')
  if (items !== undefined && !Array.isArray(items) && !isExpression(items))
    throw new InvalidDefinition(`${place}, Items`, 'it must be a list, or a {% %} expression for one')
  return items
}

/** A whole number of seconds (or of iterations), or an expression for one. */
function seconds(place: string, fields: Fields, name: string, least: number): Json | undefined {
  const value = template(place, fields, name)
  if (value === undefined || isExpression(value) || isWholeSeconds(value, least)) return value
  throw new InvalidDefinition(
    `${place}, ${name}`,
    `it must be a whole number from ${least} to ${LONGEST_SECONDS} or a {% %} expression, but is ${JSON.stringify(value)}`,
  )
}

function timestamp(place: string, fields: Fields): string | undefined {
  const value = optionalText(place, fields, 'Timestamp')
  if (value !== undefined && !isExpression(value) && readTimestamp(value) === undefined)
    throw new InvalidDefinition(`${place}, Timestamp`, `${JSON.stringify(value)} does not match RFC3339 timestamp`)
  return value
}

/** Arguments of an AWS API are written in PascalCase, whatever the API's own case. */
function taskArguments(place: string, fields: Fields): Json | undefined {
  const value = template(place, fields, 'Arguments')
  if (!isObject(value) || taskResource(place, fields).kind !== 'sdk') return value
  const wrong = Object.keys(value).find((name) => !/^[A-Z]/.test(name))
  if (wrong !== undefined)
    throw new InvalidDefinition(
      `${place}, Arguments`,
      `the field "${wrong}" is not supported by Step Functions; fields of AWS APIs begin with a capital letter there`,
    )
  return value
}

/** A field that may hold expressions, all of which compile. */
function template(place: string, fields: Fields, name: string): Json | undefined {
  const value = fields[name] as Json | undefined
  if (value === undefined) return undefined
  try {
    compileTemplate(value)
  } catch (error) {
    throw new InvalidDefinition(`${place}, ${name}`, (error as Error).message)
  }
  return value
}

function text(place: string, fields: Fields, name: string): string {
  const value = template(place, fields, name)
  if (typeof value !== 'string') throw new InvalidDefinition(`${place}, ${name}`, 'it must be a string')
  return value
}

function optionalText(place: string, fields: Fields, name: string): string | undefined {
  return fields[name] === undefined ? undefined : text(place, fields, name)
}

function list(place: string, fields: Fields, name: string): Fields[] {
  const value = fields[name]
  if (!Array.isArray(value) || !value.every(isObject))
    throw new InvalidDefinition(`${place}, ${name}`, 'it must be a list of objects')
  return value
}
