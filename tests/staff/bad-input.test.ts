import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactType } from '../../lambdas/cases/fact.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { caseWithEveryRoute } from './case-with-every-route.ts'
import { FIRST_AWAITED, NO_SECTIONS, OPENING, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const LONG = 'x'.repeat(10_000)

/** The error summary's lines, as text with its links. */
function errorsOf(html: string): string[] {
  const list = /<ul class="govuk-list govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? ''
  return [...list.matchAll(/<a href="([^"]*)">([\s\S]*?)<\/a>/g)].map(
    ([, href, text]) => `${href?.replace(/^[^#]*/, '')} ${textOf(text ?? '')}`,
  )
}

function textOf(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

describe('a form that opens a case comes back, with nothing stored, for', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no decision', { decisionKind: '' }, '#decisionKind Select what the council decided'],
    ['a decision that is not one', { decisionKind: 'exclusion' }, '#decisionKind Select what the council decided'],
    [
      'the contents of a plan, and no part of it',
      NO_SECTIONS,
      '#sections-B Select which parts of the plan the family disagrees with, or that it is not known yet',
    ],
    [
      'parts of a plan, and that they are not known',
      { 'sections-not-known': 'yes' },
      '#sections-B Select parts of the plan, or that it is not known yet, and not both',
    ],
    [
      'parts of a plan, with another decision than the contents of a plan',
      { decisionKind: 'refusal-to-assess' },
      '#decisionKind Parts of a plan are for a decision about the contents of a plan. Change the decision, or select no part of a plan',
    ],
    [
      'only the school or college, with another decision than the contents of a plan',
      { decisionKind: 'ceasing-plan', ...NO_SECTIONS, 'sections-I': 'yes' },
      '#decisionKind Parts of a plan are for a decision about the contents of a plan. Change the decision, or select no part of a plan',
    ],
    [
      'a letter sent in the future',
      dateInputs('sentOn', '2026-03-12'),
      '#sentOn-day The date the letter was sent must be today or in the past. Thursday 12 March 2026 is in the future',
    ],
    [
      'a letter sent before it was printed',
      dateInputs('sentOn', '2026-02-09'),
      '#sentOn-day The date the letter was sent (Monday 9 February 2026) must be the same as or after the date printed on it (Tuesday 10 February 2026)',
    ],
    [
      '31 February',
      { 'printedOn-day': '31' },
      '#printedOn-day The date printed on the letter must be a real date. There is no 31 February 2026. Check the day and the month.',
    ],
    [
      'the 13th month',
      { 'printedOn-month': '13' },
      '#printedOn-day The date printed on the letter must be a real date. There is no month 13. Write the month as a number from 1 to 12.',
    ],
    [
      'no date',
      { 'sentOn-day': '', 'sentOn-month': '', 'sentOn-year': ' ' },
      '#sentOn-day Enter the date the letter was sent',
    ],
    ['no month', { 'sentOn-month': '' }, '#sentOn-month The date the letter was sent must include a month'],
    [
      'no day and no year',
      { 'sentOn-day': '', 'sentOn-year': '' },
      '#sentOn-day The date the letter was sent must include a day and a year',
    ],
    [
      'a year of two numbers',
      { 'sentOn-year': '26' },
      '#sentOn-year The year of the date the letter was sent must have 4 numbers, like 2026',
    ],
    [
      'a day in words',
      { 'sentOn-day': 'tenth' },
      '#sentOn-day The day of the date the letter was sent must be a number, like 27',
    ],
    [
      'a decision from before the law',
      { ...dateInputs('printedOn', '2014-08-29'), ...dateInputs('sentOn', '2014-08-29') },
      '#printedOn-day ',
    ],
    [
      'a decision from before the bank holidays that are known',
      { ...dateInputs('printedOn', '1999-08-29'), ...dateInputs('sentOn', '1999-08-29') },
      '#printedOn-day ',
    ],
    ['nobody to write to', { relationship: '' }, '#relationship Select who we write to'],
    ['no name', { name: '  ' }, '#name Enter the name of the person we write to'],
    [
      'a name of 10,000 characters',
      { name: LONG },
      '#name The name of the person we write to must be 200 characters or fewer',
    ],
    [
      'a name of several lines',
      { childName: 'Robin\nTaylor' },
      '#childName The name of the child or young person must be on one line',
    ],
    ['no email address', { email: '' }, '#email Enter an email address'],
    [
      'an address that is no email',
      { email: 'sam at example' },
      '#email Enter an email address in the correct format, like name@example.com',
    ],
    [
      'an email address of 10,000 characters',
      { email: `${LONG}@example.com` },
      '#email An email address must be 254 characters or fewer',
    ],
    [
      'a phone number that is none',
      { phone: 'after six' },
      '#phone Enter a phone number with 9 to 15 digits, like 01225 394382 or 07700 900 982',
    ],
  ])('%s', async (_, changes, error) => {
    const stored = await service.recorded()
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const typed = { ...OPENING, submissionId, ...changes }
    const { status, html } = await service.send('/cases', typed)
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: Check your answers - Open a case')
    const errors = errorsOf(html)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(error)
    expect(errors[0]?.length).toBeGreaterThan('#printedOn-day '.length)
    for (const [name, value] of Object.entries(typed)) {
      if (name === 'decisionKind' || name === 'relationship' || value === '') continue
      // The parts of a plan are asked, and sent, for the contents of a plan alone.
      if (name.startsWith('sections-') && typed.decisionKind !== 'plan-contents') continue
      if (!/[\s]/.test(value)) expect(html).toMatch(new RegExp(`name="${name}"[^>]* value="${value}"`))
    }
    expect(await service.recorded()).toBe(stored)
  })

  it('a decision in the future, printed and sent', async () => {
    const stored = await service.recorded()
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const future = { ...dateInputs('printedOn', '2026-03-11'), ...dateInputs('sentOn', '2026-03-12') }
    const { status, html } = await service.send('/cases', { ...OPENING, submissionId, ...future })
    expect(status).toBe(422)
    expect(errorsOf(html)).toEqual([
      '#printedOn-day The date printed on the letter must be today or in the past. Wednesday 11 March 2026 is in the future',
      '#sentOn-day The date the letter was sent must be today or in the past. Thursday 12 March 2026 is in the future',
    ])
    expect(await service.recorded()).toBe(stored)
  })

  it('everything at once, each with its own message in the order of the questions', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { html } = await service.send('/cases', { submissionId })
    expect(errorsOf(html).map((line) => line.split(' ')[0])).toEqual([
      '#decisionKind',
      '#printedOn-day',
      '#sentOn-day',
      '#underWay',
      '#relationship',
      '#name',
      '#childName',
      '#by',
      '#more',
    ])
  })

  it('what is missing beside a missing part of a plan is said at once', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { html } = await service.send('/cases', {
      ...OPENING,
      ...NO_SECTIONS,
      submissionId,
      'sentOn-day': '',
      name: '',
    })
    expect(errorsOf(html).map((line) => line.split(' ')[0])).toEqual(['#sections-B', '#sentOn-day', '#name'])
  })

  it('a form without an id, which could not be told from one sent twice', async () => {
    const stored = await service.recorded()
    expect((await service.send('/cases', OPENING)).status).toBe(400)
    expect(await service.recorded()).toBe(stored)
  })
})

