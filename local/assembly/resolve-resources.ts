import { evaluateCondition, NO_VALUE, resolveIntrinsics, type Scope } from './intrinsics.ts'
import { physicalName } from './physical-name.ts'
import type { AssemblyStack, TemplateResource } from './read-assembly.ts'
import { RESOURCE_TYPES_WITHOUT_EFFECT, type ResourceIdentity, SUPPORTED_RESOURCE_TYPES } from './resource-types.ts'

/** A resource as the local service runs it: with its name, and no intrinsic function left in its properties. */
export interface Resource {
  readonly stack: string
  readonly logicalId: string
  readonly type: string
  /** The physical name: the template's own, or one made of the stack's name and the logical id. */
  readonly name: string
  /** Empty for a type that has no ARN. */
  readonly arn: string
  /** The ARN of its stream, for a table that has one. */
  readonly streamArn: string | undefined
  readonly properties: Readonly<Record<string, unknown>>
  /** Folder or file of each asset of the resource's stack, by object key. */
  readonly assets: ReadonlyMap<string, string>
}

export interface ResolvedAssembly {
  readonly region: string
  readonly accountId: string
  readonly resources: readonly Resource[]
  /** What the templates have that does nothing on one machine, with the reason. */
  readonly withoutEffect: readonly {
    readonly stack: string
    readonly logicalId: string
    readonly type: string
    readonly why: string
  }[]
  /** The stacks' outputs by `<stack>.<name>`. */
  readonly outputs: ReadonlyMap<string, unknown>
}

export interface Environment {
  /** Used where a stack leaves its region or account open. */
  readonly region: string
  readonly accountId: string
  /** Replaces the public address of the HTTP API wherever a template builds it. */
  readonly apiUrl: string
  /** What else of the templates is at another address on this machine, by the address that they have. */
  readonly elsewhere?: Readonly<Record<string, string>>
}

/**
 * Resolves every template of an assembly as CloudFormation would on deployment.
 *
 * @throws Error with a sentence for each resource type and each property that the local service does not support,
 * naming stack, logical id, type and property; and for every reference to something that is not there.
 */
export function resolveAssembly(stacks: readonly AssemblyStack[], environment: Environment): ResolvedAssembly {
  const problems = stacks.flatMap(findUnsupported)
  if (problems.length > 0) throw new Error(problems.join('\n'))

  const exports = new Map<string, () => unknown>()
  const importValue = (where: string, exportName: string): unknown => {
    const value = exports.get(exportName)
    if (value === undefined) throw new Error(`${where} imports ${exportName}, which no stack of the assembly exports.`)
    return value()
  }
  const resolvers = stacks.map((stack) => new StackResolver(stack, environment, importValue))
  for (const resolver of resolvers) {
    for (const [name, value] of resolver.exports()) {
      if (exports.has(name)) throw new Error(`Two stacks export ${name}.`)
      exports.set(name, value)
    }
  }
  return {
    region: stacks.find((stack) => stack.region !== undefined)?.region ?? environment.region,
    accountId: stacks.find((stack) => stack.accountId !== undefined)?.accountId ?? environment.accountId,
    resources: resolvers.flatMap((resolver) => resolver.resources()),
    withoutEffect: stacks.flatMap(findWithoutEffect),
    outputs: new Map(resolvers.flatMap((resolver) => resolver.outputs())),
  }
}

function findUnsupported(stack: AssemblyStack): readonly string[] {
  return Object.entries(stack.template.Resources ?? {}).flatMap(([logicalId, resource]) => {
    if (resource.Type in RESOURCE_TYPES_WITHOUT_EFFECT) return []
    const type = SUPPORTED_RESOURCE_TYPES[resource.Type]
    if (type === undefined) {
      return [
        `Stack ${stack.name} has ${logicalId} of type ${resource.Type}, which the local service does not support.`,
      ]
    }
    const known = new Set([...type.used, ...type.withoutEffect])
    return Object.keys(resource.Properties ?? {})
      .filter((property) => !known.has(property))
      .map((property) => unsupportedProperty({ stack: stack.name, logicalId, type: resource.Type }, property))
  })
}

