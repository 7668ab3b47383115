import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DECISION_KINDS } from '../../../lambdas/law/appealable-decisions.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import { OPENING_FORM, OPENING_FORM_IN_FULL } from '../../../lambdas/staff/cases/opening-form.ts'
import { pagesAsked, QUESTION_PAGES } from '../../../lambdas/staff/opening/question-pages.ts'
import { carriedBy } from '../../web/carried-by.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { NOW, OFFICER, OPENING, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'
import { inputsIn, walkPages } from './question-walk.ts'

const DAY = 24 * 3_600_000

let service: ServiceForTests
/** Who looks at the pages, and when. */
let actor = OFFICER
let now = NOW
beforeAll(async () => {
  service = await serviceForTests({ whoActs: (c) => signedInAs(actor)(c), clock: () => now })
})
afterAll(() => service.close())

let drafts = 0
/** The address of a page of a draft that nobody has begun. */
function newDraft(): (page: string) => string {
  drafts += 1
  const id = `draft-for-tests-${String(drafts).padStart(4, '0')}`
  return (page) => `/cases/new/${id}/${page}`
}

/** Walks all pages of a new draft. @returns the address of its pages */
async function filledDraft(answers: Readonly<Record<string, string>> = OPENING) {
  const address = newDraft()
  await walkPages(service, address('decision'), answers)
  return address
}

describe('the pages', () => {
  it('ask every question of the form that opens a case, each on one page', () => {
    const asked = Object.values(QUESTION_PAGES).flatMap(({ asks }) => [...asks] as string[])
    const questions = new Set([...OPENING_FORM.fields, ...OPENING_FORM_IN_FULL.fields].map(({ name }) => name))
    expect(asked.toSorted()).toEqual([...questions].toSorted())
  })

  it('are five before the answers are checked, and six for the contents of a plan', () => {
    for (const decisionKind of DECISION_KINDS) {
      expect(pagesAsked({ decisionKind, more: 'no' }).length).toBe(decisionKind === 'plan-contents' ? 6 : 5)
    }
    expect(pagesAsked({ decisionKind: 'ceasing-plan', more: 'yes' }).length).toBe(8)
  })

  it('lead from the first to the case that the whole form would have opened, with the messages seen before', async () => {
    const { location } = await service.ask('/cases/new')
    expect(location).toMatch(/^\/cases\/new\/submission-\d+\/decision$/)
    const { answered, at, last } = await walkPages(service, location ?? '', OPENING)
    expect(answered.map((one) => one.split('/').at(-1))).toEqual([
      'decision',
      'parts',
      'letter',
      'family',
      'writing',
      'known',
    ])
    expect(at).toMatch(/\/check$/)
    expect(last.html).toContain('Section B: special educational needs\nSection F: special educational provision')
    expect(last.html).toContain('Tuesday 10 February 2026')
    expect(last.html.match(/Not known yet/g)).toHaveLength(5)
    const preview = await service.post('/cases', carriedBy(last.html))
    expect(preview.html).toContain('Check what will happen')
    const opened = await service.post('/cases', carriedBy(preview.html))
    const path = String(opened.location).replace(/\?.*/, '')
    const whole = await service.json<CaseView>(`/cases/${await service.open()}`)
    const walked = await service.json<CaseView>(path)
    expect(walked.contact).toEqual(whole.contact)
    expect(walked.facts[0]?.details).toEqual(whole.facts[0]?.details)
  })

  it('ask only what the decision needs', async () => {
    const address = newDraft()
    const answers = { ...OPENING, decisionKind: 'ceasing-plan' }
    const { answered } = await walkPages(service, address('decision'), answers)
    expect(answered.length).toBe(5)
    expect(inputsIn((await service.ask(address('known'))).html)).not.toContain('requestReceivedOn-day')
    expect((await service.ask(address('parts'))).location).toBe(address('check'))
  })

  it('say "I do not know these yet" where the law lets it wait, whatever is half typed', async () => {
    const address = newDraft()
    await walkPages(service, address('decision'), { ...OPENING, childReference: 'SEN/1' })
    const known = await service.ask(address('known'))
    expect(known.html).toContain('I do not know these yet')
    expect((await service.ask(address('letter'))).html).not.toContain('I do not know these yet')
    const skipped = await service.post(address('known'), { 'bornOn-day': '31', notKnown: 'yes' })
    expect(skipped.location).toBe(address('check'))
    expect((await service.ask(address('check'))).html).not.toContain('SEN/1')
  })

  it('come back with what is wrong on them and nothing else, and keep the answers that were good before', async () => {
    const address = newDraft()
    await service.post(address('decision'), { decisionKind: 'ceasing-plan' })
    const future = { ...dateInputs('printedOn', '2026-03-11'), ...dateInputs('sentOn', '2026-02-30') }
    const { status, html } = await service.post(address('letter'), { ...future, underWay: 'no' })
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: The decision letter - Open a case')
    expect(html).toMatch(/href="#sentOn-day">[^<]*There is no 30 February 2026/)
    expect(html.match(/govuk-error-message/g)).toHaveLength(1)
    expect(html).toMatch(/name="printedOn-day"[^>]* value="11"/)
    // By itself each can be read now, and one of them is in the future.
    const again = await service.post(address('letter'), {
      ...future,
      ...dateInputs('sentOn', '2026-02-20'),
      underWay: 'no',
    })
    expect(again.status).toBe(422)
    expect(again.html).toContain('Wednesday 11 March 2026 is in the future')
    expect((await service.ask(address('letter'))).html).not.toMatch(/name="printedOn-day"[^>]* value="11"/)
  })

  it('lead back, at the first one to the list of cases, and from a change to the answers', async () => {
    const address = newDraft()
    const back = async (page: string) =>
      /class="govuk-back-link">/.test((await service.ask(address(page))).html)
        ? /<a href="([^"]+)" class="govuk-back-link"/.exec((await service.ask(address(page))).html)?.[1]
        : undefined
    expect(await back('decision')).toBe('/cases')
    await service.post(address('decision'), { decisionKind: 'plan-contents' })
    expect(await back('parts')).toBe(address('decision'))
    await walkPages(service, address('parts'), OPENING)
    expect(await back('family')).toBe(address('check'))
  })

  it('tell a program their questions, what is wrong and what comes next', async () => {
    const address = newDraft()
    const asked = await service.json<{ fields: { name: string }[] }>(address('decision'))
    expect(asked.fields.map(({ name }) => name)).toEqual(['decisionKind'])
    const json = { accept: 'application/json' }
    const wrong = await service.post(address('decision'), {}, json)
    expect([wrong.status, JSON.parse(wrong.html).problems.length]).toEqual([422, 1])
    const good = await service.post(address('decision'), { decisionKind: 'ceasing-plan' }, json)
    expect(JSON.parse(good.html)).toMatchObject({ next: 'letter' })
  })

  it.each(['nothing', 'constructor', 'check-answers'])('there is none called "%s"', async (page) => {
    expect((await service.ask(newDraft()(page))).status).toBe(404)
    expect((await service.post(newDraft()(page), {})).status).toBe(404)
  })
})

