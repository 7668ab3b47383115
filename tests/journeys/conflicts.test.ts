import { expect, inject, it } from 'vitest'
import { serviceForTests } from './service-for-tests.ts'

/** On AWS two writes can meet at one moment, and one of them is refused. Here every third write is. */
it('a case goes its road though every third write meets somebody else, and nobody is told twice', async () => {
  let met = 0
  const house = await serviceForTests('2026-02-10', inject('quietAssembly'), {
    meetsConflict: (number) => {
      if (number % 3 === 0) met += 1
      return number % 3 === 0
    },
  })
  const caseId = await house.open('busy')
  await house.record(caseId, '2026-02-18', 'adviser-contacted', { contactedOn: '2026-02-18' })
  await house.record(caseId, '2026-02-19', 'mediation-declined', { declinedOn: '2026-02-19' })
  await house.client.goTo('2026-02-26', '12:00')
  await house.record(caseId, '2026-02-27', 'case-withdrawn', {
    reason: 'council-changed-decision',
    withdrawnOn: '2026-02-27',
  })
  expect(await house.messages(caseId)).toEqual([
    '2026-02-10 rights',
    '2026-02-18 choose',
    '2026-02-19 certificate-due',
    '2026-02-25 certificate-overdue',
    '2026-02-27 closing-after-withdrawal',
  ])
  expect((await house.client.readCase(caseId)).outcome).toBe('withdrawn')
  const executions = await house.client.executions()
  expect(executions.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT')).toEqual([])
  expect(met).toBeGreaterThan(10)
  await house.close()
})
