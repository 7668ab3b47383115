import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { tasksOf } from '../../lambdas/cases/tasks-of.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** Complaints about the council, on the whole service. */

let house: ServiceForTests
let recorder: FactRecorder
beforeAll(async () => {
  house = await serviceForTests('2026-11-23', inject('quietAssembly'))
  recorder = await factRecorder(house.service)
})
afterAll(() => house.close())

const complained: NewFact = {
  type: 'complaint-made',
  details: { madeOn: day('2026-12-01'), about: 'council', points: ['is-in-writing'], awareOn: day('2026-11-24') },
}

const textOf = async (caseId: string, key: string) => {
  const mail = (await house.client.mailbox()).find(({ tags }) => tags.case === caseId && tags.message === key)
  return (await house.client.message(mail?.id ?? '')).text
}
const told = async (caseId: string) =>
  (await recorder.messages(caseId)).filter((message) => message.includes('complaint'))
const chased = async (caseId: string, today: string) =>
  tasksOf(await recorder.read(caseId), day(today), SETTINGS)
    .filter(({ dueOn }) => dueOn <= today)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('chase-'))

describe('a complaint about the council of Tuesday 1 December 2026', { timeout: 120_000 }, () => {
  it('that nobody acknowledges is late after 22 December, and the family hears so', async () => {
    const caseId = await recorder.open('silence', '2026-11-23')
    await recorder.record(caseId, '2026-12-01', complained)
    const recorded = await textOf(caseId, 'complaint-recorded_00002')
    expect(recorded).toContain('arrived on or before:\nTuesday 8 December 2026\nThat is 5 working days after')
    expect(recorded).toContain('an answer on or before:\nTuesday 22 December 2026\nThat is 15 working days after')
    expect(recorded).toContain('The Ombudsman for councils sets this time in its rules for complaints.')

    await recorder.goTo('2026-12-22', '17:30')
    expect(await told(caseId)).toEqual(['2026-12-01 complaint-recorded'])
    expect(await chased(caseId, '2026-12-22')).toEqual(['chase-acknowledgement'])
    await recorder.goTo('2026-12-23', '17:30')
    expect(await told(caseId)).toEqual(['2026-12-01 complaint-recorded', '2026-12-23 complaint-overdue'])
    expect(await chased(caseId, '2026-12-23')).toEqual(['chase-acknowledgement', 'chase-complaint-answer'])
    expect(await textOf(caseId, 'complaint-overdue_00002')).toContain(
      'You were to have an answer on or before:\nTuesday 22 December 2026',
    )
  })

  it('that is acknowledged late is to be answered 10 working days after that', async () => {
    const caseId = await recorder.open('late-word', '2026-11-23')
    await recorder.record(caseId, '2026-12-23', complained)
    await recorder.record(caseId, '2026-12-23', {
      type: 'complaint-acknowledged',
      details: { of: sequenceOf(2), acknowledgedOn: day('2026-12-23') },
    })
    const received = await textOf(caseId, 'complaint-received_00003')
    expect(received).toContain(
      'an answer on or before:\nMonday 11 January 2027\nThat is 10 working days after we told you',
    )
    expect(received).not.toContain('We write to you too')
    await recorder.goTo('2027-01-11', '17:30')
    expect(await chased(caseId, '2027-01-11')).toEqual([])
    await recorder.goTo('2027-01-12', '17:30')
    expect(await chased(caseId, '2027-01-12')).toEqual(['chase-complaint-answer'])
  })
})