describe('an answer that is changed', () => {
  it('asks what it makes necessary, and leads back to the answers', async () => {
    const address = await filledDraft({ ...OPENING, decisionKind: 'ceasing-plan' })
    expect((await service.post(address('decision'), { decisionKind: 'plan-contents' })).location).toBe(address('parts'))
    expect((await service.post(address('parts'), { 'sections-I': 'yes' })).location).toBe(address('check'))
    const { html } = await service.ask(address('check'))
    expect(carriedBy(html)).toMatchObject({ decisionKind: 'plan-contents', 'sections-I': 'yes' })
  })

  it('leaves out of the form what is not asked any more, and has it again when it is', async () => {
    const address = await filledDraft()
    await service.post(address('decision'), { decisionKind: 'ceasing-plan' })
    expect(carriedBy((await service.ask(address('check'))).html)).not.toHaveProperty('sections-B')
    await service.post(address('decision'), { decisionKind: 'plan-contents' })
    expect(carriedBy((await service.ask(address('check'))).html)).toHaveProperty('sections-B')
  })

  it('asks the further questions when there is more to say, before anything is shown to follow', async () => {
    const address = await filledDraft()
    const { by, email, phone } = OPENING
    const writing = { by, email, phone, postalAddress: '', more: 'yes' }
    expect((await service.post(address('writing'), writing)).location).toBe(address('reading'))
    expect((await service.ask(address('check'))).location).toBe(address('reading'))
    const further = { print: 'large', otherFormat: 'no', second: 'no', representative: 'no' }
    const { last } = await walkPages(service, address('reading'), further)
    expect(carriedBy(last.html)).toMatchObject({ inFull: 'yes', print: 'large' })
    expect((await service.post('/cases', carriedBy(last.html))).html).toContain('Check what will happen')
  })
})

