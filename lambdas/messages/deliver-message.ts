import type { Case } from '../cases/case.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { Contact } from '../cases/contact.ts'
import { type DeliveryTo, deliveriesOf, type Way } from '../cases/deliveries.ts'
import type { RecipientRole } from '../cases/recipient.ts'
import { settleMessage, settleWithoutEmail } from '../cases/store/message-store.ts'
import type { CaseTables, ContactTables } from '../cases/store/tables.ts'
import { giveTask } from '../cases/store/task-store.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { addWorkingDays } from '../law/working-days.ts'
import { buildEmail } from './build-email.ts'
import { claimToSend, type Sender } from './claim-to-send.ts'
import { composeFor, type MessageToWrite, type Writer } from './compose-for.ts'
import type { ComposedMessage } from './compose-message.ts'
import type { MessageContent } from './content.ts'
import { hashOf, keepMessage } from './kept-message-store.ts'
import { UnsendableError } from './send-email.ts'

/** What delivering a message takes. */
export interface Delivery extends Sender, Writer {
  readonly tables: CaseTables & ContactTables
}

export type MessageToDeliver = Omit<MessageToWrite, 'subject'>

/** The working days within which a message is to be made in another format. A choice of ours, not a legal time. */
const WORKING_DAYS_FOR_ANOTHER_FORMAT = 2

/**
 * Delivers a message to everybody who gets it, each in their own way and once: by email, or as a letter that somebody
 * prints, or, where it is not safe to write, as a task. What goes out is kept first.
 *
 * @param file the case as it is now
 * @throws MessageInDoubtError when it is not yet known whether a message went out. Any other error may be tried again
 * too. One recipient's error keeps the message from nobody else.
 */
export async function deliverMessage(service: Delivery, file: CaseFile, toDeliver: MessageToDeliver): Promise<void> {
  const failures: unknown[] = []
  for (const delivery of deliveriesOf(toDeliver.message, toDeliver.contact, file)) {
    const delivered = deliverTo(service, file.subject, toDeliver, delivery)
    await delivered.catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/** Claims the message, keeps it, and lets it go out. */
async function deliverTo(
  service: Delivery,
  subject: Case,
  toDeliver: MessageToDeliver,
  delivery: DeliveryTo,
): Promise<void> {
  const { tables, now } = service
  const { caseId } = subject
  const { message, contact, today } = toDeliver
  const { key, way, copies, recipient } = delivery
  const { role, name, postalAddress } = recipient
  const address = way.by === 'email' ? way.address : undefined
  const composed = composeFor(service, { ...toDeliver, subject }, delivery)
  const { content, subjectInEnglish } = composed
  const outgoing: Outgoing =
    way.by === 'email' ? { ...way, email: await emailTo(service, composed, { caseId, key, name, ...way }) } : way
  const email = outgoing.by === 'email' ? outgoing.email : undefined
  if (email) await service.waitForTurn()
  const attempt = await claimToSend(service, caseId, {
    ...message,
    key,
    ...(role !== 'family' && { recipient: role }),
    ...(copies.length > 0 && { copies }),
    days: composed.days,
    subject: subjectInEnglish,
    hash: hashOf({ email, content }),
  })
  if (attempt === undefined) return
  const to = {
    role,
    name,
    ...(address && { email: address }),
    ...(way.by === 'letter' && postalAddress && { postalAddress }),
  }
  const keptAt = now().toISOString()
  await keepMessage(tables, caseId, { key, attempt, keptAt, to, content, email })
  if (role === 'family' && way.by !== 'task' && needsAnotherFormat(contact, content)) {
    const dueOn = addWorkingDays(today, WORKING_DAYS_FOR_ANOTHER_FORMAT)
    await giveTask(tables, caseId, { kind: 'make-other-format', about: { message: key }, dueOn }, now())
  }
  await goOut(service, { caseId, key, role, today }, outgoing)
}

/** Whether the family needs the message made again by a person: in a format, or in a language that we cannot write. */
function needsAnotherFormat({ otherFormat, language }: Contact, { language: writtenIn }: MessageContent): boolean {
  return otherFormat !== undefined || (language !== undefined && writtenIn === undefined)
}

/** A message on its way, with the email where one goes out. */
type Outgoing = Exclude<Way, { by: 'email' }> | (Extract<Way, { by: 'email' }> & { readonly email: Uint8Array })

interface ClaimedMessage {
  readonly caseId: string
  readonly key: string
  readonly role: RecipientRole
  readonly today: CalendarDate
}

/** Does with a claimed message what is to be done, and settles it. What cannot be sent becomes a letter and a task. */
async function goOut(
  { tables, sendEmail, now }: Delivery,
  { caseId, key, role, today }: ClaimedMessage,
  outgoing: Outgoing,
): Promise<void> {
  const anotherWay = { kind: 'tell-family-another-way', about: { message: key }, dueOn: today } as const
  switch (outgoing.by) {
    case 'task': {
      const task = { kind: 'tell-family-safely', about: { message: key }, dueOn: today } as const
      return settleWithoutEmail(tables, caseId, key, { state: 'withheld', task }, now())
    }
    case 'letter': {
      const { why } = outgoing
      // A family that chose letters has a list of letters; one that did not has to be thought of by somebody.
      const task = why === 'chosen' ? undefined : anotherWay
      return settleWithoutEmail(
        tables,
        caseId,
        key,
        { state: 'by-letter', letter: { key, recipient: role, why }, task },
        now(),
      )
    }
    case 'email': {
      const { email, address } = outgoing
      try {
        const sesMessageId = await sendEmail({ email, to: address, caseId, messageKey: key })
        return await settleMessage(tables, caseId, key, sesMessageId, now())
      } catch (error) {
        if (!(error instanceof UnsendableError)) throw error
        const letter = { key, recipient: role, why: 'could-not-be-sent' } as const
        const state = { state: 'unsettled', problem: error.reason } as const
        return settleWithoutEmail(tables, caseId, key, { ...state, letter, task: anotherWay }, now())
      }
    }
  }
}

function emailTo(
  { council, now }: Delivery,
  composed: ComposedMessage,
  {
    caseId,
    key,
    name,
    address,
  }: Pick<ClaimedMessage, 'caseId' | 'key'> & { readonly name: string; readonly address: string },
): Promise<Uint8Array> {
  return buildEmail(composed, {
    caseId,
    messageKey: key,
    from: { name: council.name, address: council.contacts.senderEmail },
    to: { name, address },
    replyTo: council.contacts.officer.email,
    date: now(),
  })
}
