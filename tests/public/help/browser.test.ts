import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOTICE_PATHS, PATHS } from '../../../lambdas/guidance/paths.ts'
import { expectOfAllInTurn } from '../../rule.ts'
import { type BrowserForTests, browserForTests, faultsAtBothWidths } from '../../web/browser-for-tests.ts'
import { publicForTests } from '../public-for-tests.ts'

let pages: BrowserForTests
let page: Page
beforeAll(async () => {
  pages = await browserForTests((await publicForTests()).app)
  page = await pages.browser.newPage()
})
afterAll(() => pages?.close())

/** The date calculator has a test of its own. */
const HELP = Object.values(PATHS).filter((path) => path !== PATHS.dates)
const PAGES = [
  ...HELP,
  ...Object.values(NOTICE_PATHS),
  `${PATHS.claimDate}?answering=yes`,
  `${PATHS.claimDate}?answering=yes&act-on-day=10&act-on-month=2&act-on-year=2026`,
  '/help/nothing',
]

it('every page of help is accessible, and fits a phone', { timeout: 120_000 }, () =>
  expectOfAllInTurn(
    PAGES.map((path) => [path, path]),
    async (path) => {
      await page.goto(pages.address + path)
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      return faultsAtBothWidths(page, path)
    },
  ),
)

describe('a family', () => {
  it('comes from a term to its explanation and back to where it was', async () => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(pages.address + PATHS.appeal)
    await page.getByRole('link', { name: 'certificate', exact: true }).click()
    const entry = page.locator('#mediation-certificate')
    expect(new URL(page.url()).hash).toBe('#mediation-certificate')
    expect((await entry.boundingBox())?.y).toBeLessThan(100)
    // It stands out from the entries around it.
    const border = 'getComputedStyle(document.querySelector("#mediation-certificate")).borderLeftStyle'
    expect(await page.evaluate(border)).toBe('solid')
    await page.goBack()
    expect(new URL(page.url()).pathname).toBe(PATHS.appeal)
  })

  it('finds the last day for a claim with a keyboard alone and no script', async () => {
    const context = await pages.browser.newContext({ javaScriptEnabled: false })
    const own = await context.newPage()
    await own.goto(pages.address + PATHS.exclusionAndDiscrimination)
    await own.getByRole('button', { name: 'Find the last day' }).press('Enter')
    await own.getByLabel('Day', { exact: true }).focus()
    for (const part of ['10', '2', '2026']) {
      await own.keyboard.type(part)
      await own.keyboard.press('Tab')
    }
    await own.keyboard.press('Enter')
    await own.waitForURL((url) => url.searchParams.get('act-on-year') === '2026')
    expect(await own.locator('.family-date__day').textContent()).toBe('Friday 7 August 2026')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})
