import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionKeys } from '../../../lambdas/staff/sign-in/session-tables.ts'
import { MADE_UP_SIGN_IN } from '../../../lib/councils/made-up-sign-in.ts'
import type { Misdeed } from './directory-for-tests.ts'
import { ADDRESS, HOUR, MINUTE, OLIVE, type SigningIn, signingInForTests } from './signing-in-for-tests.ts'

let house: SigningIn
beforeAll(async () => {
  house = await signingInForTests()
})
afterAll(() => house.close())

const SESSION = '__Host-session'
const SIGN_IN = '__Host-sign-in'

describe('signing in', () => {
  it('leads from a page to the directory, with everything that the answer is held to, and back to the page', async () => {
    const one = house.browser()
    expect(await one.ask('/cases?status=closed')).toMatchObject({ status: 303, location: '/sign-in' })
    expect((await one.ask('/sign-in')).html).toContain('href="/sign-in/start"')
    const request = new URL(await one.start())
    expect(`${request.origin}${request.pathname}`).toBe('https://directory.example.gov.uk/authorize')
    expect(Object.fromEntries(request.searchParams)).toEqual({
      client_id: 'send-disputes',
      response_type: 'code',
      redirect_uri: `${ADDRESS}/sign-in/callback`,
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect(await one.back(house.directory.signIn(request.href, OLIVE))).toMatchObject({
      status: 303,
      location: '/cases?status=closed',
    })
    const { status, html } = await one.ask('/cases?status=closed')
    expect(status).toBe(200)
    expect(html).toContain('Signed in as Olive Officer. You are signed out at 11:20am if you do nothing here before.')
  })

  it('gives a cookie that only this host and no script gets, and that no other site sends along', async () => {
    const one = house.browser()
    const start = await one.ask('/sign-in/start')
    const back = await one.back(house.directory.signIn(start.location ?? '', OLIVE))
    const flags = 'Path=/; HttpOnly; Secure; SameSite=Lax'
    expect(start.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^${SIGN_IN}=[\\w-]{43}; Max-Age=3600; ${flags}$`)),
    ])
    expect(back.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^${SESSION}=[\\w-]{43}; ${flags}$`)),
      expect.stringMatching(new RegExp(`^${SIGN_IN}=; Max-Age=0; Path=/; Secure$`)),
    ])
  })

  it('stores no id of a session, a browser or a sign-in, but its hash', async () => {
    const one = house.browser()
    const request = await one.start()
    const began = [...one.cookies.values(), new URL(request).searchParams.get('state') ?? '']
    const stored = await house.everything()
    await one.back(house.directory.signIn(request, OLIVE))
    for (const token of [...began, ...one.cookies.values()]) {
      expect(token).toHaveLength(43)
      expect(stored + (await house.everything())).not.toContain(token)
    }
  })

  it('is noted each time, with the reference of the person, and each refusal with a closed word', async () => {
    const own = await signingInForTests()
    await own.browser().signIn()
    await own.browser().signIn({ ...OLIVE, amr: ['pwd'] })
    await own.browser().signIn({ ...OLIVE, roles: [] })
    await own.browser().ask('/sign-in/callback?state=x')
    const noted = own.service.logged.filter((line) => /^Sign/.test((line as { message: string }).message))
    expect(noted).toEqual([
      { message: 'Signed in', personId: expect.stringMatching(/^person-[0-9a-f]{24}$/) },
      { message: 'Sign-in refused', why: 'no-second-factor' },
      { message: 'Sign-in refused', why: 'no-role' },
      { message: 'Sign-in refused', why: 'not-begun-here' },
    ])
    await own.close()
  })

  it('keeps no token of the directory, and gives none to the browser', async () => {
    const one = house.browser()
    const { headers, html } = await one.signIn()
    const page = await one.ask('/cases')
    const [said, stored, logged] = [
      JSON.stringify([...headers, ...one.cookies]) + html + page.html,
      await house.everything(),
      JSON.stringify(house.service.logged),
    ]
    // So every token begins that the directory signs: base64url of the beginning of its header.
    for (const place of [said, stored, logged]) expect(place).not.toMatch(/eyJhbGc|"not used"|a secret for tests/)
  })

  it('knows a person by the directory and the subject, whatever their name and address are then', async () => {
    const own = await signingInForTests()
    const idOf = async (claims: object) => {
      const one = own.browser()
      await one.signIn({ ...OLIVE, roles: ['manager'], ...claims })
      const people = JSON.parse((await one.ask('/people', { headers: { accept: 'application/json' } })).html) as {
        people: { personId: string; name: string }[]
      }
      return people.people
    }
    const [first] = await idOf({})
    const [second, ...none] = await idOf({ name: 'Olive Married', email: 'other@example.gov.uk' })
    expect(none).toEqual([])
    expect([first?.name, second?.name]).toEqual(['Olive Officer', 'Olive Married'])
    expect(second?.personId).toBe(first?.personId)
    expect(second?.personId).toMatch(/^person-[0-9a-f]{24}$/)
    expect(await idOf({ sub: 'olive-2' })).toHaveLength(2)
    await own.close()
  })

  it('lets in nobody without a second factor, or without a role, and says what to do', async () => {
    const password = await house.browser().signIn({ ...OLIVE, amr: ['pwd'] })
    expect(password.status).toBe(403)
    expect(password.html).toContain('You have signed in, but only with a password')
    expect(password.headers.getSetCookie()).toEqual([])
    for (const roles of [[], ['Case-Officer'], 'nothing', undefined]) {
      const { status, html } = await house.browser().signIn({ ...OLIVE, roles })
      expect(status).toBe(403)
      expect(html).toContain('You have signed in, but you have no role here')
      expect(html).toContain('Ask your manager')
    }
  })

  it('begins at a page of our own after a sign-in that was refused at the directory', async () => {
    const one = house.browser()
    const request = new URL(await one.start())
    const state = request.searchParams.get('state') ?? ''
    const { status, html } = await one.ask(
      `/sign-in/callback?${new URLSearchParams({ error: 'access_denied', error_description: '<b>no</b>', state, iss: house.directory.issuer })}`,
    )
    expect(status).toBe(403)
    expect(html).toContain('You have not signed in')
    expect(html).not.toContain('<b>no')
  })
})

