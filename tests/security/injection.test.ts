import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../lambdas/cases/facts.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import { answeredRows } from '../bin/dates/answered.ts'
import { aCase } from '../cases/case-builder.ts'
import { situation } from '../messages/situations.ts'
import { addressWith, NOTHING_YET, publicForTests } from '../public/public-for-tests.ts'
import { readTaggedDocument } from '../read-tagged-document.ts'
import { caseWithEveryRoute } from '../staff/case-with-every-route.ts'
import { deliverFirstMessage } from '../staff/deliver-for-tests.ts'
import { walkPages } from '../staff/opening/question-walk.ts'
import { NOTHING_FURTHER, OPENING, type ServiceForTests, serviceForTests } from '../staff/service-for-tests.ts'
import { carriedBy } from '../web/carried-by.ts'

/** What would be an element, an attribute, a template, a formula or a header, if anything took it for one. */
const HOSTILE = `=1+1<script>x()</script>"'><img src=x onerror=y()>{{191*193}}`
const LINES = `${HOSTILE}\n=cmd|' /C calc'!A0`

/** What would be there if a browser, a template or a mail program had taken it for what it looks like. */
const TAKEN = /<script|<img|onerror=y\(\)>|36863/

let service: ServiceForTests
let caseId: string
beforeAll(async () => {
  service = await serviceForTests()
  caseId = await caseWithEveryRoute(service)
})
afterAll(() => service.close())

/** Every field of a page into which text can be typed, and how long the text may be there. */
function textFieldsOf(html: string): string[] {
  const inputs = [...html.matchAll(/<input(?=[^>]* type="(?:text|email|tel|search)")[^>]* name="([^"]+)"/g)]
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]+)"/g)]
  return [...new Set([...inputs, ...areas].map(([, name = '']) => name))]
}

/** It, as text of a page. */
const AS_TEXT = '=1+1&lt;script&gt;x()&lt;/script&gt;&quot;&#39;&gt;&lt;img'

/** What of it a page has taken for more than text. */
const taken = (html: string) => TAKEN.exec(html)?.[0]

describe('markup and templates in every field', () => {
  it('of the form that opens a case come back as text', async () => {
    const further = { ...OPENING, ...NOTHING_FURTHER, more: 'yes', otherFormat: 'no' }
    const { answered } = await walkPages(service, '/cases/new/draft-of-markup-0001/decision', further)
    const fields: string[] = []
    for (const page of answered) {
      const asked = textFieldsOf((await service.ask(page)).html)
      const typed = Object.fromEntries(asked.map((field) => [field, HOSTILE]))
      const sent = await service.post(page, { ...further, ...typed })
      expect([page, sent.status < 500, taken(sent.html)]).toEqual([page, true, undefined])
      // What is good as it is, such as a name, is shown with the next page and among the answers.
      const { html } = sent.status === 422 ? sent : await service.ask(page)
      expect([page, asked.length === 0 || html.includes(AS_TEXT), taken(html)]).toEqual([page, true, undefined])
      fields.push(...asked)
    }
    expect(fields.length).toBeGreaterThan(10)
    for (const field of fields) {
      const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
      const { status, html } = await service.post('/cases', {
        ...OPENING,
        ...NOTHING_FURTHER,
        submissionId,
        [field]: HOSTILE,
      })
      expect([field, [200, 422].includes(status), taken(html)]).toEqual([field, true, undefined])
      expect([field, html.includes(AS_TEXT)]).toEqual([field, true])
    }
  })

  it('of every form that records something come back as text', async () => {
    const tried: string[] = []
    for (const type of FACT_TYPES) {
      const address = `/cases/${caseId}/record/${type}`
      const page = await service.ask(address)
      if (page.status !== 200) continue
      const fields = textFieldsOf(page.html)
      const typed = Object.fromEntries(fields.map((field) => [field, HOSTILE]))
      const { status, html } = await service.post(address, { ...carriedBy(page.html), ...typed })
      expect([type, status < 500, taken(html)]).toEqual([type, true, undefined])
      expect([type, fields.length === 0 || html.includes(AS_TEXT)]).toEqual([type, true])
      tried.push(...fields.map((field) => `${type} ${field}`))
    }
    expect(tried.length).toBeGreaterThan(100)
  })

  it('of the search come back as text, in the page alone', async () => {
    const { html, headers } = await service.post('/search', { words: HOSTILE })
    expect([html.includes(AS_TEXT), taken(html)]).toEqual([true, undefined])
    expect(JSON.stringify([...headers])).not.toContain('script')
  })

  it('of the public calculator come back as text', async () => {
    const { ask } = await publicForTests()
    for (const name of [...Object.keys(NOTHING_YET), 'next', 'from', HOSTILE]) {
      for (const page of ['check', 'result', 'printed-on', 'sent', HOSTILE]) {
        const { status, html } = await ask(addressWith(encodeURIComponent(page), { ...NOTHING_YET, [name]: HOSTILE }))
        expect([name, page, status < 500, taken(html)]).toEqual([name, page, true, undefined])
      }
    }
  })
})

