import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateInputs } from '../../web/date-inputs.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

/** The plan is issued again while a case about the old one is under way: the two know of each other. */

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

describe('two cases of one child', () => {
  it('show each other, and what goes on there', async () => {
    const reference = { childReference: 'SEN 2026/77' }
    const old = await service.open(reference)
    await service.record(old, 'mediation-chosen', {
      councilToldOn: '2026-03-02',
      contactedOn: '2026-03-02',
      healthIssue: 'none',
    })
    const alone = await service.ask(`/cases/${old}`)
    expect(alone.html).not.toContain('Other cases of this child')

    const letter = { ...dateInputs('printedOn', '2026-03-09'), ...dateInputs('sentOn', '2026-03-09') }
    const other = await service.open({ ...reference, ...letter })
    await service.record(old, 'plan-issued-again', {
      printedOn: '2026-03-09',
      sentOn: '2026-03-09',
      newCase: other,
    })
    const ofNew = await service.ask(`/cases/${other}`)
    expect(ofNew.html).toContain('Other cases of this child')
    expect(ofNew.html).toContain(`href="/cases/${old}"`)
    expect(ofNew.html).toContain('This case is about the plan that was issued again on Monday 9 March 2026.')
    expect(ofNew.html).toContain('Mediation was asked for on Monday 2 March 2026, and its 30 days go on there.')
    expect((await service.ask(`/cases/${old}`)).html).toContain(`href="/cases/${other}"`)
  })

  it('are not shown for a child that only has the same name', async () => {
    const one = await service.open({ name: 'Kit Doe', childName: 'Jo Doe', email: 'kit@example.com' })
    await service.open({ name: 'Kit Doe', childName: 'Jo Doe', email: 'kit.other@example.com' })
    expect((await service.ask(`/cases/${one}`)).html).not.toContain('Other cases of this child')
  })

  it('begins the case for a new plan with what is known, and asks the rest', async () => {
    const caseId = await service.open({ email: 'third@example.com', childReference: 'SEN 2026/79' })
    expect((await service.post(`/cases/${caseId}/case-for-new-plan`, {})).status).toBe(409)
    await service.record(caseId, 'plan-issued-again', { printedOn: '2026-03-05', sentOn: '2026-03-06' })
    const page = await service.ask(`/cases/${caseId}`)
    expect(page.html).toContain('Begin it with what is known here')

    const begun = await service.post(`/cases/${caseId}/case-for-new-plan`, {})
    expect(begun.status).toBe(303)
    const check = begun.headers.get('location') ?? ''
    // What the family disagrees with in the new plan is not known from the old one.
    const asked = await service.ask(check)
    expect(asked.status).toBe(303)
    const parts = asked.headers.get('location') ?? ''
    expect(parts).toMatch(/\/parts$/)
    await service.post(parts, { 'sections-F': 'yes' })
    const answers = await service.ask(check)
    expect(answers.html).toContain('third@example.com')
    expect(answers.html).toContain('Thursday 5 March 2026')
    expect(answers.html).toContain('Friday 6 March 2026')
  })

  it('refuses a reference that is none, and the case itself', async () => {
    const caseId = await service.open({ email: 'again@example.com', childReference: 'SEN 2026/78' })
    const form = {
      ...(await service.hidden(caseId, 'plan-issued-again')),
      ...dateInputs('printedOn', '2026-03-09'),
      ...dateInputs('sentOn', '2026-03-09'),
    }
    const path = `/cases/${caseId}/record/plan-issued-again`
    expect((await service.post(path, { ...form, newCase: 'the other one' })).html).toContain(
      'A reference has eight letters and digits, like 7K2M-4QXP.',
    )
    expect((await service.post(path, { ...form, newCase: caseId })).html).toContain(
      'This is the case about the old plan. Enter the reference of the other',
    )
  })
})