describe('a council’s file', () => {
  const { multiFactor: _, ...withoutSecondFactor } = MADE_UP_SIGN_IN

  it.each([
    ['no directory', undefined, 'does not say at which directory staff sign in'],
    ['no word on a second factor', withoutSecondFactor, 'asks for more than a password'],
  ])('with %s lets nobody in, and says so', async (_name, settings, why) => {
    const own = await signingInForTests({ settings })
    for (const path of ['/cases', '/sign-in', '/sign-in/start', '/sign-in/callback?state=x']) {
      const { status, html } = await own.browser().ask(path)
      expect([path, status]).toEqual([path, 403])
      expect(html).toContain('This service cannot be used yet')
      expect(html).toContain(why)
    }
    expect(own.directory.asked).toEqual([])
    await own.close()
  })

  it('can ask for an authentication context, and takes no token without it', async () => {
    const own = await signingInForTests({
      settings: { ...MADE_UP_SIGN_IN, multiFactor: { shownBy: 'acrs', value: 'c1' } },
    })
    const request = new URL(await own.browser().start())
    expect(JSON.parse(request.searchParams.get('claims') ?? '')).toEqual({
      id_token: { acrs: { essential: true, value: 'c1' } },
    })
    expect((await own.browser().signIn({ ...OLIVE })).status).toBe(403)
    expect((await own.browser().signIn({ ...OLIVE, amr: undefined, acrs: ['c1'] })).status).toBe(303)
    await own.close()
  })

  it('can say who has confirmed that the directory asks everybody', async () => {
    const own = await signingInForTests({
      settings: {
        ...MADE_UP_SIGN_IN,
        multiFactor: { shownBy: 'directory', confirmedBy: 'Head of IT', confirmedOn: '2026-03-01' },
      },
    })
    expect((await own.browser().signIn({ ...OLIVE, amr: undefined })).status).toBe(303)
    await own.close()
  })
})

