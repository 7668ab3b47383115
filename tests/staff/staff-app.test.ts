import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffAnswers } from '../../lambdas/staff/answer.ts'
import { type StaffRoutes, staffApp } from '../../lambdas/staff/staff-app.ts'
import { NO_TABLES } from '../cases/no-tables.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

const REFUSED = [403, 'This service cannot be used yet: council staff cannot sign in to it.\n']
const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' }

let strangers: ServiceForTests
let staff: ServiceForTests
beforeAll(async () => {
  strangers = await serviceForTests({ whoActs: () => undefined, tables: NO_TABLES })
  staff = await serviceForTests({ tables: NO_TABLES })
})
afterAll(async () => {
  await strangers.close()
  await staff.close()
})

/** Every route of the application, but what stands around all of them. Each with an address that leads to it. */
function routesOf({ app }: ServiceForTests) {
  return app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({
      method,
      address: path
        .replace(':caseId', '2222-2222')
        .replace(':factType', 'note-added')
        .replace(':key{[^/]+\\.pdf}', 'rights_00001.pdf')
        .replace(':key', 'rights_00001')
        .replace(/:\w+/, '00001'),
    }))
}

/** What needs no actor: the stylesheet, and two ways to the public pages. */
const isForEverybody = (address: string) => /^\/assets\/staff\/[0-9a-f]+\.css$|^\/(help|dates)\/$/.test(address)

describe('every page of the staff service', () => {
  it('is reached by the addresses of this test', async () => {
    const addresses = routesOf(staff)
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter(({ address }) => address.includes(':'))).toEqual([])
  })

  it('refuses whoever it is not for, by itself, and touches nothing', async () => {
    const answered: string[] = []
    for (const { method, address } of routesOf(strangers)) {
      const { status, html } = await strangers.ask(address, { method, headers: FORM })
      if (status === REFUSED[0] && html === REFUSED[1]) continue
      answered.push(address)
    }
    expect(answered.filter((address) => !isForEverybody(address))).toEqual([])
    expect(answered).toHaveLength(3)
  })

  it('takes no form from another website, and touches nothing', async () => {
    const forms = routesOf(staff).filter(({ method }) => method !== 'GET')
    expect(forms.length).toBeGreaterThan(6)
    for (const { method, address } of forms) {
      const { status, html } = await staff.ask(address, {
        method,
        body: 'x=1',
        headers: { ...FORM, origin: 'https://elsewhere.example' },
      })
      expect([address, status]).toEqual([address, 403])
      expect(html).toContain('This form came from another website')
    }
  })

  it('takes no form that is far too long, and touches nothing', async () => {
    for (const { method, address } of routesOf(staff).filter(({ method }) => method !== 'GET')) {
      const { status } = await staff.ask(address, { method, body: `x=${'x'.repeat(300_000)}`, headers: FORM })
      expect([address, status]).toEqual([address, 413])
    }
  })

  it('changes something by a form alone', () => {
    expect(new Set(routesOf(staff).map(({ method }) => method))).toEqual(new Set(['GET', 'POST']))
  })
})

describe('a page', () => {
  it('is given who looks at it, whatever was added before it', async () => {
    const add = ({ page }: StaffRoutes) => page('/mine', (c, { id }) => c.text(id))
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const pages = { templates: {}, stylesheet: { path: '/x.css', css: '' } }
    const app = (known: boolean) =>
      staffApp(
        {
          whoActs: () => (known ? { kind: 'council-staff', id: 'officer-7', roles: [] } : undefined),
          pages,
          log,
          clock: () => new Date(),
          newSubmissionId: () => 'reference',
        },
        staffAnswers('Example Council', pages),
        add,
      )
    expect(await (await app(true).request('/mine')).text()).toBe('officer-7')
    expect((await app(false).request('/mine')).status).toBe(403)
  })

  it('cannot be added without the check: an application of Hono takes no page for staff', () => {
    const page = (c: Parameters<Parameters<StaffRoutes['page']>[1]>[0], { id }: { readonly id: string }) => c.text(id)
    // @ts-expect-error Hono would give it no actor.
    new Hono().get('/mine', page)
  })
})
