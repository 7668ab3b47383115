import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewFact } from '../../../lambdas/cases/fact.ts'
import { isSent } from '../../../lambdas/cases/message.ts'
import { holdMessage, releaseMessages } from '../../../lambdas/cases/store/held-message-store.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { heldMessage } from '../../../lambdas/cases/telling/told-by-recording.ts'
import { parseCalendarDate as day } from '../../../lambdas/law/calendar-date.ts'
import type { SendEmail } from '../../../lambdas/messages/send-email.ts'
import { releaseHeldMessages } from '../../../lambdas/messages/telling/release-held-messages.ts'
import { sendHeldOf } from '../../../lambdas/messages/telling/send-held-messages.ts'
import { messageDue } from '../../cases/message-due.ts'
import { SETTINGS } from '../../cases/plan/settings-for-tests.ts'
import {
  type DeliveryForTests,
  deliveryForTests,
  failingAt,
  LEASE_SECONDS,
  mailbox,
  PowerCut,
  type TheTables,
} from '../delivery-for-tests.ts'
import { council, PUBLIC_ADDRESS } from '../situations.ts'

let house: DeliveryForTests
beforeAll(async () => {
  house = await deliveryForTests()
})
afterAll(() => house.close())

/** A month after the cases were opened. */
const RECORDED = new Date('2026-03-10T10:00:00Z')
const FIVE_PM = new Date('2026-03-10T17:00:00Z')
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

let forms = 0
async function record(caseId: string, ...facts: readonly NewFact[]): Promise<void> {
  const file = await house.fileOf(caseId)
  const form = { submissionId: `held-${++forms}`, facts: facts.map((fact) => ({ fact })), recordedBy: 'officer-1' }
  expect(await recordFacts(house.tables, file, form, RECORDED, SETTINGS)).toBe('recorded')
}

const contacted: NewFact = { type: 'adviser-contacted', details: { contactedOn: day('2026-02-16') } }
const complained: NewFact = {
  type: 'complaint-made',
  details: { madeOn: day('2026-02-23'), about: 'council', points: [], awareOn: day('2026-02-16') },
}

/** A case on which a contact and a complaint were learnt late, so that two messages wait for 5pm. */
async function caseWithTwo(): Promise<string> {
  const caseId = await house.open()
  await record(caseId, contacted)
  await record(caseId, complained)
  for (const key of ['choose_00002', 'complaint-recorded_00003']) {
    await holdMessage(house.tables, caseId, heldMessage(messageDue(key), RECORDED, { leavesAt: FIVE_PM.toISOString() }))
  }
  return caseId
}

function send(caseId: string, sendEmail: SendEmail, now: Date, through: TheTables = house.tables): Promise<void> {
  return sendHeldOf(
    {
      tables: through,
      council,
      publicAddress: PUBLIC_ADDRESS,
      languages: [],
      sendEmail,
      now: () => now,
      leaseSeconds: LEASE_SECONDS,
      waitForTurn: async () => {},
    },
    caseId,
  )
}

const statesOf = async (caseId: string) =>
  (await house.fileOf(caseId)).held.map(({ key, state }) => `${key} ${state}`).sort()

it('waits until 5pm, and then sends one message for all', async () => {
  const caseId = await caseWithTwo()
  const { sent, sendEmail } = mailbox()
  await releaseHeldMessages({ tables: house.tables, now: () => later(FIVE_PM, -60) })
  await send(caseId, sendEmail, later(FIVE_PM, -60))
  expect(sent).toEqual([])
  await releaseHeldMessages({ tables: house.tables, now: () => FIVE_PM })
  await send(caseId, sendEmail, FIVE_PM)
  await send(caseId, sendEmail, later(FIVE_PM, 1))
  expect(sent.map(({ messageKey }) => messageKey)).toEqual(['where-your-case-stands_00003'])
  expect(await statesOf(caseId)).toEqual([
    'choose_00002 left',
    'complaint-recorded_00003 left',
    'dates-corrected_00002 not-needed',
    'dates-corrected_00003 not-needed',
  ])
})

it('sends what waits when somebody lets it go, in one message too', async () => {
  const caseId = await caseWithTwo()
  const { held } = await house.fileOf(caseId)
  await releaseMessages(house.tables, caseId, held, RECORDED)
  const { sent, sendEmail } = mailbox()
  await send(caseId, sendEmail, RECORDED)
  expect(sent).toHaveLength(1)
})

it('sends nothing of what is of no use any more, and says why', async () => {
  const caseId = await caseWithTwo()
  await record(caseId, {
    type: 'complaint-answered',
    details: { of: '00003' as never, answeredOn: day('2026-03-09'), result: 'upheld' },
  })
  const { sent, sendEmail } = mailbox()
  await send(caseId, sendEmail, FIVE_PM)
  expect(sent.map(({ messageKey }) => messageKey)).toEqual(['choose_00002'])
  expect((await house.fileOf(caseId)).held).toContainEqual(
    expect.objectContaining({ key: 'complaint-recorded_00003', state: 'not-needed', reason: 'done' }),
  )
})

describe('a power cut at any step', () => {
  const MOST_STEPS = 99

  it('loses nothing and sends nothing in two messages', async () => {
    const counted = await caseWithTwo()
    const counting = failingAt(MOST_STEPS, 'before', house.tables, mailbox().sendEmail)
    await send(counted, counting.sendEmail, FIVE_PM, counting.through)
    const steps = counting.steps()
    expect(steps).toBeGreaterThan(6)
    for (let step = 1; step <= steps; step += 1) {
      for (const when of ['before', 'after'] as const) {
        const caseId = await caseWithTwo()
        const { sent, sendEmail } = mailbox()
        const failing = failingAt(step, when, house.tables, sendEmail)
        const first = await send(caseId, failing.sendEmail, FIVE_PM, failing.through).catch((error) => error)
        expect.soft(first, `${when} ${step}`).toBeInstanceOf(PowerCut)
        for (const { messageKey } of [...sent]) await house.hear(caseId, { eventType: 'Send' }, { key: messageKey })
        await send(caseId, sendEmail, later(FIVE_PM, LEASE_SECONDS + 1))
        const file = await house.fileOf(caseId)
        expect
          .soft(new Set(sent.map(({ messageKey }) => messageKey)), `${when} ${step}`)
          .toEqual(new Set(['where-your-case-stands_00003']))
        expect.soft(sent.length, `${when} ${step}`).toBe(1)
        expect.soft(isSent(messageDue('where-your-case-stands_00003'), file.messages), `${when} ${step}`).toBe(true)
        expect
          .soft(
            file.held.every(({ state }) => state === 'left' || state === 'not-needed'),
            `${when} ${step}`,
          )
          .toBe(true)
      }
    }
  })
})

it('tries again what has been on its way for an hour, and says how many', async () => {
  const caseId = await caseWithTwo()
  await releaseHeldMessages({ tables: house.tables, now: () => FIVE_PM })
  const report = await releaseHeldMessages({ tables: house.tables, now: () => later(FIVE_PM, 3600) })
  expect(report.stuck).toBeGreaterThanOrEqual(4)
  const { held } = await house.fileOf(caseId)
  expect(held.every((one) => one.state === 'ready' && one.releasedAt === later(FIVE_PM, 3600).toISOString())).toBe(true)
})
