import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../bin/demo/random.ts'
import type { Role } from '../../lambdas/cases/role.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { claimMessage, settleMessage } from '../../lambdas/cases/store/message-store.ts'
import { giveTask } from '../../lambdas/cases/store/task-store.ts'
import { recountOutcomes } from '../../lambdas/journey/recount-outcomes.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { countCase } from '../../lambdas/reports/cells.ts'
import { readZip } from '../pack/read-zip.ts'
import {
  type BrowserForTests,
  browserForTests,
  faultsAtBothWidths,
  faultsOf,
  scrollsSideways,
} from '../web/browser-for-tests.ts'
import { COUNCIL } from '../web/council-for-tests.ts'
import { caseWithEveryRoute } from './case-with-every-route.ts'
import { deliverFirstMessage, hearFromSes, RETURNED } from './deliver-for-tests.ts'
import { fileOf, GOOD_ROW, goodRows, importsForTests } from './import/import-for-tests.ts'
import { walkPages } from './opening/question-walk.ts'
import {
  FIRST_AWAITED,
  NOTHING_FURTHER,
  NOW,
  OFFICER,
  OPENING,
  RIGHTS,
  type ServiceForTests,
} from './service-for-tests.ts'

/** Between a desktop and a phone, where a wide table has less room and is not yet stacked. Each run draws one. */
const WIDTHS_BETWEEN = [1030, 800, 650] as const
const WIDTHS_LOOKED_AT = inject('isWhole') ? WIDTHS_BETWEEN : drawn(randomFrom(inject('seed')), WIDTHS_BETWEEN, 1)

let service: ServiceForTests
let pages: BrowserForTests
let page: Page
/** A case on which everything is shown that a page of a case can show while one route is under way. */
let busyCase: string
/** A case on which every route is under way, in a service whose clock has moved on. */
let everyRoute: string
/** Cases whose first message went out: by email that came back, by post, and not at all. */
let returnedCase: string
let postedCase: string
let withheldCase: string
/** An import with good rows, one with problems and one that may be there already. */
let lookedThrough: string

beforeAll(async () => {
  const imports = await importsForTests({
    whoActs: (c) => ({
      is: 'signed-in',
      actor: { ...OFFICER, roles: FOR_OTHERS.find(({ path }) => path.test(c.req.path))?.roles ?? OFFICER.roles },
      session: 'a session',
      name: 'Olive Officer',
      signsOutAt: new Date(NOW.getTime() + 1_200_000),
    }),
  })
  service = imports
  pages = await browserForTests(service.app)
  ;[busyCase, page] = await Promise.all([openBusyCase(), pages.browser.newPage()])
  returnedCase = await openToldCase({ email: `${'long'.repeat(15)}@example.com` })
  await hearFromSes(service, returnedCase, RETURNED)
  postedCase = await openToldCase({
    by: 'post',
    postalAddress: `${'Long'.repeat(12)} House\n1 High Street\nBath\nBA1 1AA`,
  })
  withheldCase = await openToldCase({ by: 'not-at-all' })
  const { importId } = await imports.sendFile(
    fileOf([
      GOOD_ROW,
      { ...GOOD_ROW, printed_on: '31/02/2026', case_reference: 'SEND-2026-118', email: `${'long'.repeat(15)} example` },
      { ...GOOD_ROW, phone: '01225 394382' },
      ...goodRows(100),
    ]),
  )
  lookedThrough = importId
  await service.open({ underWay: 'yes', childName: 'Robin Quiet' })
  everyRoute = await caseWithEveryRoute(service)
  for (const caseId of [busyCase, returnedCase, postedCase, withheldCase, everyRoute]) await service.keepWorkOf(caseId)
  await walkPages(service, `/cases/new/${FILLED_DRAFT}/decision`, FURTHER)
  await recountOutcomes({
    tables: service.tables,
    count: countCase(COUNCIL),
    now: () => NOW,
    reportUncounted: (_caseId, error) => {
      throw error
    },
  })
  for (const year of ['2026', '2024']) await service.post('/outcomes/sen2', { year, why: 'check-of-flags' })
})
afterAll(async () => {
  await pages?.close()
  await service?.close()
})

