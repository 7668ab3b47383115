import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carriedBy } from '../web/carried-by.ts'
import { dateInputs } from '../web/date-inputs.ts'
import { FIRST_AWAITED, type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const ASKS = { whatWillHappen: 'yes' }

async function waitingCase(): Promise<string> {
  const caseId = await service.open()
  const next = { kind: 'family-speaks-to-adviser', date: '2026-04-10' } as const
  await service.park(caseId, 'adviser-contact', [...FIRST_AWAITED, 'mediation-chosen'], next)
  return caseId
}

async function choiceForm(caseId: string) {
  const address = `/cases/${caseId}/record/mediation-chosen`
  const { submissionId, version } = await service.json<{ submissionId: string; version: number }>(address)
  const form = {
    submissionId,
    version: String(version),
    ...dateInputs('councilToldOn', '2026-03-09'),
    ...dateInputs('contactedOn', '2026-03-03'),
    healthIssue: 'none',
  }
  return { address, form }
}

describe('what recording a fact will do', () => {
  it('is shown before anything is recorded: the dates that change, the messages, the tasks', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const stored = await service.everything()
    const { status, html } = await service.post(address, { ...form, ...ASKS })
    expect(status).toBe(200)
    expect(html).toContain('<h1 class="govuk-heading-l">What will happen</h1>')
    expect(html).toMatch(/Council arranges mediation<.*Did not apply<.*Wednesday 8 April 2026</s)
    expect(html).toContain('<li>Mediation requested</li>')
    expect(html).toContain('<li>Arrange the mediation meeting and record its date: from Sunday 29 March 2026</li>')
    expect(await service.everything()).toEqual(stored)
  })

  it('is then recorded, once, with everything that was typed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const carried = carriedBy((await service.post(address, { ...form, ...ASKS })).html)
    expect(carried).toEqual(form)
    const { location } = await service.post(address, carried)
    expect(location).toBe(`/cases/${caseId}?recorded=00002`)
    expect((await service.post(address, carried)).location).toBe(location)
  })

  it('leads back to the form with what was typed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const carried = carriedBy((await service.post(address, { ...form, ...ASKS })).html)
    const { status, html } = await service.post(address, { ...carried, looksRight: 'no' })
    expect(status).toBe(200)
    expect(html).toContain('See what will happen first')
    expect(html).toContain('name="councilToldOn-day" type="text" value="09"')
    expect(html).not.toContain('There is a problem')
  })

  it('is not shown of answers that are wrong, nor of a case that has changed', async () => {
    const caseId = await waitingCase()
    const { address, form } = await choiceForm(caseId)
    const wrong = await service.post(address, { ...form, ...dateInputs('councilToldOn', '2030-01-01'), ...ASKS })
    expect(wrong.status).toBe(422)
    const changed = await service.post(address, { ...form, version: '7', ...ASKS })
    expect(changed.status).toBe(409)
  })
})
