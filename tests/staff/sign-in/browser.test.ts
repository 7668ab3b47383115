import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserForTests, browserForTests, faultsAtBothWidths } from '../../web/browser-for-tests.ts'
import { MINUTE, OLIVE, type SigningIn, signingInForTests } from './signing-in-for-tests.ts'

const SESSION = '__Host-session'

let house: SigningIn
let pages: BrowserForTests
let page: Page
beforeAll(async () => {
  house = await signingInForTests()
  pages = await browserForTests(withCookie(house.service.app))
  page = await pages.browser.newPage()
})
afterAll(async () => {
  await pages?.close()
  await house?.close()
})

/**
 * The cookie that the service is given with each request. A browser takes `__Host-` from the service itself, and from a test
 * over TLS alone.
 */
let cookie = ''
function withCookie(app: Hono): Hono {
  return new Hono().all('*', (c) => {
    const request = new Request(c.req.raw)
    request.headers.set('cookie', cookie)
    return app.fetch(request)
  })
}

async function signIn(roles: readonly string[]): Promise<void> {
  const one = house.browser()
  await one.signIn({ ...OLIVE, roles })
  cookie = `${SESSION}=${one.cookies.get(SESSION)}`
}

it('the page to sign in, after the time was over, and the one that says what was kept, are accessible', async () => {
  await signIn(['case-officer'])
  await page.goto(`${pages.address}/cases/new`)
  house.wait(21 * MINUTE)
  await page.goto(`${pages.address}/cases`)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(await page.getByText('You were signed out because you did nothing here for 20 minutes.').isVisible()).toBe(
    true,
  )
  expect(await faultsAtBothWidths(page, 'sign in')).toEqual([])
})

it('a form that is sent when the time is over is told of, kept, and gone on with, in the browser', async () => {
  await signIn(['case-officer'])
  await page.goto(`${pages.address}/cases/new`)
  await page.getByLabel('Not to re-assess needs').check()
  house.wait(21 * MINUTE)
  await page.locator('main form button').last().click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'You were signed out before this form arrived',
  )
  expect(await faultsAtBothWidths(page, 'signed out in a form')).toEqual([])
  await signIn(['case-officer'])
  await page.goto(`${pages.address}/kept-forms`)
  expect(await faultsAtBothWidths(page, 'kept forms')).toEqual([])
  await page.getByRole('button', { name: 'Go on with what you typed' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The decision letter')
  await page.getByRole('link', { name: 'Back' }).click()
  expect(await page.getByLabel('Not to re-assess needs').isChecked()).toBe(true)
})

it('the pages of people and of settings, and a page that is for others, are accessible', async () => {
  await signIn(['manager', 'administrator'])
  await page.goto(`${pages.address}/people`)
  expect(await page.getByRole('button', { name: 'Sign Olive Officer out everywhere' }).isVisible()).toBe(true)
  expect(await faultsAtBothWidths(page, 'people')).toEqual([])
  await page.goto(`${pages.address}/settings`)
  expect(await page.getByRole('heading', { name: 'How staff sign in' }).isVisible()).toBe(true)
  expect(await faultsAtBothWidths(page, 'settings')).toEqual([])
  await page.goto(`${pages.address}/people`)
  await page.getByRole('button', { name: 'Sign Olive Officer out everywhere' }).click()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await signIn(['commissioner'])
  await page.goto(`${pages.address}/cases`)
  expect(await page.getByText('It is for case officer, manager or auditor.').isVisible()).toBe(true)
  expect(await faultsAtBothWidths(page, 'not for you')).toEqual([])
})
