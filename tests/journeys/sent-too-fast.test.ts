import { expect, inject, it } from 'vitest'
import { serviceForTests } from './service-for-tests.ts'

it('an email that SES does not take for now goes out later, once, and no letter takes its place', async () => {
  let refused = 0
  let isBusy = true
  const house = await serviceForTests('2026-02-10', inject('quietAssembly'), {
    refusesEmails: () => {
      if (!isBusy) return undefined
      refused += 1
      return 'Throttling'
    },
  })
  const caseId = await house.open('too-fast')
  // Minutes in which SES takes nothing: too fast, or over the quota of the day.
  await house.client.goTo('2026-02-10', '09:02')
  expect(refused).toBeGreaterThan(6)
  expect(await house.messages(caseId)).toEqual(['undefined rights'])
  isBusy = false
  await house.client.goTo('2026-02-10', '10:00')
  expect(await house.messages(caseId)).toEqual(['2026-02-10 rights'])
  const { letters, tasks, messages } = (await house.client.readCase(caseId)) as unknown as {
    letters: object[]
    tasks: object[]
    messages: { state: string }[]
  }
  expect([letters, tasks]).toEqual([[], []])
  expect(messages).toMatchObject([{ state: 'sent', delivery: 'delivered' }])
  expect(await (await fetch(`${house.service.mailboxUrl}.json`)).json()).toHaveLength(1)
  const executions = await house.client.executions()
  expect(executions.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT')).toEqual([])
  await house.close()
}, 120_000)
