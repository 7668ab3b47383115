import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { CaseFile } from '../../cases/case-file.ts'
import { aboutToBecomeDue } from '../../cases/foresee.ts'
import { londonDay } from '../../cases/london.ts'
import { factTold, isSent, messageKey } from '../../cases/message.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import { noteLeaving, noteLeft, noteNotNeeded } from '../../cases/store/held-message-store.ts'
import { requireCaseFile } from '../../cases/store/load-case-file.ts'
import { hearRecords, type StreamReporter } from '../../cases/store/table-stream.ts'
import { isDue } from '../../cases/telling/held-message.ts'
import { waitingOf } from '../../cases/telling/when-it-leaves.ts'
import { wordsAbout } from '../compose-for.ts'
import { type Delivery, deliverMessage } from '../deliver-message.ts'
import { factsTold, toldBefore } from './told-before.ts'
import { type Leaving, newsOf, whatLeaves } from './what-leaves.ts'
import { type ToJudge, whyNotNeeded } from './why-not-needed.ts'

export interface SendHeldMessages extends Delivery, StreamReporter {}

/**
 * Hears from the cases table's stream of each message that is ready to leave, and sends what its case has to tell by then:
 * what is of use, in one message where it is several.
 * @returns the first record that failed. It and those after it come again, in order.
 */
export function sendHeldMessages(
  service: SendHeldMessages,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  return hearRecords(event, ({ pk }) => sendHeldOf(service, pk), service)
}

/**
 * Sends what is ready to leave on a case. What goes out is noted before it goes, and that it went after that, so that
 * whatever happens between goes on from there: nothing is lost, and nothing goes out in two messages.
 * @throws MessageInDoubtError when it is not yet known whether a message went out. Any error may be tried again.
 */
export async function sendHeldOf(service: Delivery, caseId: string): Promise<void> {
  const { tables, now } = service
  const file = await requireCaseFile(tables, caseId)
  const { subject, messages, held } = file
  const ready = held.filter((one) => one.state === 'ready' || isDue(one, now()))
  const onTheirWay = onTheirWayOf(held)
  if (ready.length === 0 && onTheirWay.length === 0) return
  const [contact, words] = await Promise.all([loadContact(tables, caseId), loadWords(tables, caseId)])
  const known = { file, contact, words, writer: service, today: londonDay(now()) }
  for (const leaving of onTheirWay) await letGo(service, known, leaving)
  // The stages hear of what was recorded in the same moment as this does, and some of it they tell at once.
  const tellsNow = aboutToBecomeDue(file, known.today, service.council.ownTimes).filter(
    (message) => !whyNotNeeded(known, message) && !waitingOf(subject, message, now()),
  )
  const { leaving, notNeeded } = whatLeaves(
    subject,
    ready,
    (message) => whyNotNeeded(known, message),
    (message) => isSent(message, messages),
    new Set([...factsTold(file), ...tellsNow.map(factTold)]),
  )
  for (const one of notNeeded) await noteNotNeeded(tables, caseId, one.held, one.reason)
  for (const one of leaving) {
    // Somebody else sends what is noted as leaving already.
    if (await noteLeaving(tables, caseId, one.held, one.as, now())) await letGo(service, known, one)
  }
}

/** What was noted as leaving, and has not all been noted as gone: each with everything that it goes out for. */
function onTheirWayOf(held: CaseFile['held']): readonly Leaving[] {
  const decided = held.flatMap((one) => (one.state === 'leaving' || one.state === 'left' ? [one] : []))
  return [...Map.groupBy(decided, ({ as }) => messageKey(as)).values()].flatMap((group) => {
    const first = group.find(({ state }) => state === 'leaving')
    return first ? [{ as: first.as, held: group }] : []
  })
}

async function letGo(
  service: Delivery,
  { file, contact, words, today }: ToJudge & { readonly file: CaseFile },
  leaving: Leaving,
): Promise<void> {
  const { as: message, held } = leaving
  const news = newsOf(leaving, file.subject)
  await deliverMessage(service, file, {
    message,
    contact,
    words: wordsAbout(message, file.subject, words),
    news,
    ...toldBefore(file, message, news),
    today,
  })
  for (const one of held) await noteLeft(service.tables, file.record.caseId, one)
}