async function openToldCase(answers: Readonly<Record<string, string>>): Promise<string> {
  const caseId = await service.open(answers)
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  await deliverFirstMessage(service, caseId)
  return caseId
}

async function openBusyCase(): Promise<string> {
  const caseId = await service.open({
    name: 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley',
    email: `${'long'.repeat(15)}@example.com`,
  })
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  await service.record(caseId, 'mediation-chosen', {
    councilToldOn: '2026-02-20',
    contactedOn: '2026-02-19',
    healthIssue: 'none',
  })
  await service.park(
    caseId,
    'meeting-date',
    ['meeting-arranged', 'mediation-cannot-be-arranged', 'mediation-declined'],
    { kind: 'mediation-is-held', date: '2026-03-06' },
    '00002',
  )
  await service.send(`/cases/${caseId}/record/note-added`, {
    ...(await service.hidden(caseId, 'note-added')),
    note: 'Rang the mediation adviser.\nThey call back tomorrow.',
  })
  for (const due of [
    {
      kind: 'arrange-mediation',
      about: { fact: sequenceOf(2), moment: 'day-20' },
      dueOn: parseCalendarDate('2026-03-09'),
    },
    { kind: 'check-no-news', about: sequenceOf(2), dueOn: parseCalendarDate('2026-03-12') },
  ] as const) {
    await giveTask(service.tables, caseId, due, NOW)
  }
  await claimMessage(service.tables, caseId, RIGHTS, { now: NOW, leaseSeconds: 30 })
  await settleMessage(service.tables, caseId, 'rights_00001', 'one', NOW)
  await settleMessage(service.tables, caseId, 'rights_00001', 'two', NOW)
  return caseId
}

/** The words of these elements that stand on more than one line. Runs in the page, and knows nothing but what it is given. */
function brokenWords(
  elements: readonly {
    readonly firstChild: { readonly nodeType: number; readonly textContent: string | null } | null
  }[],
) {
  const page = globalThis as unknown as {
    document: {
      createRange(): {
        setStart(node: unknown, at: number): void
        setEnd(node: unknown, at: number): void
        getClientRects(): { length: number }
      }
    }
  }
  // A part of it can be a link or a tag: its own words stand in a node of their own.
  return elements.flatMap(({ firstChild }) =>
    [...(firstChild?.nodeType === 3 ? (firstChild.textContent ?? '') : '').matchAll(/\S+/g)].flatMap(
      ({ 0: word, index }) => {
        const range = page.document.createRange()
        range.setStart(firstChild, index)
        range.setEnd(firstChild, index + word.length)
        return range.getClientRects().length > 1 ? [word] : []
      },
    ),
  )
}

async function atEachWidth(show: (page: Page) => Promise<unknown>): Promise<void> {
  await show(page)
  for (const width of WIDTHS_LOOKED_AT) {
    await page.setViewportSize({ width, height: 800 })
    expect({ width, scrollsSideways: await scrollsSideways(page) }).toEqual({ width, scrollsSideways: false })
  }
  expect(await faultsAtBothWidths(page)).toEqual([])
}

/** A draft that nobody has begun, and one with every question answered. */
const NEW_DRAFT = 'draft-that-is-new'
const FILLED_DRAFT = 'draft-that-is-filled'
const FURTHER = {
  ...OPENING,
  ...NOTHING_FURTHER,
  more: 'yes',
  otherFormat: 'no',
  second: 'yes',
  secondName: 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley',
  secondBy: 'email',
  secondEmail: `${'long'.repeat(15)}@example.com`,
  representative: 'no',
} as const

/** How many of the forms that record a fact are looked at, besides those that have a test of their own. */
const FORMS_LOOKED_AT = 3

/** Pages that case officers do not see, and who does. */
const FOR_OTHERS: readonly { readonly path: RegExp; readonly roles: readonly Role[] }[] = [
  { path: /^\/(audit|restricted|outcomes\/sen2.*)$|\/restriction$/, roles: ['manager'] },
  { path: /\/reason$/, roles: ['auditor'] },
]

