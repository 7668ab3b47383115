/** What a template's functions are resolved against. Values may be given lazily: each is asked for only when named. */
export interface Scope {
  /** For error messages: the stack, and the resource that is being read. */
  readonly where: string
  /** `Ref`: a parameter, a pseudo parameter or a resource. `undefined` when there is nothing of that name. */
  readonly ref: (name: string) => unknown
  /** `Fn::GetAtt`. @throws Error when the resource or the attribute is unknown. */
  readonly attribute: (logicalId: string, attribute: string) => unknown
  /** `Fn::ImportValue`. @throws Error when no stack exports the name. */
  readonly importValue: (exportName: string) => unknown
  /** `Condition` and `Fn::If`. @throws Error when the template has no such condition. */
  readonly condition: (name: string) => boolean
  /** `Fn::FindInMap`. `undefined` when the map has no such entry. */
  readonly mapping: (map: string, first: string, second: string) => unknown
}

/** What `{ "Ref": "AWS::NoValue" }` gives: the property that holds it is left out. */
export const NO_VALUE: unique symbol = Symbol('AWS::NoValue')

type Arguments = unknown
type IntrinsicFunction = (argument: Arguments, scope: Scope) => unknown

/**
 * Resolves every intrinsic function in a template's value. A key whose value is `AWS::NoValue` is left out.
 *
 * @throws Error, naming `scope.where`, for a function that the local service does not know, or a name that is not there.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function resolveIntrinsics(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolveIntrinsics(item, scope)).filter((item) => item !== NO_VALUE)
  }
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [name, argument] = entries[0] ?? []
  if (entries.length === 1 && name !== undefined) {
    const intrinsic = INTRINSIC_FUNCTIONS.get(name)
    if (intrinsic !== undefined) return intrinsic(argument, scope)
    if (name.startsWith('Fn::'))
      throw new Error(`${scope.where} uses ${name}, which the local service does not support.`)
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolveIntrinsics(item, scope)] as const)
      .filter(([, item]) => item !== NO_VALUE),
  )
}

/** Evaluates a condition's own definition (`Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, `Condition`). */
export function evaluateCondition(definition: unknown, scope: Scope): boolean {
  const [name, argument] = Object.entries((definition ?? {}) as Record<string, unknown>)[0] ?? []
  const operands = Array.isArray(argument) ? argument : []
  switch (name) {
    case 'Fn::Equals': {
      const [left, right] = operands.map((operand) => resolveIntrinsics(operand, scope))
      return JSON.stringify(left) === JSON.stringify(right)
    }
    case 'Fn::And':
      return operands.every((operand) => evaluateCondition(operand, scope))
    case 'Fn::Or':
      return operands.some((operand) => evaluateCondition(operand, scope))
    case 'Fn::Not':
      return !evaluateCondition(operands[0], scope)
    case 'Condition':
      return scope.condition(String(argument))
    default:
      throw new Error(
        `${scope.where} has a condition made of ${name ?? 'nothing'}, which the local service does not support.`,
      )
  }
}

const INTRINSIC_FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ['Ref', (argument, scope) => reference(String(argument), scope)],
  ['Fn::GetAtt', getAttribute],
  ['Fn::Join', join],
  ['Fn::Sub', substitute],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::ImportValue', (argument, scope) => scope.importValue(text(argument, scope, 'Fn::ImportValue'))],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', ifElse],
  ['Fn::Base64', (argument, scope) => Buffer.from(text(argument, scope, 'Fn::Base64')).toString('base64')],
])

function reference(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return NO_VALUE
  const value = scope.ref(name)
  if (value === undefined)
    throw new Error(`${scope.where} refers to ${name}, which is neither a parameter nor a resource of its stack.`)
  return value
}

function getAttribute(argument: Arguments, scope: Scope): unknown {
  const [logicalId, ...attribute] = Array.isArray(argument)
    ? argument.map((part) => text(part, scope, 'Fn::GetAtt'))
    : String(argument).split('.')
  return scope.attribute(String(logicalId), attribute.join('.'))
}

function join(argument: Arguments, scope: Scope): string {
  const [separator, items] = list(argument, scope, 'Fn::Join')
  const resolved = resolveIntrinsics(items, scope)
  if (!Array.isArray(resolved)) throw new Error(`${scope.where} gives Fn::Join something that is not a list.`)
  return resolved.map((item) => text(item, scope, 'Fn::Join')).join(String(separator))
}

function substitute(argument: Arguments, scope: Scope): string {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}]
  const values = (own ?? {}) as Record<string, unknown>
  return String(template).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`
    if (name in values) return text(values[name], scope, 'Fn::Sub')
    return text(name.includes('.') ? getAttribute(name, scope) : reference(name, scope), scope, 'Fn::Sub')
  })
}

function select(argument: Arguments, scope: Scope): unknown {
  const [index, items] = list(argument, scope, 'Fn::Select')
  const resolved = resolveIntrinsics(items, scope)
  const position = Number(resolveIntrinsics(index, scope))
  if (!Array.isArray(resolved) || resolved[position] === undefined) {
    throw new Error(
      `${scope.where} selects item ${position} of a list that does not have it: ${JSON.stringify(resolved)}.`,
    )
  }
  return resolved[position]
}

function split(argument: Arguments, scope: Scope): readonly string[] {
  const [separator, source] = list(argument, scope, 'Fn::Split')
  return text(source, scope, 'Fn::Split').split(String(separator))
}

function findInMap(argument: Arguments, scope: Scope): unknown {
  const [map, first, second] = list(argument, scope, 'Fn::FindInMap').map((part) => text(part, scope, 'Fn::FindInMap'))
  const value = scope.mapping(String(map), String(first), String(second))
  if (value === undefined)
    throw new Error(`${scope.where} looks for ${first}.${second} in mapping ${map}, which does not have it.`)
  return value
}

function ifElse(argument: Arguments, scope: Scope): unknown {
  const [condition, whenTrue, whenFalse] = list(argument, scope, 'Fn::If')
  return resolveIntrinsics(scope.condition(String(condition)) ? whenTrue : whenFalse, scope)
}

function list(argument: Arguments, scope: Scope, name: string): readonly unknown[] {
  if (!Array.isArray(argument)) throw new Error(`${scope.where} gives ${name} something that is not a list.`)
  return argument
}

function text(value: unknown, scope: Scope, name: string): string {
  const resolved = resolveIntrinsics(value, scope)
  if (typeof resolved === 'string' || typeof resolved === 'number' || typeof resolved === 'boolean')
    return String(resolved)
  throw new Error(`${scope.where} gives ${name} ${JSON.stringify(resolved) ?? 'no value'} where a text is needed.`)
}
