import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildStaffPages } from '../../lambdas/web/build/build-pages.ts'
import { COUNCIL } from './service-for-tests.ts'

/** A request as API Gateway gives it to the function (HTTP API, payload format 2.0). */
function event(method: string, path: string) {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'staff.example' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'staff.example',
      domainPrefix: 'staff',
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

async function answerOfFunction(endpoint: string | undefined, path: string) {
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint)
  vi.resetModules()
  const { handler } = await import('../../lambdas/staff/staff.handler.ts')
  return (await handler(event('GET', path) as never)) as {
    statusCode: number
    headers: Record<string, string>
    body: string
  }
}

beforeAll(async () => {
  await buildStaffPages()
  vi.stubEnv('AWS_REGION', 'eu-west-2')
  vi.stubEnv('CASES_TABLE', 'cases')
  vi.stubEnv('CONTACTS_TABLE', 'contacts')
  vi.stubEnv('COUNCIL', JSON.stringify(COUNCIL))
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT')
})
afterAll(() => vi.unstubAllEnvs())

describe('the function', () => {
  it.each([undefined, 'https://dynamodb.eu-west-2.amazonaws.com'])(
    'refuses every request of staff when deployed (endpoint %s)',
    async (endpoint) => {
      for (const path of ['/', '/cases', '/cases/new', '/outcomes']) {
        const { statusCode, body } = await answerOfFunction(endpoint, path)
        expect([statusCode, body]).toEqual([
          503,
          'This service cannot be used yet: council staff cannot sign in to it.\n',
        ])
      }
    },
  )

  it('shows families the date calculator when deployed', async () => {
    const { statusCode, headers, body } = await answerOfFunction(undefined, '/dates')
    expect([statusCode, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'no-store', undefined])
    expect(body).toContain('Work out your dates')
  })

  it('shows families the help when deployed', async () => {
    const { statusCode, headers, body } = await answerOfFunction(undefined, '/help')
    expect([statusCode, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'no-store', undefined])
    expect(body).toContain('First steps')
  })

  it('serves on one machine', async () => {
    const { statusCode, headers, body } = await answerOfFunction('http://127.0.0.1:9', '/cases/new')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('Example &amp; District Council')
  })
})
