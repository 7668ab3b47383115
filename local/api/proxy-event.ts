/** A request as it came in, as far as a function is told of it. */
export interface ApiRequest {
  readonly method: string
  /** Path and query as they stand in the request. */
  readonly target: string
  /** Name and value in turn, as Node gives them, so that repeated headers are kept. */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
  readonly sourceIp: string
}

export interface ProxyEventContext {
  readonly apiId: string
  readonly accountId: string
  readonly routeKey: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly stageVariables: Readonly<Record<string, string>> | undefined
  readonly requestId: string
  /** Epoch milliseconds on the service's clock. */
  readonly now: number
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Bodies of any other type reach the function in base64; forms too. */
const TEXT_TYPES = /^(text\/|application\/(json|xml|javascript)\b|application\/[^;]*\+(json|xml)\b)/i

/**
 * The event that a function is given for a request, in payload format 2.0.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function proxyEvent(request: ApiRequest, context: ProxyEventContext): Readonly<Record<string, unknown>> {
  const { path, query } = splitTarget(request.target)
  const { headers, cookies } = readHeaders(request.rawHeaders)
  const hasBody = request.body.byteLength > 0
  const isText = headers['content-type'] !== undefined && TEXT_TYPES.test(headers['content-type'])
  const isBase64Encoded = hasBody && !(isText && headers['content-encoding'] === undefined)
  const domainName = (headers.host ?? 'localhost').replace(/:\d+$/, '')
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers,
    ...(query === '' ? {} : { queryStringParameters: readQuery(query) }),
    requestContext: {
      accountId: context.accountId,
      apiId: context.apiId,
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: '$default',
      time: commonLogTime(context.now),
      timeEpoch: Math.floor(context.now),
    },
    ...(Object.keys(context.pathParameters).length === 0 ? {} : { pathParameters: context.pathParameters }),
    ...(context.stageVariables === undefined ? {} : { stageVariables: context.stageVariables }),
    ...(hasBody ? { body: Buffer.from(request.body).toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  }
}

/** Path (percent-decoded, as HTTP APIs give `rawPath`) and query (as it stands) of a request's target. */
export function splitTarget(target: string): {
  readonly path: string
  readonly encodedPath: string
  readonly query: string
} {
  const mark = target.indexOf('?')
  const encodedPath = mark === -1 ? target : target.slice(0, mark)
  return { path: decode(encodedPath), encodedPath, query: mark === -1 ? '' : target.slice(mark + 1) }
}

function decode(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

function readHeaders(raw: readonly string[]): {
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
} {
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  for (let index = 0; index < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase()
    const value = String(raw[index + 1])
    if (name === 'cookie') cookies.push(...value.split('; '))
    else headers[name] = name in headers ? `${headers[name]},${value}` : value
  }
  return { headers, cookies }
}

function readQuery(query: string): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] = name in parameters ? `${parameters[name]},${value}` : value
  }
  return parameters
}

/** `02/Jan/2026:03:04:05 +0000` */
function commonLogTime(now: number): string {
  const iso = new Date(now).toISOString()
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}
