import type { CaseFile } from '../../cases/case-file.ts'
import { aboutToBecomeDue } from '../../cases/foresee.ts'
import { londonDay } from '../../cases/london.ts'
import { factTold, isSent } from '../../cases/message.ts'
import { loadContact, loadWords } from '../../cases/store/contact-store.ts'
import { noteLeaving, noteLeft, noteNotNeeded } from '../../cases/store/held-message-store.ts'
import type { HeldMessage } from '../../cases/telling/held-message.ts'
import { waitingOf } from '../../cases/telling/when-it-leaves.ts'
import { wordsAbout } from '../compose-for.ts'
import { type Delivery, deliverMessage } from '../deliver-message.ts'
import { factsTold, toldBefore } from './told-before.ts'
import { type Leaving, newsOf, whatLeaves } from './what-leaves.ts'
import { type ToJudge, whyNotNeeded } from './why-not-needed.ts'

/** What of the held messages of a case goes out now. */
export interface ToLetLeave {
  readonly ready: readonly HeldMessage[]
  /** What was noted as leaving before, and may have gone out. */
  readonly onTheirWay: readonly Leaving[]
}

/**
 * Lets the held messages of a case leave, each noted before and after it: what is on its way goes on, and of what is ready
 * what is of use goes out, in one message where it is several.
 * @throws MessageInDoubtError when it is not yet known whether a message went out. Any error may be tried again.
 */
export async function letLeave(service: Delivery, file: CaseFile, { ready, onTheirWay }: ToLetLeave): Promise<void> {
  const { tables, now } = service
  const { subject, messages } = file
  const { caseId } = file.record
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
