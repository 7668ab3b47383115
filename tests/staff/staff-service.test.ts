import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { claimMessage, settleMessage } from '../../lambdas/cases/store/message-store.ts'
import { keepOutcome } from '../../lambdas/cases/store/outcome-store.ts'
import { recountOutcomes } from '../../lambdas/journey/recount-outcomes.ts'
import { countCase } from '../../lambdas/reports/cells.ts'
import type { CaseListView } from '../../lambdas/staff/cases/case-list-view.ts'
import { CASE_PARTS } from '../../lambdas/staff/cases/case-parts.ts'
import type { CaseView } from '../../lambdas/staff/cases/case-view.ts'
import { NO_TABLES } from '../cases/no-tables.ts'
import { COUNCIL } from '../web/council-for-tests.ts'
import { dateInputs } from '../web/date-inputs.ts'
import {
  FIRST_AWAITED,
  NO_SECTIONS,
  NOBODY_SIGNS_IN,
  NOW,
  OPENING,
  RIGHTS,
  type ServiceForTests,
  serviceForTests,
  signedInAs,
} from './service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

describe('where staff cannot sign in', () => {
  const REFUSED =
    /<h1 class="govuk-heading-l">This service cannot be used yet<\/h1>\s*<p class="govuk-body">Council staff cannot sign in to it. There is no directory in this test.</

  it('refuses every request but those for the stylesheet, and touches nothing', async () => {
    const refusing = await serviceForTests({ whoActs: NOBODY_SIGNS_IN, tables: NO_TABLES })
    for (const path of [
      '/',
      '/cases',
      '/cases/new',
      '/cases/2222-2222',
      '/outcomes',
      '/nothing',
      '/help',
      '/dates',
      '/dates/../cases',
      '/dates/%2e%2e/cases',
      '/help/../cases',
      '/help/%2e%2e/cases',
    ]) {
      const { status, html } = await refusing.ask(path)
      expect([path, status]).toEqual([path, 403])
      expect(html).toMatch(REFUSED)
    }
    const { status, html } = await refusing.send('/cases', OPENING)
    expect(status).toBe(403)
    expect(html).toMatch(REFUSED)
    await refusing.close()
  })

  it('gives the stylesheet, and touches no table', async () => {
    const refusing = await serviceForTests({ whoActs: NOBODY_SIGNS_IN, tables: NO_TABLES })
    const [, href = ''] = /href="(\/assets\/[^"]+)"/.exec((await service.ask('/cases')).html) ?? []
    const { status, headers } = await refusing.ask(href)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    await refusing.close()
  })
})

