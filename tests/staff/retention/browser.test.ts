import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { closedCase } from '../../retention/retention-for-tests.ts'
import { type BrowserForTests, browserForTests, faultsAtBothWidths } from '../../web/browser-for-tests.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const manager = (id: string): Actor => ({ kind: 'council-staff', id, roles: ['manager'] })

let service: ServiceForTests
let pages: BrowserForTests
let who = manager('manager-1')
let held: string
let proposed: string
let carriedOut: string

beforeAll(async () => {
  service = await serviceForTests({
    whoActs: () => ({ is: 'signed-in', actor: who, session: 'a session', name: 'Mary Manager' }),
  })
  held = await closedCase(service)
  await service.post(`/cases/${held}/hold`, {
    was: 'not-held',
    reason: 'The Ombudsman looks at it.\nUntil its decision.',
  })
  const [erased, first, second] = [await closedCase(service), await closedCase(service), await closedCase(service)]
  await closedCase(service)
  service.goTo('2027-03-11')
  carriedOut = await propose(erased)
  proposed = await propose(first, second)
  who = manager('manager-2')
  await service.post(`${carriedOut}/confirm`, {})
  pages = await browserForTests(service.app)
})
afterAll(async () => {
  await pages?.close()
  await service?.close()
})

async function propose(...caseIds: readonly string[]): Promise<string> {
  const { submissionId } = await service.json<{ submissionId: string }>('/retention')
  const ticked = Object.fromEntries(caseIds.map((caseId) => [`case:${caseId}`, 'yes']))
  const { status, location, html } = await service.post('/retention/lists', { submissionId, ...ticked })
  expect(status, html).toBe(303)
  return location ?? ''
}

const STATES: readonly (readonly [name: string, path: () => string])[] = [
  ['what is due to be erased', () => '/retention'],
  ['a list to confirm', () => proposed],
  ['a certificate of destruction', () => carriedOut],
  ['a case that is held', () => `/cases/${held}`],
  ['a legal hold to lift', () => `/cases/${held}/hold`],
  ['data for an access request', () => `/cases/${held}/subject-data`],
]
/** How many of them each run looks at. */
const STATES_LOOKED_AT = 2

describe('the pages of retention are accessible, and fit a phone', () => {
  it.each(inject('isWhole') ? STATES : drawn(randomFrom(inject('seed')), STATES, STATES_LOOKED_AT))(
    '%s',
    async (_, path) => {
      const page = await pages.browser.newPage()
      const response = await page.goto(pages.address + path())
      expect(response?.status()).toBe(200)
      expect(await faultsAtBothWidths(page)).toEqual([])
      await page.close()
    },
  )

  it('what is due, come back with nothing ticked, by the keyboard alone', async () => {
    const page = await pages.browser.newPage()
    await page.goto(`${pages.address}/retention`)
    await page.getByRole('button', { name: /^List the ticked cases/ }).press('Enter')
    const alert = page.getByRole('alert')
    expect(await alert.getByRole('link').textContent()).toBe('Tick the cases to erase')
    expect(await faultsAtBothWidths(page)).toEqual([])
    await page.close()
  })
})
