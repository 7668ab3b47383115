import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import type { CaseListView } from '../../lambdas/staff/cases/case-list-view.ts'
import type { CaseView } from '../../lambdas/staff/cases/case-view.ts'
import { type BrowserForTests, browserForTests } from '../web/browser-for-tests.ts'
import { walkPages } from './opening/question-walk.ts'
import { FIRST_AWAITED, OPENING, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/**
 * What happens to officers in a real browser: two on one case, the back button, a button pressed twice, a line that breaks
 * while something is saved. Nothing is lost, nothing is recorded twice, and they are told in words.
 */
let service: ServiceForTests
let pages: BrowserForTests
beforeAll(async () => {
  service = await serviceForTests()
  pages = await browserForTests(service.app)
})
afterAll(async () => {
  await pages?.close()
  await service?.close()
})

let caseId: string
let page: Page
beforeEach(async () => {
  caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  page = await pages.browser.newPage()
})
afterEach(() => page.close())

const CONTACT = 'adviser-contacted'

async function goToForm(on: Page, type: string): Promise<void> {
  await on.goto(`${pages.address}/cases/${caseId}/record/${type}`)
}

/** Presses a button and waits for the page that follows: going back or loading again before it is there goes nowhere. */
async function goOn(on: Page, name: string): Promise<void> {
  await Promise.all([on.waitForEvent('load'), on.getByRole('button', { name, exact: true }).click()])
}

async function recorded(): Promise<readonly string[]> {
  const { subject } = await requireCaseFile(service.tables, caseId)
  return subject.facts.map(({ type }) => type)
}

/** The first time that the form is sent, its answer never arrives, whatever the service did with it. */
async function loseTheAnswer(to: { readonly isHandled: boolean }): Promise<void> {
  let isLost = false
  await page.route('**/record/**', async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback()
    isLost = true
    if (to.isHandled) await route.fetch({ maxRedirects: 0 })
    return route.abort('connectionreset')
  })
}

describe('two officers on one case', () => {
  it('who record at the same time are both heard: the second sees what is new, and sends the same text again', async () => {
    const other = await pages.browser.newPage()
    await goToForm(page, 'note-added')
    await goToForm(other, 'note-added')
    await page.getByRole('textbox').fill('Rang the mother')
    await other.getByRole('textbox').fill('Rang the adviser')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.waitForURL(/recorded=/)

    await other.getByRole('button', { name: 'Continue' }).click()
    expect(await other.getByRole('heading', { level: 1 }).textContent()).toContain('has changed')
    expect(await other.getByRole('textbox').inputValue()).toBe('Rang the adviser')
    expect(await recorded()).toEqual(['case-opened', 'note-added'])
    await other.getByRole('button', { name: 'Send it again' }).click()
    await other.getByRole('button', { name: 'Record', exact: true }).click()
    await other.waitForURL(/recorded=/)
    expect(await recorded()).toEqual(['case-opened', 'note-added', 'note-added'])
    await other.close()
  })
})

describe('one officer', () => {
  it('who presses the button twice has recorded once', async () => {
    await goToForm(page, CONTACT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).dblclick()
    await page.waitForURL(/recorded=/)
    expect(await recorded()).toEqual(['case-opened', CONTACT])
  })

  it('who goes back to the form after saving, and sends the same again, is told that it is on record', async () => {
    await goToForm(page, CONTACT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.waitForURL(/recorded=/)
    await page.evaluate('history.go(-2)')
    await page.waitForURL(/record\/adviser-contacted$/)
    await page.getByRole('button', { name: 'Continue' }).click()
    const told = page.getByRole('alert').getByRole('link')
    expect(await told.first().textContent()).toContain('recorded already')
    expect(await recorded()).toEqual(['case-opened', CONTACT])
  })

  it('who loads the page between again is shown it again, and who goes back to it after saving is led to what was saved', async () => {
    await goToForm(page, CONTACT)
    await goOn(page, 'Continue')
    await page.reload()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check what will happen')
    expect(await recorded()).toEqual(['case-opened'])
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.waitForURL(/recorded=00002$/)
    await page.goto(`${pages.address}/cases`)
    await page.evaluate('history.go(-2)')
    await page.waitForURL(/\/cases\/[^/]+\?recorded=00002$/)
    expect(await recorded()).toEqual(['case-opened', CONTACT])
  })

  it.each([
    { when: 'before the form arrived', isHandled: false },
    { when: 'after it was saved', isHandled: true },
  ])('whose line breaks $when sends the form again, and has recorded once', async ({ isHandled }) => {
    await goToForm(page, CONTACT)
    await page.getByRole('button', { name: 'Continue' }).click()
    await loseTheAnswer({ isHandled })
    const button = page.getByRole('button', { name: 'Record', exact: true })
    await Promise.all([page.waitForEvent('requestfailed'), button.click()])
    expect((await recorded()).length).toBe(isHandled ? 2 : 1)
    // The browser's own page says that the site cannot be reached, and has a button that sends it again.
    await page.waitForURL('chrome-error://chromewebdata/')
    await page.reload()
    await page.waitForURL(/recorded=/)
    expect(await recorded()).toEqual(['case-opened', CONTACT])
  })
})

describe('whoever opens a case', () => {
  const DRAFT = '/cases/new/draft-that-is-opened-twice'

  it('goes back and changes an answer, presses the button twice, and has opened one case', async () => {
    await walkPages(service, `${DRAFT}/decision`, { ...OPENING, childName: 'Toni Twice' })
    await page.goto(`${pages.address}${DRAFT}/check`)
    await goOn(page, 'Continue')
    await page.goBack()
    await page.getByRole('link', { name: 'Change the answer to: Phone number' }).click()
    expect(await page.getByLabel('Phone number').inputValue()).toBe(OPENING.phone)
    await page.getByLabel('Phone number').fill('01225 999999')
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.getByText('01225 999999').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Open the case' }).dblclick()
    // The second press ends the loading that the first began.
    await expect.poll(() => page.url(), { timeout: 10_000 }).toMatch(/recorded=00001/)
    const opened = new URL(page.url()).pathname
    await page.goto(`${pages.address}${DRAFT}/check`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This case is open already')
    expect(await page.getByRole('link', { name: /^Go to case/ }).getAttribute('href')).toBe(opened)
    const { cases } = await service.json<CaseListView>('/cases')
    expect((await allOf(cases)).get('Toni Twice')).toEqual([opened])
  })

  /** The cases of each child in the list. */
  async function allOf(cases: CaseListView['cases']): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>()
    for (const { caseId: one } of cases) {
      const { contact } = await service.json<CaseView>(`/cases/${one}`)
      found.set(contact.childName, [...(found.get(contact.childName) ?? []), `/cases/${one}`])
    }
    return found
  }
})
