import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserForTests, browserForTests, faultsAtBothWidths } from '../../web/browser-for-tests.ts'
import { type Answers, addressWith, NOTHING_YET, publicForTests } from '../public-for-tests.ts'

let pages: BrowserForTests
let page: Page

beforeAll(async () => {
  pages = await browserForTests((await publicForTests()).app)
  page = await pages.browser.newPage()
})
afterAll(() => pages?.close())

const everything: Answers = {
  ...NOTHING_YET,
  disagreement: 'not-sure',
  sent: 'unknown',
  council: 'yes',
  'council-on': '2026-03-03',
}
const late: Answers = { ...NOTHING_YET, 'printed-on': '2025-12-31', 'sent-on': '2025-12-31' }

describe('every page for families is accessible, and fits a phone', () => {
  it.each<[string, string]>([
    ['the start', '/dates'],
    ['a question of choice', '/dates/disagreement'],
    ['a question of choice with nothing selected', '/dates/disagreement?answering=disagreement'],
    ['a question of a day', addressWith('printed-on', NOTHING_YET)],
    ['a question of a day, wrong', addressWith('printed-on', { ...NOTHING_YET, answering: 'printed-on' })],
    ['the answers', addressWith('check', everything)],
    ['the dates', addressWith('result', everything)],
    ['the dates when they have passed', addressWith('result', late)],
    ['a page that is not there', '/dates/nothing'],
  ])('%s', async (_, path) => {
    await page.goto(pages.address + path)
    await page.locator('details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    expect(await faultsAtBothWidths(page)).toEqual([])
  })
})

describe('with a keyboard alone and no script', () => {
  it('a family comes from the start to its dates, through a mistake and back, and gets the calendar file', async () => {
    const context = await pages.browser.newContext({ javaScriptEnabled: false, acceptDownloads: true })
    const page = await context.newPage()
    page.setDefaultTimeout(5_000)
    const at = (path: string) => page.waitForURL((url) => url.pathname === path)
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    /** The focus goes to what comes first in the page: the link over the heading is passed, then the question. */
    const passTheTop = () => press('Tab', 'Tab', 'Tab')

    await page.goto(`${pages.address}/dates`)
    await press('Tab', 'Enter')
    await page.waitForURL((url) => url.hash === '#main-content')
    await page.getByRole('button', { name: 'Start now' }).press('Enter')
    await at('/dates/disagreement')
    // The skip link, the name of the service, the way back; then the first choice, and down to the second.
    await passTheTop()
    await press('Tab', 'Space', 'ArrowDown', 'Enter')
    await at('/dates/printed-on')

    await passTheTop()
    for (const part of ['31', '2', '2026']) {
      await press('Tab')
      await page.keyboard.type(part)
    }
    await press('Enter')
    const problem = page.getByRole('alert').getByRole('link')
    expect(await problem.textContent()).toContain('There is no 31 February 2026.')
    expect(await page.title()).toMatch(/^Error: What date is printed on the decision letter\?/)
    await problem.focus()
    await press('Enter', 'Tab', 'Shift+Tab', 'ControlOrMeta+A')
    await page.keyboard.type('10')
    await press('Enter')
    await at('/dates/sent')

    await passTheTop()
    await press('Tab', 'Space', 'ArrowDown', 'Enter')
    await at('/dates/adviser')
    // The browser’s own way back and the page’s lead to the same question, with its answer.
    await page.goBack()
    await at('/dates/sent')
    await page.goForward()
    await page.getByRole('link', { name: 'Back' }).press('Enter')
    await at('/dates/sent')
    expect(await page.getByLabel('No, I do not know').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Continue' }).press('Enter')
    await at('/dates/adviser')
    for (const next of ['/dates/certificate', '/dates/council', '/dates/check']) {
      await page.getByRole('radio').nth(1).press('Space')
      await press('Enter')
      await at(next)
    }

    await page.getByRole('link', { name: /Change.*council told that you want mediation/ }).press('Enter')
    await at('/dates/council')
    await page.getByRole('radio').last().press('Space')
    await press('Enter')
    await at('/dates/check')
    await page.getByRole('button', { name: 'Show my dates' }).press('Enter')
    await at('/dates/result')
    expect(await page.locator('.family-date__day').allTextContents()).toEqual([
      'Friday 10 April 2026',
      'Friday 10 April 2026',
    ])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Put these dates in your calendar' }).press('Enter'),
    ])
    expect(download.suggestedFilename()).toBe('send-dates.ics')
    expect(await context.cookies()).toEqual([])
    await context.close()
  })
})
