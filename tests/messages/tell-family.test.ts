import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type RecordEmailEvent, recordEmailEvent } from '../../lambdas/messages/record-email-event.ts'
import { type EmailToSend, UnsendableError } from '../../lambdas/messages/send-email.ts'
import { tellFamily } from '../../lambdas/messages/tell-family.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { council, PUBLIC_ADDRESS } from './situations.ts'

let fixture: TablesForTests
beforeAll(async () => {
  fixture = await tablesForTests()
})
afterAll(() => fixture.close())

const OPENED = new Date('2026-02-10T10:00:00Z')
const LEASE_SECONDS = 30
const secondsLater = (seconds: number) => new Date(OPENED.getTime() + seconds * 1000)
let count = 0

async function open(): Promise<string> {
  count += 1
  return openCase(
    fixture.tables,
    {
      caseId: `TELL-${count}`,
      submissionId: `tell-${count}`,
      decision: {
        decisionKind: 'plan-contents',
        placementOnly: false,
        printedOn: parseCalendarDate('2026-02-10'),
        sentOn: parseCalendarDate('2026-02-10'),
      },
      contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: 'ann@example.com' },
      recordedBy: 'officer-1',
    },
    OPENED,
  )
}

/** An SES that keeps what it takes. `crash` stops the sender after SES has the message, before the sender knows. */
function mailbox() {
  const sent: EmailToSend[] = []
  const sendEmail = async (email: EmailToSend) => {
    sent.push(email)
    return `ses-${email.caseId}-${sent.length}`
  }
  const crashAfterSending = async (email: EmailToSend) => {
    await sendEmail(email)
    throw new Error('The power went.')
  }
  const crashBeforeSending = () => Promise.reject(new Error('The power went.'))
  return { sent, sendEmail, crashAfterSending, crashBeforeSending }
}

function tell(caseId: string, sendEmail: (email: EmailToSend) => Promise<string>, now: Date) {
  const service = {
    tables: fixture.tables,
    council,
    publicAddress: PUBLIC_ADDRESS,
    languages: [],
    sendEmail,
    now: () => now,
    leaseSeconds: LEASE_SECONDS,
    waitForTurn: async () => {},
  }
  return tellFamily(service, { caseId, heard: '00001', startedFrom: '00001', wait: 'adviser-contact' })
}

const messagesOf = async (caseId: string) => (await requireCaseFile(fixture.tables, caseId)).messages

describe('telling a family what is due', () => {
  it('sends it once, however often it runs, and says when to look again', async () => {
    const caseId = await open()
    const { sent, sendEmail } = mailbox()
    const plan = await tell(caseId, sendEmail, OPENED)
    await tell(caseId, sendEmail, secondsLater(60))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: 'ann@example.com', caseId, messageKey: 'rights_00001' })
    expect(await messagesOf(caseId)).toMatchObject([{ key: 'rights_00001', state: 'sent', attempts: 1 }])
    expect(plan).toEqual({
      caseVersion: 1,
      // 9am on day 30, Thursday 12 March 2026.
      wakeAt: '2026-03-12T09:00:00.000Z',
      waitSeconds: (30 * 24 - 1) * 3600,
      timeUp: 'no',
      next: { kind: 'family-speaks-to-adviser', date: '2026-04-10' },
    })
  })

  it('wakes at 9 in the morning in England, in summer time too', async () => {
    const caseId = await open()
    const plan = await tell(caseId, mailbox().sendEmail, new Date('2026-04-01T09:00:00Z'))
    expect(plan.wakeAt).toBe('2026-04-11T08:00:00.000Z')
  })
})

