import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../lambdas/cases/case-file.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { isSent } from '../../lambdas/cases/message.ts'
import { UnsendableError } from '../../lambdas/messages/send-email.ts'
import {
  ANN,
  type DeliveryForTests,
  deliveryForTests,
  failingAt,
  HOME,
  LEASE_SECONDS,
  mailbox,
  PowerCut,
  RIGHTS,
  secondsLater,
} from './delivery-for-tests.ts'

let house: DeliveryForTests
beforeAll(async () => {
  house = await deliveryForTests()
})
afterAll(() => house.close())

/** More than any of these takes. The test itself finds out how many there are. */
const MOST_STEPS = 20
const MOMENTS = ['before', 'after'] as const

interface Road {
  readonly contact: Contact
  readonly refuses?: boolean
  /** Everything that a message changes, in its order; a copy is delivered after it. */
  readonly steps: number
  readonly emails: readonly string[]
  readonly states: readonly string[]
  readonly letters: readonly string[]
  readonly tasks: readonly string[]
}

const ROADS: Readonly<Record<string, Road>> = {
  'an email: claim, keep, send, confirm': {
    contact: ANN,
    steps: 4,
    emails: ['ann@example.com'],
    states: ['sent'],
    letters: [],
    tasks: [],
  },
  'an email and a copy': {
    contact: { ...ANN, second: { name: 'Kim Lee', by: 'email', email: 'kim@example.net' } },
    steps: 8,
    emails: ['ann@example.com', 'kim@example.net'],
    states: ['sent', 'sent'],
    letters: [],
    tasks: [],
  },
  'an email, with another format asked for': {
    contact: { ...ANN, otherFormat: 'audio' },
    steps: 5,
    emails: ['ann@example.com'],
    states: ['sent'],
    letters: [],
    tasks: ['make-other-format'],
  },
  'an email that SES refuses': {
    contact: { ...ANN, postalAddress: HOME },
    refuses: true,
    steps: 4,
    emails: [],
    states: ['unsettled'],
    letters: ['could-not-be-sent'],
    tasks: ['tell-family-another-way'],
  },
  'a letter: claim, keep, ask for it': {
    contact: { ...ANN, by: 'post', postalAddress: HOME },
    steps: 3,
    emails: [],
    states: ['by-letter'],
    letters: ['chosen'],
    tasks: [],
  },
  'nothing written, for safety': {
    contact: { ...ANN, by: 'not-at-all' },
    steps: 3,
    emails: [],
    states: ['withheld'],
    letters: [],
    tasks: ['tell-family-safely'],
  },
}

describe.each(Object.entries(ROADS))('%s', (_, road) => {
  const refuse = () => Promise.reject(new UnsendableError('MessageRejected', {}))

  /** Delivers with a power cut at this step, and once more when the claim has run out. SES's own events come between. */
  async function deliverWithPowerCut(step: number, when: 'before' | 'after') {
    const caseId = await house.open(road.contact)
    const { sent, sendEmail } = mailbox()
    const send = road.refuses ? refuse : sendEmail
    const failing = failingAt(step, when, house.tables, send)
    const first = await house.deliver(caseId, failing.sendEmail, { through: failing.through }).catch((error) => error)
    for (const { messageKey } of [...sent]) await house.hear(caseId, { eventType: 'Send' }, { key: messageKey })
    const again = secondsLater(LEASE_SECONDS + 1)
    if (!isSent(RIGHTS, (await house.fileOf(caseId)).messages)) await house.deliver(caseId, send, { now: again })
    return { first, sent, file: await house.fileOf(caseId), caseId }
  }

  it(`takes ${road.steps} steps`, async () => {
    const caseId = await house.open(road.contact)
    const counting = failingAt(MOST_STEPS, 'before', house.tables, road.refuses ? refuse : mailbox().sendEmail)
    await house.deliver(caseId, counting.sendEmail, { through: counting.through })
    expect(counting.steps()).toBe(road.steps)
  })

  it('loses nothing and does nothing twice, at whatever step the power is cut', async () => {
    for (const { name, step, when } of cutsOf(road.steps)) {
      const { first, sent, file, caseId } = await deliverWithPowerCut(step, when)
      // A refusal is an answer of SES: it comes before any power cut at that step.
      if (!road.refuses || first) expect.soft(first, name).toBeInstanceOf(PowerCut)
      expect.soft(sent.map(({ to }) => to).toSorted(), name).toEqual(road.emails)
      expect.soft(whatThereIs(file), name).toEqual({ states: road.states, letters: road.letters, tasks: road.tasks })
      expect.soft(isSent(RIGHTS, file.messages), name).toBe(true)
      for (const { key, hashes } of file.messages) {
        const kept = await house.keptOf(caseId, key)
        expect.soft(kept.at(-1)?.hash, name).toBe(hashes?.at(-1))
      }
      for (const { email, messageKey } of sent) {
        const kept = await house.keptOf(caseId, messageKey)
        expect
          .soft(
            kept.some((copy) => Buffer.from(copy.email ?? '').equals(Buffer.from(email))),
            name,
          )
          .toBe(true)
      }
    }
  })
})

describe('news of an email that did not arrive', () => {
  it.each([
    ['a returned email', { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }, 'bounced'],
    ['one that was never taken', { eventType: 'Bounce', bounce: { bounceType: 'Transient' } }, 'undelivered'],
    ['one marked as unwanted', { eventType: 'Complaint', complaint: {} }, 'complained'],
    ['one that SES rejected', { eventType: 'Reject' }, 'could-not-be-sent'],
  ] as const)('%s ends in one letter and one task, at whatever step the power is cut', async (_, event, why) => {
    for (const { name, step, when } of cutsOf(3)) {
      const caseId = await house.open(ANN)
      const { sendEmail } = mailbox()
      await house.deliver(caseId, sendEmail)
      const { through } = failingAt(step, when, house.tables, sendEmail)
      await house
        .hear(caseId, event, { through })
        .catch((error: unknown) => expect.soft(error, name).toBeInstanceOf(PowerCut))
      await house.hear(caseId, event)
      await house.hear(caseId, event)
      expect
        .soft(whatThereIs(await house.fileOf(caseId)), name)
        .toEqual({ states: ['sent'], letters: [why], tasks: ['tell-family-another-way'] })
    }
  })
})

/** A power cut before and after each of so many steps. */
function cutsOf(steps: number) {
  return Array.from({ length: steps }, (_, index) => index + 1).flatMap((step) =>
    MOMENTS.map((when) => ({ name: `the power cut ${when} step ${step}`, step, when })),
  )
}

function whatThereIs({ messages, letters, tasks }: CaseFile) {
  return {
    states: messages.map(({ state }) => state),
    letters: letters.map(({ why }) => why),
    tasks: tasks.map(({ kind }) => kind),
  }
}
