import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type FactRecorder, factRecorder } from './fact-recorder.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/**
 * SES takes no message for more than a day, from the morning on which a reminder is due. The journey fails, goes on and
 * fails again, later each time. When SES answers again, the family has its reminder within a day, and by day.
 */

const REMINDER_ON = '2026-03-12'
const NEXT_DAY = '2026-03-13'
const THE_DAY_AFTER = '2026-03-14'

let house: ServiceForTests
let cases: FactRecorder
/** Whether SES takes messages now. */
let sesAnswers = true
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('assembly'), {
    // What the SDK does not try again by itself, second after second.
    refusesEmails: () => (sesAnswers ? undefined : 'AccessDenied'),
  })
  cases = await factRecorder(house.service)
})
afterAll(() => house.close())

/** The runs of the first stage: those that wait in the machine for it have a time at their end. */
async function executionsOf(caseId: string): Promise<string[]> {
  return Object.entries(await cases.executions(caseId))
    .filter(([name]) => /^mediation-advice-\d{5}-\d+$/.test(name))
    .map(([name, status]) => `${name.split('-').at(-1)} ${status}`)
    .sort()
}

it('keeps its messages until SES answers, says so meanwhile, and writes to nobody at night', {
  timeout: 120_000,
}, async () => {
  const caseId = await house.open('waits')
  await cases.goTo('2026-03-11', '12:00')
  sesAnswers = false
  await cases.goTo(REMINDER_ON, '08:59')
  expect(await executionsOf(caseId)).toEqual(['1 RUNNING'])

  await cases.goTo(REMINDER_ON, '20:00')
  const tried = await executionsOf(caseId)
  expect(tried[0]).toBe('1 FAILED')
  // A quarter of an hour after it failed, and an hour after that had failed, and then not before the morning.
  expect(tried.length).toBeGreaterThan(2)
  expect(tried.every((one) => one.endsWith(' FAILED'))).toBe(true)
  expect(house.service.alarms().find(({ logicalId }) => logicalId.startsWith('JourneyWasMissing'))?.state).toBe('OK')

  // Staff see it, and can go on recording.
  const page = await (await house.client.fetch(`/cases/${caseId}`)).text()
  expect(page).toContain('This has stopped: something went wrong in the service.')
  expect(page).toContain('It goes on by itself on Friday 13 March 2026 at 8am.')
  expect((await house.client.readCase(caseId)).recordable).toContain('mediation-declined')

  sesAnswers = true
  await cases.goTo(NEXT_DAY, '07:35')
  const digest = (await house.client.mailbox()).find(({ tags }) =>
    tags.message?.startsWith(`officer-digest_${NEXT_DAY}`),
  )
  const { text } = await house.client.message(digest?.id ?? expect.fail('The officer has no digest.'))
  expect(text).toContain('Have stopped (1)')
  expect(text).toContain('It goes on on Friday 13 March 2026.')

  await cases.goTo(NEXT_DAY, '12:00')
  const { messages } = await house.client.readCase(caseId)
  const reminder = messages.find(({ kind }) => kind === 'contact-reminder-day-30')
  expect(reminder?.sentAt).toMatch(/^2026-03-13T08:0/)
  expect(await executionsOf(caseId)).toContain('202603130800 RUNNING')
  expect(await (await house.client.fetch(`/cases/${caseId}`)).text()).not.toContain('This has stopped')

  // The night after finds nothing to put right.
  await cases.goTo(THE_DAY_AFTER, '12:00')
  expect((await executionsOf(caseId)).filter((one) => one.endsWith('RUNNING'))).toEqual(['202603130800 RUNNING'])
  const mail = (await house.client.mailbox()).map(({ tags }) => `${tags.case}/${tags.message}`)
  expect(new Set(mail).size).toBe(mail.length)
})
