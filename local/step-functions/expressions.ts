import jsonata from 'jsonata'
import { expressionFunctions } from './expression-functions.ts'
import { type Json, toJson } from './json.ts'
import { StateError } from './state-error.ts'

/** What an expression can see: `$states`, and the workflow variables by name. */
export interface ExpressionScope {
  readonly states: {
    readonly input: Json
    readonly result?: Json
    readonly errorOutput?: Json
    readonly context: Json
  }
  readonly variables: Readonly<Record<string, Json>>
  /** Epoch milliseconds on the service's clock. */
  readonly now: () => number
}

/** Each expression's text, compiled once for the life of the process. */
const compiled = new Map<string, jsonata.Expression>()

/** True for a string that Step Functions evaluates: it starts with `{%` and ends with `%}`, with nothing around them. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
}

/**
 * Compiles an expression, or says why Step Functions would refuse it: a syntax error, `$eval`, or a name or `$` that is
 * not reached from a variable (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html).
 * @throws Error with the expression's text
 */
export function compileExpression(value: string): jsonata.Expression {
  const known = compiled.get(value)
  if (known !== undefined) return known
  const text = expressionText(value)
  let expression: jsonata.Expression
  try {
    expression = jsonata(text)
  } catch (error) {
    throw new Error(`the expression '${text}' is not JSONata: ${describe(error)}`)
  }
  const unqualified = findUnqualified(expression.ast())
  if (unqualified !== undefined)
    throw new Error(
      `the expression '${text}' uses ${unqualified}, which Step Functions refuses; start from $states or a variable`,
    )
  if (callsEval(expression.ast())) throw new Error(`the expression '${text}' calls $eval; use $parse`)
  compiled.set(value, expression)
  return expression
}

/** Compiles every expression in a template, so that a bad one is refused before anything runs. */
export function compileTemplate(template: Json): void {
  if (isExpression(template)) compileExpression(template)
  else if (Array.isArray(template)) template.forEach(compileTemplate)
  else if (typeof template === 'object' && template !== null) Object.values(template).forEach(compileTemplate)
}

/**
 * Replaces every `{% %}` string in a template, at any depth, by its value. Everything else stays as it is.
 * @param field the field's name, which goes into the error's cause and location
 * @throws StateError `States.QueryEvaluationError` when an expression fails or returns nothing
 */
export async function evaluateTemplate(template: Json, field: string, scope: ExpressionScope): Promise<Json> {
  if (isExpression(template)) return evaluateExpression(template, field, scope)
  if (Array.isArray(template)) {
    const items: Json[] = []
    for (const [index, item] of template.entries())
      items.push(await evaluateTemplate(item, `${field}[${index}]`, scope))
    return items
  }
  if (typeof template === 'object' && template !== null) {
    const fields: Record<string, Json> = {}
    for (const [name, value] of Object.entries(template))
      fields[name] = await evaluateTemplate(value, `${field}/${name}`, scope)
    return fields
  }
  return template
}

async function evaluateExpression(value: string, field: string, scope: ExpressionScope): Promise<Json> {
  const bindings = { ...expressionFunctions(scope.now), ...scope.variables, states: scope.states }
  let result: unknown
  try {
    result = await compileExpression(value).evaluate(undefined, bindings)
  } catch (error) {
    throw queryError(value, field, `threw an error during evaluation. ${describe(error)}`)
  }
  if (result === undefined) throw queryError(value, field, 'returned nothing (undefined).')
  if (isFunction(result)) throw queryError(value, field, 'returned an unsupported result type.')
  return toJson(result)
}

/** The error for a value of the wrong type or out of range, worded as AWS words it. */
export function unexpectedType(template: Json, field: string, expected: string, value: Json): StateError {
  const problem = `returned an unexpected result type. Expected ${expected}, but was '${typeName(value)}' for value: ${JSON.stringify(value)}`
  return queryError(typeof template === 'string' ? template : JSON.stringify(template), field, problem)
}

/** A JavaScript function, or one of JSONata's own or of the expression. */
function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function'
  return '_jsonata_lambda' in value || '_jsonata_function' in value
}

/** A value's type by JSON's name for it. */
export function typeName(value: Json): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}

function queryError(value: string, field: string, problem: string): StateError {
  const cause = `The JSONata expression '${expressionText(value)}' specified for the field '${field}' ${problem}`
  return new StateError('States.QueryEvaluationError', cause, { location: field })
}

function expressionText(value: string): string {
  return isExpression(value) ? value.slice(2, -2).trim() : value
}

/** JSONata throws plain objects with a message as well as errors. */
function describe(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error)
    return 'code' in error ? `${error.code}: ${error.message}` : String(error.message)
  return String(error)
}

/** Parts of a syntax tree that are evaluated against the same context as the whole. */
const SAME_CONTEXT = ['lhs', 'rhs', 'expression', 'expressions', 'arguments', 'condition', 'then', 'else'] as const

/** Finds a field name, `$` or `$$` that stands at the top level, where Step Functions has no document to read. */
function findUnqualified(node: unknown): string | undefined {
  if (Array.isArray(node)) return firstFound(node)
  if (typeof node !== 'object' || node === null) return undefined
  const { type, value, steps } = node as { type?: string; value?: unknown; steps?: unknown[] }
  if (type === 'path') return findUnqualified(steps?.[0])
  if (type === 'name') return `the unqualified name '${String(value)}'`
  if (type === 'variable' && (value === '' || value === '$')) return `'$${String(value)}' at the top level`
  if (type === 'wildcard' || type === 'descendant') return `'${String(value)}' at the top level`
  if (type === 'lambda') return undefined
  // The right-hand sides of a grouping are evaluated against each group, not against the document.
  return firstFound(SAME_CONTEXT.map((part) => (node as Record<string, unknown>)[part]))
}

function firstFound(nodes: readonly unknown[]): string | undefined {
  for (const node of nodes) {
    const found = findUnqualified(node)
    if (found !== undefined) return found
  }
  return undefined
}

function callsEval(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false
  const { procedure } = node as { procedure?: { type?: string; value?: unknown } }
  if (procedure?.type === 'variable' && procedure.value === 'eval') return true
  return Object.values(node).some(callsEval)
}
