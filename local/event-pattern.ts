import { BlockList, isIP } from 'node:net'

/** An event pattern: the shape of the events it matches, with arrays of allowed values at its leaves. */
export type EventPattern = Readonly<Record<string, unknown>>

type Matcher = (values: readonly unknown[], present: boolean) => boolean

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unsupported(what: unknown, why: string): Error {
  return new Error(`The event pattern part ${JSON.stringify(what)} ${why}.`)
}

function text(value: unknown, within: unknown): string {
  if (typeof value !== 'string') throw unsupported(within, 'needs a string')
  return value
}

/** AWS does not say how it measures a pattern that is too complex. The one that it was recorded to refuse has six. */
const MOST_WILDCARDS = 5

const sameIgnoringCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** A test of one string, from `prefix`, `suffix`, `equals-ignore-case` or `wildcard`; undefined for any other operator. */
function stringTest(operator: string, operand: unknown, within: unknown): ((value: string) => boolean) | undefined {
  if (operator === 'equals-ignore-case') {
    const wanted = text(operand, within)
    return (value) => sameIgnoringCase(value, wanted)
  }
  if (operator === 'prefix' || operator === 'suffix') {
    const ignoresCase = isObject(operand)
    const wanted = text(ignoresCase ? operand['equals-ignore-case'] : operand, within)
    const part = (value: string) =>
      operator === 'prefix' ? value.slice(0, wanted.length) : value.slice(Math.max(0, value.length - wanted.length))
    return (value) => (ignoresCase ? sameIgnoringCase(part(value), wanted) : part(value) === wanted)
  }
  if (operator === 'wildcard') {
    const wanted = text(operand, within)
    if (wanted.includes('**')) throw unsupported(within, 'has consecutive wildcard characters')
    const parts = wanted.split('*')
    if (parts.length > MOST_WILDCARDS + 1) throw unsupported(within, 'is too complex: use fewer wildcard characters')
    const pieces = parts.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const expression = new RegExp(`^${pieces.join('.*')}$`, 's')
    return (value) => expression.test(value)
  }
  return undefined
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
}

/** One comparison, or a range from below to above: `[">", 10, "<=", 20]`. */
function numericTest(operand: unknown, within: unknown): (value: unknown) => boolean {
  if (!Array.isArray(operand) || operand.length === 0 || operand.length % 2 !== 0)
    throw unsupported(within, 'needs a list of comparisons and numbers in turn')
  const tests: ((value: number) => boolean)[] = []
  for (let index = 0; index < operand.length; index += 2) {
    const compare = COMPARISONS[String(operand[index])]
    const bound: unknown = operand[index + 1]
    if (compare === undefined || typeof bound !== 'number')
      throw unsupported(within, 'needs =, <, <=, > or >= and then a number')
    tests.push((value) => compare(value, bound))
  }
  const [first = '', second] = operand.filter((_, index) => index % 2 === 0).map(String)
  const isRange = first.startsWith('>') && second?.startsWith('<') && operand.length === 4 && operand[1] < operand[3]
  if (second !== undefined && !isRange)
    throw unsupported(within, 'is no range: > or >= a number, then < or <= a larger one')
  return (value) => typeof value === 'number' && tests.every((test) => test(value))
}

/** The addresses of a block: `10.0.0.0/24`, `2001:db8::/32`. */
function cidrTest(operand: unknown, within: unknown): (value: string) => boolean {
  const [network = '', bits, ...rest] = text(operand, within).split('/')
  if (bits === undefined || rest.length > 0) throw unsupported(within, "is a malformed CIDR: one '/' is required")
  const version = isIP(network)
  if (version === 0) throw unsupported(within, `has the nonstandard IP address ${network}`)
  const longest = version === 4 ? 32 : 128
  if (!/^\d+$/.test(bits) || Number(bits) > longest)
    throw unsupported(within, `is a malformed CIDR: the mask bits must be an integer from 0 to ${longest}`)
  const block = new BlockList()
  const family = version === 4 ? 'ipv4' : 'ipv6'
  block.addSubnet(network, Number(bits), family)
  return (value) => isIP(value) === version && block.check(value, family)
}

