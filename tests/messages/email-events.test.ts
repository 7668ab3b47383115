import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listLetters } from '../../lambdas/cases/store/letter-store.ts'
import type { EmailEventDetail } from '../../lambdas/messages/record-email-event.ts'
import { ANN, type DeliveryForTests, deliveryForTests, HOME, mailbox } from './delivery-for-tests.ts'

let house: DeliveryForTests
beforeAll(async () => {
  house = await deliveryForTests()
})
afterAll(() => house.close())

type News = Omit<EmailEventDetail, 'mail'>

const SENT = { eventType: 'Send' }
const DELAYED = { eventType: 'DeliveryDelay' }
const DELIVERED = { eventType: 'Delivery' }
const GIVEN_UP = { eventType: 'Bounce', bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } }
const RETURNED = { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }
const SUPPRESSED = {
  eventType: 'Bounce',
  bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' },
}
const UNWANTED = { eventType: 'Complaint', complaint: { complaintSubType: null } }
const REJECTED = { eventType: 'Reject' }

/** A case whose first email SES says these things of, one after another. */
async function endOf(...news: readonly News[]) {
  const caseId = await house.open({ ...ANN, postalAddress: HOME })
  await house.deliver(caseId, mailbox().sendEmail)
  for (const one of news) await house.hear(caseId, one)
  const { messages, letters, tasks } = await house.fileOf(caseId)
  return {
    delivery: messages[0]?.delivery,
    letters: letters.map(({ why, state }) => `${why}, ${state}`),
    openTasks: tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind),
  }
}

describe('what SES says of an email', () => {
  it.each<[string, News, string, string | undefined]>([
    ['is delayed: nothing is printed yet', DELAYED, 'delayed', undefined],
    ['arrived', DELIVERED, 'delivered', undefined],
    ['was not taken, and SES gave up', GIVEN_UP, 'undelivered', 'undelivered'],
    ['was returned', RETURNED, 'bounced', 'bounced'],
    ['was not tried: the address is on SES’s list', SUPPRESSED, 'suppressed', 'suppressed'],
    [
      'was not tried: the address is on the list of those that complained',
      { eventType: 'Complaint', complaint: { complaintSubType: 'OnAccountSuppressionList' } },
      'suppressed',
      'suppressed',
    ],
    ['was marked as unwanted', UNWANTED, 'complained', 'complained'],
    ['was rejected', REJECTED, 'rejected', 'could-not-be-sent'],
  ])('%s', async (_, news, delivery, why) => {
    expect(await endOf(SENT, news)).toEqual({
      delivery,
      letters: why ? [`${why}, to-print`] : [],
      openTasks: why ? ['tell-family-another-way'] : [],
    })
  })

  it('puts a letter on the list of letters to print, and takes it off with news that the email arrived', async () => {
    const listed = async () => (await listLetters(house.tables, () => true, { limit: 1000 })).letters.length
    const before = await listed()
    await endOf(GIVEN_UP)
    await endOf(GIVEN_UP, DELIVERED)
    expect(await listed()).toBe(before + 1)
  })

  it('says nothing new when it only repeats that SES has it', async () => {
    expect(await endOf(SENT, SENT)).toEqual({ delivery: undefined, letters: [], openTasks: [] })
  })
})

describe('whatever the order, and each of it twice', () => {
  const together: readonly (readonly News[])[] = [
    [SENT, DELAYED, DELIVERED],
    [SENT, DELAYED, GIVEN_UP],
    [DELIVERED, GIVEN_UP],
    [DELAYED, GIVEN_UP, DELIVERED],
    [DELIVERED, RETURNED],
    [SENT, DELIVERED, UNWANTED],
  ]

  it.each(together.map((news) => [news.map(({ eventType }) => eventType).join(', '), news] as const))(
    '%s ends alike',
    async (_, news) => {
      const ends = []
      for (const order of permutations(news)) {
        ends.push(await endOf(...order))
        ends.push(await endOf(...order.flatMap((one) => [one, one])))
        ends.push(await endOf(...order, ...order))
      }
      // Why a letter was first asked for may differ; whether there is one, and what stands, may not.
      const alike = ends.map(({ letters, ...rest }) => ({
        ...rest,
        toPrint: letters.filter((one) => one.endsWith('to-print')).length,
      }))
      expect(new Set(alike.map((end) => JSON.stringify(end))).size).toBe(1)
    },
  )

  it('takes back the letter and the task of an email that arrived after all', async () => {
    expect(await endOf(GIVEN_UP, DELIVERED)).toEqual({
      delivery: 'delivered',
      letters: ['undelivered, not-needed'],
      openTasks: [],
    })
  })

  it('asks for the letter again when worse news comes after that', async () => {
    expect(await endOf(GIVEN_UP, DELIVERED, UNWANTED)).toEqual({
      delivery: 'complained',
      letters: ['complained, to-print'],
      openTasks: ['tell-family-another-way'],
    })
  })

  it('keeps the letter of a returned email, whatever is said later', async () => {
    expect(await endOf(RETURNED, DELIVERED, DELAYED)).toMatchObject({
      delivery: 'bounced',
      letters: ['bounced, to-print'],
    })
  })
})

describe('a copy', () => {
  it('has events of its own, which leave the message of the first alone', async () => {
    const caseId = await house.open({ ...ANN, second: { name: 'Kim Lee', by: 'email', email: 'kim@example.net' } })
    await house.deliver(caseId, mailbox().sendEmail)
    await house.hear(caseId, DELIVERED)
    await house.hear(caseId, RETURNED, { key: 'rights_00001_second' })
    const { messages, letters } = await house.fileOf(caseId)
    expect(messages.map(({ key, delivery }) => [key, delivery])).toEqual([
      ['rights_00001', 'delivered'],
      ['rights_00001_second', 'bounced'],
    ])
    expect(letters).toMatchObject([{ key: 'rights_00001_second', recipient: 'second', why: 'bounced' }])
  })
})

it('makes nothing of an event about a message that the case does not have', async () => {
  const caseId = await house.open(ANN)
  await house.hear(caseId, RETURNED)
  const { messages, letters, tasks } = await house.fileOf(caseId)
  expect([messages, letters, tasks]).toEqual([[], [], []])
})

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
