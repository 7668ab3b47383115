import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPENING } from '../service-for-tests.ts'
import { HOUR, MINUTE, OLIVE, type SigningIn, signingInForTests } from './signing-in-for-tests.ts'

const SESSION = '__Host-session'
const MAX = { ...OLIVE, sub: 'max', name: 'Max Manager', roles: ['manager'] }

let house: SigningIn
beforeAll(async () => {
  house = await signingInForTests()
})
afterAll(() => house.close())

async function signedIn(claims: Readonly<Record<string, unknown>> = OLIVE) {
  const one = house.browser()
  expect((await one.signIn(claims)).status).toBe(303)
  return one
}

describe('a session', () => {
  it('lasts while it is used, and ends after 20 minutes without, which the next page says', async () => {
    const one = await signedIn()
    for (let minutes = 0; minutes < 60; minutes += 15) {
      house.wait(15 * MINUTE)
      expect((await one.ask('/cases')).status).toBe(200)
    }
    house.wait(20 * MINUTE)
    expect((await one.ask('/cases')).location).toBe('/sign-in')
    expect((await one.ask('/sign-in')).html).toContain(
      'You were signed out because you did nothing here for 20 minutes.',
    )
  })

  it('ends after 10 hours, however much it is used', async () => {
    const one = await signedIn()
    for (let quarters = 1; quarters < 40; quarters += 1) {
      house.wait(15 * MINUTE)
      expect((await one.ask('/kept-forms')).status).toBe(200)
    }
    house.wait(15 * MINUTE)
    expect((await one.ask('/cases')).location).toBe('/sign-in')
    expect((await one.ask('/sign-in')).html).toContain('everybody signs in again after 10 hours.')
  })

  it('is written to once a minute at most, whatever is looked at', async () => {
    const one = await signedIn()
    house.wait(2 * MINUTE)
    await one.ask('/kept-forms')
    const stored = await house.everything()
    house.wait(MINUTE - 1)
    for (let pages = 0; pages < 5; pages += 1) await one.ask('/kept-forms')
    expect(await house.everything()).toBe(stored)
    house.wait(1)
    await one.ask('/kept-forms')
    expect(await house.everything()).not.toBe(stored)
  })

  it('ends at sign-out: the cookie goes, and what was kept of the pages, and the id is of no use any more', async () => {
    const one = await signedIn()
    const id = one.cookies.get(SESSION) ?? ''
    const { status, location, headers } = await one.post('/sign-out')
    expect([status, location]).toEqual([303, '/signed-out'])
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(one.cookies.has(SESSION)).toBe(false)
    expect((await one.ask('/signed-out')).html).toContain('You have signed out')
    one.cookies.set(SESSION, id)
    expect((await one.ask('/cases')).location).toBe('/sign-in')
    expect((await one.post('/sign-out')).status).toBe(303)
  })

  it('is not ended by another website', async () => {
    const one = await signedIn()
    const origin = 'https://elsewhere.example'
    for (const path of ['/sign-out', '/sign-out-everywhere']) {
      expect((await one.ask(path, { method: 'POST', headers: { origin } })).status).toBe(403)
    }
    expect((await one.ask('/cases')).status).toBe(200)
  })

  it('ends with all others of the same person, and of nobody else, by "sign out everywhere"', async () => {
    const [one, other, somebodyElse] = [await signedIn(), await signedIn(), await signedIn(MAX)]
    await one.post('/sign-out-everywhere')
    expect((await other.ask('/cases')).location).toBe('/sign-in')
    expect((await other.ask('/sign-in')).html).toContain('this sign-in was ended')
    expect((await somebodyElse.ask('/cases')).status).toBe(200)
  })

  it('is ended by a manager at once, and not by a case officer', async () => {
    const [one, max] = [await signedIn(), await signedIn(MAX)]
    const people = await max.ask('/people')
    const [, path = ''] =
      /Olive Officer[\s\S]*?action="(\/people\/person-[0-9a-f]{24}\/end-sessions)"/.exec(people.html) ?? []
    expect((await one.post(path)).status).toBe(403)
    const { location } = await max.post(path)
    expect((await max.ask(location ?? '')).html).toContain('Olive Officer is signed out everywhere.')
    expect((await one.ask('/cases')).location).toBe('/sign-in')
    expect((await max.post('/people/person-000000000000000000000000/end-sessions')).status).toBe(404)
    expect((await max.post('/people/nobody/end-sessions')).status).toBe(404)
  })
})

