/** Takes the README's pictures of the pages, from the real service in the real browser. `npm run pictures` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Route } from 'playwright-core'
import { startLocalProcess } from '../bin/demo/local-process.ts'
import { randomFrom } from '../bin/demo/random.ts'
import { ServiceClient } from '../bin/demo/service-client.ts'
import { STORIES } from '../bin/demo/stories.ts'
import { tellStories } from '../bin/demo/tell-stories.ts'
import { mendPeriod, noteComparison } from '../lambdas/cases/store/outcome-store.ts'
import type { Actor } from '../lambdas/recording/actor.ts'
import { countCase } from '../lambdas/reports/cells.ts'
import { openBrowser } from './browser.ts'
import { cellsOfCases, drawnCases, LOOKED_AT } from './reports/drawn-councils.ts'
import { OFFICER, serviceForTests, signedInAs } from './staff/service-for-tests.ts'
import { browserForTests } from './web/browser-for-tests.ts'
import { COUNCIL as COUNCIL_FOR_TESTS } from './web/council-for-tests.ts'

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** The stories are told up to this day, when two of the cases are open. */
const UNTIL = '2026-06-23'
/** A council that is always drawn the same, with so many cases. */
const COUNCIL = 2026
const CASES = 320

const data = mkdtempSync(join(tmpdir(), 'pictures-'))
const service = await startLocalProcess({ dataDirectory: data, startAt: '2026-01-09T09:00', port: 0 })
const browser = await openBrowser()
try {
  const client = new ServiceClient(service.addresses)
  const begun = STORIES.map((story) => ({ ...story, steps: story.steps.filter(({ on }) => on < UNTIL) }))
  // The end of the stories is not told: the clock stays before it.
  const ending = begun.map((story) => ({ ...story, expected: { ...story.expected, closesOn: UNTIL } }))
  const told = await tellStories(client, ending, () => {})
  const caseOf = (family: string) => told.find(({ story }) => story.family === family)?.caseId ?? ''
  const letters = await client.mailbox()
  const rights = letters.find(
    ({ tags }) => tags.case === caseOf('Mediates') && tags.message?.startsWith('meeting-invitation'),
  )

  const { staff, endpoint } = service.addresses
  await picture('today', `${staff}/?whose=team`, 1280, 800)
  await picture('case', `${staff}/cases/${caseOf('Mediates')}`, 1280, 800)
  await picture('email-on-a-phone', `${endpoint}/mailbox/${rights?.id}/html`, 360, 900)
} finally {
  await browser.close()
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

await picturesOfOutcomes()

/** The outcomes of a made-up council, as its officers see them and as a release has them. */
async function picturesOfOutcomes(): Promise<void> {
  let who: Actor = { ...OFFICER, roles: ['manager'] }
  const council = await serviceForTests({ whoActs: (...asked) => signedInAs(who)(...asked) })
  const pages = await browserForTests(council.app)
  try {
    council.goTo(LOOKED_AT)
    for (const [period, cells] of Object.entries(cellsOfCases(drawnCases(randomFrom(COUNCIL), CASES)))) {
      const all = Object.entries(cells)
      for (let from = 0; from < all.length; from += 100) {
        await mendPeriod(council.tables, period, Object.fromEntries(all.slice(from, from + 100)))
      }
    }
    const countedBy = countCase(COUNCIL_FOR_TESTS).version
    const comparedAt = `${LOOKED_AT}T04:45:00.000Z`
    await noteComparison(council.tables, { comparedAt, cases: CASES, putRight: 0, countedBy })
    await council.post('/outcomes/releases', { to: '2026-09' })
    const take = async (name: string, path: string, height: number) => {
      const page = await pages.browser.newPage({ viewport: { width: 1280, height } })
      await page.goto(`${pages.address}${path}`)
      await page.screenshot({ path: join(FOLDER, `${name}.png`) })
    }
    await take('outcomes-demand', '/outcomes/T1', 1000)
    await take('outcomes-time-limits', '/outcomes/T2', 1300)
    who = { ...OFFICER, id: 'commissioner-1', roles: ['commissioner'] }
    await take('outcomes-release', '/outcomes/T4', 1000)
  } finally {
    await pages.close()
    await council.close()
  }
}

/**
 * Asks as the officer who tells the stories. The browser cannot sign in by itself: it does not live in their year, so that
 * the directory's cookies are over when it gets them.
 */
async function asOfficer(route: Route): Promise<void> {
  const { pathname, search } = new URL(route.request().url())
  const answer = await new ServiceClient(service.addresses).fetch(`${pathname}${search}`)
  await route.fulfill({
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? 'text/html',
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

async function picture(name: string, url: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.route(`${service.addresses.staff}/**`, asOfficer)
  await page.goto(url)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.close()
  console.log(`Took docs/pictures/${name}.png`)
}
