import type { Contact } from '../../lambdas/cases/contact.ts'
import { type MessageDue, messageKey } from '../../lambdas/cases/message.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { loadContact } from '../../lambdas/cases/store/contact-store.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../lambdas/cases/store/open-case.ts'
import type { CaseTables, ContactTables } from '../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { type Delivery, deliverMessage } from '../../lambdas/messages/deliver-message.ts'
import { loadKeptMessages } from '../../lambdas/messages/kept-message-store.ts'
import type { Language } from '../../lambdas/messages/languages/language.ts'
import { type EmailEventDetail, recordEmailEvent } from '../../lambdas/messages/record-email-event.ts'
import type { EmailToSend, SendEmail } from '../../lambdas/messages/send-email.ts'
import { type TablesForTests, tablesForTests } from '../cases/tables-for-tests.ts'
import { council, PUBLIC_ADDRESS } from './situations.ts'

export const OPENED = new Date('2026-02-10T10:00:00Z')
export const LEASE_SECONDS = 30
export const ANN = {
  name: 'Ann Lee',
  relationship: 'parent',
  childName: 'Bo Lee',
  by: 'email',
  email: 'ann@example.com',
} as const satisfies Contact
export const HOME = ['1 High Street', 'Bath', 'BA1 1AA']
export const RIGHTS: MessageDue = { kind: 'rights', about: sequenceOf(1) }

export const secondsLater = (seconds: number) => new Date(OPENED.getTime() + seconds * 1000)

export type TheTables = CaseTables & ContactTables

/** Cases in tables in memory, and what delivers their messages. */
export async function deliveryForTests() {
  const fixture: TablesForTests = await tablesForTests()
  const { tables } = fixture
  let count = 0

  async function open(contact: Contact = ANN): Promise<string> {
    count += 1
    return openCase(
      tables,
      {
        caseId: `WAY-${count}`,
        submissionId: `way-${count}`,
        decision: {
          decisionKind: 'plan-contents',
          placementOnly: false,
          printedOn: parseCalendarDate('2026-02-10'),
          sentOn: parseCalendarDate('2026-02-10'),
        },
        contact,
        recordedBy: 'officer-1',
      },
      OPENED,
    )
  }

  /** Delivers a message of a case as tell-family does, the family's contact details being what they are now. */
  async function deliver(
    caseId: string,
    sendEmail: SendEmail,
    {
      now = OPENED,
      message = RIGHTS,
      through = tables,
      languages = [],
    }: {
      readonly now?: Date
      readonly message?: MessageDue
      readonly through?: TheTables
      readonly languages?: readonly Language[]
    } = {},
  ): Promise<void> {
    const service: Delivery = {
      tables: through,
      council,
      publicAddress: PUBLIC_ADDRESS,
      languages,
      sendEmail,
      now: () => now,
      leaseSeconds: LEASE_SECONDS,
      waitForTurn: async () => {},
    }
    const file = await requireCaseFile(through, caseId)
    const contact = await loadContact(through, caseId)
    const today = parseCalendarDate(now.toISOString().slice(0, 10))
    await deliverMessage(service, file, {
      message,
      contact,
      words: {},
      news: [],
      lastTold: undefined,
      wasTold: () => true,
      today,
    })
  }

  /** Records what SES says of a message. */
  async function hear(
    caseId: string,
    detail: Omit<EmailEventDetail, 'mail'>,
    {
      key = messageKey(RIGHTS),
      now = secondsLater(120),
      through = tables,
    }: { readonly key?: string; readonly now?: Date; readonly through?: TheTables } = {},
  ): Promise<void> {
    const mail = { messageId: `ses-${key}`, timestamp: OPENED.toISOString(), tags: { case: [caseId], message: [key] } }
    await recordEmailEvent(
      { tables: through, now: () => now, reportUndelivered: () => {} },
      sesEvent({ ...detail, mail }),
    )
  }

  return {
    ...fixture,
    open,
    deliver,
    hear,
    fileOf: (caseId: string) => requireCaseFile(tables, caseId),
    keptOf: (caseId: string, key = messageKey(RIGHTS)) => loadKeptMessages(tables, caseId, key),
  }
}

export type DeliveryForTests = Awaited<ReturnType<typeof deliveryForTests>>

/** An SES that keeps what it takes, and gives each message the id that its events carry. */
export function mailbox() {
  const sent: EmailToSend[] = []
  const sendEmail: SendEmail = async (email) => {
    sent.push(email)
    return `ses-${email.messageKey}`
  }
  return { sent, sendEmail }
}

function sesEvent(detail: EmailEventDetail) {
  return {
    version: '0',
    id: '1',
    account: '1',
    time: OPENED.toISOString(),
    region: 'eu-west-2',
    resources: [],
    source: 'aws.ses',
    'detail-type': 'Email',
    detail,
  }
}

/** The power fails at one of the things that change something, before it is done or after. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/**
 * Tables and an SES that stop at the step with this number, counted from 1 over everything that changes something.
 * @param when whether the step itself is still done
 */
export function failingAt(
  step: number,
  when: 'before' | 'after',
  tables: TheTables,
  sendEmail: SendEmail,
): { readonly through: TheTables; readonly sendEmail: SendEmail; readonly steps: () => number } {
  let steps = 0
  async function counted<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    steps += 1
    if (steps > step) throw new PowerCut('Nothing runs any more.')
    if (steps === step && when === 'before') throw new PowerCut(`The power went before step ${step}.`)
    const answer = await act()
    if (steps === step) throw new PowerCut(`The power went after step ${step}.`)
    return answer
  }
  const send = (command: { readonly constructor: { readonly name: string } }) => {
    const act = () => tables.client.send(command as never) as Promise<unknown>
    return /^(Put|Update|TransactWrite)/.test(command.constructor.name) ? counted(act) : act()
  }
  // Made from the real client, which the SDK's paginators ask for.
  const client = Object.assign(Object.create(tables.client) as TheTables['client'], { send })
  return { through: { ...tables, client }, sendEmail: (email) => counted(() => sendEmail(email)), steps: () => steps }
}
