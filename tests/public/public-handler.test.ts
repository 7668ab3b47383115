import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { COUNCIL } from '../web/council-for-tests.ts'
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
  vi.stubEnv('COUNCIL', JSON.stringify(COUNCIL))
})
afterAll(() => vi.unstubAllEnvs())

describe('the function of the public pages', () => {
  it.each([
    ['/dates', 'Work out your dates'],
    ['/help', 'First steps'],
    ['/help/glossary', 'Words explained'],
  ])('shows %s to everybody', async (path, words) => {
    const { statusCode, headers, body } = await answerOfFunction(path)
    expect([statusCode, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'no-store', undefined])
    expect(body).toContain(words)
  })

  it('has its own stylesheet, which may be kept for ever', async () => {
    const { stylesheet } = await buildPages('public')
    const { statusCode, headers, body } = await answerOfFunction(stylesheet.path)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(body).toContain('.family-date')
    expect(body).not.toContain('.timeline')
  })
})