describe('a family all of whose details look like markup, formulas and headers', () => {
  const HOME = `=1+1<script>x()</script>"'>\n<img src=x onerror=y()>\n{{191*193}}`
  const hostile = {
    ...OPENING,
    ...NOTHING_FURTHER,
    more: 'yes',
    inFull: 'yes',
    by: 'post',
    email: '',
    postalAddress: HOME,
    name: HOSTILE,
    childName: HOSTILE,
    childReference: '=HYPERLINK("//x")',
    caseReference: '=HYPERLINK("//x")',
    second: 'yes',
    secondName: HOSTILE,
    secondBy: 'post',
    secondAddress: HOME,
    representative: 'copy',
    representativeFor: 'family',
    representativeName: HOSTILE,
    representativeBy: 'post',
    representativeAddress: HOME,
  }
  let own: ServiceForTests
  let theirs: string
  beforeAll(async () => {
    own = await serviceForTests()
    theirs = await own.open(hostile)
    await own.send(`/cases/${theirs}/record/note-added`, {
      ...(await own.hidden(theirs, 'note-added')),
      note: LINES,
    })
    await deliverFirstMessage(own, theirs)
  })
  afterAll(() => own.close())

  it('is shown as text on every page of its case, and in the email as it was sent', async () => {
    const pages = ['', '/messages/rights_00001', '/messages/rights_00001/1/html', '/letters/rights_00001', '/correct']
    const others = ['/record/contact-details-changed', '/tribunal-file']
    for (const path of [...pages, ...others]) {
      const { status, html } = await own.ask(`/cases/${theirs}${path}`)
      expect([path, status < 500, taken(html)]).toEqual([path, true, undefined])
    }
    expect((await own.ask(`/cases/${theirs}/messages/rights_00001/1/html`)).html).toContain('Dear =1+1&lt;script&gt;')
    for (const path of ['/cases', '/letters', '/outcomes']) {
      expect([path, taken((await own.ask(path)).html)]).toEqual([path, undefined])
    }
    expect(taken((await own.post('/search', { words: 'script' })).html)).toBeUndefined()
  })

  it('stands in the printed letter as it was typed, and nothing in the letter can be run', async () => {
    const response = await own.app.request(`http://localhost/cases/${theirs}/letters/rights_00001.pdf`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="letter-${theirs}.pdf"`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const { pages } = await readTaggedDocument(bytes)
    const said = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ')
    expect(said).toContain('<script>x()</script>')
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile)\b/)
    const links = pages.flatMap(({ annotations }) => annotations.map(({ url }) => url))
    expect(links.filter((url) => !/^(https|mailto|tel|sms):/.test(url))).toEqual([])
  })

  it('adds no member and no file name to what goes to the Tribunal', async () => {
    const { headers, html } = await own.ask(`/cases/${theirs}/tribunal-file.json`)
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(Object.keys(JSON.parse(html) as object).filter((name) => !/^[a-z]+[A-Z][A-Za-z]+$/.test(name))).toEqual([])
  })
})

it('a place that looks like lines of a calendar adds none to the invitation, to which mail programs act', () => {
  const place = 'Hall\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTENDEE:mailto:spy@example.com;X,Y'
  const { calendarFile } = composeMessage(
    situation(
      'meeting-invitation',
      '00002',
      aCase().and('meeting-arranged', { meetingOn: '2026-03-30', startsAt: '09:05', format: 'in-person' }),
      '2026-03-02',
      { words: { place } },
    ),
  )
  const lines = (calendarFile?.content ?? '').replaceAll(/\r\n[ \t]/g, '').split(/\r\n|\r|\n/)
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  expect(lines.filter((line) => /^BEGIN:VALARM|^ATTENDEE.*spy/.test(line))).toEqual([])
  expect(lines.some((line) => line.startsWith('LOCATION:Hall'))).toBe(true)
})

describe('a formula in the answers of the date command, which open in a spreadsheet', () => {
  it('is in no cell that the command adds, whatever stands in the cells that it reads', async () => {
    const cells = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', `=cmd|' /C calc'!A0`, HOSTILE.replaceAll('"', "'")]
    for (const column of ['notice_sent', 'certificate_issued', 'placement_only']) {
      const rows = await answeredRows(
        `case,${column},notice_printed\n${cells.map((cell) => `A,"${cell}",2026-02-10`).join('\n')}\n`,
      )
      expect(rows).toHaveLength(cells.length)
      for (const { case: _, [column]: __, notice_printed: ___, ...added } of rows) {
        expect(Object.values(added).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }
    }
  })
})
