import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../lambdas/cases/role.ts'
import { CONTENT_SECURITY_POLICY } from '../../lambdas/web/http/security-headers.ts'
import { NO_TABLES } from '../cases/no-tables.ts'
import { tablesForTests } from '../cases/tables-for-tests.ts'
import { publicForTests } from '../public/public-for-tests.ts'
import { caseWithEveryRoute } from '../staff/case-with-every-route.ts'
import { deliverFirstMessage } from '../staff/deliver-for-tests.ts'
import {
  NOBODY_SIGNS_IN,
  OPENING,
  type ServiceForTests,
  serviceForTests,
  signedInAs,
} from '../staff/service-for-tests.ts'
import { addressesOf } from './addresses.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' }
const as = (...roles: readonly Role[]) => signedInAs({ kind: 'council-staff', id: 'person-1', roles })

/** Everybody's pages, by everything that an answer can be: found, refused, not there, wrong. */
let full: ServiceForTests
let caseId: string
beforeAll(async () => {
  const actor = { kind: 'council-staff', id: 'person-1', roles: ROLES } as const
  const signsOutAt = new Date('2026-03-10T11:20:00Z')
  const session = 'a session'
  full = await serviceForTests({
    whoActs: () => ({ is: 'signed-in', actor, session, name: 'Olive Officer', signsOutAt }),
  })
  caseId = await caseWithEveryRoute(full)
  await deliverFirstMessage(full, caseId)
})
afterAll(() => full.close())

describe('a method that a route does not have', () => {
  it.each([...ROLES, 'nobody'] as const)('does nothing and tells nothing, whoever asks: %s', async (role) => {
    const own = await serviceForTests({ whoActs: role === 'nobody' ? NOBODY_SIGNS_IN : as(role), tables: NO_TABLES })
    const routes = addressesOf(own.app)
    /** How many handlers stand around everything: a route of its own is one more. */
    const around = own.app.router.match('PROPFIND', '/nothing')[0].length
    const tried: string[] = []
    for (const address of new Set(routes.map((route) => route.address))) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        if (own.app.router.match(method, address)[0].length > around) continue
        const { status } = await own.ask(address, {
          method,
          headers: FORM,
          ...(method !== 'GET' && { body: 'x=1' }),
        })
        expect([method, address, status]).toEqual([method, address, role === 'nobody' ? 403 : 404])
        tried.push(`${method} ${address}`)
      }
    }
    expect(tried.length).toBeGreaterThan(routes.length * 4)
    await own.close()
  })

  it('is none of the public pages either: they are looked at, and take nothing', async () => {
    const { ask, app } = await publicForTests()
    expect(new Set(app.routes.map(({ method }) => method))).toEqual(new Set(['GET', 'ALL']))
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      for (const path of ['/help', '/dates', '/dates/result', '/.well-known/security.txt']) {
        expect((await ask(path, { method })).status).toBe(404)
      }
    }
  })
})