/** How many of these states each run looks at, besides those that it comes to by a form. */
const STATES_LOOKED_AT = 6

const STATES: readonly (readonly [name: string, path: () => string])[] = [
  ['today', () => '/?given=2&refused=1'],
  ['today, of the team', () => '/?whose=all'],
  ['today, with nothing in it', () => '/?whose=nobody'],
  ['what is overdue', () => '/?when=overdue'],
  ['a list of today with nothing in it', () => '/?for=board'],
  ['who is to have a case', () => `/assign?item=${busyCase}&item=${busyCase}/chase-certificate_00002`],
  ['who covers for whom', () => '/cover?named=yes'],
  ['teams', () => '/teams?set=yes'],
  ['the list', () => '/cases'],
  ['a list with nothing in it', () => '/cases?status=closed'],
  ['the first question of a new case', () => `/cases/new/${NEW_DRAFT}/decision`],
  ['questions that are answered', () => `/cases/new/${FILLED_DRAFT}/writing`],
  ['questions that may wait', () => `/cases/new/${FILLED_DRAFT}/known`],
  ['questions on a second person', () => `/cases/new/${FILLED_DRAFT}/second`],
  ['the answers to check', () => `/cases/new/${FILLED_DRAFT}/check`],
  ['answers that are not kept any more', () => `/cases/new/${NEW_DRAFT}/check`],
  ['what somebody began to open', () => '/cases/new'],
  ['a case', () => `/cases/${busyCase}?recorded=00003`],
  ['a form with a date', () => `/cases/${busyCase}/record/meeting-arranged`],
  ['a form with text', () => `/cases/${busyCase}/record/note-added`],
  ['a form with choices', () => `/cases/${busyCase}/record/case-withdrawn`],
  ['a form with what is known', () => `/cases/${busyCase}/record/contact-details-changed`],
  ['a fact that is not awaited', () => `/cases/${busyCase}/record/mediation-agreed`],
  ['a case with every route', () => `/cases/${everyRoute}`],
  ['the family of a case', () => `/cases/${busyCase}/family`],
  ['the dates of a case', () => `/cases/${everyRoute}/dates`],
  ['the timeline of a case', () => `/cases/${everyRoute}/timeline`],
  ['the messages of a case', () => `/cases/${returnedCase}/messages`],
  ['the messages of a case without one', () => `/cases/${everyRoute}/messages`],
  ['what the council has to do', () => `/cases/${everyRoute}/duties`],
  ['a case on which the council has nothing to do', () => `/cases/${busyCase}/duties`],
  ['the other routes of a case', () => `/cases/${everyRoute}/routes`],
  ['the other routes of a case without one', () => `/cases/${busyCase}/routes`],
  ['the notes of a case', () => `/cases/${busyCase}/notes`],
  ['a case without notes', () => `/cases/${returnedCase}/notes`],
  ['what else happened', () => `/cases/${everyRoute}/record`],
  ['what else happened, found by a word', () => `/cases/${everyRoute}/record?find=mediation`],
  ['what else happened, with nothing found', () => `/cases/${everyRoute}/record?find=nothing-of-the-kind`],
  ['a form with boxes to tick', () => `/cases/${everyRoute}/record/appeal-decided`],
  ['a form with hints on its choices', () => `/cases/${everyRoute}/record/disagreement-resolution-asked`],
  ['what can be corrected', () => `/cases/${everyRoute}/correct`],
  ['a correction, filled in', () => `/cases/${everyRoute}/correct/00005`],
  ['a correction of the opening', () => `/cases/${everyRoute}/correct/00001`],
  ['something that never happened', () => `/cases/${everyRoute}/remove/00010`],
  ['the outcomes', () => '/outcomes'],
  ['the time limits', () => '/outcomes/T2'],
  ['the Tribunal', () => '/outcomes/T8'],
  ['what came after mediation, beside England', () => '/outcomes/T5'],
  ['the themes of the cases', () => '/outcomes/T11'],
  ['how far each group of families went', () => '/outcomes/T12'],
  ['the releases', () => '/outcomes/releases'],
  ['the bill', () => '/outcomes/T9'],
  ['the questions that come every year', () => '/outcomes/questions'],
  ['all outcomes on one page', () => '/outcomes/all'],
  ['the council beside others', () => '/outcomes/others'],
  ['the work of providers', () => '/outcomes/providers'],
  ['what is coming', () => '/outcomes/coming'],
  ['why somebody looks at the flags of a year', () => '/outcomes/sen2'],
  ['a year that has no map for SEN2', () => '/outcomes/sen2/2022'],
  ['the flags of a year', () => '/outcomes/sen2/2026'],
  ['the flags of a year without a decision', () => '/outcomes/sen2/2024'],
  ['the figures that are typed in', () => '/outcomes/figures'],
  ['figures of one month to type in', () => '/outcomes/figures/forms/2026-02'],
  ['how each figure is counted', () => '/outcomes/definitions'],
  ['the outcomes with an error', () => '/outcomes?from=2026-13'],
  ['the letters to print', () => '/letters?posted=2'],
  ['a letter', () => `/cases/${postedCase}/letters/rights_00001`],
  ['a letter that waits for an address', () => `/cases/${returnedCase}/letters/rights_00001`],
  ['a message as it was sent', () => `/cases/${returnedCase}/messages/rights_00001`],
  ['a message that was withheld', () => `/cases/${withheldCase}/messages/rights_00001`],
  ['a case with an email that came back', () => `/cases/${returnedCase}`],
  ['a case whose family must not be written to', () => `/cases/${withheldCase}`],
  ['the imports', () => '/import'],
  ['what the columns of an import hold', () => '/import/columns'],
  ['an import that was looked through', () => `/import/${lookedThrough}`],
  ['the rows of an import to mend', () => `/import/${lookedThrough}?show=problems`],
  ['the cases being taken over', () => '/taking-over?released=1&again=1'],
  ['what we have for the Tribunal’s form', () => `/cases/${busyCase}/tribunal-file`],
  ['who may open a case', () => `/cases/${busyCase}/restriction?changed=yes`],
  ['the restricted cases', () => '/restricted'],
  ['why an auditor opens a case', () => `/cases/${busyCase}/reason`],
  ['who did and who read what', () => '/audit'],
  ['a time in which nobody did anything', () => '/audit?from=2026-01-01&to=2026-01-02'],
  ['what a case is about', () => `/cases/${busyCase}/particulars?recorded=yes`],
  ['the evidence pack', () => `/cases/${returnedCase}/evidence-pack`],
  ['who may open a case', () => `/cases/${busyCase}/restriction?changed=yes`],
  ['the restricted cases', () => '/restricted'],
  ['why an auditor opens a case', () => `/cases/${busyCase}/reason`],
  ['who did and who read what', () => '/audit'],
  ['a time in which nobody did anything', () => '/audit?from=2026-01-01&to=2026-01-02'],
  ['a page that is not there', () => '/nothing'],
]

