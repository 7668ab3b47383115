import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import axe from 'axe-core'
import type { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { openBrowser } from '../browser.ts'

export interface BrowserForTests {
  readonly browser: Browser
  /** Where the pages are: "http://127.0.0.1:4567". */
  readonly address: string
  close(): Promise<void>
}

/** Serves the pages on this machine and starts a browser. */
export async function browserForTests(app: Hono): Promise<BrowserForTests> {
  const [browser, server] = await Promise.all([
    openBrowser(),
    new Promise<ReturnType<typeof serve>>((resolve) => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
    }),
  ])
  return {
    browser,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await browser.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Of a desktop, and of the narrowest phone that the Web Content Accessibility Guidelines ask for (1.4.10). */
const WIDTHS = [1280, 320] as const

/**
 * The faults of a page at both widths. As a sample they are looked for on every fourth page at one of them, and elsewhere
 * only whether the page scrolls sideways; `npm run prove:pages` looks for all at both. What is drawn hangs on the seed
 * and on the name, so that each page gets its own.
 */
export async function faultsAtBothWidths(
  page: Page,
  name = expect.getState().currentTestName ?? '',
): Promise<string[]> {
  const drawn = numberOf(name)
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const isLookedAt = inject('isWhole') || WIDTHS[drawn % (4 * WIDTHS.length)] === width
    const faults = isLookedAt ? await faultsOf(page) : await sidewaysFaults(page)
    found.push(...faults.map((fault) => `at ${width} pixels: ${fault}`))
    if (process.env.SCREENSHOTS) {
      const file = `${name.replace(/\W+/g, '-')}-${width}.png`
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${file}`, fullPage: true })
    }
  }
  return found
}

/** The faults of a page as it is, as a sample on every fourth page only: `npm run prove:pages` looks for them on all. */
export async function faultsOfSome(page: Page, name = expect.getState().currentTestName ?? ''): Promise<string[]> {
  return inject('isWhole') || numberOf(name) % 4 === 0 ? faultsOf(page) : sidewaysFaults(page)
}

/** A number that is drawn for a name, the same for the same seed. */
function numberOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), inject('seed'))
}

/** What a page shows that a person with a disability, or with a phone, would stumble over. */
export async function faultsOf(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate('"axe" in globalThis'))) await frame.evaluate(axe.source)
  }
  // What is right is not described: that takes longer than looking for what is wrong.
  const violations = (await page.evaluate(
    'axe.run({ resultTypes: ["violations"] }).then((results) => results.violations)',
  )) as axe.Result[]
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  return [...faults, ...(await sidewaysFaults(page))]
}

async function sidewaysFaults(page: Page): Promise<string[]> {
  return (await scrollsSideways(page)) ? ['the page scrolls sideways'] : []
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
