import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
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

/**
 * What a page shows that a person with a disability, or with a phone, would stumble over. Legacy mode leaves out frames
 * from elsewhere, of which the pages have none, and is quicker.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  return (await scrollsSideways(page)) ? [...faults, 'the page scrolls sideways'] : faults
}

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
}
