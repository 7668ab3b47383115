import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberProperty, ofType, read, requiredText, textProperty, unsupported } from '../assembly/property.ts'
import type { Resource } from '../assembly/resolve-resources.ts'

/** What becomes of events that were invoked asynchronously and failed. */
export interface AsynchronousInvocationSettings {
  /** How often an event is tried again after its first failure: 0 to 2. */
  readonly maximumRetryAttempts: number
  /** Seconds for which an event is kept for trying. */
  readonly maximumEventAgeInSeconds: number
  /** ARN of the queue that takes what could not be done. */
  readonly deadLetterQueueArn: string | undefined
  /** ARN of the queue or function that is told of each failure with its context. */
  readonly onFailureArn: string | undefined
}

/** A function as its template describes it. */
export interface FunctionDefinition {
  readonly name: string
  readonly arn: string
  /** Folder with the function's code, unmodified. */
  readonly codeDirectory: string
  /** `<file without extension>.<export>` */
  readonly handler: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryInMegabytes: number
  readonly timeoutInSeconds: number
  /** How many invocations run at the same time. */
  readonly concurrency: number
  readonly asynchronous: AsynchronousInvocationSettings
  readonly logGroup: string
}

/** How many invocations of a function run at once here when its template reserves no number. */
const DEFAULT_CONCURRENCY = 4

/** How long the environment variables of a function may be together. */
const MOST_ENVIRONMENT_BYTES = 4096

/**
 * Reads the functions of an application.
 *
 * @param codeFolder where code that stands in the template itself (`ZipFile`) is written.
 * @throws Error naming stack, logical id, type and property, for what cannot be run here.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
 */
export function functionsOfTemplate(resources: readonly Resource[], codeFolder: string): readonly FunctionDefinition[] {
  const queues = new Set(ofType(resources, 'AWS::SQS::Queue').map((queue) => queue.arn))
  const functions = ofType(resources, 'AWS::Lambda::Function')
  const destinations = new Set([...queues, ...functions.map((resource) => resource.arn)])
  return functions.map((resource) => {
    const runtime = requiredText(resource, 'Runtime')
    if (!/^nodejs\d+\.x$/.test(runtime)) throw unsupported(resource, 'Runtime', `${runtime} is not a Node.js runtime`)
    if (textProperty(resource, 'PackageType') === 'Image') {
      throw unsupported(resource, 'PackageType', 'a function has to be a folder of code, not a container image')
    }
    return {
      name: resource.name,
      arn: resource.arn,
      codeDirectory: codeDirectory(resource, codeFolder),
      handler: requiredText(resource, 'Handler'),
      environment: environmentOf(resource),
      memoryInMegabytes: numberProperty(resource, 128, 'MemorySize'),
      timeoutInSeconds: numberProperty(resource, 3, 'Timeout'),
      concurrency: numberProperty(resource, DEFAULT_CONCURRENCY, 'ReservedConcurrentExecutions'),
      asynchronous: asynchronousSettings(resource, resources, queues, destinations),
      logGroup: textProperty(resource, 'LoggingConfig', 'LogGroup') ?? `/aws/lambda/${resource.name}`,
    }
  })
}

/**
 * Lambda measures the variables together, as one JSON object.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
function environmentOf(resource: Resource): Readonly<Record<string, string>> {
  const variables = (read(resource.properties, 'Environment', 'Variables') ?? {}) as Record<string, unknown>
  const environment = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]))
  const bytes = Buffer.byteLength(JSON.stringify(environment))
  if (bytes > MOST_ENVIRONMENT_BYTES) {
    throw unsupported(
      resource,
      'Environment.Variables',
      `the variables of the function ${resource.name} take ${bytes} bytes, and Lambda takes ${MOST_ENVIRONMENT_BYTES} at most. Put what is long into the function's bundle`,
    )
  }
  return environment
}

function codeDirectory(resource: Resource, codeFolder: string): string {
  const inline = textProperty(resource, 'Code', 'ZipFile')
  if (inline !== undefined) {
    const folder = join(codeFolder, resource.name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.js'), inline)
    return folder
  }
  const key = requiredText(resource, 'Code', 'S3Key')
  const path = resource.assets.get(key)
  if (path === undefined) throw unsupported(resource, 'Code.S3Key', `${key} is not among the assets of its stack`)
  if (!existsSync(path))
    throw unsupported(resource, 'Code.S3Key', `its asset ${path} is missing; synthesize the app again`)
  if (!statSync(path).isDirectory())
    throw unsupported(resource, 'Code.S3Key', `its asset ${path} is not a folder of code`)
  return path
}

function asynchronousSettings(
  resource: Resource,
  resources: readonly Resource[],
  queues: ReadonlySet<string>,
  destinations: ReadonlySet<string>,
): AsynchronousInvocationSettings {
  const config = ofType(resources, 'AWS::Lambda::EventInvokeConfig').find((candidate) =>
    [resource.name, resource.arn].includes(requiredText(candidate, 'FunctionName')),
  )
  if (config !== undefined && read(config.properties, 'DestinationConfig', 'OnSuccess', 'Destination') !== undefined) {
    throw unsupported(config, 'DestinationConfig.OnSuccess', 'only OnFailure destinations are supported')
  }
  const onFailureArn = config && textProperty(config, 'DestinationConfig', 'OnFailure', 'Destination')
  if (config !== undefined && onFailureArn !== undefined && !destinations.has(onFailureArn)) {
    throw unsupported(
      config,
      'DestinationConfig.OnFailure',
      `${onFailureArn} is neither a queue nor a function of the app`,
    )
  }
  const deadLetterQueueArn = textProperty(resource, 'DeadLetterConfig', 'TargetArn')
  if (deadLetterQueueArn !== undefined && !queues.has(deadLetterQueueArn)) {
    throw unsupported(resource, 'DeadLetterConfig.TargetArn', `${deadLetterQueueArn} is not a queue of the app`)
  }
  return {
    maximumRetryAttempts: config === undefined ? 2 : numberProperty(config, 2, 'MaximumRetryAttempts'),
    maximumEventAgeInSeconds:
      config === undefined ? 21_600 : numberProperty(config, 21_600, 'MaximumEventAgeInSeconds'),
    deadLetterQueueArn,
    onFailureArn,
  }
}
