import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { PutMetric } from '../cloudwatch/metrics.ts'
import type { Clock, FunctionInvoker, InvocationResult } from '../contracts.ts'
import { BodyTooLargeError, isAbandoned, isAddressedToThisMachine, readBody, respond } from '../http.ts'
import type { ApiDefinition } from './api-of-template.ts'
import { proxyEvent, splitTarget } from './proxy-event.ts'
import {
  type ApiResponse,
  INTERNAL_SERVER_ERROR,
  NOT_FOUND,
  proxyResponse,
  SERVICE_UNAVAILABLE,
  TOO_LARGE,
} from './proxy-response.ts'
import { findRoute } from './routes.ts'

export interface ApiServerOptions {
  readonly api: ApiDefinition | undefined
  readonly functions: FunctionInvoker
  readonly clock: Clock
  readonly accountId: string
  readonly newId: () => string
  readonly putMetric: PutMetric
  /** Told of errors of the local service itself; the caller is answered as when a function fails. */
  readonly onError: (error: unknown) => void
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const LARGEST_BODY_IN_BYTES = 10 * 1024 * 1024

/** Answers the requests of the application's HTTP API by its functions. */
export function apiListener(options: ApiServerOptions): RequestListener {
  return (request, response) => {
    answer(request, options)
      .then((answered) => {
        count(answered, options)
        write(response, answered)
      })
      .catch((error: unknown) => {
        // A header that cannot be written is the function's mistake; API Gateway answers it like its other mistakes.
        options.onError(error)
        write(response, INTERNAL_SERVER_ERROR)
      })
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
function count({ status }: ApiResponse, { api, putMetric }: ApiServerOptions): void {
  if (api === undefined || status < 500) return
  putMetric({ namespace: 'AWS/ApiGateway', name: '5xx', dimensions: { ApiId: api.id } }, 1)
}

function write(response: ServerResponse, { status, headers, cookies, body }: ApiResponse): void {
  respond(response, status, { ...headers, ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) }, body)
}

async function answer(request: IncomingMessage, options: ApiServerOptions): Promise<ApiResponse> {
  if (!isAddressedToThisMachine(request)) return FORBIDDEN
  const { api, functions, clock, accountId, newId } = options
  const target = request.url ?? '/'
  const method = request.method ?? 'GET'
  const found = api && findRoute(api.routes, method, splitTarget(target).encodedPath)
  if (api === undefined || found === undefined) return NOT_FOUND
  try {
    const event = proxyEvent(
      {
        method,
        target,
        rawHeaders: request.rawHeaders,
        body: await readBody(request, LARGEST_BODY_IN_BYTES),
        sourceIp: '127.0.0.1',
      },
      {
        apiId: api.id,
        accountId,
        routeKey: found.route.key,
        pathParameters: found.parameters,
        stageVariables: api.stageVariables,
        requestId: newId(),
        now: clock.now(),
      },
    )
    const result = await within(found.route.timeoutInMilliseconds, functions.invoke(found.route.functionArn, event))
    if (result === undefined) return SERVICE_UNAVAILABLE
    return result.ok ? proxyResponse(result.payload) : INTERNAL_SERVER_ERROR
  } catch (error) {
    if (error instanceof BodyTooLargeError) return TOO_LARGE
    if (!isAbandoned(request)) options.onError(error)
    return INTERNAL_SERVER_ERROR
  }
}

const FORBIDDEN: ApiResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  cookies: [],
  body: Buffer.from('This service answers requests to localhost and 127.0.0.1 only.\n'),
}

async function within(
  limitInMilliseconds: number,
  work: Promise<InvocationResult>,
): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitInMilliseconds)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
