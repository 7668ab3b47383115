import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { proxyEvent } from '../web/proxy-event.ts'

async function answerOfFunction(endpoint: string | undefined, path: string) {
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint)
  vi.resetModules()
  const { handler } = await import('../../lambdas/staff/staff.handler.ts')
  return (await handler(proxyEvent('GET', path) as never)) as {
    statusCode: number
    headers: Record<string, string>
    body: string
  }
}

beforeAll(async () => {
  await buildPages('staff')
  vi.stubEnv('AWS_REGION', 'eu-west-2')
  vi.stubEnv('CASES_TABLE', 'cases')
  vi.stubEnv('CONTACTS_TABLE', 'contacts')
  vi.stubEnv('PUBLIC_ADDRESS', 'https://send.example.gov.uk')
  vi.stubEnv('CHILD_HASH_KEY', 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:key-abcdef')
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('the function', () => {
  it.each([undefined, 'https://dynamodb.eu-west-2.amazonaws.com'])(
    'refuses every request of staff when deployed (endpoint %s)',
    async (endpoint) => {
      for (const path of ['/', '/cases', '/cases/new', '/outcomes']) {
        const { statusCode, body } = await answerOfFunction(endpoint, path)
        expect([statusCode, body]).toEqual([
          403,
          'This service cannot be used yet: council staff cannot sign in to it.\n',
        ])
      }
    },
  )

  it.each(['/help/', '/dates/'])('leads from %s to the public pages, which are another function', async (path) => {
    const { statusCode, headers } = await answerOfFunction(undefined, path)
    expect([statusCode, headers.location]).toEqual([308, path.slice(0, -1)])
  })

  it('serves on one machine', async () => {
    const { statusCode, headers, body } = await answerOfFunction('http://127.0.0.1:9', '/cases/new')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('Example &amp; District Council')
  })
})