describe('every answer of every page', () => {
  it('may run no script, load nothing but its stylesheet, be framed nowhere, and be kept nowhere', async () => {
    const framed: string[] = []
    for (const { method, address, path } of addressesOf(full.app, { caseId })) {
      const { headers } = await full.ask(address, { method, headers: FORM, ...(method === 'POST' && { body: 'x=1' }) })
      const policy = headers.get('content-security-policy') ?? ''
      expect([address, policy]).toEqual([address, expect.stringContaining("default-src 'none'")])
      expect([address, policy]).not.toEqual([address, expect.stringMatching(/unsafe-eval|script-src|data:|\*/)])
      if (policy.includes("frame-ancestors 'self'")) framed.push(path)
      else expect([address, policy]).toEqual([address, expect.stringContaining("frame-ancestors 'none'")])
      // Only the email as it was sent has styles of its own, in a frame in which nothing can run.
      if (policy.includes('unsafe-inline')) expect(policy).toMatch(/style-src 'unsafe-inline'.*; sandbox$/)
      else expect(policy.startsWith(CONTENT_SECURITY_POLICY)).toBe(true)
      expect([address, headers.get('x-content-type-options')]).toEqual([address, 'nosniff'])
      expect([address, headers.get('strict-transport-security')]).toEqual([
        address,
        'max-age=31536000; includeSubDomains',
      ])
      expect([address, headers.get('referrer-policy')]).toEqual([address, 'same-origin'])
      expect([address, headers.get('access-control-allow-origin')]).toEqual([address, null])
      if (!path.startsWith('/assets/')) expect([address, headers.get('cache-control')]).toEqual([address, 'no-store'])
    }
    expect(framed).toEqual(['/cases/:caseId/messages/:key/:attempt/html'])
  })

  it('that shows something says who has signed in, and has the way out', async () => {
    const pages: string[] = []
    for (const { method, address } of addressesOf(full.app, { caseId })) {
      if (method !== 'GET') continue
      const { status, html } = await full.ask(address)
      // An email as it was sent stands in a frame of a page that has it.
      if (status !== 200 || !html.includes('govuk-template') || address.startsWith('/sign')) continue
      expect([address, html.includes('Signed in as Olive Officer')]).toEqual([address, true])
      expect([address, /<form method="post" action="\/sign-out"/.test(html)]).toEqual([address, true])
      pages.push(address)
    }
    expect(pages.length).toBeGreaterThan(12)
  })

  it('is of a page: an address that ends at a folder lists nothing', async () => {
    for (const path of [
      '/assets/',
      '/assets/staff/',
      '/assets/staff/x.css',
      '/people/',
      '/sign-in/',
      '/.git/',
      '/..%2f',
    ]) {
      const { status, html } = await full.ask(path)
      expect([path, status]).toEqual([path, 404])
      expect(html).toContain('Page not found')
    }
  })

  it('says what it is, and in which characters', async () => {
    for (const { method, address } of addressesOf(full.app, { caseId })) {
      const { headers, html } = await full.ask(address, {
        method,
        headers: FORM,
        ...(method === 'POST' && { body: 'x=1' }),
      })
      if (html === '') continue
      expect([address, headers.get('content-type')]).toEqual([
        address,
        expect.stringMatching(
          /^(text\/(html|css|plain|csv); charset=utf-8|application\/(json|pdf|zip|vnd\.oasis\.opendocument).*)$/i,
        ),
      ])
    }
    const { ask } = await publicForTests()
    for (const path of ['/help', '/dates', '/.well-known/security.txt', '/nothing']) {
      expect((await ask(path)).headers.get('content-type')).toMatch(/; ?charset=utf-8/i)
    }
  })

  it('lets no other website read it, whatever that says of itself', async () => {
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost']) {
      const { headers } = await full.ask('/cases', { headers: { origin, 'access-control-request-method': 'POST' } })
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  it('has no header and no log line of what an address or a header of the request brings in', async () => {
    const own = await serviceForTests({ whoActs: as(...ROLES) })
    const bad = '%0d%0aSet-Cookie:%20a=b%0d%0a{"level":"ERROR"}%E2%80%A8Marked'
    for (const { method, path } of addressesOf(own.app)) {
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, bad)
      const { headers } = await own.ask(`${address}?from=${bad}&status=${bad}&posted=${bad}`, {
        method,
        headers: { ...FORM, 'user-agent': 'Marked', 'x-forwarded-for': 'Marked', referer: `http://localhost/${bad}` },
        ...(method === 'POST' && { body: `x=${bad}&submissionId=${bad}` }),
      })
      expect([address, JSON.stringify([...headers])]).not.toEqual([address, expect.stringContaining('a=b')])
    }
    expect(own.logged.length).toBeGreaterThan(20)
    expect(JSON.stringify(own.logged)).not.toMatch(/Marked|Set-Cookie/i)
    await own.close()
  })
})

describe('a form of 10 MB', () => {
  const SIZE = 10 * 1024 * 1024
  const length = { 'content-length': String(SIZE) }
  /** A body whose length nobody says, a piece at a time. It notes how much of it was read. */
  function unending(note: (bytes: number) => void): ReadableStream<Uint8Array> {
    let sent = 0
    return new ReadableStream({
      pull(controller) {
        if (sent >= SIZE) return controller.close()
        const piece = new TextEncoder().encode(`${sent === 0 ? 'x=' : ''}${'x'.repeat(64 * 1024)}`)
        sent += piece.length
        note(sent)
        controller.enqueue(piece)
      },
    })
  }

  it.each<[string, Record<string, string>]>([
    ['a usual one', FORM],
    ['one that says how long it is', { ...FORM, ...length }],
    ['one with files', { ...FORM, 'content-type': 'multipart/form-data; boundary=b' }],
    ['no form at all', { ...FORM, 'content-type': 'application/octet-stream' }],
  ])('is refused, with what to do, and stores nothing: %s', async (_, headers) => {
    const stored = await full.everything()
    const { status, html } = await full.ask('/cases', { method: 'POST', body: `x=${'x'.repeat(SIZE)}`, headers })
    expect(status).toBe(413)
    expect(html).toContain('Shorten what you typed and send the form again. Nothing was recorded.')
    expect(await full.everything()).toBe(stored)
  })

  it('is not read to its end where it does not say how long it is', async () => {
    let read = 0
    const body = unending((bytes) => {
      read = bytes
    })
    const { status } = await full.ask('/cases', { method: 'POST', body, headers: FORM, duplex: 'half' } as RequestInit)
    expect(status).toBe(413)
    expect(read).toBeLessThan(SIZE / 10)
  })
})

describe('what a form carries besides its own answers', () => {
  const answerTo = async (path: string, body: string) => {
    const { location } = await full.ask(path, { method: 'POST', headers: FORM, body })
    return full.ask(location ?? '')
  }
  const opening = async (more: string) => {
    const { submissionId } = await full.json<{ submissionId: string }>('/cases/new')
    const body = `${new URLSearchParams({ ...OPENING, submissionId, name: 'Nora Plain' })}&${more}`
    return answerTo('/cases', body)
  }

  it('changes nothing that the form does not ask for', async () => {
    const before = await full.recorded()
    const own = { recordedBy: 'somebody-else', caseId: '3333-3333', status: 'closed', version: '99', pk: 'CASE#1' }
    const { html } = await opening(String(new URLSearchParams(own)))
    const [, confirmed = ''] = /name="confirmed" value="([^"]*)"/.exec(html) ?? []
    expect(confirmed).not.toBe('')
    const { submissionId } = await full.json<{ submissionId: string }>('/cases/new')
    const { location } = await full.send('/cases', { ...OPENING, submissionId, name: 'Nora Plain', ...own, confirmed })
    expect(location).toMatch(/^\/cases\//)
    expect(location).not.toContain('3333-3333')
    const added = (await full.recorded()).replace(before, '')
    expect(added).toContain('Nora Plain')
    expect(added).not.toMatch(/somebody-else|3333-3333|CASE#1"/)
  })

  it('cannot reach into the program: names that objects are built with are answers like others', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', '__proto__[isFor]', 'constructor.prototype.isFor']) {
      const { status } = await opening(`${encodeURIComponent(name)}=anybody&toString=x&hasOwnProperty=x&then=x`)
      expect([name, status]).toEqual([name, 200])
    }
    expect(({} as Record<string, unknown>).isFor).toBeUndefined()
    expect(String({})).toBe('[object Object]')
  })

  it('counts as one answer, from the form and never from the address, however often it is sent', async () => {
    const { submissionId } = await full.json<{ submissionId: string }>('/cases/new')
    const body = `${new URLSearchParams({ ...OPENING, submissionId })}&email=first@example.com&email=last@example.com`
    const { html } = await answerTo('/cases?email=address@example.com&name=Nadia', body)
    expect(html).toContain('last@example.com')
    expect(html).not.toMatch(/first@example|address@example|Nadia/)
  })
})