it('a second council signs its staff in at its own directory, and takes no token of the first one’s', async () => {
  const other = await signingInForTests({ settings: { ...MADE_UP_SIGN_IN, issuer: 'https://login.example.org' } })
  const one = other.browser()
  expect(new URL(await one.start()).origin).toBe('https://login.example.org')
  expect((await one.signIn()).status).toBe(303)
  other.directory.misbehave({ claims: { iss: MADE_UP_SIGN_IN.issuer } })
  expect((await other.browser().signIn()).status).toBe(503)
  const ofTheFirst = house.directory.signIn(await house.browser().start(), OLIVE)
  expect((await one.back(ofTheFirst)).status).toBe(400)
  await other.close()
})

describe('an attack on sign-in', () => {
  it.each<[string, Misdeed]>([
    ['a token that nobody has signed', { signedBy: 'nobody' }],
    ['a token that somebody else has signed', { signedBy: 'somebody-else' }],
    ['a token that is signed with the client secret', { signedBy: 'the-client-secret' }],
    ['a token of a key that is gone', { signedBy: 'a-key-that-is-gone' }],
    ['a token that brings its own key', { signedBy: 'a-key-it-brings' }],
    ['a token of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['a token for another service', { claims: { aud: 'another-service' } }],
    ['a token for several services, and not by us', { claims: { aud: ['send-disputes', 'x'], azp: 'x' } }],
    ['a token of another sign-in', { claims: { nonce: 'another' } }],
    ['a token without a nonce', { claims: { nonce: undefined } }],
    ['a token whose time is over', { claims: { exp: 1 } }],
    ['a token whose time has not come', { claims: { nbf: 4_102_444_800 } }],
    ['a token of nobody', { claims: { sub: undefined } }],
    ['no token', { answer: () => Response.json({ access_token: 'x', token_type: 'Bearer' }) }],
    ['no JSON', { answer: () => new Response('<script>', { status: 200 }) }],
    [
      'a directory that does not know us',
      { answer: () => Response.json({ error: 'invalid_client' }, { status: 401 }) },
    ],
    [
      'a directory that leads elsewhere',
      { answer: () => new Response('', { status: 302, headers: { location: 'https://elsewhere.example' } }) },
    ],
    ['a directory that fails', { answer: () => new Response('', { status: 502 }) }],
  ])('with %s lets nobody in, and is heard', async (_, misdeed) => {
    house.directory.misbehave(misdeed)
    try {
      const one = house.browser()
      const { status, html } = await one.signIn()
      expect(status).toBe(503)
      expect(html).toContain('You cannot sign in at the moment')
      expect(one.cookies.has(SESSION)).toBe(false)
      expect((await one.ask('/cases')).location).toBe('/sign-in')
      expect(house.service.logged).toContainEqual(
        expect.objectContaining({ message: 'Sign-in failed', signInFailures: 1, why: expect.stringMatching(/^\w+$/) }),
      )
    } finally {
      house.directory.misbehave({})
    }
  })

  it('follows the directory to no other address', () => {
    expect(house.directory.redirects.length).toBeGreaterThan(5)
    expect(new Set(house.directory.redirects)).toEqual(new Set(['manual']))
  })

  it('by another website, which has somebody signed in without their doing: the page waits for them', async () => {
    const one = house.browser()
    const before = house.directory.asked.length
    for (const site of ['cross-site', 'same-site']) {
      const { status, location, headers } = await one.ask('/sign-in/start', { headers: { 'sec-fetch-site': site } })
      expect([status, location, headers.getSetCookie()]).toEqual([303, '/sign-in', []])
    }
    expect(house.directory.asked).toHaveLength(before)
    for (const site of ['same-origin', 'none']) {
      const { location } = await one.ask('/sign-in/start', { headers: { 'sec-fetch-site': site } })
      expect(location).toContain(house.directory.issuer)
    }
  })

  it('by a directory that calls itself another one is heard, and leads nowhere', async () => {
    const own = await signingInForTests()
    own.directory.misbehave({ describesItselfAs: 'https://elsewhere.example' })
    const { status, location } = await own.browser().ask('/sign-in/start')
    expect([status, location]).toEqual([503, null])
    own.directory.misbehave({})
    expect((await own.browser().signIn()).status).toBe(303)
    await own.close()
  })

  it('by mix-up: the answer of another directory is not traded anywhere', async () => {
    const one = house.browser()
    const back = house.directory.signIn(await one.start(), OLIVE)
    back.searchParams.set('iss', 'https://elsewhere.example')
    const before = house.directory.asked.length
    expect((await one.back(back)).status).toBe(503)
    expect(house.directory.asked.slice(before)).not.toContain('/token')
    const without = house.directory.signIn(await one.start(), OLIVE)
    without.searchParams.delete('iss')
    expect((await one.back(without)).status).toBe(503)
    expect(house.directory.asked.slice(before)).not.toContain('/token')
  })

  it('with a stolen code: another browser cannot use it, and the directory is not asked', async () => {
    const victim = house.browser()
    const back = house.directory.signIn(await victim.start(), OLIVE)
    const thief = house.browser()
    await thief.start()
    const before = house.directory.asked.length
    const { status, html } = await thief.back(back)
    expect(status).toBe(400)
    expect(html).toContain('This sign-in cannot go on')
    expect(thief.cookies.has(SESSION)).toBe(false)
    expect(house.directory.asked).toHaveLength(before)
    expect((await victim.back(back)).status).toBe(303)
  })

  it('with a code put into the thief’s own sign-in: the token is not of it', async () => {
    const victim = house.browser()
    const code = house.directory.signIn(await victim.start(), OLIVE).searchParams.get('code') ?? ''
    const thief = house.browser()
    const own = house.directory.signIn(await thief.start(), { ...OLIVE, sub: 'thief' })
    own.searchParams.set('code', code)
    expect((await thief.back(own)).status).toBe(503)
    expect(thief.cookies.has(SESSION)).toBe(false)
  })

  it('by replaying: an answer that was used, or is an hour old, begins nothing', async () => {
    const one = house.browser()
    const back = house.directory.signIn(await one.start(), OLIVE)
    const browser = one.cookies.get(SIGN_IN) ?? ''
    expect((await one.back(back)).status).toBe(303)
    one.cookies.clear()
    one.cookies.set(SIGN_IN, browser)
    expect((await one.back(back)).status).toBe(400)
    const late = house.browser()
    const second = house.directory.signIn(await late.start(), OLIVE)
    house.wait(HOUR)
    expect((await late.back(second)).status).toBe(400)
  })

  it('by forcing somebody into the attacker’s own account: an answer without its beginning is refused', async () => {
    const attacker = house.browser()
    const back = house.directory.signIn(await attacker.start(), { ...OLIVE, sub: 'attacker' })
    const victim = house.browser()
    expect((await victim.back(back)).status).toBe(400)
    expect(victim.cookies.has(SESSION)).toBe(false)
  })

  it('by fixing the session: an id that was there before is never taken, and its session is ended', async () => {
    const attacker = house.browser()
    await attacker.signIn({ ...OLIVE, sub: 'attacker' })
    const planted = attacker.cookies.get(SESSION) ?? ''
    for (const id of [planted, 'A'.repeat(43), 'short']) {
      const victim = house.browser()
      victim.cookies.set(SESSION, id)
      await victim.signIn()
      expect(victim.cookies.get(SESSION)).not.toBe(id)
    }
    expect((await attacker.ask('/cases')).location).toBe('/sign-in')
  })

  it.each([
    '//elsewhere.example/cases',
    '/\\elsewhere.example',
    '/%5C%5Celsewhere.example',
    '/https://elsewhere.example',
    '/cases/..//elsewhere.example',
    '/?next=https://elsewhere.example',
  ])('by an address that would lead elsewhere after sign-in: %s', async (path) => {
    const one = house.browser()
    await one.ask(path)
    const { location } = await one.signIn()
    expect(location).toMatch(/^\/(?![/\\])/)
    expect(new URL(location ?? '', ADDRESS).origin).toBe(ADDRESS)
  })

  it('takes where to go from no address: neither a parameter nor the directory’s answer says it', async () => {
    const one = house.browser()
    await one.ask('/sign-in?returnTo=/outcomes&next=//elsewhere.example')
    const back = house.directory.signIn((await one.ask('/sign-in/start?returnTo=/outcomes')).location ?? '', OLIVE)
    back.searchParams.set('returnTo', '/outcomes')
    expect((await one.back(back)).location).toBe('/')
  })

  it('by what the directory calls somebody: no header, no log line and no markup comes of it', async () => {
    const name = 'Eve\r\nSet-Cookie: a=b\u2028{"level":"ERROR"}<script>alert(1)</script>'
    const one = house.browser()
    const { headers } = await one.signIn({
      ...OLIVE,
      sub: 'eve',
      name,
      roles: ['manager'],
      email: 'eve\n@example.gov.uk',
    })
    expect(headers.getSetCookie().join()).not.toContain('a=b')
    const { html } = await one.ask('/people')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('eve\n@')
    expect(JSON.stringify(house.service.logged)).not.toContain('Eve')
  })

  it('by what an answer of the directory carries: only closed words are logged', async () => {
    const one = house.browser()
    const state = new URL(await one.start()).searchParams.get('state') ?? ''
    const query = new URLSearchParams({
      error: 'marked\nerror',
      error_description: 'Marked',
      state,
      iss: house.directory.issuer,
    })
    expect((await one.ask(`/sign-in/callback?${query}`)).status).toBe(503)
    expect(JSON.stringify(house.service.logged)).not.toMatch(/marked/i)
    expect(house.service.logged).toContainEqual(expect.objectContaining({ why: 'another_error' }))
  })

  it('by 1,000 attempts from one address holds up that address alone, for ten minutes, and says the way out', async () => {
    const own = await signingInForTests()
    const working = own.browser('192.0.2.7')
    await working.signIn()
    const statuses = new Map<number, number>()
    const attacker = own.browser('203.0.113.9')
    let last = await attacker.ask('/sign-in/start')
    for (let attempt = 1; attempt < 1000; attempt += 1) {
      attacker.cookies.clear()
      last = await attacker.ask('/sign-in/start')
      statuses.set(last.status, (statuses.get(last.status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [303, 199],
      [429, 800],
    ])
    expect(last.headers.get('retry-after')).toMatch(/^[1-9]\d{0,2}$/)
    expect(last.html).toContain('Too many people are trying to sign in')
    expect(last.html).toContain('Wait until 11:10am and try again.')
    expect(await own.everything()).not.toContain('203.0.113.9')
    expect((await working.ask('/cases')).status).toBe(200)
    expect((await own.browser('192.0.2.7').signIn()).status).toBe(303)
    own.wait(10 * MINUTE)
    expect((await own.browser('203.0.113.9').signIn()).status).toBe(303)
    await own.close()
  })

  it('by attempts that say of themselves that they come from other addresses: only what API Gateway saw counts', async () => {
    const own = await signingInForTests()
    let last = 0
    for (let attempt = 0; attempt < 201; attempt += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${attempt}`, forwarded: `for=198.51.100.${attempt}` }
      last = (await own.browser('203.0.113.9').ask('/sign-in/start', { headers })).status
    }
    expect(last).toBe(429)
    expect((await own.browser('192.0.2.8').ask('/sign-in/start')).status).toBe(303)
    await own.close()
  })

  it('by 1,000 attempts from many addresses holds up sign-in, and nobody who has signed in', async () => {
    const own = await signingInForTests()
    const working = own.browser()
    await working.signIn()
    // As many as there is room for in all, each from an address of its own: what they count is written at once.
    const window = Math.floor(own.now() / (10 * MINUTE))
    await own.tables.client.send(
      new UpdateCommand({
        TableName: 'sessions',
        Key: sessionKeys.attempts('ALL', window),
        UpdateExpression: 'ADD attempts :many',
        ExpressionAttributeValues: { ':many': 990 },
      }),
    )
    let last = 0
    for (let attempt = 0; attempt < 10; attempt += 1)
      last = (await own.browser(`203.0.113.${attempt}`).ask('/sign-in/start')).status
    expect(last).toBe(429)
    expect((await working.ask('/cases')).status).toBe(200)
    expect((await own.browser('192.0.2.8').ask('/sign-in/start')).status).toBe(429)
    own.wait(10 * MINUTE)
    expect((await own.browser('192.0.2.8').ask('/sign-in/start')).status).toBe(303)
    await own.close()
  })
})
