import { randomBytes } from 'node:crypto'
import type { SignInSettings } from '../../../lambdas/staff/sign-in/settings.ts'
import { bySession } from '../../../lambdas/staff/sign-in/who-acts.ts'
import { MADE_UP_SIGN_IN } from '../../../lib/councils/made-up-sign-in.ts'
import { tablesForTests } from '../../cases/tables-for-tests.ts'
import { type Answer, serviceForTests } from '../service-for-tests.ts'
import { CLIENT_SECRET, directoryForTests } from './directory-for-tests.ts'

export const ADDRESS = 'https://send.example.gov.uk'
const BEGIN = Date.parse('2026-03-10T11:00:00Z')

/** What the directory says of an officer who has shown a second factor. */
export const OLIVE = {
  sub: 'olive-1',
  name: 'Olive Officer',
  email: 'olive@example.gov.uk',
  amr: ['pwd', 'mfa'],
  roles: ['case-officer'],
} as const

/** The staff service with a directory and a clock that moves, and what a browser would do with it. */
export async function signingInForTests(
  { settings }: { readonly settings: SignInSettings | undefined } = { settings: MADE_UP_SIGN_IN },
) {
  let at = BEGIN
  const clock = () => new Date(at)
  const { tables, ...stored } = await tablesForTests()
  const directory = directoryForTests(() => at, settings?.issuer)
  const signIn = {
    settings,
    clientSecret: async () => CLIENT_SECRET,
    fetch: directory.fetch,
    randomBytes: (count: number) => new Uint8Array(randomBytes(count)),
  }
  const service = await serviceForTests({
    tables,
    sessions: tables,
    signIn,
    clock,
    newSubmissionId: () => crypto.randomUUID(),
    whoActs: bySession({ sessions: tables, signIn, clock }),
    publicAddress: ADDRESS,
  })

  /** A browser with its cookies. Every answer's cookies are kept as a browser keeps them. */
  function browser(sender = '192.0.2.1') {
    const cookies = new Map<string, string>()
    const env = { requestContext: { http: { sourceIp: sender } } }
    async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
      const headers = new Headers(init.headers)
      headers.set('host', 'send.example.gov.uk')
      if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
      const response = await service.app.request(`${ADDRESS}${path}`, { ...init, headers }, env)
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      return {
        status: response.status,
        location: response.headers.get('location'),
        html: await response.text(),
        headers: response.headers,
      }
    }
    return {
      cookies,
      ask,
      /** Looks at the answer where that stands under an address of its own, as a browser does. */
      async post(path: string, form: Readonly<Record<string, string>> = {}): Promise<Answer> {
        const sent = await ask(path, {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { origin: ADDRESS },
        })
        return sent.location?.includes('?answer=') ? ask(sent.location) : sent
      },
      /** @returns where the browser is sent to */
      start: async () => (await ask('/sign-in/start')).location ?? '',
      /** Follows the directory's answer. */
      back: ({ pathname, search }: URL) => ask(`${pathname}${search}`),
      /** Signs in from where the service has sent it. @returns the answer to the directory's */
      async signIn(claims: Readonly<Record<string, unknown>> = OLIVE): Promise<Answer> {
        const { pathname, search } = directory.signIn((await ask('/sign-in/start')).location ?? '', claims)
        return ask(`${pathname}${search}`)
      },
    }
  }

  return {
    service,
    tables,
    directory,
    browser,
    everything: stored.everything,
    now: () => at,
    wait(milliseconds: number) {
      at += milliseconds
    },
    async close() {
      await service.close()
      await stored.close()
    },
  }
}

export type SigningIn = Awaited<ReturnType<typeof signingInForTests>>
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