describe('every page and state is accessible, and fits a phone', () => {
  it.each(inject('isWhole') ? STATES : drawn(randomFrom(inject('seed')), STATES, STATES_LOOKED_AT))('%s', (_, path) =>
    atEachWidth((page) => page.goto(pages.address + path())),
  )

  it.each([
    ['a search that finds some', 'featherston max'],
    ['a search that finds none', 'Nobody’s-Very-Long-Name '.repeat(5)],
    ['a search for nothing', ''],
  ])('%s', (_, words) =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases`)
      await page.getByLabel('Find a case').fill(words)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: /found|Find a case/ }).waitFor()
      expect(new URL(page.url()).search).toBe('')
    }),
  )

  it('the first page of an evidence pack', () =>
    atEachWidth(async (page) => {
      const pack = await service.app.request(`http://localhost/cases/${returnedCase}/evidence-pack.zip`)
      const files = readZip(new Uint8Array(await pack.arrayBuffer()))
      const body = files.get('index.html')?.toString() ?? ''
      await page.route('**/index.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
      await page.goto(`${pages.address}/index.html`)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Evidence pack of case ${returnedCase}`)
    }))

  it('questions that come back with everything wrong', () =>
    atEachWidth(async (page) => {
      await answerPages(page, OPENING, 'Who the case is about')
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.title()).toMatch(/^Error: Who the case is about/)
      await page.getByRole('alert').getByRole('link', { name: 'Enter the name of the person we write to' }).click()
      expect(await page.locator(':focus').getAttribute('id')).toBe('name')
    }))

  it('answers to check with something wrong, which lead to the question', () =>
    atEachWidth(async (page) => {
      await answerPages(page, OPENING, 'Check your answers')
      // As another tab would have sent it.
      await page.locator('[name="email"]').evaluate((input) => input.setAttribute('value', 'sam at example'))
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.title()).toMatch(/^Error: Check your answers/)
      const link = page.getByRole('alert').getByRole('link')
      expect(await link.getAttribute('href')).toMatch(/\/writing#email$/)
    }))

  it('a form with boxes to tick, come back with everything wrong', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${everyRoute}/record/disagreement-resolution-asked`)
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(4)
      await page.getByRole('alert').getByRole('link', { name: 'Select who would take part' }).click()
      expect(await page.locator(':focus').getAttribute('id')).toBe('parties-family')
    }))

  it('a correction that makes something else impossible', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${everyRoute}/remove/00005`)
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.title()).toMatch(/^Error: /)
    }))

  it('every other form', { timeout: 120_000 }, async () => {
    const { recordable } = await service.json<{ recordable: string[] }>(`/cases/${everyRoute}`)
    await page.setViewportSize({ width: 320, height: 800 })
    const forms = recordable.filter((one) => !one.startsWith('fact-'))
    // Each run draws some, because all of them take a minute.
    for (const type of drawn(randomFrom(inject('seed')), forms, FORMS_LOOKED_AT)) {
      await page.goto(`${pages.address}/cases/${everyRoute}/record/${type}`)
      expect({ type, faults: await faultsOf(page) }).toEqual({ type, faults: [] })
    }
  })

  it('a case with every “why” unfolded', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${everyRoute}/duties`)
      for (const why of await page.locator('.why summary').all()) await why.click()
      expect(await page.getByText('5 weeks after Thursday 18 December 2025').isVisible()).toBe(true)
    }))

  it('the further questions, where there is more to say', () =>
    atEachWidth((page) => answerPages(page, FURTHER, 'Somebody who acts for the family')))

  it('something unlikely, after going back to what was typed', () =>
    atEachWidth(async (page) => {
      await answerPages(page, { ...OPENING, email: 'sam@gmial.com' }, 'Check your answers')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Go back and change it' }).click()
      await page.getByRole('link', { name: 'Change the answer to: Email address' }).click()
      expect(await page.getByLabel('Email address').inputValue()).toBe('sam@gmial.com')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Is this right?')
    }))

  it('a case of a child and a decision that has one already, with the way to it', async () => {
    const other = await service.open({ childReference: 'SEN/12' })
    await atEachWidth(async (page) => {
      await answerPages(page, { ...OPENING, childReference: 'SEN/12' }, 'Check your answers')
      await page.getByRole('button', { name: 'Continue' }).click()
      const link = page.getByRole('link', { name: `Look at case ${other}` })
      expect(await link.getAttribute('href')).toBe(`/cases/${other}`)
    })
  })

  it('what recording a fact will do, with the whole message', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${busyCase}/record/mediation-cannot-be-arranged`)
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check what will happen')
      await page.getByText('Read it in full').first().click()
      expect(await page.getByText('Dear Maximiliana-Wilhelmina').first().isVisible()).toBe(true)
      expect(await page.getByRole('button', { name: 'Record', exact: true }).isVisible()).toBe(true)
    }))

  it('a form with several things that one letter tells', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${busyCase}/record/mediation-cannot-be-arranged`)
      await page.getByText('Add another thing that this letter tells us').click()
      await page.getByLabel('What else does the letter tell?').selectOption('The family made a complaint')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      expect(new URL(page.url()).hash).toBe('#after1')
      await page.getByLabel('What else does the letter tell?').selectOption('Add a note')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      // The Enter key goes on, and takes nothing off the page.
      await page.locator('[name="after1-madeOn-day"]').press('Enter')
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(3)
      await page.getByRole('button', { name: /^Take this off the page.*Add a note$/ }).click()
      expect(await page.getByRole('button', { name: /^Take this off the page/ }).count()).toBe(1)
    }))

  it('a form that comes back with the questions of what is missing', () =>
    atEachWidth(async (page) => {
      const caseId = await service.open()
      await service.park(caseId, 'adviser-contact', ['response-sent'], {
        kind: 'family-speaks-to-adviser',
        date: '2026-04-10',
      })
      await page.goto(`${pages.address}/cases/${caseId}/record/response-sent`)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page
        .getByRole('alert')
        .getByRole('link', { name: /^It is not recorded that the Tribunal has/ })
        .click()
      expect(await page.locator(':focus').getAttribute('id')).toBe('before1-receivedOn-day')
    }))

  it('what opening a case will do', () =>
    atEachWidth(async (page) => {
      await answerPages(page, OPENING, 'Check your answers')
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Check what will happen')
    }))

  it('what will happen, shown again because the case has changed', () =>
    atEachWidth(async (page) => {
      const caseId = await service.open()
      await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
        kind: 'family-speaks-to-adviser',
        date: '2026-04-10',
      })
      await page.goto(`${pages.address}/cases/${caseId}/record/adviser-contacted`)
      await page.getByRole('button', { name: 'Continue' }).click()
      await service.record(caseId, 'complaint-made', { about: 'council', awareOn: '2026-03-02' })
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      expect(await page.getByText('has changed since you looked').isVisible()).toBe(true)
    }))

  it('the form that changes how we contact the family, come back with mistakes', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${busyCase}/record/contact-details-changed`)
      await page.getByLabel('By post', { exact: true }).first().check()
      await page.getByLabel('Yes: write only to them').check()
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(3)
    }))

  it('the letters to print, come back with nothing ticked', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/letters`)
      await page.getByRole('button', { name: 'Record as posted' }).click()
      expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    }))

  it('a case that has just been opened', () =>
    atEachWidth(async (page) => {
      const caseId = await service.open()
      await page.goto(`${pages.address}/cases/${caseId}?recorded=00001`)
    }))

  it('a case with dates that are done, unfolded', () =>
    atEachWidth(async (page) => {
      await page.goto(`${pages.address}/cases/${busyCase}/dates`)
      await page.getByText('Dates that are done (1)').click()
      expect(await page.getByText('Done on').isVisible()).toBe(true)
    }))

  it.each([1280, 1000, 700])('no word beside a case is broken in the middle at %i pixels', async (width) => {
    const caseId = await service.open()
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`${pages.address}/cases/${caseId}/family`)
    expect(await page.locator('main dt, main dd').evaluateAll(brokenWords)).toEqual([])
  })

  it('a form that somebody else was quicker than', () =>
    atEachWidth(async (page) => {
      const caseId = await service.open()
      await page.goto(`${pages.address}/cases/${caseId}/record/note-added`)
      await service.send(`/cases/${caseId}/record/note-added`, {
        ...(await service.hidden(caseId, 'note-added')),
        note: 'First',
      })
      await page.getByRole('textbox').fill('Second')
      await page.getByRole('button', { name: 'Continue' }).click()
      expect(await page.getByRole('textbox').inputValue()).toBe('Second')
    }))
})