describe('a form that is sent when the session has run out', () => {
  const TYPED = { ...OPENING, submissionId: 'submission-of-a-test', name: 'Marked <b>Parent</b>' }

  it('is recorded by nobody, and given back filled in to the same person, who can go on with it', async () => {
    const one = await signedIn()
    house.wait(21 * MINUTE)
    const sent = await one.post('/cases', TYPED)
    expect(sent.status).toBe(401)
    expect(sent.html).toContain('You were signed out before this form arrived')
    expect(await one.signIn()).toMatchObject({ status: 303, location: '/kept-forms' })
    const { html } = await one.ask('/kept-forms')
    expect(html).toContain('A new case')
    expect(html).toContain('value="Marked &lt;b&gt;Parent&lt;/b&gt;"')
    const inputs = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
    const carried = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
    expect(carried).toMatchObject({ email: OPENING.email, 'sentOn-day': '11', submissionId: 'submission-of-a-test' })
    expect(carried.confirmed).toBeUndefined()
    const again = await one.post('/cases', carried)
    expect([again.status, again.html.includes('name="confirmed"')]).toEqual([200, true])
    expect((await one.ask('/kept-forms')).html).toContain('Nothing is kept for you now.')
    expect((await one.signIn()).location).toBe('/')
  })

  it('is shown to nobody else, and to nobody after an hour', async () => {
    const one = await signedIn()
    house.wait(21 * MINUTE)
    await one.post('/cases', TYPED)
    const other = await signedIn(MAX)
    expect((await other.ask('/kept-forms')).html).toContain('Nothing is kept for you now.')
    const own = await signedIn()
    const [, discard = ''] = /action="(\/kept-forms\/[^"]+\/discard)"/.exec((await own.ask('/kept-forms')).html) ?? []
    await other.post(discard)
    expect((await own.ask('/kept-forms')).html).toContain('A new case')
    house.wait(HOUR)
    const late = await signedIn()
    expect((await late.ask('/kept-forms')).html).toContain('Nothing is kept for you now.')
  })

  it('can be thrown away', async () => {
    const one = await signedIn()
    house.wait(21 * MINUTE)
    await one.post('/cases', { ...TYPED, name: 'Thrown Away' })
    expect(await house.everything()).toContain('Thrown Away')
    await one.signIn()
    const [, discard = ''] = /action="(\/kept-forms\/[^"]+\/discard)"/.exec((await one.ask('/kept-forms')).html) ?? []
    expect((await one.post(discard)).location).toBe('/kept-forms')
    expect((await one.ask('/kept-forms')).html).toContain('Nothing is kept for you now.')
    expect(await house.everything()).not.toContain('Thrown Away')
  })

  it.each<[string, (one: Awaited<ReturnType<typeof signedIn>>) => Promise<void> | void]>([
    ['no session', (one) => one.cookies.clear()],
    ['a session that nobody knows', (one) => void one.cookies.set(SESSION, 'A'.repeat(43))],
    [
      'a session that was ended',
      async (one) => {
        const id = one.cookies.get(SESSION) ?? ''
        await one.post('/sign-out')
        one.cookies.set(SESSION, id)
      },
    ],
  ])('is not kept for a request that carries %s', async (_, change) => {
    const one = await signedIn()
    await change(one)
    const stored = await house.everything()
    const { status, html } = await one.post('/cases', TYPED)
    expect(status).toBe(401)
    expect(html).toContain('Nothing was recorded. Sign in, and send the form again.')
    expect(await house.everything()).toBe(stored)
  })

  it('is not kept when another website has sent it, or when it is far too long', async () => {
    const one = await signedIn()
    house.wait(21 * MINUTE)
    const stored = await house.everything()
    const body = new URLSearchParams(TYPED)
    const elsewhere = { origin: 'https://elsewhere.example' }
    expect((await one.ask('/cases', { method: 'POST', body, headers: elsewhere })).status).toBe(403)
    expect((await one.post('/cases', { ...TYPED, name: 'x'.repeat(300_000) })).status).toBe(413)
    expect(await house.everything()).toBe(stored)
  })
})

it('pages name who recorded what, and say "council staff" of what nobody in particular recorded', async () => {
  const one = await signedIn()
  const [{ submissionId }] = [
    JSON.parse((await one.ask('/cases/new', { headers: { accept: 'application/json' } })).html) as {
      submissionId: string
    },
  ]
  const shown = await one.post('/cases', { ...OPENING, submissionId })
  const [, confirmed = ''] = /name="confirmed" value="([^"]*)"/.exec(shown.html) ?? []
  const { location } = await one.post('/cases', { ...OPENING, submissionId, confirmed })
  const [address = ''] = (location ?? '').split('?')
  const { html } = await one.ask(`${address}/timeline`)
  expect(html).toMatch(/, recorded by Olive Officer</)
})
