import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PortTakenError } from '../../http.ts'
import { type RunningIdentityProvider, startIdentityProvider } from '../../identity-provider/identity-provider.ts'

/** Held to OpenID Connect Core 1.0, sections 3.1.2 and 3.1.3, RFC 7636 (PKCE) and RFC 9207 (the issuer in the answer). */

const APP = 'http://127.0.0.1:9'
const HALF_A_YEAR = 183 * 86_400_000
const OPTIONS = {
  standsFor: 'https://directory.example',
  port: 0,
  client: { id: 'app', secret: 'a secret: with %', redirectPath: '/back' },
  people: [{ id: 'ann', label: 'Ann', amr: ['pwd', 'mfa'], claims: { name: 'Ann <Lee>', groups: ['a', 'b'] } }],
} as const
const VERIFIER = 'v'.repeat(43)

let provider: RunningIdentityProvider
let other: RunningIdentityProvider
beforeAll(async () => {
  provider = await startIdentityProvider(OPTIONS, APP)
  other = await startIdentityProvider(OPTIONS, APP)
  provider.follow(new SharedArrayBuffer(8))
  const ahead = new SharedArrayBuffer(8)
  new BigInt64Array(ahead)[0] = BigInt(HALF_A_YEAR)
  other.follow(ahead)
})
afterAll(async () => {
  await provider.close()
  await other.close()
})

function request(issuer: string, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    client_id: 'app',
    response_type: 'code',
    scope: 'openid profile email',
    redirect_uri: `${APP}/back`,
    state: 's',
    nonce: 'n',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  })
  return `${issuer}/auth?${query}`
}

/** Goes on as a browser does, up to the app. */
async function pick(issuer: string, person: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = new URL(request(issuer))
  let body: URLSearchParams | undefined
  for (let steps = 0; steps < 6; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    body = location === null ? new URLSearchParams({ person }) : undefined
    if (location !== null) address = new URL(location, address)
    if (address.origin === APP) return address
  }
  return address
}

async function trade(issuer: string, code: string, verifier = VERIFIER, secret: string = OPTIONS.client.secret) {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`app:${encodeURIComponent(secret)}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${APP}/back`,
      code_verifier: verifier,
    }),
  })
  return { status: answer.status, body: (await answer.json()) as { id_token?: string; error?: string } }
}

it('signs in whoever is picked, and says of them what was given, by the clock of its own service', async () => {
  for (const [{ issuer }, ahead] of [
    [provider, 0],
    [other, HALF_A_YEAR],
  ] as const) {
    const back = await pick(issuer, 'ann')
    expect(Object.fromEntries(back.searchParams)).toEqual({ code: expect.any(String), state: 's', iss: issuer })
    const { status, body } = await trade(issuer, back.searchParams.get('code') ?? '')
    expect(status).toBe(200)
    const claims = JSON.parse(Buffer.from(body.id_token?.split('.')[1] ?? '', 'base64url').toString()) as {
      iat: number
    }
    expect(claims).toMatchObject({
      iss: issuer,
      aud: 'app',
      sub: 'ann',
      nonce: 'n',
      name: 'Ann <Lee>',
      groups: ['a', 'b'],
      amr: ['pwd', 'mfa'],
    })
    expect(Math.abs(claims.iat * 1000 - (Date.now() + ahead))).toBeLessThan(60_000)
  }
})

it('trades a code once, with the verifier and the secret of whoever asked for it', async () => {
  const code = async () => (await pick(provider.issuer, 'ann')).searchParams.get('code') ?? ''
  const once = await code()
  expect((await trade(provider.issuer, once)).status).toBe(200)
  expect((await trade(provider.issuer, once)).body.error).toBe('invalid_grant')
  expect((await trade(provider.issuer, await code(), 'w'.repeat(43))).body.error).toBe('invalid_grant')
  expect((await trade(provider.issuer, await code(), VERIFIER, 'another')).body.error).toBe('invalid_client')
})

it('sends nobody to another address than the one of the app, and takes no request without PKCE', async () => {
  const elsewhere = await fetch(request(provider.issuer, { redirect_uri: 'http://127.0.0.1:10/back' }))
  expect(elsewhere.status).toBe(400)
  const plain = await fetch(request(provider.issuer, { code_challenge: '', code_challenge_method: '' }), {
    redirect: 'manual',
  })
  expect(new URL(plain.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request')
})

it('asks who it is at each sign-in, escapes what it shows, and answers this machine alone', async () => {
  const begun = await fetch(request(provider.issuer), { redirect: 'manual' })
  const page = new URL(begun.headers.get('location') ?? '', provider.issuer)
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  expect(await (await fetch(page, { headers: { cookie } })).text()).toContain('<button name="person" value="ann">Ann')
  expect((await fetch(page)).status).toBe(400)
  const forged = { cookie, origin: 'https://elsewhere.example' }
  expect((await fetch(page, { method: 'POST', headers: forged, body: 'person=ann' })).status).toBe(403)
  const nobody = await fetch(page, { method: 'POST', headers: { cookie }, body: new URLSearchParams({ person: 'x' }) })
  expect(nobody.status).toBe(400)
})

it('says of a port that it is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await expect(startIdentityProvider({ ...OPTIONS, port }, APP)).rejects.toThrow(PortTakenError)
  server.close()
})