/** Answers the pages on which a case is opened, up to the page with this heading. */
async function answerPages(page: Page, answers: Readonly<Record<string, string>>, until: string): Promise<void> {
  await page.goto(`${pages.address}/cases/new`)
  // What other tests began is listed before.
  const begin = page.getByRole('button', { name: 'Begin a new case' })
  if (await begin.isVisible()) await begin.click()
  const heading = page.getByRole('heading', { level: 1 })
  for (let at = await heading.textContent(); at?.trim() !== until; at = await heading.textContent()) {
    for (const input of await page.locator('main form [name]:not(button)').all()) {
      const [name = '', type, value] = await Promise.all(
        ['name', 'type', 'value'].map(async (attribute) => (await input.getAttribute(attribute)) ?? undefined),
      )
      const answer = answers[name] ?? ''
      if (type === 'radio' || type === 'checkbox') {
        if (value === answer) await input.check()
      } else if (answer !== '') await input.fill(answer)
    }
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.getByRole('alert').count()).toBe(0)
  }
}

describe('the first screen of a case', () => {
  /** Each part of it, and how it is found. */
  const PARTS = [
    ['who', '.identity-bar'],
    ['the way to its other pages', '.sub-navigation'],
    ['where it stands', 'h1'],
    ['the next date', '.next-date'],
    ['who does what next', 'section[aria-labelledby="who-next"]'],
    ['the tasks', 'section[aria-labelledby="tasks"]'],
    ['what to record', 'section[aria-labelledby="record"]'],
  ] as const

  it('holds everything at 1280 x 800, on a case with every route, with the line of who is signed in', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${pages.address}/cases/${everyRoute}`)
    expect(await page.locator('.signed-in').isVisible()).toBe(true)
    for (const [name, where] of PARTS) {
      const box = await page.locator(where).boundingBox()
      const bottom = Math.ceil((box?.y ?? 0) + (box?.height ?? 0))
      expect({ name, isThere: (box?.height ?? 0) > 0, fits: bottom <= 800, bottom }).toEqual({
        name,
        isThere: true,
        fits: true,
        bottom,
      })
    }
    expect(await page.locator('.next-steps > li').count()).toBe(4)
    expect(await page.locator('.first-screen .short-tasks > .short-task').filter({ visible: true }).count()).toBe(3)
    expect(await page.getByText('Show 3 more tasks').isVisible()).toBe(true)
    expect(await page.locator('.common-actions > li').count()).toBe(4)
  })

  it('has everything at 320 pixels too, one below the other', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto(`${pages.address}/cases/${everyRoute}`)
    for (const [name, where] of PARTS) {
      expect({ name, isVisible: await page.locator(where).isVisible() }).toEqual({ name, isVisible: true })
    }
    const links = await page
      .locator('.sub-navigation a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    for (const { left, right, height } of links) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
      expect(height).toBeGreaterThanOrEqual(24)
    }
    expect(await scrollsSideways(page)).toBe(false)
  })
})

describe('a message as it was sent, in the real browser', () => {
  it('is shown in its frame with its own look, and can run nothing', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    const blocked: string[] = []
    page.on('console', (message) => blocked.push(message.text()))
    await page.goto(`${pages.address}/cases/${returnedCase}/messages/rights_00001`)
    const frame = page.frameLocator('iframe')
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Your right to appeal, and what to do first',
    )
    const shown = page.frames()[1]
    expect(await shown?.evaluate("getComputedStyle(document.querySelector('.panel')).borderLeftWidth")).toBe('6px')
    expect(await shown?.evaluate('globalThis.origin')).toBe('null')
    expect(blocked.filter((text) => /Content Security Policy|Refused/.test(text))).toEqual([])
  })
})

describe('with a keyboard alone and no script', () => {
  let context: BrowserContext
  let page: Page
  beforeEach(async () => {
    context = await pages.browser.newContext({ javaScriptEnabled: false })
    page = await context.newPage()
  })
  afterEach(() => context.close())

  const press = (key: string) => page.keyboard.press(key)
  /** Tabs until this has the focus. What the Tab key does not come to fails. */
  async function tabTo(what: Locator): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await press('Tab')
      if (await what.evaluate((one) => one === one.ownerDocument.activeElement)) return
    }
    throw new Error(`The Tab key does not come to ${what}`)
  }
  async function typeInto(label: string, text: string): Promise<void> {
    await tabTo(page.getByLabel(label, { exact: true }))
    await press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  /** A group of choices has one place for the Tab key, the first one until one is chosen. */
  async function chooseFirst(name: string): Promise<void> {
    await tabTo(page.locator(`[name="${name}"]`).first())
    await press('Space')
  }
  async function typeDate(name: string, ...parts: readonly string[]): Promise<void> {
    await tabTo(page.locator(`[name="${name}-day"]`))
    for (const [place, part] of parts.entries()) {
      if (place > 0) await press('Tab')
      await press('ControlOrMeta+A')
      await page.keyboard.type(part)
    }
  }
  async function goOn(button = 'Continue'): Promise<void> {
    await tabTo(page.getByRole('button', { name: button, exact: true }))
    const gone = page.waitForEvent('load')
    await press('Enter')
    await gone
  }
  const heading = async () => (await page.getByRole('heading', { level: 1 }).textContent())?.trim()

  it('a case is opened: mistakes are found from the summary, nothing typed is lost, and the family is told', async () => {
    await page.goto(`${pages.address}/cases/new/keyboard-draft-0001/decision`)
    await press('Tab')
    await press('Enter')
    // The browser moves a moment after the key.
    await page.waitForURL(/#main-content$/)
    expect(new URL(page.url()).hash).toBe('#main-content')
    await chooseFirst('decisionKind')
    await goOn()
    expect(await heading()).toBe('The decision letter')
    await typeDate('printedOn', '31', '2', '2026')
    await typeDate('sentOn', '3', '3', '2026')
    await chooseFirst('underWay')
    await goOn()
    const problem = page.getByRole('alert').getByRole('link')
    expect(await problem.allTextContents()).toEqual([
      'The date printed on the letter must be a real date. There is no 31 February 2026. Check the day and the month.',
    ])
    await tabTo(problem)
    await press('Enter')
    await press('ControlOrMeta+A')
    await page.keyboard.type('27')
    await goOn()
    expect(await heading()).toBe('Who the case is about')
    await chooseFirst('relationship')
    await typeInto('Name of the person we write to', 'Sam Taylor')
    await typeInto('Name of the child or young person', 'Keya Board')
    await goOn()
    expect(await heading()).toBe('How we write to the family')
    await chooseFirst('by')
    await typeInto('Email address', 'sam@example.com')
    await chooseFirst('more')
    await goOn()
    await goOn('I do not know these yet')
    expect(await heading()).toBe('Check your answers')
    await goOn()
    expect(await heading()).toBe('Check what will happen')
    await goOn('Open the case')
    expect(page.url()).toMatch(/\/cases\/[0-9A-Z]{4}-[0-9A-Z]{4}\?recorded=00001$/)
    expect(await page.getByRole('alert').textContent()).toContain(
      'Letter printed on Friday 27 February 2026 and sent on Tuesday 3 March 2026.',
    )
  })

  it('something is recorded on a case, from its first screen to what will happen', async () => {
    await page.goto(`${pages.address}/cases/${busyCase}`)
    await tabTo(page.getByRole('link', { name: 'Something else happened' }))
    await press('Enter')
    await page.waitForURL(/\/record$/)
    await tabTo(page.getByLabel('Find what happened'))
    await page.keyboard.type('note')
    await press('Enter')
    await page.waitForURL(/\/record\?find=note$/)
    await tabTo(page.getByRole('link', { name: 'Add a note' }))
    await press('Enter')
    await page.waitForURL(/\/record\/note-added$/)
    await tabTo(page.getByRole('textbox'))
    await page.keyboard.type('Rang the school.')
    await goOn()
    await goOn('Record')
    expect(await page.getByRole('alert').textContent()).toContain('Recorded on this case: A note was added.')
  })

  it('a case is found by a name', async () => {
    await page.goto(`${pages.address}/cases`)
    await tabTo(page.getByLabel('Find a case'))
    await page.keyboard.type('featherston max')
    await press('Enter')
    await page.waitForURL(/\/search$/)
    await tabTo(page.getByRole('link', { name: busyCase }))
    await press('Enter')
    await page.waitForURL(`${pages.address}/cases/${busyCase}`)
    expect(await page.locator('.identity-bar').textContent()).toContain('Featherstonehaugh')
  })
})
