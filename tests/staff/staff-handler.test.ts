import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { MADE_UP_SIGN_IN } from '../../lib/councils/made-up-sign-in.ts'
import { retention } from '../council-for-tests.ts'
import { proxyEvent } from '../web/proxy-event.ts'

async function answerOfFunction(signIn: string, path: string) {
  vi.stubEnv('SIGN_IN', signIn)
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
  vi.stubEnv('AUDIT_TABLE', 'audit')
  vi.stubEnv('SESSIONS_TABLE', 'sessions')
  vi.stubEnv('RETENTION', JSON.stringify(retention))
  vi.stubEnv('IMPORT_ARN', 'arn:aws:states:eu-west-2:123456789012:stateMachine:import')
  vi.stubEnv('PUBLIC_ADDRESS', 'https://send.example.gov.uk')
  vi.stubEnv('CHILD_HASH_KEY', 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:key-abcdef')
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('the function', () => {
  it('refuses every request of staff where the council’s file does not say how they sign in', async () => {
    for (const path of ['/', '/cases', '/cases/new', '/outcomes', '/sign-in']) {
      const { statusCode, body } = await answerOfFunction('none', path)
      expect([path, statusCode]).toEqual([path, 403])
      expect(body).toContain('This service cannot be used yet')
    }
  })

  it.each(['/help/', '/dates/'])('leads from %s to the public pages, which are another function', async (path) => {
    const { statusCode, headers } = await answerOfFunction('none', path)
    expect([statusCode, headers.location]).toEqual([308, path.slice(0, -1)])
  })

  it('asks staff to sign in where it does', async () => {
    const { statusCode, headers, body } = await answerOfFunction(JSON.stringify(MADE_UP_SIGN_IN), '/sign-in')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('Example &amp; District Council')
  })
})