describe('a case of another council', () => {
  it('is no such case, with the same answer and the same reads, on every page and form of it', async () => {
    const { tables, close } = await tablesForTests()
    const reads: string[] = []
    const { send } = tables.client
    const client = Object.assign(Object.create(tables.client) as typeof tables.client, {
      send: (...[command, ...rest]: Parameters<typeof send>) => {
        reads.push(command.constructor.name)
        return send.call(tables.client, command, ...rest)
      },
    })
    const other = await serviceForTests({
      whoActs: as(...ROLES),
      tables: { ...tables, client },
      sessions: { ...tables, client },
    })
    const routes = addressesOf(other.app).filter(({ path }) => path.includes(':caseId'))
    expect(routes.length).toBeGreaterThan(15)
    for (const { method, path } of routes) {
      const answers = []
      for (const reference of [caseId, '3333-3333']) {
        reads.length = 0
        const { address } = addressesOf(other.app, { caseId: reference }).find(
          (one) => one.method === method && one.path === path,
        ) ?? { address: '' }
        const { status, html } = await other.ask(address, {
          method,
          headers: FORM,
          ...(method === 'POST' && { body: 'submissionId=submission-of-a-test&version=1' }),
        })
        answers.push({ status, html: html.replaceAll(reference, 'REFERENCE'), reads: reads.join() })
      }
      // Nothing is looked for there: who works on cases is led on, and an auditor is asked why.
      expect([path, answers[0]?.status]).toEqual([
        path,
        path.endsWith('/reason') ? (method === 'GET' ? 303 : 422) : 404,
      ])
      expect([path, answers[0]]).toEqual([path, answers[1]])
    }
    await other.close()
    await close()
  })
})

describe('what somebody tries and may not', () => {
  const own = () => serviceForTests({ whoActs: as('commissioner'), tables: NO_TABLES })
  it.each<[string, number, string, RequestInit]>([
    ['a case', 403, '/cases/:caseId', {}],
    ['a form of another website', 403, 'POST', { headers: { ...FORM, origin: 'https://elsewhere.example' } }],
    ['a form that is none', 400, 'POST', { headers: { 'content-type': 'multipart/form-data', host: 'localhost' } }],
    ['a form that is far too long', 413, 'POST', { headers: FORM, body: 'x'.repeat(300_000) }],
  ])('is noted with who asked, for which route, and what came of it: %s', async (_, status, route, init) => {
    const service = await own()
    const isForm = route === 'POST'
    const path = isForm ? '/sign-out-everywhere' : '/cases/2222-2222'
    const answer = await service.ask(path, isForm ? { method: 'POST', body: 'x=1', ...init } : init)
    expect(answer.status).toBe(status)
    expect(service.logged).toContainEqual(
      expect.objectContaining({
        message: 'Request',
        personId: 'person-1',
        route: isForm ? path : route,
        status,
        milliseconds: expect.any(Number),
      }),
    )
    await service.close()
  })
})

it('gets no answer that repeats it: TRACE', async () => {
  // No request of the platform can be made with it, so it is given to the application as a server would.
  const repeats = { method: 'TRACE', url: 'http://localhost/cases', headers: new Headers({ 'x-secret': 'Marked' }) }
  const answered = await full.app.fetch(repeats as Request)
  expect(answered.status).toBe(404)
  expect((await answered.text()) + JSON.stringify([...answered.headers])).not.toContain('Marked')
})