describe('what is no form', () => {
  it.each([
    ['a multipart form without a boundary', 'multipart/form-data', 'name=x'],
    ['a multipart form with a boundary that is not in it', 'multipart/form-data; boundary=b', 'name=x'],
    [
      'a multipart form that ends in the middle',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-',
    ],
  ])('%s is answered with what to do, and no fault is logged', async (_, type, body) => {
    const stored = await service.recorded()
    const faults = JSON.stringify(service.logged)
    for (const path of ['/cases', '/letters', '/cases/2222-2222/record/note-added']) {
      const { status, html } = await service.ask(path, {
        method: 'POST',
        body,
        headers: { 'content-type': type, host: 'localhost' },
      })
      expect(status).toBe(400)
      expect(html).toContain('This form cannot be read')
    }
    expect(await service.recorded()).toBe(stored)
    expect(JSON.stringify(service.logged)).not.toMatch(/TypeError/)
    expect(faults).not.toMatch(/TypeError/)
  })
})

describe('script in a name', () => {
  const script = `<script>alert('x')</script>"><img src=x onerror=alert(1)>`

  it('is shown as text on the form that comes back', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { html } = await service.send('/cases', { ...OPENING, submissionId, name: script, email: 'none' })
    expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&gt;&lt;img')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
  })

  it('is shown as text on the case, its timeline and its banner', async () => {
    const caseId = await service.open({ name: script, childName: script })
    const { location } = await service.send(`/cases/${caseId}/record/note-added`, {
      ...(await service.hidden(caseId, 'note-added')),
      note: script,
    })
    for (const page of [location ?? '', ...['family', 'timeline', 'notes'].map((part) => `/cases/${caseId}/${part}`)]) {
      const { html } = await service.ask(page)
      expect(html).toContain('&lt;script&gt;')
      expect(html).not.toContain('<script')
      expect(html).not.toContain('<img')
    }
  })
})

