import type { EndpointResponse } from '../contracts.ts'
import type { EventBus } from '../eventbridge/event-bus.ts'
import type { AsynchronousInvocations } from '../lambda/asynchronous-invocations.ts'
import type { Functions } from '../lambda/functions.ts'
import { type RawEmailInput, type SendEmailSurroundings, sendRawEmail } from '../ses/send-email.ts'
import { SesError } from '../ses/ses-error.ts'
import { awsError, notSupported } from './aws-error.ts'

/** A service that answers operations by name. */
export interface JsonService {
  handle(operation: string, request: object): Promise<EndpointResponse> | EndpointResponse
}

/** The services behind the endpoint. */
export interface AwsServices {
  readonly dynamoDb: JsonService
  readonly stepFunctions: JsonService
  readonly eventBus: EventBus
  readonly secrets: JsonService
  readonly functions: Functions
  readonly asynchronousInvocations: AsynchronousInvocations
  readonly email: SendEmailSurroundings
  readonly accountId: string
  /** Told when a request may have made something due. */
  readonly onEnd: () => void
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST_EVENT_IN_BYTES = 6 * 1024 * 1024
const LARGEST_ASYNCHRONOUS_EVENT_IN_BYTES = 1024 * 1024

/** SES's SendRawEmail. */
export async function answerSendRawEmail(input: RawEmailInput, services: AwsServices): Promise<EndpointResponse> {
  try {
    return { status: 200, body: { MessageId: await sendRawEmail(input, services.email) } }
  } catch (error) {
    if (error instanceof SesError) return awsError(400, error.name, error.message)
    throw error
  }
}

/**
 * Lambda's Invoke.
 * @param type `RequestResponse` (the default), `Event` or `DryRun`.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function answerInvoke(
  functionName: string,
  type: string,
  payload: string,
  services: AwsServices,
): Promise<EndpointResponse> {
  const limit = type === 'Event' ? LARGEST_ASYNCHRONOUS_EVENT_IN_BYTES : LARGEST_EVENT_IN_BYTES
  const size = Buffer.byteLength(payload)
  if (size > limit) {
    return awsError(
      413,
      'RequestTooLargeException',
      `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
    )
  }
  let event: unknown
  try {
    event = payload === '' ? null : JSON.parse(payload)
  } catch (error) {
    return awsError(
      400,
      'InvalidRequestContentException',
      `Could not parse request body into json: ${(error as Error).message}`,
    )
  }
  try {
    const { name } = services.functions.definition(functionName)
    if (type === 'DryRun') return { status: 204, body: undefined }
    if (type === 'Event') {
      services.asynchronousInvocations.accept(name, event, 'Lambda.Invoke')
      services.onEnd()
      return { status: 202, body: undefined }
    }
    const result = await services.functions.invoke(name, event)
    const headers = { 'x-amz-executed-version': '$LATEST' }
    if (result.ok) return { status: 200, headers, body: result.payload ?? null }
    const { errorType, errorMessage, trace } = result
    return {
      status: 200,
      headers: { ...headers, 'x-amz-function-error': 'Unhandled' },
      body: { errorType, errorMessage, trace },
    }
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error
    return awsError(404, 'ResourceNotFoundException', (error as Error).message)
  }
}

/** What a service answered with instead of a result, under the service's own name for it. */
class AwsCallError extends Error {
  readonly status: number

  constructor(name: string, message: string, status: number) {
    super(message)
    this.name = name
    this.status = status
  }
}

/**
 * Calls an operation by the names that Step Functions' `aws-sdk` integrations use: `dynamodb` and `getItem`.
 * @returns the operation's output.
 * @throws AwsCallError
 */
export async function callService(
  services: AwsServices,
  service: string,
  action: string,
  input: unknown,
): Promise<unknown> {
  const response = await answerAction(services, service, action, input as object)
  if (response.status < 400) return response.body
  const { __type, message, Message } = response.body as { __type?: string; message?: string; Message?: string }
  throw new AwsCallError(String(__type).split('#').at(-1) ?? '', message ?? Message ?? '', response.status)
}

async function answerAction(
  services: AwsServices,
  service: string,
  action: string,
  input: object,
): Promise<EndpointResponse> {
  const operation = `${action.charAt(0).toUpperCase()}${action.slice(1)}`
  switch (service) {
    case 'dynamodb':
      return services.dynamoDb.handle(operation, input)
    case 'sfn':
      return services.stepFunctions.handle(operation, input)
    case 'eventbridge':
      return services.eventBus.handle(operation, input)
    case 'secretsmanager':
      return services.secrets.handle(operation, input)
    case 'ses':
      return operation === 'SendRawEmail'
        ? answerSendRawEmail(input as RawEmailInput, services)
        : notSupported(`ses:${action}`)
    default:
      return notSupported(`${service}:${action}`)
  }
}
