import { listProperty, ofType, read, textProperty, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'
import { type EventPattern, matchesEventPattern } from '../event-pattern.ts'
import { nextOccurrence } from './schedule-expression.ts'

/** A rule as its template describes it. */
export interface RuleDefinition {
  readonly name: string
  readonly arn: string
  readonly isEnabled: boolean
  readonly pattern: EventPattern | undefined
  readonly schedule: string | undefined
  readonly targets: readonly RuleTarget[]
}

/** A function that a rule gives its events to. */
export interface RuleTarget {
  readonly id: string
  readonly functionArn: string
  /** Given instead of the event, as JSON text. */
  readonly input: string | undefined
  readonly inputPath: string | undefined
  readonly inputTransformer: { readonly paths: Readonly<Record<string, string>>; readonly template: string } | undefined
}

/**
 * Reads the EventBridge rules of an application. Retry policies and dead-letter queues of targets are accepted: here a
 * function always takes the event, and what then goes wrong is retried by Lambda's own rules.
 *
 * @throws Error naming stack, logical id, type and property, for what cannot be run here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
 */
export function rulesOfTemplate(resources: readonly Resource[]): readonly RuleDefinition[] {
  const functions = new Set(ofType(resources, 'AWS::Lambda::Function').map((resource) => resource.arn))
  return ofType(resources, 'AWS::Events::Rule').map((resource) => {
    const bus = textProperty(resource, 'EventBusName')
    if (bus !== undefined && bus !== 'default' && !bus.endsWith(':event-bus/default')) {
      throw unsupported(resource, 'EventBusName', `only the default bus is supported, not ${bus}`)
    }
    const schedule = textProperty(resource, 'ScheduleExpression')
    if (schedule !== undefined) checkSchedule(resource, schedule)
    const pattern = read(resource.properties, 'EventPattern') as RuleDefinition['pattern']
    if (pattern !== undefined) checkPattern(resource, pattern)
    return {
      name: resource.name,
      arn: resource.arn,
      isEnabled: textProperty(resource, 'State') !== 'DISABLED',
      pattern,
      schedule,
      targets: listProperty(resource, 'Targets').map((target) => readTarget(resource, target, functions)),
    }
  })
}

function checkSchedule(resource: Resource, schedule: string): void {
  try {
    nextOccurrence(schedule, 0)
  } catch (error) {
    throw unsupported(resource, 'ScheduleExpression', (error as Error).message)
  }
}

function checkPattern(resource: Resource, pattern: EventPattern): void {
  try {
    matchesEventPattern(pattern, {})
  } catch (error) {
    throw unsupported(resource, 'EventPattern', (error as Error).message)
  }
}

const TARGET_PROPERTIES = new Set([
  'Arn',
  'Id',
  'Input',
  'InputPath',
  'InputTransformer',
  'RetryPolicy',
  'DeadLetterConfig',
  'RoleArn',
])

function readTarget(resource: Resource, target: unknown, functions: ReadonlySet<string>): RuleTarget {
  const unknown = Object.keys(target as object).find((property) => !TARGET_PROPERTIES.has(property))
  if (unknown !== undefined) throw unsupported(resource, `Targets.${unknown}`, 'targets are functions')
  const functionArn = String(read(target, 'Arn'))
  if (!functions.has(functionArn))
    throw unsupported(resource, 'Targets.Arn', `${functionArn} is not a function of the app`)
  const template = read(target, 'InputTransformer', 'InputTemplate')
  return {
    id: String(read(target, 'Id')),
    functionArn,
    input: read(target, 'Input') as string | undefined,
    inputPath: read(target, 'InputPath') as string | undefined,
    inputTransformer:
      template === undefined
        ? undefined
        : {
            paths: (read(target, 'InputTransformer', 'InputPathsMap') ?? {}) as Readonly<Record<string, string>>,
            template: String(template),
          },
  }
}
