/** Takes the README's pictures of the pages, from the real service in the real browser. `npm run pictures` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLocalProcess } from '../bin/demo/local-process.ts'
import { ServiceClient } from '../bin/demo/service-client.ts'
import { STORIES } from '../bin/demo/stories.ts'
import { tellStories } from '../bin/demo/tell-stories.ts'
import { openBrowser } from './browser.ts'

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** The stories are told up to this day, when two of the cases are open. */
const UNTIL = '2026-06-23'

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
  await picture('list-of-cases', `${staff}/cases`, 1000, 620)
  await picture('case', `${staff}/cases/${caseOf('Mediates')}`, 1000, 1250)
  await picture('email-on-a-phone', `${endpoint}/mailbox/${rights?.id}/html`, 360, 900)
} finally {
  await browser.close()
  await service.stop()
  rmSync(data, { recursive: true, force: true })
}

async function picture(name: string, url: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(url)
  if (new URL(page.url()).pathname === '/sign-in') {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'case officer' }).click()
    await page.waitForURL(url)
  }
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.close()
  console.log(`Took docs/pictures/${name}.png`)
}