/** `anything-but` matches a value that is there and is none of these. */
function anythingBut(operand: unknown, within: unknown): (value: unknown) => boolean {
  if (!isObject(operand)) {
    const refused: readonly unknown[] = Array.isArray(operand) ? operand : [operand]
    if (refused.length === 0 || refused.some((value) => typeof value !== 'string' && typeof value !== 'number'))
      throw unsupported(within, 'must have an anything-but of texts or numbers')
    return (value) => !refused.includes(value)
  }
  const [operator = '', wanted] = Object.entries(operand)[0] ?? []
  const tests = (Array.isArray(wanted) ? wanted : [wanted]).map((one) => {
    const isPart = operator === 'prefix' || operator === 'suffix'
    if (isPart && (one === '' || isObject(one)))
      throw unsupported(within, `needs a text that is not empty as ${operator}`)
    return stringTest(operator, one, within)
  })
  if (tests.includes(undefined)) throw unsupported(within, 'has an anything-but operator that does not exist')
  return (value) => typeof value !== 'string' || !tests.some((test) => test?.(value))
}

function matcher(part: unknown): Matcher {
  if (!isObject(part)) {
    if (Array.isArray(part)) throw unsupported(part, 'is a list within a list')
    return (values) => values.includes(part)
  }
  const entries = Object.entries(part)
  const [operator, operand] = entries[0] ?? []
  if (operator === undefined || entries.length !== 1) throw unsupported(part, 'must have exactly one operator')
  if (operator === 'exists') {
    if (typeof operand !== 'boolean') throw unsupported(part, 'needs true or false')
    return (_values, present) => present === operand
  }
  if (operator === 'numeric') {
    const test = numericTest(operand, part)
    return (values) => values.some(test)
  }
  if (operator === 'anything-but') {
    const test = anythingBut(operand, part)
    return (values) => values.length > 0 && values.every(test)
  }
  const test = operator === 'cidr' ? cidrTest(operand, part) : stringTest(operator, operand, part)
  if (test === undefined) throw unsupported(part, `has the operator ${operator}, which is not supported`)
  return (values) => values.some((value) => typeof value === 'string' && test(value))
}

/** Only leaves count as values: an object that is still to be descended into is none. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  return value === undefined || isObject(value) ? [] : [value]
}

function matchesLeaf(parts: readonly unknown[], value: unknown): boolean {
  if (parts.length === 0) throw unsupported(parts, 'is an empty list, which is not allowed')
  // `exists` looks at leaves only: an empty list has none.
  const values = leaves(value)
  return parts.map(matcher).some((matches) => matches(values, values.length > 0))
}

/** Fields whose names have dots in them as the fields that these names mean. */
function withoutDots(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!Object.keys(fields).some((name) => name.includes('.'))) return fields
  const nested: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const dot = name.indexOf('.')
    const [first, inner] = dot === -1 ? [name, value] : [name.slice(0, dot), { [name.slice(dot + 1)]: value }]
    const before = nested[first]
    nested[first] = isObject(before) && isObject(inner) ? { ...before, ...inner } : inner
  }
  return nested
}

function matchesField(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return matchesLeaf(pattern, value)
  if (!isObject(pattern)) throw unsupported(pattern, 'must be an object or a list of values')
  // An object within a list matches when any of the list's members does.
  if (Array.isArray(value)) return value.some((member) => matchesField(pattern, member))
  return matchesEventPattern(pattern, value)
}

/**
 * Whether an event matches an EventBridge event pattern, or a record the filter pattern of a Lambda event source
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
 *
 * Every field of the pattern must match; a list matches when any of its members does. Supported: exact values,
 * `prefix`, `suffix`, `equals-ignore-case`, `wildcard`, `anything-but` (values, and each of these), `exists`,
 * `numeric`, `cidr`, `$or`, nested objects. Null, true and 1 are matched as themselves and not as text. A dot in a name
 * joins: `a.b` is the field b of a, in the pattern and in the event.
 *
 * @throws Error naming the part of the pattern that is not valid or not supported.
 */
export function matchesEventPattern(pattern: EventPattern, event: unknown): boolean {
  const fields = withoutDots(isObject(event) ? event : {})
  // Every part is looked at, even after one that does not match, so that a part that is not valid is always told.
  const results = Object.entries(withoutDots(pattern)).map(([name, part]) => {
    if (name !== '$or' || !Array.isArray(part)) return matchesField(part, fields[name])
    const alternatives = part.map((alternative: unknown) => {
      if (!isObject(alternative)) throw unsupported(part, 'must be a list of patterns')
      return matchesEventPattern(alternative, event)
    })
    return alternatives.includes(true)
  })
  return !results.includes(false)
}
