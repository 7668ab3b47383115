import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { FIRST_AWAITED, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

it('shows what waits until 5pm, and lets it go when somebody asks', async () => {
  const caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  await service.record(caseId, 'adviser-contacted', { contactedOn: '2026-03-02' })
  expect((await service.ask(`/cases/${caseId}`)).html).toContain(
    `On Tuesday 10 March 2026 at 5pm <a class="govuk-link" href="/cases/${caseId}/messages#waiting-messages">the family will be told</a>`,
  )
  const { html } = await service.ask(`/cases/${caseId}/messages`)
  expect(html).toContain('On Tuesday 10 March 2026 at 5pm the family gets one message')
  const { status, location } = await service.send(`/cases/${caseId}/tell-now`, {})
  expect([status, location]).toEqual([303, `/cases/${caseId}`])
  const { held } = await requireCaseFile(service.tables, caseId)
  expect(held).toMatchObject([{ key: 'dates-corrected_00002', state: 'ready' }])
  expect((await service.ask(`/cases/${caseId}`)).html).not.toContain('the family will be told')
  expect((await service.send(`/cases/${caseId}/tell-now`, {})).status).toBe(303)
  expect((await service.send('/cases/9999-9999/tell-now', {})).status).toBe(404)
})
