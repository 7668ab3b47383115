import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Clock, EndpointResponse } from '../contracts.ts'
import {
  BodyTooLargeError,
  isAbandoned,
  isAddressedToThisMachine,
  isFromAnotherSite,
  readBody,
  respond,
} from '../http.ts'
import { awsError, notSupported } from './aws-error.ts'
import { type AwsServices, answerInvoke } from './aws-services.ts'
import { answerQuery } from './query-api.ts'

/** A page or file for people. */
export interface PageResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface EndpointOptions {
  readonly services: AwsServices
  readonly clock: Clock
  readonly newId: () => string
  /** Answers what is for people, `/console...` and `/mailbox...`; `undefined` for an address that it does not have. */
  readonly pages: (request: IncomingMessage, path: string, body: Buffer) => Promise<PageResponse | undefined>
  /** Told of errors of the local service itself. */
  readonly onError: (error: unknown) => void
}

/** A message of 40 MB in base64, with room for the rest of its request. */
const LARGEST_REQUEST_IN_BYTES = 60 * 1024 * 1024

/** Answers the AWS calls of the application's functions, and the pages of this machine, on one port. */
export function endpointListener(options: EndpointOptions): RequestListener {
  return (request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      if (isAbandoned(request)) return
      options.onError(error)
      write(
        response,
        awsError(500, 'InternalFailure', `The local service failed: ${(error as Error).message}`),
        options,
      )
    })
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, options: EndpointOptions): Promise<void> {
  if (!isAddressedToThisMachine(request)) {
    return respond(response, 403, TEXT, 'This service answers requests to localhost and 127.0.0.1 only.\n')
  }
  if (request.method !== 'GET' && isFromAnotherSite(request)) {
    return respond(response, 403, TEXT, 'This service takes requests from its own pages only.\n')
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  let body: Buffer
  try {
    body = await readBody(request, LARGEST_REQUEST_IN_BYTES)
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) throw error
    return write(response, awsError(413, 'RequestEntityTooLargeException', error.message), options)
  }
  if (request.method === 'GET' && path === '/') return respond(response, 302, { location: '/console' }, '')
  if (isForPeople(path)) {
    const page = await options.pages(request, path, body)
    if (page === undefined) return respond(response, 404, TEXT, `There is no page ${path} here.\n`)
    return respond(response, page.status, page.headers, page.body)
  }
  write(response, await answerAws(request, path, body, options.services), options)
}

function isForPeople(path: string): boolean {
  return /^\/(console|mailbox)(\b|$)/.test(path)
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' }

async function answerAws(
  request: IncomingMessage,
  path: string,
  body: Buffer,
  services: AwsServices,
): Promise<EndpointResponse> {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return answerTarget(target, body, services)
  const [, functionName] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(path) ?? []
  if (functionName !== undefined && request.method === 'POST') {
    const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse'
    return answerInvoke(decodeURIComponent(functionName), String(type), body.toString('utf8'), services)
  }
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return answerQuery(new URLSearchParams(body.toString('utf8')), services)
  }
  return notSupported(`${request.method} ${path}`)
}

const MALFORMED = awsError(400, 'SerializationException', 'The body is not a JSON object.')

async function answerTarget(target: string, body: Buffer, services: AwsServices): Promise<EndpointResponse> {
  const [prefix = '', operation = ''] = target.split('.')
  const service = {
    DynamoDB_20120810: services.dynamoDb,
    AWSStepFunctions: services.stepFunctions,
    AWSEvents: services.eventBus,
    secretsmanager: services.secrets,
  }[prefix]
  if (service === undefined) return notSupported(target)
  const input = parse(body)
  if (input === undefined) return MALFORMED
  const response = await service.handle(operation, input)
  services.onEnd()
  return response
}

function parse(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return value !== null && typeof value === 'object' ? value : undefined
  } catch {
    return undefined
  }
}

function write(response: ServerResponse, { status, body, headers }: EndpointResponse, options: EndpointOptions): void {
  // AWS clients compare this with their own clock, which is the service's.
  const date = new Date(options.clock.now()).toUTCString()
  respond(
    response,
    status,
    { date, 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': options.newId(), ...headers },
    body === undefined
      ? ''
      : typeof body === 'string' && headers?.['content-type'] === 'text/xml'
        ? body
        : JSON.stringify(body),
  )
}
