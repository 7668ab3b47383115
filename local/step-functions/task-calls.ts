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
  const { FunctionName: name, Payload: payload = {}, Qualifier: qualifier, InvocationType: type } = request
  if (type !== undefined && type !== 'RequestResponse')
    return refused(`lambda:invoke runs here with InvocationType RequestResponse only, not ${JSON.stringify(type)}`)
  const target = typeof qualifier === 'string' ? `${name}:${qualifier}` : name
  const outcome = await invoke(invoker, target, payload as Json)
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
    return { kind: 'failed', error: `Lambda.${name === 'Error' ? 'SdkClientException' : name}`, cause: message }
  }
}

async function callSdk(sdk: SdkCaller, service: string, action: string, request: Json): Promise<TaskOutcome> {
  try {
    return { kind: 'succeeded', output: toJson(await sdk(service, action, request)) }
  } catch (error) {
    const { name, message } = asError(error)
    const prefix = SDK_ERROR_PREFIXES[service] ?? `${service.charAt(0).toUpperCase()}${service.slice(1)}`
    return { kind: 'failed', error: `${prefix}.${withExceptionSuffix(name)}`, cause: message }
  }
}

/** SDK and optimised integrations name errors as the Java SDK does: every one ends in Exception. */
export function withExceptionSuffix(name: string): string {
  return name.endsWith('Exception') ? name : `${name}Exception`
}

/** A call that could not be made as it was asked for; on AWS, too, such an execution fails with States.Runtime. */
function refused(cause: string): TaskOutcome {
  return { kind: 'failed', error: 'States.Runtime', cause }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
