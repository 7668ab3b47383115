import { randomUUID } from 'node:crypto'
import type { FunctionInvoker } from '../contracts.ts'
import { isObject, type Json, toJson } from './json.ts'
import type { TaskOutcome, TaskRecord } from './store.ts'

/** Calls any AWS API by the names an SDK integration uses, for example `('dynamodb', 'getItem', { ... })`. */
export type SdkCaller = (service: string, action: string, request: unknown) => Promise<unknown>

/** How SDK integrations spell a service at the front of an error name, where it is not simply capitalised. */
const SDK_ERROR_PREFIXES: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDb',
  dynamodbstreams: 'DynamoDbStreams',
  eventbridge: 'EventBridge',
  secretsmanager: 'SecretsManager',
}

/**
 * Makes the call of a task that goes to a function or to another AWS service.
 * @returns what the call gave back, or the error by the name a state sees it under
 *   (https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html,
 *   https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html)
 */
export async function callTask(task: TaskRecord, invoker: FunctionInvoker, sdk: SdkCaller): Promise<TaskOutcome> {
  const { resource, request } = task
  switch (resource.kind) {
    case 'function':
      return invoke(invoker, resource.functionArn, request)
    case 'lambda':
      return invokeAsIntegration(invoker, request)
    case 'sdk':
      return callSdk(sdk, resource.service, resource.action, request)
    case 'start-execution':
      throw new Error('An execution is started in the database, not by a call')
  }
}

async function invokeAsIntegration(invoker: FunctionInvoker, request: Json): Promise<TaskOutcome> {
  if (!isObject(request) || typeof request.FunctionName !== 'string')
    return refused('lambda:invoke needs Arguments with a FunctionName')
  const { FunctionName: name, Payload: payload, Qualifier: qualifier, InvocationType: type } = request
  if (type !== undefined && type !== 'RequestResponse')
    return refused(`lambda:invoke runs here with InvocationType RequestResponse only, not ${JSON.stringify(type)}`)
  const target = typeof qualifier === 'string' ? `${name}:${qualifier}` : name
  // A function that is given no payload, or null, gets an empty object.
  const outcome = await invoke(invoker, target, payload ?? {})
  if (outcome.kind !== 'succeeded') return outcome
  const output: Json = {
    ExecutedVersion: typeof qualifier === 'string' && /^\d+$/.test(qualifier) ? qualifier : '$LATEST',
    Payload: outcome.output,
    SdkHttpMetadata: { HttpStatusCode: 200 },
    SdkResponseMetadata: { RequestId: randomUUID() },
    StatusCode: 200,
  }
  return { kind: 'succeeded', output }
}

/** The names of errors: the function's own, as its runtime reports it, or Lambda's with `Lambda.` before it. */
async function invoke(invoker: FunctionInvoker, name: string, payload: Json): Promise<TaskOutcome> {
  try {
    const result = await invoker.invoke(name, payload)
    if (result.ok) return { kind: 'succeeded', output: toJson(result.payload) }
    const { errorMessage, errorType, trace } = result
    const cause = JSON.stringify({ errorMessage, errorType, trace })
    return { kind: 'failed', error: errorType === '' ? 'Lambda.Unknown' : errorType, cause }
  } catch (error) {
    const { name, message } = asError(error)
    if (name === 'Error') return { kind: 'failed', error: 'Lambda.SdkClientException', cause: message }
    return { kind: 'failed', error: `Lambda.${name}`, cause: causeOfOptimised(message, 'AWSLambda', 404, name) }
  }
}

async function callSdk(sdk: SdkCaller, service: string, action: string, request: Json): Promise<TaskOutcome> {
  try {
    const isCamelCase = CAMEL_CASE_APIS.includes(service)
    const answer = toJson(await sdk(service, action, isCamelCase ? withNames(request, lowerFirst) : request))
    return { kind: 'succeeded', output: isCamelCase ? withNames(timesInText(answer), upperFirst) : answer }
  } catch (error) {
    const { name, message, status = 400 } = asError(error)
    const prefix = SDK_ERROR_PREFIXES[service] ?? upperFirst(service)
    const cause = `${message} (Service: ${prefix}, Status Code: ${status}, Request ID: ${randomUUID()})`
    const known = hasClass(service, name) ? withExceptionSuffix(name) : `${prefix}Exception`
    return { kind: 'failed', error: `${prefix}.${known}`, cause }
  }
}

/** APIs whose members begin with a small letter. In Arguments and results of Step Functions they begin with a capital. */
const CAMEL_CASE_APIS: readonly string[] = ['sfn']

const lowerFirst = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`
const upperFirst = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

function withNames(value: Json, rename: (name: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => withNames(item, rename))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), withNames(inner as Json, rename)]),
  )
}

/** Times are text in results, and seconds since 1970 in the API. */
function timesInText(value: Json): Json {
  if (Array.isArray(value)) return value.map(timesInText)
  if (!isObject(value)) return value
  const asText = (name: string, inner: Json): Json =>
    typeof inner === 'number' && /(Date|^timestamp)$/.test(name)
      ? new Date(inner * 1000).toISOString()
      : timesInText(inner)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(name, inner as Json)]))
}

/** An error that the SDK has no class of its own for is known by the class of its service: `DynamoDb.DynamoDbException`. */
function hasClass(service: string, name: string): boolean {
  if (name === 'ValidationException') return service === 'sfn'
  return !['SerializationException', 'UnknownOperationException', 'InvalidParameterValue'].includes(name)
}

/** What optimised integrations add to the words of a service. */
export function causeOfOptimised(message: string, service: string, status: number, code: string): string {
  return `${message} (Service: ${service}; Status Code: ${status}; Error Code: ${code}; Request ID: ${randomUUID()}; Proxy: null)`
}

/** SDK and optimised integrations name errors as the Java SDK does: every one ends in Exception. */
export function withExceptionSuffix(name: string): string {
  return name.endsWith('Exception') ? name : `${name}Exception`
}

/** A call that could not be made as it was asked for; on AWS, too, such an execution fails with States.Runtime. */
function refused(cause: string): TaskOutcome {
  return { kind: 'failed', error: 'States.Runtime', cause }
}

/** `status` is there when a service answered. */
function asError(error: unknown): Error & { readonly status?: number } {
  return error instanceof Error ? error : new Error(String(error))
}