/** The sentence for a property, or a value of one, that the local service does not support. */
export function unsupportedProperty(
  resource: { readonly stack: string; readonly logicalId: string; readonly type: string },
  property: string,
  reason = '',
): string {
  return `Stack ${resource.stack}, resource ${resource.logicalId} (${resource.type}): the local service does not support its property ${property}${reason === '' ? '' : `: ${reason}`}.`
}

function findWithoutEffect(stack: AssemblyStack): ResolvedAssembly['withoutEffect'] {
  return Object.entries(stack.template.Resources ?? {}).flatMap(([logicalId, { Type }]) => {
    const type = RESOURCE_TYPES_WITHOUT_EFFECT[Type]
    return type === undefined ? [] : [{ stack: stack.name, logicalId, type: Type, why: type.why }]
  })
}

/** Resolves one stack's names and values, each when it is first asked for, so that the order in a template is free. */
class StackResolver {
  readonly #stack: AssemblyStack
  readonly #environment: Environment
  readonly #importValue: (where: string, exportName: string) => unknown
  readonly #names = new Map<string, string>()
  readonly #beingNamed = new Set<string>()

  constructor(
    stack: AssemblyStack,
    environment: Environment,
    importValue: (where: string, exportName: string) => unknown,
  ) {
    this.#stack = stack
    this.#environment = environment
    this.#importValue = importValue
  }

  resources(): readonly Resource[] {
    return this.#existing()
      .filter(([, { Type }]) => Type in SUPPORTED_RESOURCE_TYPES)
      .map(([logicalId, resource]) => {
        const identity = this.#identity(logicalId, resource)
        const { attributes = {}, arn = attributes.Arn } = SUPPORTED_RESOURCE_TYPES[resource.Type] ?? {}
        return {
          stack: this.#stack.name,
          logicalId,
          type: resource.Type,
          name: identity.name,
          arn: String(arn?.(identity) ?? ''),
          streamArn: attributes.StreamArn === undefined ? undefined : String(attributes.StreamArn(identity)),
          properties: this.#properties(logicalId, resource),
          assets: this.#stack.assets,
        }
      })
  }