describe('the list of cases', () => {
  it('shows the earliest next date first, what is next and what is late, with names for those who work on cases', async () => {
    const own = await serviceForTests()
    const late = await own.open({ name: 'Marked Parent', childName: 'Marked Child', email: 'marked@example.com' })
    const today = await own.open()
    await own.park(late, 'certificate-after-declining', FIRST_AWAITED, {
      kind: 'adviser-issues-certificate',
      date: '2026-03-09',
    })
    await own.park(today, 'meeting', FIRST_AWAITED, { kind: 'meeting-is-held', date: '2026-03-10' })
    const future = await own.open({ decisionKind: 'refusal-to-assess', ...NO_SECTIONS })
    const { cases } = await own.json<CaseListView>('/cases')
    expect(cases.map(({ caseId, tag }) => [caseId, tag?.text])).toEqual([
      [late, 'Overdue'],
      [today, 'Today'],
      [future, undefined],
    ])
    const { html } = await own.ask('/cases')
    expect(html).toContain('Adviser to issue the certificate')
    expect(html).toContain('Monday 9 March 2026')
    expect(html).toContain('Marked Child')
    expect(html).toContain('Marked Parent')
    expect(html).not.toContain('marked@example.com')
    const auditor = signedInAs({ kind: 'council-staff', id: 'auditor-1', roles: ['auditor'] })
    const audited = await serviceForTests({ whoActs: auditor, tables: own.tables })
    expect((await audited.ask('/cases')).html.toLowerCase()).not.toContain('marked')
    await audited.close()
    await own.close()
  })

  it('never calls a family overdue: the day to aim for is not the end', async () => {
    const own = await serviceForTests()
    const caseId = await own.open()
    await own.park(caseId, 'appeal', FIRST_AWAITED, { kind: 'family-appeals', date: '2026-03-06' })
    expect((await own.json<CaseListView>('/cases')).cases[0]?.tag?.text).toBe('Aim date passed')
    await own.close()
  })

  it('is told a page at a time, and each case is on one page', async () => {
    const own = await serviceForTests()
    const opened = await Promise.all(Array.from({ length: 27 }, () => own.open()))
    const first = await own.json<CaseListView>('/cases')
    const second = await own.json<CaseListView>(first.nextPage ?? '')
    expect([first.cases.length, second.cases.length, second.nextPage]).toEqual([25, 2, undefined])
    expect([...first.cases, ...second.cases].map(({ caseId }) => caseId).sort()).toEqual(opened.sort())
    expect((await own.ask('/cases')).html).toContain('Next page')
    expect((await own.ask(first.nextPage ?? '')).html).toContain('First page')
    await own.close()
  })

  it.each(['not-a-position', 'e30', 'eyJwayI6MX0'])('has no page at "%s"', async (from) => {
    expect((await service.ask(`/cases?from=${from}`)).status).toBe(404)
  })

  it('shows a closed case by its outcome', async () => {
    const own = await serviceForTests()
    const caseId = await own.open()
    await closeCase(own.tables, caseId, 1, 'time-to-appeal-over', NOW)
    expect((await own.json<CaseListView>('/cases')).cases).toEqual([])
    const { html } = await own.ask('/cases?status=closed')
    expect(html).toContain(caseId)
    expect(html).toContain('No appeal in time')
    const page = await own.ask(`/cases/${caseId}`)
    expect(page.html).toContain('A late appeal can still be made')
    const { expected } = await own.json<CaseView>(`/cases/${caseId}`)
    expect(expected).toEqual([
      'mediation-chosen',
      'certificate-issued',
      'appeal-registered',
      'disagreement-resolution-asked',
      'complaint-made',
      'fact-corrected',
      'contact-details-changed',
      'note-added',
    ])
    await own.close()
  })
})

