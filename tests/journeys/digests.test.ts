import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** The officer and the mediation adviser, on the whole service: the schedule, the stream, the tables, the mailbox. */

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-03-26')
})
afterAll(() => house.close())

/** The messages to the officer and the adviser, each with the time in UTC at which it was sent. */
async function told(): Promise<string[]> {
  const mails = (await house.client.mailbox()).filter(({ tags }) => tags.case === 'COUNCIL')
  return mails.map(
    ({ tags, sentAt }) => `${sentAt.slice(0, 16)} ${tags.message?.replace(/_person-\w+$/, ' of the owner')}`,
  )
}

/** The text of the first message whose key begins so. */
async function textOf(key: string): Promise<string> {
  const mail = (await house.client.mailbox()).find(({ tags }) => tags.message?.startsWith(key))
  return (await house.client.message(mail?.id ?? '')).text
}

let caseId = ''

it('tells the adviser in the morning what was recorded the day before, in winter time', async () => {
  caseId = await house.open('declines')
  await house.record(caseId, '2026-03-26', 'mediation-declined', {
    declinedOn: '2026-03-26',
    contactedOn: '2026-03-26',
  })
  expect(await told()).toEqual([])
  await house.client.goTo('2026-03-27', '07:29')
  expect(await told()).toEqual([])
  await house.client.goTo('2026-03-27', '07:31')
  expect(await told()).toEqual(['2026-03-27T07:30 adviser-digest_2026-03-27'])
  const text = await textOf('adviser-digest_2026-03-27')
  expect(text).toContain(`Case ${caseId}. Issue the certificate by:\nTuesday 31 March 2026`)
  expect(text).not.toMatch(/Ann Lee|Bo Lee|@example\.com/)
})

it('tells nobody anything at a weekend, and an hour earlier by the clock of UTC once summer time has begun', async () => {
  await house.client.goTo('2026-03-30', '09:00')
  expect((await told()).slice(1)).toEqual(['2026-03-30T06:30 adviser-digest_2026-03-30'])
})

it('tells the officer once what the journey asks for on that very day, and leads to the page of the case', async () => {
  await house.client.goTo('2026-04-01', '12:00')
  // The second time of the schedule, 7:30 UTC, and the task that is given at 9 tell nothing again.
  expect((await told()).filter((one) => one.includes('2026-04-01'))).toEqual([
    '2026-04-01T06:30 adviser-digest_2026-04-01',
    '2026-04-01T06:30 officer-digest_2026-04-01 of the owner',
  ])
  const text = await textOf('officer-digest_2026-04-01')
  expect(text).toContain('Ask the mediation adviser for the certificate.')
  const [, address = ''] = new RegExp(`Case ${caseId}:\\n(\\S+)`).exec(text) ?? []
  expect((await fetch(address)).status).toBe(200)
  expect((await house.client.readCase(caseId)).messages.map(({ kind }) => kind)).not.toContain('officer-digest')
})

it('tells at once what is due on the day on which it is recorded, and the next morning in the digest', async () => {
  const other = await house.open('recorded-late', { printedOn: '2026-03-20', sentOn: '2026-03-20' })
  await house.record(other, '2026-04-01', 'mediation-declined', { declinedOn: '2026-03-27', contactedOn: '2026-03-27' })
  const key = `adviser-today_${other}_certificate-2026-04-01`
  expect((await told()).filter((one) => one.includes('today'))).toEqual([expect.stringContaining(key)])
  expect(await textOf(key)).toContain(`Case ${other}. Issue the certificate by:\nWednesday 1 April 2026`)
  await house.client.goTo('2026-04-02', '09:30')
  expect(await textOf('officer-digest_2026-04-02')).toContain(other)
  expect((await told()).filter((one) => one.includes('today'))).toHaveLength(1)
})

it('tells the officer at once of a family that an email did not reach', async () => {
  const bounces = await house.open('bounces', {
    printedOn: '2026-04-02',
    sentOn: '2026-04-02',
    email: 'bounce@simulator.amazonses.com',
  })
  expect((await told()).filter((one) => one.includes('officer-today'))).toEqual([
    expect.stringContaining(`officer-today_${bounces}_tell-family-another-way_rights_00001`),
  ])
})

it('keeps quiet over Easter, and then tells it all', async () => {
  await house.client.goTo('2026-04-07', '09:00')
  const days = (await told()).filter((one) => one.includes('officer-digest')).map((one) => one.slice(0, 10))
  expect(days).toEqual(['2026-04-01', '2026-04-02', '2026-04-07'])
})
