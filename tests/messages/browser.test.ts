import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import { openBrowser } from '../browser.ts'
import { faultsOfSome } from '../web/browser-for-tests.ts'
import { COUNCIL_MESSAGES } from './digest/council-messages.ts'
import { theSituation } from './every-situation.ts'

/** One with every block, one with the longest words, one with a web address in the text, two with many dates. */
const SHOWN = [
  'rights, refusal to assess, August',
  'certificate issued, August',
  'meeting moved',
  'corrected: the day on which an agreement was made',
  'complaint overdue, council',
]
const DIGESTS = COUNCIL_MESSAGES.filter(([name]) => name === 'officer digest' || name === 'adviser digest')
const PAGES = [
  ...SHOWN.map((name) => [name, composeMessage(theSituation(name)).html] as const),
  ...DIGESTS.map(([name, { html }]) => [name, html] as const),
]
/** The narrowest phone that the Web Content Accessibility Guidelines ask for (1.4.10). */
const NARROW = { width: 320, height: 640 }
const SCHEMES = ['light', 'dark'] as const

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

describe.each(SCHEMES)('on a narrow phone in %s colours', (colorScheme) => {
  it.each(PAGES)('%s can be read and used by everyone', async (_name, content) => {
    const context = await browser.newContext({ viewport: NARROW, colorScheme })
    const page = await context.newPage()
    await page.setContent(content)

    expect(await faultsOfSome(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(NARROW.width)
    expect(await background(page)).toBe(colorScheme === 'dark' ? 'rgb(22, 24, 27)' : 'rgb(255, 255, 255)')
    expect(await smallTargets(page)).toEqual([])
    expect(await page.locator('.preheader').isVisible()).toBe(false)
    await context.close()
  })
})

describe('on a wide screen', () => {
  it('keeps its lines short', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.setContent(PAGES[0]?.[1] ?? '')
    const box = await page.locator('main').boundingBox()
    expect(box?.width).toBeLessThanOrEqual(600)
    expect(await page.evaluate('getComputedStyle(document.querySelector("main p")).fontSize')).toBe('19px')
    await page.close()
  })
})

function background(page: Page): Promise<unknown> {
  return page.evaluate('getComputedStyle(document.body).backgroundColor')
}

/** Links less than 44 pixels high, which a thumb misses. A term in a sentence is as high as its line (WCAG 2.2, 2.5.8). */
async function smallTargets(page: Page): Promise<string[]> {
  const links = await page
    .locator('a:not(.term)')
    .evaluateAll((all: readonly { textContent: string | null; getBoundingClientRect(): { height: number } }[]) =>
      all.map((link) => ({ text: link.textContent, height: link.getBoundingClientRect().height })),
    )
  return links.filter(({ height }) => height < 44).map(({ text, height }) => `${text}: ${height}`)
}