describe('the page of a case', () => {
  it('offers first what is awaited and what may always come, and below it whatever else may have happened', async () => {
    const caseId = await service.open()
    await service.park(caseId, 'certificate-after-declining', ['certificate-issued', 'mediation-chosen'], {
      kind: 'adviser-issues-certificate',
      date: '2026-03-12',
    })
    const offeredOn = async (path: string) =>
      [...(await service.ask(path)).html.matchAll(/\/record\/([a-z-]+)"/g)].map(([, type]) => type)
    expect(await offeredOn(`/cases/${caseId}`)).toEqual([
      'certificate-issued',
      'mediation-chosen',
      'appeal-registered',
      'disagreement-resolution-asked',
      'note-added',
    ])
    const { html } = await service.ask(`/cases/${caseId}/record`)
    const offered = await offeredOn(`/cases/${caseId}/record`)
    expect(offered.slice(0, 8)).toEqual([
      'mediation-chosen',
      'certificate-issued',
      'appeal-registered',
      'disagreement-resolution-asked',
      'complaint-made',
      'contact-details-changed',
      'note-added',
      'case-withdrawn',
    ])
    expect(offered.slice(8)).toEqual(expect.arrayContaining(['adviser-contacted', 'meeting-moved', 'response-sent']))
    expect(new Set(offered).size).toBe(offered.length)
    expect(html).toContain(`href="/cases/${caseId}/correct"`)
    const form = await service.ask(`/cases/${caseId}/record/duty-done`)
    expect(form.status).toBe(409)
    expect(form.html).toContain('there is nothing on this case that it could be about')
  })

  it('finds what seldom happens by the beginnings of its words, without saying them back as anything but text', async () => {
    const caseId = await service.open()
    const found = async (words: string) =>
      (
        await service.json<{ actions: CaseView['actions']; moreActions: CaseView['actions'] }>(
          `/cases/${caseId}/record?find=${encodeURIComponent(words)}`,
        )
      ).actions.flatMap(({ actions }) => actions.map(({ type }) => type))
    expect(await found('tribunal app')).toEqual(['appeal-registered'])
    expect(await found('COMPLAINT')).toEqual(['complaint-made'])
    expect(await found('nothing of the kind')).toEqual([])
    const { html } = await service.ask(`/cases/${caseId}/record?find=${encodeURIComponent('"><script>')}`)
    expect(html).toContain('Nothing that can be recorded now has these words.')
    expect(html).not.toContain('<script')
  })

  it('has a page for each part, which says to a program what it shows', async () => {
    const caseId = await service.open()
    const whole = await service.json<CaseView>(`/cases/${caseId}`)
    for (const [name, { path, told }] of Object.entries(CASE_PARTS)) {
      const address = path.replace(':caseId', caseId)
      const { status, html } = await service.ask(address)
      expect({ name, status }).toEqual({ name, status: 200 })
      expect(html).toContain(`href="${address}" aria-current="page"`)
      expect(await service.json(address)).toEqual(JSON.parse(JSON.stringify({ caseId, ...told(whole) })))
      expect((await service.ask(path.replace(':caseId', '2222-3333'))).status).toBe(404)
    }
  })

  it('tells the day to aim for, the last moment, the working, how certain it is and the source of each date', async () => {
    const caseId = await service.open()
    const { html } = await service.ask(`/cases/${caseId}/dates`)
    expect(html).toMatch(/Aim for<\/dt>\s*<dd[^>]*><span class="aim-date">Friday 10 April 2026/)
    expect(html).toContain('Friday 10 April 2026, until 5pm')
    expect(html).toContain('2 months after Tuesday 10 February 2026 is Friday 10 April 2026.')
    expect(html).toContain('J1: The law counts from the day the notice was sent')
    expect(html).toContain('https://www.legislation.gov.uk/uksi/2014/1530/regulation/33')
  })

  it('folds the dates that are done away below those that are still ahead, with the day and whether it was in time', async () => {
    const caseId = await service.open()
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    expect((await service.ask(`/cases/${caseId}/dates`)).html).not.toContain('Dates that are done')
    await service.send(`/cases/${caseId}/record/adviser-contacted`, {
      ...(await service.hidden(caseId, 'adviser-contacted')),
      ...dateInputs('contactedOn', '2026-03-09'),
    })
    const { html } = await service.ask(`/cases/${caseId}/dates`)
    const [ahead = '', done = ''] = html.split('Dates that are done (1)')
    expect(ahead).toContain('Family appeals to the Tribunal')
    expect(ahead).not.toContain('Family speaks to the mediation adviser')
    expect(done).toMatch(
      /Family speaks to the mediation adviser[\s\S]*Done on<\/dt>[\s\S]*Monday 9 March 2026<\/span>[\s\S]*In time[\s\S]*Friday 10 April 2026/,
    )
    expect(done.slice(0, done.indexOf('</details>'))).not.toContain('Aim for<')
    const { dates } = await service.json<CaseView>(`/cases/${caseId}`)
    expect(dates.map(({ kind, done }) => [kind, done])).toEqual([
      ['contact', { on: '2026-03-09', onInWords: 'Monday 9 March 2026', inTime: true }],
      ['appeal', undefined],
    ])
  })

  it('tells each message, and that one was sent twice under the same key', async () => {
    const caseId = await service.open()
    await claimMessage(service.tables, caseId, RIGHTS, { now: NOW, leaseSeconds: 30 })
    const later = new Date(NOW.getTime() + 60_000)
    await claimMessage(service.tables, caseId, RIGHTS, { now: later, leaseSeconds: 30 })
    expect((await service.ask(`/cases/${caseId}/messages`)).html).toContain(
      'Sending was begun twice under the same key (rights_00001)',
    )
    await settleMessage(service.tables, caseId, 'rights_00001', 'ses-1', NOW)
    await settleMessage(service.tables, caseId, 'rights_00001', 'ses-2', later)
    const { html } = await service.ask(`/cases/${caseId}/messages`)
    expect(html).toContain('Email to the family: Your right to appeal')
    expect(html).toContain('Sent twice under the same key (rights_00001).')
  })

  it('waits a little after a form for the journey, and shows what is next then', async () => {
    let pauses = 0
    const patient = await serviceForTests({
      pause: async () => {
        pauses += 1
        if (pauses === 3)
          await patient.park(caseId, 'adviser-contact', FIRST_AWAITED, {
            kind: 'family-speaks-to-adviser',
            date: '2026-04-10',
          })
      },
    })
    const caseId = await patient.open()
    expect((await patient.ask(`/cases/${caseId}?recorded=00001`)).html).toContain(
      'The family speaks to the mediation adviser',
    )
    expect(pauses).toBe(3)
    await patient.close()
  })

  it('says only what the case bears out, whatever its address says', async () => {
    const caseId = await service.open()
    expect((await service.ask(`/cases/${caseId}?recorded=00099`)).html).not.toContain('Recorded on this case')
  })

  it.each([
    '/cases/2222-3333',
    '/cases/nobody',
    '/cases/SUBMISSION%23x',
    '/cases/2222-3333/record/note-added',
    '/nothing',
  ])('%s is not found', async (path) => {
    expect((await service.ask(path)).status).toBe(404)
  })

  it('has no form for a fact that does not exist, or that only the service records', async () => {
    const caseId = await service.open()
    for (const type of ['case-opened', 'nonsense', 'constructor']) {
      expect((await service.ask(`/cases/${caseId}/record/${type}`)).status).toBe(404)
    }
  })
})

describe('the outcomes', () => {
  it('count the cases opened in the period, and agree with the list', async () => {
    const own = await serviceForTests()
    const closed = await own.open({ ...NO_SECTIONS, 'sections-I': 'yes' })
    await closeCase(own.tables, closed, 1, 'agreed', NOW)
    const open = await own.open()
    for (const caseId of [closed, open]) await keepOutcome(own.tables, caseId, countCase(COUNCIL), NOW)
    const { tables } = await own.json<{ tables: object }>('/outcomes?from=2026-03&to=2026-03')
    expect(tables).toMatchObject({
      cases: { rows: { all: { all: 2 } } },
      'cases-listed': { rows: { cases: { open: 1, closed: 1, all: 2 } } },
    })
    const { html } = await own.ask('/outcomes')
    expect(html).toContain('1 open and 1 closed for this period, 2 in all: the same number.')
    expect(html).toContain('Do not publish this page.')
    expect(html).toContain('Not compared with the cases yet')
    const before = await own.ask('/outcomes?from=2026-01&to=2026-02')
    expect(before.html).toContain('0 cases in the table.')
    await recountOutcomes({
      tables: own.tables,
      count: countCase(COUNCIL),
      now: () => NOW,
      reportUncounted: () => undefined,
    })
    expect((await own.ask('/outcomes')).html).toContain(
      'Compared with all 2 cases on Tuesday 10 March 2026 at 11am: every figure was right.',
    )
    await own.close()
  })
})

describe('security', () => {
  it('every answer has the headers that keep it from being framed, kept, guessed at or scripted', async () => {
    const answers = [
      await service.ask('/cases'),
      await service.ask('/nothing'),
      await service.send('/cases', {}),
      await service.send('/cases', OPENING, { origin: 'https://elsewhere.example' }),
    ]
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    }
  })

  it('no page has a script, a style of its own or anything from elsewhere', async () => {
    const caseId = await service.open()
    for (const path of [
      '/cases',
      '/cases/new',
      `/cases/${caseId}`,
      `/cases/${caseId}/record/note-added`,
      '/outcomes',
    ]) {
      const { html } = await service.ask(path)
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|src=|@font-face/)
      expect(html).not.toMatch(/GDS Transport|crown|GOV\.UK/)
    }
  })

  it('the stylesheet is kept for ever under an address that changes with it', async () => {
    const { html } = await service.ask('/cases')
    const [, href = ''] = /<link rel="stylesheet" href="(\/assets\/staff\/[0-9a-f]{16}\.css)">/.exec(html) ?? []
    const { status, headers, html: css } = await service.ask(href)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toContain('text/css')
    expect(css).not.toMatch(/GDS Transport|@font-face|url\(/)
  })

  it.each<[string, Record<string, string>]>([
    ['another website', { origin: 'https://elsewhere.example' }],
    ['nowhere that a browser names', { origin: 'null' }],
    ['another port', { origin: 'http://localhost:81' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
  ])('a form from %s is refused and stores nothing', async (_, headers) => {
    const stored = await service.everything()
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    expect((await service.send('/cases', { ...OPENING, submissionId }, headers)).status).toBe(403)
    expect(await service.everything()).toBe(stored)
  })

  it.each([
    ['', { origin: 'http://localhost' }],
    [
      ', also where something stands before the service',
      { origin: 'https://send.example.gov.uk', host: 'behind.example' },
    ],
  ])('a form from our own page is taken%s', async (_, headers) => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const from = { 'sec-fetch-site': 'same-origin', ...headers }
    expect((await service.send('/cases', { ...OPENING, submissionId }, from)).status).toBe(303)
  })

  it('a body that is far too long is refused', async () => {
    const { status, html } = await service.send('/cases', { ...OPENING, name: 'x'.repeat(300_000) })
    expect(status).toBe(413)
    expect(html).toContain('That is too much text')
  })

  it('no name, address or typed word is in a log line or in an address that we link to', async () => {
    const own = await serviceForTests()
    const marked = {
      name: 'Marked Parent',
      childName: 'Marked Child',
      email: 'marked@example.com',
      phone: '01632 960001',
    }
    const caseId = await own.open(marked)
    await own.send(`/cases/${caseId}/record/note-added`, {
      ...(await own.hidden(caseId, 'note-added')),
      note: 'Marked note',
    })
    await own.ask('/cases/Marked-Parent')
    await own.ask('/cases?status=open&name=Marked')
    const { html } = await own.ask(`/cases/${caseId}`)
    const links = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link]) => link)
    expect(JSON.stringify(links)).not.toMatch(/marked/i)
    expect(JSON.stringify(own.logged)).not.toMatch(/marked|96000/i)
    expect(own.logged).toContainEqual({
      message: 'Request',
      method: 'GET',
      route: '/cases/:caseId',
      status: 200,
      milliseconds: 0,
      caseId,
      personId: 'officer-1',
    })
    await own.close()
  })

  it('a fault of ours gives a reference, and no details to anybody but the log', async () => {
    const failing = await serviceForTests({
      tables: {
        casesTable: 'cases',
        contactsTable: 'contacts',
        auditTable: 'audit',
        hashKey: async () => 'a key for tests',
        client: {
          send: async () => {
            throw new TypeError('secret detail of Marked Parent')
          },
        } as never,
      },
    })
    const { status, html, headers } = await failing.ask('/cases')
    expect(status).toBe(500)
    expect(html).toContain('tell whoever looks after the service this reference: submission-')
    expect(html).not.toContain('secret')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(failing.logged).toContainEqual(
      expect.objectContaining({ message: 'Request failed', errorName: 'TypeError', route: '/cases' }),
    )
    expect(JSON.stringify(failing.logged)).not.toContain('secret')
    await failing.close()
  })
})
