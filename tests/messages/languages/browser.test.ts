import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { Language } from '../../../lambdas/messages/languages/language.ts'
import { openBrowser } from '../../browser.ts'
import { faultsOfSome } from '../../web/browser-for-tests.ts'
import { council, SITUATIONS } from '../situations.ts'
import { ARABIC_HELP, ARABIC_WHOLE } from './fixture-languages.ts'

/** One with every kind of block. */
const SITUATION = SITUATIONS['rights, refusal to assess, August'] as Parameters<typeof composeMessage>[0]
const LOOKS = [
  { width: 320, height: 640, colorScheme: 'light' },
  { width: 320, height: 640, colorScheme: 'dark' },
  { width: 1000, height: 800, colorScheme: 'light' },
] as const

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser.close())

describe.each([
  ['right to left', ARABIC_WHOLE],
  ['in English with a line from right to left', ARABIC_HELP],
] as const)('a message %s', (name, language) => {
  it.each(LOOKS)('can be read and used by everyone at $width pixels in $colorScheme colours', async (look) => {
    const { width, height, colorScheme } = look
    const page = await shown(language, { viewport: { width, height }, colorScheme })
    expect(await faultsOfSome(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    if (process.env.SCREENSHOTS) {
      const path = `${process.env.SCREENSHOTS}/${name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`
      await page.screenshot({ path, fullPage: true })
    }
    await page.context().close()
  })
})

describe('a message from right to left', () => {
  it('has its edges, lists and text on the other side', async () => {
    const page = await shown(ARABIC_WHOLE)
    expect(await styleOf(page, '.panel', 'borderRightWidth')).toBe('6px')
    expect(await styleOf(page, '.panel', 'borderLeftWidth')).toBe('0px')
    expect(await styleOf(page, 'main ul', 'paddingRight')).toBe('26px')
    expect(await styleOf(page, 'main ul', 'paddingLeft')).toBe('0px')
    expect(await styleOf(page, '.column', 'textAlign')).toBe('right')
    await page.context().close()
  })

  it('shows a phone number in its own order, in a sentence and on a line of its own', async () => {
    const page = await shown(ARABIC_WHOLE)
    const [first = '', second = ''] = council.contacts.officer.phone.split(' ')
    const places = (await page.evaluate(whereAre, [council.contacts.officer.phone, first, second])) as [
      number,
      number,
    ][]
    expect(places.length).toBeGreaterThan(1)
    for (const [left, right] of places) expect(left).toBeLessThan(right)
    await page.context().close()
  })
})

async function shown(
  language: Language,
  options: Parameters<Browser['newContext']>[0] = { viewport: { width: 1000, height: 800 } },
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await page.setContent(composeMessage(SITUATION, { language }).html)
  return page
}

function styleOf(page: Page, selector: string, property: string): Promise<unknown> {
  return page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`)
}

/** Where two parts of a text begin, in pixels from the left, each time that the text is shown. Runs in the page. */
function whereAre([whole = '', ...parts]: readonly string[]): number[][] {
  const page = globalThis as unknown as {
    document: {
      body: unknown
      createTreeWalker(root: unknown, what: number): { nextNode(): { readonly data: string } | null }
      createRange(): {
        setStart(node: unknown, at: number): void
        setEnd(node: unknown, at: number): void
        getBoundingClientRect(): { left: number }
      }
    }
  }
  const found: number[][] = []
  const walker = page.document.createTreeWalker(page.document.body, 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node
    const at = data.indexOf(whole)
    if (at < 0) continue
    found.push(
      parts.map((part) => {
        const range = page.document.createRange()
        const from = data.indexOf(part, at)
        range.setStart(node, from)
        range.setEnd(node, from + part.length)
        return range.getBoundingClientRect().left
      }),
    )
  }
  return found
}
