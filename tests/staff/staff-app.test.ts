import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '../../lambdas/cases/role.ts'
import { staffAnswers } from '../../lambdas/staff/answer.ts'
import { type IsFor, ROUTES } from '../../lambdas/staff/routes.ts'
import { type SignedOut, type StaffRoutes, staffApp } from '../../lambdas/staff/staff-app.ts'
import { NO_TABLES } from '../cases/no-tables.ts'
import { NOBODY_SIGNS_IN, type ServiceForTests, serviceForTests, signedInAs } from './service-for-tests.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' }
const ROWS: Readonly<Record<string, { readonly isFor: IsFor; readonly takesFile?: true }>> = ROUTES
const NOBODY_WAITS: SignedOut = {
  page: () => Promise.reject(new Error('Nobody is signed out here.')),
  form: () => Promise.reject(new Error('Nobody is signed out here.')),
  givenBack: async () => {},
}

let strangers: ServiceForTests
let staff: ServiceForTests
beforeAll(async () => {
  strangers = await serviceForTests({ whoActs: NOBODY_SIGNS_IN, tables: NO_TABLES })
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
      name: `${method} ${path}`,
      address: path
        .replace(':caseId', '2222-2222')
        .replace(':factType', 'note-added')
        .replace(':key{[^/]+\\.pdf}', 'rights_00001.pdf')
        .replace(':key', 'rights_00001')
        .replaceAll(/:\w+/g, '00001'),
    }))
}

const isForStaff = ({ name }: { readonly name: string }) => ROWS[name]?.isFor !== 'anybody'

