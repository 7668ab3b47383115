/** A request as API Gateway gives it to a function (HTTP API, payload format 2.0). */
export function proxyEvent(
  method: string,
  path: string,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'pages.example', ...headers },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'pages.example',
      domainPrefix: 'pages',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: '10/Mar/2026:11:00:00 +0000',
      timeEpoch: 1_773_140_400_000,
    },
    isBase64Encoded: false,
  }
}