describe('a month may be written as a name', () => {
  it('in short or in full', async () => {
    expect(await service.open({ 'printedOn-month': 'Feb', 'sentOn-month': 'february' })).toBeTruthy()
  })
})

describe('a form that records a fact comes back, with nothing stored, for', () => {
  it.each<[string, FactType, Record<string, string>, string]>([
    [
      'a certificate from before the decision',
      'certificate-issued',
      { ...dateInputs('issuedOn', '2026-02-09'), ...dateInputs('contactedOn', '2026-03-02') },
      'The date on the certificate must not be before the decision, which was on Tuesday 10 February 2026',
    ],
    [
      'a certificate in the future',
      'certificate-issued',
      { ...dateInputs('issuedOn', '2026-03-11'), ...dateInputs('contactedOn', '2026-03-02') },
      'The date on the certificate must be today or in the past. Wednesday 11 March 2026 is in the future',
    ],
    [
      'a certificate from before the family spoke to the adviser',
      'certificate-issued',
      { ...dateInputs('issuedOn', '2026-03-02'), ...dateInputs('contactedOn', '2026-03-03') },
      'The date on the certificate cannot be Monday 2 March 2026: the family first spoke to the adviser on Tuesday 3 March 2026',
    ],
    [
      'a certificate without the first contact',
      'certificate-issued',
      dateInputs('issuedOn', '2026-03-02'),
      'Enter the date the family first spoke to the adviser',
    ],
    [
      '31 February',
      'adviser-contacted',
      dateInputs('contactedOn', '2026-02-31'),
      'The date the family spoke to the adviser must be a real date. There is no 31 February 2026. Check the day and the month.',
    ],
    [
      'a contact in the future',
      'adviser-contacted',
      dateInputs('contactedOn', '2026-03-11'),
      'The date the family spoke to the adviser must be today or in the past. Wednesday 11 March 2026 is in the future',
    ],
    [
      'an appeal in the future',
      'appeal-registered',
      dateInputs('receivedOn', '2027-03-01'),
      'The date the Tribunal received the appeal must be today or in the past. Monday 1 March 2027 is in the future',
    ],
    [
      'a meeting in the past',
      'meeting-arranged',
      { ...dateInputs('meetingOn', '2026-03-09'), startsAt: '10:00', format: 'online' },
      'The date of the meeting must not be before the day on which it was fixed, Tuesday 10 March 2026. If the meeting is over, enter the day on which it was fixed',
    ],
    [
      'a meeting from before the council was told',
      'meeting-arranged',
      { ...dateInputs('meetingOn', '2026-03-03'), startsAt: '10:00', format: 'online' },
      'The date of the meeting must not be before the council was told that the family wants mediation, on Wednesday 4 March 2026',
    ],
    [
      'a meeting too soon, without the family’s word on it',
      'meeting-arranged',
      { ...dateInputs('meetingOn', '2026-03-17'), startsAt: '10:00', format: 'online' },
      'Select whether the family has agreed to less than 5 working days’ notice. The last day to tell it of a meeting on Tuesday 17 March 2026 was Monday 9 March 2026',
    ],
    [
      'a complaint that the family made before it knew of the matter',
      'complaint-made',
      { about: 'council', ...dateInputs('madeOn', '2026-03-02'), ...dateInputs('awareOn', '2026-03-03') },
      'The family cannot have become aware after it complained, on Monday 2 March 2026',
    ],
    [
      'a disagreement resolution with nobody else',
      'disagreement-resolution-asked',
      {
        subject: 'duties',
        occasion: 'at-review',
        askedBy: 'family',
        'parties-family': 'yes',
        ...dateInputs('askedOn', '2026-03-02'),
      },
      'Select everybody who would take part: whoever asked, and at least one other',
    ],
    [
      'an appeal that was sent to the council before it came',
      'appeal-registered',
      { ...dateInputs('receivedOn', '2026-03-09'), ...dateInputs('sentToCouncilOn', '2026-03-06') },
      'The date the Tribunal sent the appeal to the council must not be before it received the appeal, on Monday 9 March 2026',
    ],
    [
      'a meeting at no time',
      'meeting-arranged',
      { ...dateInputs('meetingOn', '2026-03-20'), startsAt: 'half two', format: 'online' },
      'The time the meeting starts must be a time, like 2:30pm or 14:30',
    ],
    ['a note of 10,000 characters', 'note-added', { note: LONG }, 'The note must be 2000 characters or fewer'],
    ['no reason', 'case-withdrawn', dateInputs('withdrawnOn', '2026-03-09'), 'Select why the case ends'],
    [
      'a fact that needs another',
      'mediation-agreed',
      dateInputs('concludedOn', '2026-03-09'),
      'It is not recorded that the family wants mediation. Answer its questions too, and both are recorded together',
    ],
  ])('%s', async (_, type, typed, error) => {
    const caseId = await caseThatAwaits(type)
    const stored = await service.recorded()
    const { version } = await service.json<{ version: number }>(`/cases/${caseId}`)
    const { status, html } = await service.send(`/cases/${caseId}/record/${type}`, {
      submissionId: 'a-form-for-bad-input',
      version: String(version),
      ...typed,
    })
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: ')
    expect(errorsOf(html).map((line) => line.replace(/^\S+ /, ''))).toEqual([error])
    for (const [name, value] of Object.entries(typed)) {
      const isChosen = new RegExp(`name="${name}"[^>]*value="${value}" checked`).test(html)
      if (name !== 'note' && !isChosen) expect(html).toMatch(new RegExp(`name="${name}"[^>]* value="${value}"`))
    }
    expect(await service.recorded()).toBe(stored)
  })

  it('everything on every form, each problem with a link to a question that is there', async () => {
    const own = await serviceForTests()
    const caseId = await caseWithEveryRoute(own)
    const { recordable } = await own.json<{ recordable: FactType[] }>(`/cases/${caseId}`)
    const forms = recordable.filter((type) => type !== 'fact-corrected' && type !== 'fact-removed')
    expect(forms).toContain('disagreement-resolution-answered')
    const stored = await own.recorded()
    for (const type of forms) {
      const address = `/cases/${caseId}/record/${type}`
      const { fields } = await own.json<{ fields: { name: string; kind: string }[] }>(address)
      // A day that is left blank was today, so a day that there is not stands in its place.
      const days = fields.filter(({ kind }) => kind === 'date').map(({ name }) => dateInputs(name, '2026-02-31'))
      const { status, html } = await own.send(address, Object.assign(await own.hidden(caseId, type), ...days))
      expect([type, status]).toEqual([type, 422])
      for (const line of errorsOf(html)) {
        const [link = ''] = line.split(' ')
        expect(html, `${type}: ${line}`).toContain(`id="${link.slice(1)}"`)
      }
    }
    expect(await own.recorded()).toBe(stored)
    await own.close()
  })

  async function caseThatAwaits(type: FactType): Promise<string> {
    const caseId = await service.open()
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    if (type !== 'meeting-arranged') return caseId
    await service.record(caseId, 'mediation-chosen', { councilToldOn: '2026-03-04', healthIssue: 'none' })
    await service.park(
      caseId,
      'meeting-date',
      ['meeting-arranged'],
      { kind: 'mediation-is-held', date: '2026-04-02' },
      '00002',
    )
    return caseId
  }
})

describe('the period of the outcomes', () => {
  it.each([
    [
      '?from-month=13&from-year=2026&to-month=3&to-year=2026',
      '#from-month The first month must be a real month. There is no month 13. Write the month as a number from 1 to 12.',
    ],
    ['?from-month=&from-year=2026&to-month=3&to-year=2026', '#from-month The first month must include a month'],
    [
      '?from-month=x&from-year=2026&to-month=3&to-year=2026',
      '#from-month The month of the first month must be a number, like 3',
    ],
    ['?from=2026-03&to=2026-02', '#to-month The last month must be the same as or after the first'],
    ['?from=2026-04&to=2026-05', '#from-month April 2026 has not begun. Choose a month up to March 2026'],
    ['?from=2023-03&to=2026-03', '#to-month These are 37 months. Choose 36 at most'],
    ['?from=yesterday', '#from-month Enter the first month'],
  ])('%s is refused with its own message', async (query, error) => {
    const { status, html } = await service.ask(`/outcomes${query}`)
    expect(status).toBe(422)
    expect(errorsOf(html)).toEqual([error])
  })
})
