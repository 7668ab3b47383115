import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { proxyEvent } from '../web/proxy-event.ts'

async function answerOfFunction(path: string) {
  const { handler } = await import('../../lambdas/public/public.handler.ts')
  return (await handler(proxyEvent('GET', path) as never)) as {
    statusCode: number
    headers: Record<string, string>
    body: string
  }
}

beforeAll(async () => {
  await buildPages('public')
  vi.stubEnv('SECURITY_CONTACT', 'https://www.example.gov.uk/security')
})
afterAll(() => vi.unstubAllEnvs())

describe('the function of the public pages', () => {
  it.each([
    ['/dates', 'Work out your dates', 'no-store'],
    // It says the same to everybody, so it need not be asked for again and again.
    ['/help', 'First steps', 'public, max-age=300'],
    ['/help/glossary', 'Words explained', 'public, max-age=300'],
    // What is typed on it would be in its address.
    ['/help/discrimination-claim-date', 'discriminat', 'no-store'],
  ])('shows %s to everybody', async (path, words, mayBeKept) => {
    const { statusCode, headers, body } = await answerOfFunction(path)
    expect([statusCode, headers['cache-control'], headers['set-cookie']]).toEqual([200, mayBeKept, undefined])
    expect(body).toContain(words)
  })

  it('lets nobody keep that there is no such page', async () => {
    const { statusCode, headers } = await answerOfFunction('/help/nothing')
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store'])
  })

  it('says where a weakness is told, as its environment has it', async () => {
    const { statusCode, headers, body } = await answerOfFunction('/.well-known/security.txt')
    expect([statusCode, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain/)])
    expect(body).toMatch(
      /^Contact: https:\/\/www\.example\.gov\.uk\/security\nExpires: \d{4}-\S+Z\nPreferred-Languages: en\n$/,
    )
  })

  it('has its own stylesheet, which may be kept for ever', async () => {
    const { stylesheet } = await buildPages('public')
    const { statusCode, headers, body } = await answerOfFunction(stylesheet.path)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(body).toContain('.family-date')
    expect(body).not.toContain('.timeline')
  })
})
