import { londonDay } from '../../lambdas/cases/london.ts'
import type { MessageDue } from '../../lambdas/cases/message.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { loadContact } from '../../lambdas/cases/store/contact-store.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { deliverMessage } from '../../lambdas/messages/deliver-message.ts'
import { type EmailEventDetail, recordEmailEvent } from '../../lambdas/messages/record-email-event.ts'
import { council, PUBLIC_ADDRESS } from '../messages/situations.ts'
import { NOW, type ServiceForTests } from './service-for-tests.ts'

const RIGHTS: MessageDue = { kind: 'rights', about: sequenceOf(1) }

/** Does what the journey does with a case that was opened on the pages: delivers its first message. */
export async function deliverFirstMessage(
  { tables }: Pick<ServiceForTests, 'tables'>,
  caseId: string,
  now = NOW,
): Promise<void> {
  const file = await requireCaseFile(tables, caseId)
  const service = {
    tables,
    council,
    publicAddress: PUBLIC_ADDRESS,
    languages: [],
    sendEmail: async () => `ses-${caseId}`,
    now: () => now,
    leaseSeconds: 30,
    waitForTurn: async () => {},
  }
  const contact = await loadContact(tables, caseId)
  await deliverMessage(service, file, {
    message: RIGHTS,
    contact,
    words: {},
    news: [],
    lastTold: undefined,
    wasTold: () => true,
    today: londonDay(now),
  })
}

/** Records what SES says of that message. */
export async function hearFromSes(
  { tables }: ServiceForTests,
  caseId: string,
  news: Omit<EmailEventDetail, 'mail'>,
  now = NOW,
): Promise<void> {
  const mail = {
    messageId: `ses-${caseId}`,
    timestamp: now.toISOString(),
    tags: { case: [caseId], message: ['rights_00001'] },
  }
  const event = { version: '0', id: '1', account: '1', time: '', region: '', resources: [], source: 'aws.ses' }
  await recordEmailEvent(
    { tables, now: () => now, reportUndelivered: () => {} },
    { ...event, 'detail-type': 'Email', detail: { ...news, mail } },
  )
}

export const RETURNED = { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }
