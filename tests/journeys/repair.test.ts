import {
  ListExecutionsCommand,
  ListStateMachinesCommand,
  type SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { localName } from '../lib/templates.ts'
import { factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'
import { stepFunctionsOf } from './step-functions-of.ts'

/** Every execution is stopped, as a wrong deployment might do. Every case has to go on: at once, or in the next morning. */

let house: ServiceForTests
let stepFunctions: SFNClient
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('assemblyWithoutDigests'))
  stepFunctions = stepFunctionsOf(house.service)
})
afterAll(async () => {
  stepFunctions.destroy()
  await house.close()
})

it('starts again what should be waiting, and nobody gets a message twice', { timeout: 60_000 }, async () => {
  const [advice, mediation, window, closed] = [
    await house.open('in-advice'),
    await house.open('in-mediation'),
    await house.open('in-window'),
    await house.open('closed'),
  ]
  await house.record(advice, '2026-02-11', 'adviser-contacted', { contactedOn: '2026-02-11' })
  await house.record(mediation, '2026-02-11', 'mediation-chosen', { councilToldOn: '2026-02-11', healthIssue: 'none' })
  await house.record(mediation, '2026-02-12', 'meeting-arranged', {
    meetingOn: '2026-03-02',
    startsAt: '10:30',
    format: 'online',
  })
  await house.record(window, '2026-02-12', 'mediation-declined', {
    declinedOn: '2026-02-12',
    contactedOn: '2026-02-12',
  })
  await house.record(window, '2026-02-13', 'certificate-issued', { issuedOn: '2026-02-13' })
  await house.record(closed, '2026-02-13', 'case-withdrawn', {
    reason: 'opened-in-error',
    withdrawnOn: '2026-02-13',
  })
  const before = await mailKeys()

  expect(await stopEverything()).toBe(3)
  await house.client.goTo('2026-02-14', '12:00')

  const running = (await house.client.executions()).filter(({ status }) => status === 'RUNNING').map(({ name }) => name)
  expect(running.sort()).toEqual(
    [
      `${advice}-mediation-advice-00001-202602131015`,
      `${mediation}-mediation-00002-202602131015`,
      `${window}-appeal-window-00003-202602131015`,
    ].sort(),
  )
  expect(await mailKeys()).toEqual(before)
  expect((await house.client.readCase(advice)).recordable).toContain('mediation-declined')
  expect((await house.client.readCase(mediation)).recordable).toContain('mediation-not-agreed')
  expect((await house.client.readCase(closed)).status).toBe('closed')

  await house.record(mediation, '2026-03-02', 'mediation-not-agreed', { concludedOn: '2026-03-02' })
  await house.record(mediation, '2026-03-04', 'certificate-issued', {
    issuedOn: '2026-03-04',
    contactedOn: '2026-02-11',
  })
  await house.client.goTo('2026-04-14', '12:00')
  for (const caseId of [mediation, window]) {
    expect((await house.client.readCase(caseId)).outcome).toBe('time-to-appeal-over')
  }
  const keys = await mailKeys()
  expect(new Set(keys).size).toBe(keys.length)
})

it('brings a case back that waited past day 30, with the certificate that came meanwhile', {
  timeout: 60_000,
}, async () => {
  // The clock is in the middle of April by now.
  const caseId = await house.open('past-thirty', { printedOn: '2026-04-10', sentOn: '2026-04-10' })
  await house.record(caseId, '2026-04-15', 'mediation-chosen', {
    councilToldOn: '2026-04-15',
    healthIssue: 'none',
    contactedOn: '2026-04-15',
  })
  // Day 30 is Friday 15 May.
  await house.client.goTo('2026-05-18', '12:00')
  await stopEverything()
  await house.record(caseId, '2026-05-19', 'certificate-issued', { issuedOn: '2026-05-19' })
  await house.client.goTo('2026-05-21', '12:00')
  const { messages } = await house.client.readCase(caseId)
  expect(messages.map(({ kind }) => kind).sort()).toEqual(
    ['last-day-to-appeal', 'mediation-not-arranged', 'mediation-requested', 'rights'].sort(),
  )
  await house.client.goTo('2026-07-01', '12:00')
  expect((await house.client.readCase(caseId)).outcome).toBe('time-to-appeal-over')
})

it('brings back every route of one case, and nobody gets a message twice', { timeout: 60_000 }, async () => {
  const cases = await factRecorder(house.service)
  const day = parseCalendarDate
  const caseId = await cases.open('ALL-ROUTES', '2026-07-01')
  await cases.record(caseId, '2026-07-02', {
    type: 'mediation-chosen',
    details: { councilToldOn: day('2026-07-02'), contactedOn: day('2026-07-02') },
  })
  await cases.record(caseId, '2026-07-03', { type: 'certificate-issued', details: { issuedOn: day('2026-07-03') } })
  await cases.record(caseId, '2026-07-06', { type: 'appeal-registered', details: { receivedOn: day('2026-07-06') } })
  await cases.record(caseId, '2026-07-07', {
    type: 'complaint-made',
    details: { madeOn: day('2026-07-07'), about: 'council', points: ['is-in-writing'], awareOn: day('2026-07-01') },
  })
  await cases.record(caseId, '2026-07-08', {
    type: 'disagreement-resolution-asked',
    details: {
      askedOn: day('2026-07-08'),
      askedBy: 'family',
      subject: 'duties',
      occasion: 'while-waiting-for-tribunal',
      parties: ['family', 'council'],
    },
  })
  await cases.record(caseId, '2026-07-09', {
    type: 'appeal-decided',
    details: { decidedOn: day('2026-07-09'), decision: 'consent-order', duties: ['amend-contents'] },
  })
  const before = await cases.messages(caseId)
  // These four, and the family of before that has still to choose: each of them once more, where it waits to go on.
  expect(await stopEverything({ andWaiting: true })).toBe(10)
  await cases.goTo('2026-07-11')
  const executions = Object.entries(await cases.executions(caseId))
  const running = executions.filter(([, status]) => status === 'RUNNING').map(([name]) => name)
  expect(running.sort()).toEqual([
    'complaint-00005-202607100700',
    'disagreement-resolution-00006-202607100700',
    'duties-00007-202607100700',
    'mediation-00002-202607100700',
  ])
  expect(await cases.messages(caseId)).toEqual(before)
})

async function mailKeys(): Promise<string[]> {
  return (await house.client.mailbox()).map(({ tags }) => `${tags.case}/${tags.message}`)
}

/** @param andWaiting whether also what waits there to go on is stopped, so that only the daily repair is left */
async function stopEverything({ andWaiting = false } = {}): Promise<number> {
  const { stateMachines = [] } = await stepFunctions.send(new ListStateMachinesCommand({}))
  const restart = localName('AWS::StepFunctions::StateMachine', 'Restart')
  let stopped = 0
  for (const isWaiting of andWaiting ? [false, true] : [false]) {
    for (const { stateMachineArn, name } of stateMachines) {
      if ((name === restart) !== isWaiting) continue
      const { executions = [] } = await stepFunctions.send(
        new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }),
      )
      for (const { executionArn } of executions) {
        await stepFunctions.send(new StopExecutionCommand({ executionArn }))
        stopped++
      }
    }
    await house.service.clock.settle()
  }
  return stopped
}
