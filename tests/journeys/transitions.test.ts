import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-03', inject('quietAssembly'))
})
afterAll(() => house.close())

it('takes 19 state transitions, of 20 that we allow ourselves, to decline, get the certificate and let the window close', async () => {
  const caseId = await house.open('declines')
  await house.record(caseId, '2026-02-26', 'mediation-declined', {
    declinedOn: '2026-02-26',
    contactedOn: '2026-02-26',
  })
  await house.record(caseId, '2026-03-03', 'certificate-issued', { issuedOn: '2026-03-03' })
  await house.client.goTo('2026-04-08', '12:00')
  expect((await house.client.readCase(caseId)).outcome).toBe('time-to-appeal-over')
  const own = (await house.client.executions()).filter(({ name }) => name.startsWith(caseId))
  const transitions = own.reduce((total, { transitions }) => total + transitions, 0)
  expect(transitions).toBe(19)
})
