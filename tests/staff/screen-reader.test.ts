import { createRequire } from 'node:module'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { giveTask } from '../../lambdas/cases/store/task-store.ts'
import { MADE_UP_SIGN_IN } from '../../lib/councils/made-up-sign-in.ts'
import { given } from '../cases/work/file-for-tests.ts'
import { type BrowserForTests, browserForTests } from '../web/browser-for-tests.ts'
import { FIRST_AWAITED, NOW, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** The screen reader, as a script that a page can be given. The pages themselves let none run. */
const READER = buildSync({
  entryPoints: [createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js')],
  bundle: true,
  format: 'iife',
  globalName: 'screenReader',
  write: false,
}).outputFiles[0]?.text

let service: ServiceForTests
let pages: BrowserForTests
let page: Page
let caseId: string
beforeAll(async () => {
  // The page to sign in asks no directory before its button is pressed.
  const signIn = { settings: MADE_UP_SIGN_IN, clientSecret: unasked, fetch: unasked, randomBytes: noRandom }
  service = await serviceForTests({ signIn })
  pages = await browserForTests(service.app)
  ;[page, caseId] = await Promise.all([pages.browser.newPage(), service.open()])
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  await service.record(caseId, 'mediation-declined', { declinedOn: '2026-03-03', contactedOn: '2026-03-02' })
  await service.park(caseId, 'certificate-after-declining', ['certificate-issued'], {
    kind: 'adviser-issues-certificate',
    date: '2026-03-06',
  })
  await giveTask(service.tables, caseId, given('chase-certificate', sequenceOf(2), '2026-03-07'), NOW)
})
afterAll(async () => {
  await pages?.close()
  await service?.close()
})

const unasked = () => Promise.reject(new Error('The directory was asked.'))
const noRandom = (count: number) => new Uint8Array(count)

/** What a screen reader says of the main part of the page, one thing after the other. */
async function heard(): Promise<readonly string[]> {
  await page.evaluate(`${READER}; globalThis.screenReader = screenReader`)
  return (await page.evaluate(`(async () => {
    const { virtual } = screenReader
    await virtual.start({ container: document.querySelector('main') })
    for (let said = 0; said < 1000 && !(await virtual.lastSpokenPhrase()).startsWith('end of main'); said += 1) await virtual.next()
    const phrases = await virtual.spokenPhraseLog()
    await virtual.stop()
    return phrases
  })()`)) as string[]
}

/** What it says of what has the focus, by the name that the browser works out. */
const focused = () =>
  page.evaluate('[document.activeElement.className, document.activeElement.textContent.trim().split("\\n")[0]]')

const first = (phrases: readonly string[], what: RegExp) => phrases.findIndex((phrase) => what.test(phrase))

describe('a screen reader', () => {
  it.each<readonly [name: string, path: () => string, heading: string, says: readonly RegExp[]]>([
    [
      'the page to sign in',
      () => `${pages.address}/sign-in`,
      'Sign in',
      [/^button, Sign in with your council account$/],
    ],
    ['the list of cases', () => `${pages.address}/cases`, 'Open cases', [/^link, \w{4}-\w{4}$/]],
    [
      'a case',
      () => `${pages.address}/cases/${caseId}`,
      'The family does not want mediation, and waits for its certificate.',
      [
        /^heading, Next date, level 2$/,
        /^heading, Who does what next, level 2$/,
        /^heading, Tasks for the council, level 2$/,
        /^(link, Record it|button, Done) ?: Ask the mediation adviser for the certificate/,
        /^heading, Record what happened, level 2$/,
        /^link, Something else happened$/,
      ],
    ],
    [
      'the first question of a new case',
      () => `${pages.address}/cases/new/draft-for-the-ear/decision`,
      'What did the council decide?',
      [/^group, What did the council decide\?/, /^radio, Not to re-assess needs/],
    ],
    [
      'a form to record something',
      () => `${pages.address}/cases/${caseId}/record/certificate-issued`,
      'The mediation certificate was issued',
      [/^textbox, Day/, /^button, Continue$/],
    ],
    ['the search', () => `${pages.address}/search`, 'Find a case', [/^textbox, Find a case/, /^button, Find$/]],
  ])('reads %s: one heading that says what it is, and what can be done', async (_, path, heading, says) => {
    await page.goto(path())
    const phrases = await heard()
    const headings = phrases.filter((phrase) => /^heading, .*level 1$/.test(phrase))
    expect({ headings, phrases }).toMatchObject({ headings: [expect.stringContaining(heading)] })
    const places = says.map((what) => first(phrases, what))
    expect({ places, isThere: places.every((place) => place >= 0), phrases }).toMatchObject({ isThere: true })
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it.each<readonly [name: string, send: () => Promise<unknown>, wrong: RegExp, field: RegExp]>([
    [
      'the first question of a new case',
      async () => {
        await page.goto(`${pages.address}/cases/new/draft-for-the-ear/decision`)
        await page.getByRole('button', { name: 'Continue' }).click()
      },
      /^link, Select what the council decided$/,
      /^group, What did the council decide\?.*Error: Select what the council decided/,
    ],
    [
      'a form to record something',
      async () => {
        await page.goto(`${pages.address}/cases/${caseId}/record/complaint-made`)
        await page.getByRole('button', { name: 'Continue' }).click()
      },
      /^link, Select /,
      /^group, .*Error: Select /,
    ],
    [
      'the search',
      async () => {
        await page.goto(`${pages.address}/search`)
        await page.getByRole('button', { name: 'Find', exact: true }).click()
      },
      /^link, Enter /,
      /^textbox, Find a case.*Error: Enter /,
    ],
  ])(
    'is led to what is wrong on %s: it has the focus, and each mistake is named twice',
    async (_, send, wrong, field) => {
      await send()
      expect(await page.title()).toMatch(/^Error: /)
      // The browser moves the focus a moment after it has shown the page.
      await page.locator('.govuk-error-summary:focus').waitFor()
      expect(await focused()).toEqual(['govuk-error-summary', 'There is a problem'])
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').getAttribute('href')).toMatch(/^#/)
      const phrases = await heard()
      expect({ at: first(phrases, /^alert/) >= 0, phrases }).toMatchObject({ at: true })
      expect({ at: first(phrases, wrong) > first(phrases, /There is a problem, level 2$/), phrases }).toMatchObject({
        at: true,
      })
      expect({ at: first(phrases, field) > first(phrases, wrong), phrases }).toMatchObject({ at: true })
    },
  )
})
