import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { giveTask } from '../../../lambdas/cases/store/task-store.ts'
import { tasksOfTakingOver } from '../../../lambdas/cases/taking-over/tasks.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { FIRST_AWAITED, NOW, OPENING, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

async function takenOver(): Promise<string> {
  const caseId = await service.open({ underWay: 'yes' })
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  return caseId
}

it('asks whether a case is under way, and says that nothing is sent of one that is', async () => {
  const { html } = await service.post('/cases', { ...OPENING, underWay: '', submissionId: 'submission-number-one' })
  expect(html).toContain('Select whether this case is already under way')
  const shown = await service.post('/cases', { ...OPENING, underWay: 'yes', submissionId: 'submission-number-two' })
  expect(shown.html).toContain('It was already under way.')
  expect(shown.html).not.toContain('Email to Sam Taylor')
  expect(shown.html).toContain('Finish taking over: record what is missing, and say that the history is complete')
})

it('is said on the list and on the page of the case, which leads to its end', async () => {
  const caseId = await takenOver()
  expect((await service.ask('/cases')).html).toContain('Taking over')
  const { html } = await service.ask(`/cases/${caseId}`)
  expect(html).toContain('This case is being taken over.')
  expect(html).toContain(`/cases/${caseId}/record/history-complete`)
  const ordinary = await service.open()
  expect((await service.ask(`/cases/${ordinary}`)).html).not.toContain('history-complete')
})

it('has a task that only its end ends: nobody can tick it while the family hears nothing', async () => {
  const caseId = await takenOver()
  const { subject } = await requireCaseFile(service.tables, caseId)
  const [task] = tasksOfTakingOver(subject)
  await giveTask(service.tables, caseId, task ?? expect.fail('It has no task.'), NOW)
  const address = `/cases/${caseId}/tasks/finish-taking-over_00001/done`
  const shown = await service.ask(`/cases/${caseId}`)
  expect(shown.html).toContain('Finish taking over')
  expect(shown.html).not.toContain(address)
  const ticked = await service.send(address, {})
  expect(ticked.status).toBe(409)
  expect(ticked.html).toContain('This task ends when what it asks for is recorded')
  expect((await requireCaseFile(service.tables, caseId)).tasks).toMatchObject([{ state: 'open' }])
})

it('takes what happened before, and a meeting in the past, with nothing sent', async () => {
  const caseId = await takenOver()
  await service.record(caseId, 'mediation-chosen', {
    ...dateInputs('councilToldOn', '2026-02-20'),
    ...dateInputs('contactedOn', '2026-02-18'),
    healthIssue: 'none',
  })
  const file = await requireCaseFile(service.tables, caseId)
  expect([file.subject.chosen?.councilToldOn, file.held]).toEqual(['2026-02-20', []])
})

it('shows the one message, to be read in full, and sends or leaves it out as it was said', async () => {
  const caseId = await takenOver()
  const address = `/cases/${caseId}/record/history-complete`
  const form = await service.hidden(caseId, 'history-complete')
  expect((await service.post(address, form)).html).toContain('Select whether the family gets the message')
  const leftOut = await service.post(address, { ...form, message: 'told-in-person' })
  expect(leftOut.html).toContain('No: somebody tells it in person')
  expect(leftOut.html).not.toContain('Email to Sam Taylor')
  const { html } = await service.post(address, { ...form, message: 'send' })
  expect(html).toContain('Email to Sam Taylor')
  expect(html).toContain('If something in this message is wrong or missing, tell us today.')
  expect((await service.send(address, { ...form, message: 'send' })).status).toBe(303)
  const { held, record } = await requireCaseFile(service.tables, caseId)
  expect(held).toMatchObject([{ key: 'where-your-case-stands_00002', state: 'ready' }])
  expect(record.history).toBeUndefined()
  expect((await service.ask(address)).status).toBe(409)
})
