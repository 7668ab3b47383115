import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../lambdas/staff/cases/case-view.ts'
import { carriedBy } from '../web/carried-by.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { FIRST_AWAITED, NOTHING_FURTHER, OPENING, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const PRESSED = { yes: { looksRight: 'yes' }, no: { goBack: 'yes' } } as const

async function openingForm(changes: Record<string, string>) {
  const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
  return { ...OPENING, submissionId, ...changes }
}

describe('a case that is opened with something unlikely', () => {
  const MISSPELT = { email: "sam.o'brien@gmial.com", postalAddress: '1 High Street\nBath' }

  it('is not opened before somebody has looked again, and says what to look at', async () => {
    const stored = await service.recorded()
    const { status, html } = await service.post('/cases', await openingForm(MISSPELT))
    expect(status).toBe(200)
    expect(html).toContain('Is this right?')
    expect(html).toContain('nearly ends in gmail.com, but not quite.')
    expect(await service.recorded()).toEqual(stored)
  })

  it('is opened once when it is right, with everything that was typed', async () => {
    const { html } = await service.post('/cases', await openingForm(MISSPELT))
    const answered = { ...carriedBy(html), ...PRESSED.yes }
    const first = await service.send('/cases', answered)
    expect(first.status).toBe(303)
    expect((await service.send('/cases', answered)).location).toBe(first.location)
    const { contact } = await service.json<CaseView>(String(first.location).replace(/\?.*/, ''))
    expect(contact).toMatchObject({ email: "sam.o'brien@gmial.com", postalAddress: ['1 High Street', 'Bath'] })
  })

  it('comes back with what was typed when it has to be changed', async () => {
    const stored = await service.recorded()
    const { html } = await service.post('/cases', await openingForm(MISSPELT))
    const back = await service.post('/cases', { ...carriedBy(html), ...PRESSED.no })
    expect(back.status).toBe(303)
    const { html: answers } = await service.ask(back.location ?? '')
    expect(answers).toContain('<h1 class="govuk-heading-l">Check your answers</h1>')
    expect(answers).toContain('value="sam.o&#39;brien@gmial.com"')
    expect(answers).toContain('1 High Street\nBath')
    expect(answers).not.toContain('There is a problem')
    expect(await service.recorded()).toEqual(stored)
  })

  it('is asked about only when the form is otherwise good', async () => {
    const { html } = await service.post('/cases', await openingForm({ ...MISSPELT, childName: '' }))
    expect(html).toContain('Enter the name of the child or young person')
    expect(html).not.toContain('Is this right?')
  })
})

describe('a case of a child and a decision that has one already', () => {
  const KNOWN = { childReference: 'SEN/99', 'bornOn-day': '3', 'bornOn-month': '4', 'bornOn-year': '2015' }

  it('leads to the one that is open, and is opened beside it when that is right', async () => {
    const first = await service.open(KNOWN)
    const { status, html } = await service.post('/cases', await openingForm({ childReference: 'sen/99' }))
    expect(status).toBe(200)
    expect(html).toContain(
      `A case about the same child and decision is already open: case ${first}, opened Tuesday 10 March 2026.`,
    )
    expect(html).toContain(`href="/cases/${first}" target="_blank"`)
    expect(html).toContain(`Look at case ${first} (opens in a new tab)`)
    const answered = await service.send('/cases', { ...carriedBy(html), ...PRESSED.yes })
    expect([answered.status, answered.location]).toEqual([303, expect.not.stringContaining(first)])
  })

  it('is told as data too', async () => {
    const response = await service.app.request('http://localhost/cases', {
      method: 'POST',
      body: new URLSearchParams(await openingForm(KNOWN)),
      headers: { accept: 'application/json', host: 'localhost' },
    })
    expect(await response.json()).toMatchObject({
      unlikely: expect.arrayContaining([
        { sentence: expect.stringContaining('already open'), otherCase: expect.any(String) },
      ]),
      answerWith: { looksRight: 'yes' },
    })
  })

  it('is looked for when the contact details of a case say more of the child', async () => {
    const caseId = await service.open()
    const address = `/cases/${caseId}/record/contact-details-changed`
    const { submissionId: _first, more: _more, ...answers } = await openingForm({ ...NOTHING_FURTHER, ...KNOWN })
    const asked = await service.post(address, { ...answers, ...(await service.hiddenAt(address)) })
    expect(asked.html).toContain('A case about the same child and decision is already open')
    expect(asked.html).not.toContain(`already open: case ${caseId}`)
    expect((await service.send(address, { ...carriedBy(asked.html), ...PRESSED.yes })).status).toBe(303)
  })
})

describe('a fact with something unlikely', () => {
  const ON_A_SUNDAY = { ...dateInputs('meetingOn', '2026-03-29'), startsAt: '10:30', format: 'online' }

  async function caseWithMediation(): Promise<string> {
    const caseId = await service.open()
    await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    await service.record(caseId, 'mediation-chosen', { councilToldOn: '2026-03-09', healthIssue: 'none' })
    await service.park(
      caseId,
      'meeting-date',
      ['meeting-arranged'],
      { kind: 'mediation-is-held', date: '2026-04-08' },
      '00002',
    )
    return caseId
  }

  it('is asked about, comes back to be changed, and is recorded once when it is right', async () => {
    const caseId = await caseWithMediation()
    const address = `/cases/${caseId}/record/meeting-arranged`
    const asked = await service.post(address, { ...(await service.hidden(caseId, 'meeting-arranged')), ...ON_A_SUNDAY })
    expect(asked.html).toContain('The meeting is on Sunday 29 March 2026, at the weekend.')
    const back = await service.post(address, { ...carriedBy(asked.html), ...PRESSED.no })
    expect(back.html).toContain('name="meetingOn-day" type="text" value="29"')
    const factsOf = async () => (await service.json<CaseView>(`/cases/${caseId}`)).facts
    expect(await factsOf()).toHaveLength(2)
    const answered = { ...carriedBy(asked.html), ...PRESSED.yes }
    expect((await service.send(address, answered)).status).toBe(303)
    expect((await service.send(address, answered)).status).toBe(303)
    expect(await factsOf()).toHaveLength(3)
  })
})
