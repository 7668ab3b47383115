import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carriedBy } from '../web/carried-by.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { FIRST_AWAITED, OPENING, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const BACK = { goBack: 'yes' }

async function waitingCase(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  const caseId = await service.open(changes)
  const next = { kind: 'family-speaks-to-adviser', date: '2026-04-10' } as const
  await service.park(caseId, 'adviser-contact', [...FIRST_AWAITED, 'mediation-chosen'], next)
  return caseId
}

async function choiceForm(caseId: string) {
  const address = `/cases/${caseId}/record/mediation-chosen`
  const form = {
    ...(await service.hidden(caseId, 'mediation-chosen')),
    ...dateInputs('councilToldOn', '2026-03-09'),
    ...dateInputs('contactedOn', '2026-03-03'),
    healthIssue: 'none',
  }
  return { address, form }
}

async function addNote(caseId: string) {
  const form = { ...(await service.hidden(caseId, 'note-added')), note: 'Rang the family' }
  await service.send(`/cases/${caseId}/record/note-added`, form)
}

/** The words of a page, without its markup. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('what recording a fact will do', () => {
  it('is shown before anything is recorded: what is recorded, the dates that change and why, the messages, the tasks', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const stored = await service.recorded()
    const { status, html } = await service.post(address, form)
    expect(status).toBe(200)
    const words = wordsOf(html)
    expect(words).toContain('Check what will happen')
    expect(words).toContain('The family first spoke to the adviser on Tuesday 3 March 2026.')
    expect(words).toMatch(
      /Council arranges mediation Now Does not apply Then Wednesday 8 April 2026 Why this day [^.]*30 days/,
    )
    expect(words).toContain('Email to Sam Taylor When At once How By email to sam.taylor@example.com. Subject')
    expect(words).toContain('Dear Sam Taylor')
    expect(words).toContain('Arrange the mediation meeting and record its date: from Monday 30 March 2026')
    expect(await service.recorded()).toEqual(stored)
  })

  it('is then recorded, once, with everything that was typed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const carried = carriedBy((await service.post(address, form)).html)
    expect(carried).toMatchObject(form)
    const { location } = await service.post(address, carried)
    expect(location).toBe(`/cases/${caseId}?recorded=00002`)
    expect((await service.post(address, carried)).location).toBe(location)
  })

  it('leads back to the form with what was typed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const carried = carriedBy((await service.post(address, form)).html)
    const { status, html } = await service.post(address, { ...carried, ...BACK })
    expect(status).toBe(200)
    expect(html).toContain('name="councilToldOn-day" type="text" value="09"')
    expect(html).not.toContain('There is a problem')
    expect(Object.keys(carriedBy(html))).toEqual(['submissionId', 'version'])
  })

  it('is not shown of answers that are wrong, nor of a case that has changed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const wrong = await service.post(address, { ...form, ...dateInputs('councilToldOn', '2030-01-01') })
    expect(wrong.status).toBe(422)
    const changed = await service.post(address, { ...form, version: '7' })
    expect(changed.status).toBe(409)
  })

  it('is what a program confirms too', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const asJson = { accept: 'application/json' }
    const { html } = await service.post(address, form, asJson)
    const { confirmed, messages } = JSON.parse(html) as { confirmed: string; messages: readonly object[] }
    expect(messages).toMatchObject([{ how: 'Email', to: 'Sam Taylor' }])
    expect((await service.post(address, { ...form, confirmed: 'seen' }, asJson)).status).toBe(409)
    expect((await service.post(address, { ...form, confirmed }, asJson)).status).toBe(303)
  })

  it.each([
    [
      'post',
      { by: 'post', email: '', postalAddress: '1 High Street\nBath' },
      'Letter to Sam Taylor When At once How By letter, which somebody prints and posts. We write to them by post.',
    ],
    [
      'no way that is safe',
      { by: 'not-at-all', email: '' },
      'Task to Sam Taylor When At once How Nothing is sent, for safety. You get a task',
    ],
  ])('says who is told by %s', async (_, contact, said) => {
    const caseId = await waitingCase(contact)
    const { address, form } = await choiceForm(caseId)
    expect(wordsOf((await service.post(address, form)).html)).toContain(said)
  })

  it('is shown again with what is different where the case has changed since, and nothing is recorded', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const carried = carriedBy((await service.post(address, form)).html)
    await addNote(caseId)
    const { status, html } = await service.post(address, carried)
    expect(status).toBe(409)
    const words = wordsOf(html)
    expect(words).toContain('The case or the day has changed since you looked. Nothing has been recorded.')
    expect(words).toContain('A note was added. Recorded on Tuesday 10 March 2026 at 11am.')
    // A note changes nothing that was shown.
    expect(words).not.toContain('Different')
    const again = carriedBy(html)
    expect(again.version).toBe('2')
    expect((await service.post(address, again)).location).toBe(`/cases/${caseId}?recorded=00003`)
  })

  it('is shown again on another day, with what is different marked', async () => {
    const own = await serviceForTests()
    const caseId = await own.open()
    await own.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
    const address = `/cases/${caseId}/record/mediation-declined`
    const form = {
      ...(await own.hidden(caseId, 'mediation-declined')),
      'contactedOn-day': '2',
      'contactedOn-month': '3',
      'contactedOn-year': '2026',
    }
    const carried = carriedBy((await own.post(address, form)).html)
    own.goTo('2026-03-11')
    const { status, html } = await own.post(address, carried)
    expect(status).toBe(409)
    const words = wordsOf(html)
    expect(words).toContain('Adviser issues the certificate Different')
    // The day that was left blank is another one now.
    expect(words).toContain('The family does not want mediation Different')
    expect(words).toMatch(/This does not happen any more: .* Adviser issues the certificate: Friday 13 March 2026/)
    expect((await own.json<{ version: number }>(`/cases/${caseId}`)).version).toBe(1)
    await own.close()
  })
})

describe('what opening a case will do', () => {
  it('is shown before it is opened: its dates, and the first message in full', async () => {
    const stored = await service.recorded()
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { status, html } = await service.post('/cases', { ...OPENING, submissionId })
    expect(status).toBe(200)
    const words = wordsOf(html)
    expect(words).toContain('The dates of the case Family speaks to the mediation adviser Day Friday 10 April 2026')
    expect(words).toContain('Email to Sam Taylor')
    expect(words).toContain('has to say (SEND Regulations 2014, regulation 14(2) or regulation 22(5))')
    expect(words).toContain('that the Tribunal can recommend things on health and social care')
    expect(words).toContain('Your case reference is given when the case is opened.')
    expect(await service.recorded()).toEqual(stored)
    const back = await service.post('/cases', { ...carriedBy(html), ...BACK })
    expect((await service.ask(back.location ?? '')).html).toContain(
      '<h1 class="govuk-heading-l">Check your answers</h1>',
    )
    expect((await service.post('/cases', carriedBy(html))).location).toMatch(/recorded=00001/)
  })
})