describe('a crash while a message is sent', () => {
  it('loses no message: one that never left is sent when its claim has run out', async () => {
    const caseId = await open()
    const { sent, sendEmail, crashBeforeSending } = mailbox()
    await expect(tell(caseId, crashBeforeSending, OPENED)).rejects.toThrow('The power went.')
    await expect(tell(caseId, sendEmail, secondsLater(10))).rejects.toMatchObject({ name: 'MessageInDoubt' })
    await tell(caseId, sendEmail, secondsLater(LEASE_SECONDS + 1))
    expect(sent).toHaveLength(1)
    expect(await messagesOf(caseId)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it("sends none twice when SES's own event says that it has it", async () => {
    const caseId = await open()
    const { sent, sendEmail, crashAfterSending } = mailbox()
    await expect(tell(caseId, crashAfterSending, OPENED)).rejects.toThrow('The power went.')
    await recordEmailEvent(eventRecorder(secondsLater(5)), sesEvent('Send', caseId))
    await tell(caseId, sendEmail, secondsLater(LEASE_SECONDS + 1))
    expect(sent).toHaveLength(1)
    expect(await messagesOf(caseId)).toMatchObject([{ state: 'sent', attempts: 1, sesMessageIds: ['ses-1'] }])
  })

  it('sends one again under the same key when nobody can know, and the case shows it', async () => {
    const caseId = await open()
    const { sent, sendEmail, crashAfterSending } = mailbox()
    await expect(tell(caseId, crashAfterSending, OPENED)).rejects.toThrow('The power went.')
    await tell(caseId, sendEmail, secondsLater(LEASE_SECONDS + 1))
    expect(sent.map(({ messageKey }) => messageKey)).toEqual(['rights_00001', 'rights_00001'])
    expect(await messagesOf(caseId)).toMatchObject([{ state: 'sent', attempts: 2 }])
    for (const { email } of sent)
      expect(Buffer.from(email).toString()).toContain(`X-Case-Message: ${caseId}/rights_00001`)
  })

  it('lets one of two senders through', async () => {
    const caseId = await open()
    const { sent, sendEmail } = mailbox()
    const results = await Promise.allSettled([tell(caseId, sendEmail, OPENED), tell(caseId, sendEmail, OPENED)])
    expect(sent).toHaveLength(1)
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
  })
})

describe('a message that cannot be sent', () => {
  it('becomes a task for a person, once, and the journey goes on', async () => {
    const caseId = await open()
    const refuse = () => Promise.reject(new UnsendableError('MessageRejected', {}))
    const plan = await tell(caseId, refuse, OPENED)
    await tell(caseId, refuse, secondsLater(60))
    const file = await requireCaseFile(fixture.tables, caseId)
    expect(plan.timeUp).toBe('no')
    expect(file.messages).toMatchObject([{ state: 'unsettled', problem: 'MessageRejected' }])
    expect(file.tasks).toMatchObject([{ id: 'tell-family-another-way_rights_00001', state: 'open' }])
  })

  it('becomes a task the same day when it bounces', async () => {
    const caseId = await open()
    const { sendEmail } = mailbox()
    await tell(caseId, sendEmail, OPENED)
    const service = eventRecorder(secondsLater(120))
    await recordEmailEvent(service, sesEvent('Delivery', caseId))
    await recordEmailEvent(service, sesEvent('Bounce', caseId))
    await recordEmailEvent(service, sesEvent('Delivery', caseId))
    const file = await requireCaseFile(fixture.tables, caseId)
    expect(file.messages).toMatchObject([{ delivery: 'bounced' }])
    expect(file.tasks).toMatchObject([{ kind: 'tell-family-another-way', dueOn: '2026-02-10' }])
  })

  it('becomes a task when SES has given up on a full mailbox, but not for an automatic reply', async () => {
    const [full, away] = [await open(), await open()]
    const service = eventRecorder(secondsLater(120))
    for (const caseId of [full, away]) await tell(caseId, mailbox().sendEmail, OPENED)
    await recordEmailEvent(service, sesEvent('DeliveryDelay', full))
    await recordEmailEvent(service, sesEvent('Delivery', away))
    for (const caseId of [full, away]) await recordEmailEvent(service, sesEvent('Bounce', caseId, 'Transient'))
    const stored = await Promise.all([full, away].map((caseId) => requireCaseFile(fixture.tables, caseId)))
    expect(stored.map(({ messages }) => messages[0]?.delivery)).toEqual(['undelivered', 'delivered'])
    expect(stored.map(({ tasks }) => tasks.length)).toEqual([1, 0])
  })
})

it('leaves alone an event about a message of somebody else', async () => {
  const event = sesEvent('Delivery', 'unknown')
  await recordEmailEvent(eventRecorder(OPENED), {
    ...event,
    detail: { ...event.detail, mail: { ...event.detail.mail, tags: {} } },
  })
})

/** What hears SES's events. None here is about a message to the council. */
function eventRecorder(now: Date): RecordEmailEvent {
  const reportUndelivered = (key: string) => {
    throw new Error(`"${key}" was taken for a message to the council.`)
  }
  return { tables: fixture.tables, now: () => now, reportUndelivered }
}

function sesEvent(eventType: string, caseId: string, bounceType = 'Permanent') {
  return {
    version: '0',
    id: '1',
    account: '1',
    time: OPENED.toISOString(),
    region: 'eu-west-2',
    resources: [],
    source: 'aws.ses',
    'detail-type': 'Email',
    detail: {
      eventType,
      mail: {
        messageId: 'ses-1',
        timestamp: OPENED.toISOString(),
        tags: { case: [caseId], message: ['rights_00001'] },
      },
      ...(eventType === 'Bounce' && { bounce: { bounceType } }),
    },
  }
}