describe('the table of routes', () => {
  it('has a row for every page and form that is registered, and each row is registered once', () => {
    expect(
      routesOf(staff)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(ROUTES).sort())
  })

  // Every page is made for every role, files to print among them.
  it('lets each role use exactly what its rows say: all else says which role it is for, and records nothing', {
    timeout: 90_000,
  }, async () => {
    const tried: string[] = []
    for (const role of ROLES) {
      const own = await serviceForTests({ whoActs: signedInAs({ kind: 'council-staff', id: 'one', roles: [role] }) })
      const stored = await own.recorded()
      for (const { name, method, address } of routesOf(own).filter(isForStaff)) {
        const { status, html } = await own.ask(address, {
          method,
          headers: FORM,
          ...(method === 'POST' && { body: 'x=1' }),
        })
        const isRefused = status === 403 && html.includes('You cannot use this page')
        expect([role, name, status === 403, isRefused]).toEqual([
          role,
          name,
          !isForRole(name, role),
          !isForRole(name, role),
        ])
        if (isRefused) expect(html).toContain(`You have signed in as ${role.replace('-', ' ')}.`)
        tried.push(`${role} ${name}`)
      }
      expect(await own.recorded()).toBe(stored)
      await own.close()
    }
    expect(tried.length).toBe(ROLES.length * Object.values(ROWS).filter(({ isFor }) => isFor !== 'anybody').length)
  })

  it('lets no role into anything that it has no row for', () => {
    const seen = (role: Role) => Object.keys(ROUTES).filter((name) => isForRole(name, role) && isForStaff({ name }))
    const ofEverybody = ['GET /', 'GET /kept-forms', 'POST /kept-forms/:formId/discard', 'POST /sign-out-everywhere']
    expect(seen('commissioner')).toEqual([
      'GET /',
      'GET /outcomes',
      'GET /outcomes/definitions',
      'GET /outcomes/releases',
      'GET /outcomes/T9',
      'GET /outcomes/bill.csv',
      'GET /outcomes/others',
      'GET /outcomes/others.csv',
      'GET /outcomes/all.zip',
      'GET /outcomes/all',
      'GET /outcomes/all.ods',
      'GET /outcomes/all.pdf',
      'GET /outcomes/questions',
      'GET /outcomes/questions.zip',
      'GET /outcomes/:table/:file',
      'GET /outcomes/:table',
      ...ofEverybody.slice(1),
    ])
    expect(seen('administrator')).toEqual([
      'GET /',
      'GET /people',
      'POST /people/:personId/end-sessions',
      'GET /manage',
      'GET /settings',
      ...ofEverybody.slice(1),
    ])
    // What somebody looks for travels in the body of a request, so that it is in no address. It changes nothing.
    const posts = seen('auditor').filter((name) => name.startsWith('POST'))
    expect(posts).toEqual(['POST /search', 'POST /cases/:caseId/reason', 'POST /audit', ...ofEverybody.slice(2)])
    expect(seen('manager')).toEqual(expect.arrayContaining([...seen('case-officer'), ...seen('administrator')]))
  })

  it('lets somebody with several roles use what is for any of them', async () => {
    const both = signedInAs({ kind: 'council-staff', id: 'one', roles: ['commissioner', 'administrator'] })
    const own = await serviceForTests({ whoActs: both })
    expect((await own.ask('/outcomes')).status).toBe(200)
    expect((await own.ask('/people')).status).toBe(200)
    const { status, html } = await own.ask('/cases')
    expect(status).toBe(403)
    expect(html).toContain('It is for case officer, manager or auditor.')
    await own.close()
  })

  it.each<[Role, string]>([
    ['auditor', '/cases'],
    ['commissioner', '/outcomes'],
    ['administrator', '/people'],
  ])('leads the %s from the first page to %s, and offers nothing that is not for them', async (role, first) => {
    const own = await serviceForTests({ whoActs: signedInAs({ kind: 'council-staff', id: 'one', roles: [role] }) })
    expect((await own.ask('/')).location).toBe(first)
    const { html } = await own.ask(first)
    const offered = [...html.matchAll(/govuk-service-navigation__link" href="([^"]+)"/g)].map(([, href]) => href)
    expect(offered.length).toBeGreaterThan(0)
    for (const href of offered) expect([href, isForRole(`GET ${href}`, role)]).toEqual([href, true])
    // They stand in one line: what there is no room for is offered on a page of its own.
    expect(offered.length).toBeLessThan(7)
    const { parts } = offered.includes('/manage')
      ? await own.json<{ parts: { href: string }[] }>('/manage')
      : { parts: [] }
    for (const { href } of parts) expect([href, isForRole(`GET ${href}`, role)]).toEqual([href, true])
    expect(parts.length > 0).toBe(role === 'manager')
    await own.close()
  })
})

function isForRole(name: string, role: Role): boolean {
  const isFor = ROWS[name]?.isFor ?? []
  return typeof isFor === 'string' || isFor.includes(role)
}

describe('every page of the staff service', () => {
  it('is reached by the addresses of this test', async () => {
    const addresses = routesOf(staff)
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter(({ address }) => address.includes(':'))).toEqual([])
  })

  it('refuses everybody where nobody can sign in, by itself, and touches nothing', async () => {
    for (const { method, address, name } of routesOf(strangers)) {
      const { status, html } = await strangers.ask(address, { method, headers: FORM })
      const isRefused = status === 403 && html.includes('This service cannot be used yet')
      const hasNothingToHide = ROWS[name]?.isFor === 'anybody' && !name.startsWith('GET /sign-in')
      expect([name, isRefused]).toEqual([name, !hasNothingToHide])
    }
  })

  it('takes no form from another website, and touches nothing', async () => {
    const forms = routesOf(staff).filter(({ method }) => method !== 'GET')
    expect(forms.length).toBeGreaterThan(6)
    for (const { method, address, name } of forms) {
      // Whoever's page it is: the roles are tried above.
      const own = isForRole(name, 'case-officer') ? staff : await managers()
      const { status, html } = await own.ask(address, {
        method,
        body: 'x=1',
        headers: { ...FORM, origin: 'https://elsewhere.example' },
      })
      expect([address, status]).toEqual([address, 403])
      expect(html).toContain('This form came from another website')
    }
  })

  it('takes no form that is far too long, and touches nothing', async () => {
    for (const { method, address, name } of routesOf(staff).filter(({ method }) => method !== 'GET')) {
      const own = isForRole(name, 'case-officer') ? staff : await managers()
      const tooLong = ROWS[name]?.takesFile ? 5_000_000 : 300_000
      const { status } = await own.ask(address, { method, body: `x=${'x'.repeat(tooLong)}`, headers: FORM })
      expect([address, status]).toEqual([address, 413])
    }
  })

  it('changes something by a form alone', () => {
    expect(new Set(routesOf(staff).map(({ method }) => method))).toEqual(new Set(['GET', 'POST']))
  })
})

let managing: ServiceForTests | undefined
afterAll(() => managing?.close())
async function managers(): Promise<ServiceForTests> {
  managing ??= await serviceForTests({
    whoActs: signedInAs({ kind: 'council-staff', id: 'one', roles: ['manager'] }),
    tables: NO_TABLES,
  })
  return managing
}

describe('an application', () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const pages = { templates: {}, stylesheet: { path: '/x.css', css: '' } }
  const publicAddress = 'https://send.example.gov.uk'
  const ofRequests = { clock: () => new Date(), newSubmissionId: () => 'reference', publicAddress }
  const options = { tables: NO_TABLES, sessions: NO_TABLES, pages, log, ...ofRequests }
  const make = (whoActs: Parameters<typeof staffApp>[0]['whoActs'], add: (routes: StaffRoutes) => void) =>
    staffApp({ ...options, whoActs }, staffAnswers('Example Council', pages), NOBODY_WAITS, add)

  it('is not made while a row of the table has no page', () => {
    const makeOne = () => make(NOBODY_SIGNS_IN, ({ page }) => page('/cases', (c) => c.text('')))
    expect(makeOne).toThrow(/^No page was added for GET \/, GET \/assign, .*, which the table of routes has\.$/)
    expect(makeOne).not.toThrow(/GET \/cases,/)
  })

  it('takes no page without a row, nor one that is for somebody as if it were for anybody', () => {
    const add = ({ page, change, openPage }: StaffRoutes) => {
      // @ts-expect-error There is no such row.
      page('/nothing', (c) => c.text(''))
      // @ts-expect-error It is a form.
      page('/sign-out-everywhere', (c) => c.text(''))
      // @ts-expect-error It is looked at, and takes no form.
      change('/outcomes', (c) => c.text(''))
      // @ts-expect-error It is for some roles.
      openPage('/cases', (c) => c.text(''))
    }
    expect(() => make(NOBODY_SIGNS_IN, add)).toThrow()
  })

  it('cannot be given a page without the check: Hono itself takes no page for staff', () => {
    const page = (c: Parameters<Parameters<StaffRoutes['page']>[1]>[0], { id }: { readonly id: string }) => c.text(id)
    // @ts-expect-error Hono would give it no actor.
    new Hono().get('/mine', page)
  })
})