describe('a draft', () => {
  it('is listed for its person alone, to go on with or to discard', async () => {
    const address = await filledDraft({ ...OPENING, childName: 'Dara Draft' })
    const { html } = await service.ask('/cases/new')
    expect(html).toContain('Dara Draft')
    expect(html).toContain(`href="${address('check')}"`)
    actor = { ...OFFICER, id: 'somebody-else' }
    try {
      expect((await service.ask('/cases/new')).html).not.toContain('Dara Draft')
      for (const page of ['check', 'family']) {
        const { status, html: theirs } = await service.ask(address(page))
        expect([status, theirs.includes('Dara Draft')]).toEqual([404, false])
      }
      expect((await service.post(address('family'), { name: 'x' })).status).toBe(404)
      await service.post(address('discard'), {})
    } finally {
      actor = OFFICER
    }
    expect((await service.ask(address('family'))).html).toContain('Dara Draft')
    for (let times = 0; times < 2; times += 1) expect((await service.post(address('discard'), {})).status).toBe(303)
    expect((await service.ask(address('check'))).status).toBe(404)
  })

  it('is kept for 7 days after it was changed last, among the sessions and nowhere else', async () => {
    const recorded = await service.recorded()
    const address = await filledDraft({ ...OPENING, childName: 'Sena Seven' })
    expect(await service.recorded()).toBe(recorded)
    expect(await service.everything()).toContain('Sena Seven')
    now = new Date(NOW.getTime() + 7 * DAY - 1)
    expect((await service.ask(address('check'))).status).toBe(200)
    await service.post(address('decision'), { decisionKind: 'plan-contents' })
    now = new Date(NOW.getTime() + 14 * DAY - 2)
    expect((await service.ask(address('check'))).status).toBe(200)
    now = new Date(NOW.getTime() + 14 * DAY)
    const { status, html } = await service.ask(address('check'))
    expect([status, html.includes('These answers are not kept any more')]).toEqual([404, true])
    now = NOW
  })

  it('goes when its case is open; going back to it, or sending it twice, opens no second case', async () => {
    const address = await filledDraft({ ...OPENING, childName: 'Ona Once' })
    const preview = await service.post('/cases', carriedBy((await service.ask(address('check'))).html))
    const confirmed = carriedBy(preview.html)
    const both = await Promise.all([service.post('/cases', confirmed), service.post('/cases', confirmed)])
    expect(new Set(both.map(({ location }) => location)).size).toBe(1)
    const caseId = /^\/cases\/([^?]+)/.exec(both[0].location ?? '')?.[1]
    for (const page of ['check', 'decision', 'family']) {
      const { status, html } = await service.ask(address(page))
      expect([page, status]).toEqual([page, 409])
      expect(html).toContain(`Go to case ${caseId}`)
      expect((await service.post(address(page === 'check' ? 'letter' : page), OPENING)).status).toBe(409)
    }
    expect((await service.ask('/cases/new')).html).not.toContain('Ona Once')
  })

  it('comes back from what will happen to its answers, and the form to what is wrong with them', async () => {
    const address = await filledDraft()
    const preview = await service.post('/cases', carriedBy((await service.ask(address('check'))).html))
    const back = await service.post('/cases', { ...carriedBy(preview.html), goBack: 'yes' })
    expect([back.status, back.location]).toEqual([303, address('check')])
    const wrong = await service.post('/cases', { ...carriedBy(preview.html), email: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain(`href="${address('writing')}#email"`)
  })

  it('keeps the answers of two tabs that are sent in the same moment', async () => {
    const address = newDraft()
    await service.post(address('decision'), { decisionKind: 'ceasing-plan' })
    const { relationship, name, childName } = OPENING
    const letter = { ...dateInputs('printedOn', '2026-02-10'), ...dateInputs('sentOn', '2026-02-11'), underWay: 'no' }
    await Promise.all([
      service.post(address('letter'), letter),
      service.post(address('family'), { relationship, name, childName }),
    ])
    expect((await service.ask(address('letter'))).html).toMatch(/name="printedOn-day"[^>]* value="10"/)
    expect((await service.ask(address('family'))).html).toContain(`value="${name}"`)
  })

  it('says nothing of a family in an address or a log, and text is shown as text', async () => {
    const script = '<script>alert(1)</script>'
    const address = newDraft()
    const { answered, at, last } = await walkPages(service, address('decision'), { ...OPENING, name: script })
    for (const one of [...answered, at]) expect(one).toMatch(/^\/cases\/new\/[0-9a-z-]+\/[a-z]+$/)
    expect(JSON.stringify(service.logged)).not.toMatch(/script|Taylor/)
    expect(last.html).toContain('&lt;script&gt;')
    for (const { html } of [last, await service.ask(address('family')), await service.ask('/cases/new')]) {
      expect(html).not.toContain('<script')
    }
  })
})
