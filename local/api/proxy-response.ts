/** An HTTP response as it is written. */
export interface ApiResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Uint8Array
}

/** What API Gateway answers when a function fails or gives something that is no response. */
export const INTERNAL_SERVER_ERROR: ApiResponse = jsonResponse(500, { message: 'Internal Server Error' })
export const NOT_FOUND: ApiResponse = jsonResponse(404, { message: 'Not Found' })
export const TOO_LARGE: ApiResponse = jsonResponse(413, { message: 'Request Entity Too Large' })
export const SERVICE_UNAVAILABLE: ApiResponse = jsonResponse(503, { message: 'Service Unavailable' })

/**
 * Reads what a function returned, in payload format 2.0: with a `statusCode` it is the response; anything else is the
 * body of a 200 in JSON.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function proxyResponse(result: unknown): ApiResponse {
  if (result === null || typeof result !== 'object' || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null)
    return { status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body: Buffer.from(body) }
  }
  const response = result as Readonly<Record<string, unknown>>
  const status = Number(response.statusCode)
  if (!Number.isInteger(status) || status < 200 || status > 599) return INTERNAL_SERVER_ERROR
  const headers = Object.fromEntries(
    Object.entries((response.headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  )
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    cookies: Array.isArray(response.cookies) ? response.cookies.map(String) : [],
    body: Buffer.from(bodyText(response.body), response.isBase64Encoded === true ? 'base64' : 'utf8'),
  }
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return ''
  return typeof body === 'string' ? body : JSON.stringify(body)
}

function jsonResponse(status: number, body: unknown): ApiResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(JSON.stringify(body)),
  }
}