  exports(): readonly [string, () => unknown][] {
    return Object.entries(this.#stack.template.Outputs ?? {}).flatMap(
      ([logicalId, output]): [string, () => unknown][] => {
        if (output.Export === undefined || !this.#holds(output.Condition)) return []
        const scope = this.#scope(`Output ${logicalId}`)
        return [[String(resolveIntrinsics(output.Export.Name, scope)), () => this.#resolve(output.Value, scope)]]
      },
    )
  }

  outputs(): readonly [string, unknown][] {
    return Object.entries(this.#stack.template.Outputs ?? {})
      .filter(([, output]) => this.#holds(output.Condition))
      .map(([logicalId, output]) => [
        `${this.#stack.name}.${logicalId}`,
        this.#resolve(output.Value, this.#scope(`Output ${logicalId}`)),
      ])
  }

  #existing(): readonly [string, TemplateResource][] {
    return Object.entries(this.#stack.template.Resources ?? {}).filter(([, { Condition }]) => this.#holds(Condition))
  }

  #holds(condition: string | undefined): boolean {
    return condition === undefined || this.#condition(condition)
  }

  #condition(name: string): boolean {
    const definition = this.#stack.template.Conditions?.[name]
    if (definition === undefined) throw new Error(`Stack ${this.#stack.name} has no condition ${name}.`)
    return evaluateCondition(definition, this.#scope(`Condition ${name}`))
  }

  #properties(logicalId: string, resource: TemplateResource): Readonly<Record<string, unknown>> {
    return this.#resolve(resource.Properties ?? {}, this.#scope(logicalId)) as Readonly<Record<string, unknown>>
  }

  #identity(logicalId: string, resource: TemplateResource): ResourceIdentity {
    return { name: this.#name(logicalId, resource), region: this.#region(), accountId: this.#accountId() }
  }

  #name(logicalId: string, resource: TemplateResource): string {
    const known = this.#names.get(logicalId)
    if (known !== undefined) return known
    if (this.#beingNamed.has(logicalId))
      throw new Error(`Stack ${this.#stack.name}: the name of ${logicalId} depends on itself.`)
    this.#beingNamed.add(logicalId)
    const { nameProperty } =
      SUPPORTED_RESOURCE_TYPES[resource.Type] ?? RESOURCE_TYPES_WITHOUT_EFFECT[resource.Type] ?? {}
    const own = nameProperty === undefined ? undefined : resource.Properties?.[nameProperty]
    const resolved = own === undefined ? NO_VALUE : resolveIntrinsics(own, this.#scope(logicalId))
    const name = typeof resolved === 'string' ? resolved : physicalName(this.#stack.name, logicalId)
    this.#beingNamed.delete(logicalId)
    this.#names.set(logicalId, name)
    return name
  }

  #region(): string {
    return this.#stack.region ?? this.#environment.region
  }

  #accountId(): string {
    return this.#stack.accountId ?? this.#environment.accountId
  }

  #scope(logicalId: string): Scope {
    const where = `Stack ${this.#stack.name}, ${logicalId}`
    return {
      where,
      ref: (name) => this.#reference(name),
      attribute: (target, attribute) => this.#attribute(where, target, attribute),
      importValue: (exportName) => this.#importValue(where, exportName),
      condition: (name) => this.#condition(name),
      mapping: (map, first, second) => this.#stack.template.Mappings?.[map]?.[first]?.[second],
    }
  }

  #reference(name: string): unknown {
    const pseudo = this.#pseudoParameters()[name]
    if (pseudo !== undefined) return pseudo
    const parameter = this.#stack.template.Parameters?.[name]
    if (parameter !== undefined) {
      if (parameter.Default === undefined) {
        throw new Error(
          `Stack ${this.#stack.name} has parameter ${name} without a default; the local service has no value for it.`,
        )
      }
      return parameter.Default
    }
    const resource = this.#stack.template.Resources?.[name]
    if (resource === undefined) return undefined
    const identity = this.#identity(name, resource)
    const type = SUPPORTED_RESOURCE_TYPES[resource.Type] ?? RESOURCE_TYPES_WITHOUT_EFFECT[resource.Type]
    return type?.ref?.(identity) ?? identity.name
  }

  #pseudoParameters(): Readonly<Record<string, unknown>> {
    return {
      'AWS::AccountId': this.#accountId(),
      'AWS::Region': this.#region(),
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.#stack.name,
      'AWS::StackId': `arn:aws:cloudformation:${this.#region()}:${this.#accountId()}:stack/${this.#stack.name}/local`,
      'AWS::NotificationARNs': [],
    }
  }

  #attribute(where: string, logicalId: string, attribute: string): unknown {
    const resource = this.#stack.template.Resources?.[logicalId]
    if (resource === undefined)
      throw new Error(`${where} asks for ${logicalId}.${attribute}, but its stack has no ${logicalId}.`)
    const type = SUPPORTED_RESOURCE_TYPES[resource.Type] ?? RESOURCE_TYPES_WITHOUT_EFFECT[resource.Type]
    const read = type?.attributes?.[attribute]
    if (read === undefined) {
      throw new Error(
        `${where} asks for attribute ${attribute} of ${logicalId} (${resource.Type}), which the local service does not support.`,
      )
    }
    return read(this.#identity(logicalId, resource))
  }

  /** Resolves a value and puts this machine's addresses wherever it holds one that is here. */
  #resolve(value: unknown, scope: Scope): unknown {
    const here = Object.entries(this.#environment.elsewhere ?? {})
    for (const address of this.#apiAddresses()) here.push([address, this.#environment.apiUrl])
    return withLocalAddresses(resolveIntrinsics(value, scope), here)
  }

  #apiAddresses(): readonly string[] {
    return Object.entries(this.#stack.template.Resources ?? {})
      .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api')
      .map(
        ([logicalId, resource]) =>
          `https://${this.#name(logicalId, resource)}.execute-api.${this.#region()}.amazonaws.com`,
      )
  }
}

function withLocalAddresses(value: unknown, here: readonly (readonly [address: string, local: string])[]): unknown {
  if (here.length === 0) return value
  if (typeof value === 'string') return here.reduce((text, [address, local]) => text.replaceAll(address, local), value)
  if (Array.isArray(value)) return value.map((item) => withLocalAddresses(item, here))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withLocalAddresses(item, here)]))
}
