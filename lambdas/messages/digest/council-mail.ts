import type { ContactPoint } from '../../cases/council.ts'
import { COUNCIL, type CouncilMessageDue, messageKey } from '../../cases/message.ts'
import { settleMessage, settleWithoutEmail } from '../../cases/store/message-store.ts'
import { buildEmail } from '../build-email.ts'
import { claimToSend, type Sender } from '../claim-to-send.ts'
import { UnsendableError } from '../send-email.ts'
import { type CouncilSituation, type CouncilWords, composeForCouncil } from './council-situation.ts'

/** What a message to the officer or the mediation adviser takes. */
export interface CouncilMail extends Sender {
  readonly council: CouncilSituation['council']
  /** Where the pages are, without a slash at the end. */
  readonly publicAddress: string
}

/** Who gets the messages that the council's own people get, each in its own words. */
export type CouncilReader = 'officer' | 'adviser'

/** `unsendable`: SES refuses the message for good, and it is noted why. */
export type SendOutcome = 'sent' | 'settled-before' | 'unsendable'

/**
 * Claims a message to the officer or the mediation adviser, sends it, confirms it: it goes out once, whatever stops on the
 * way. Answers go to the officer.
 * @param to whom it is to
 * @throws MessageInDoubtError when it is not yet known whether it went out. Any other error may be tried again too.
 */
export async function sendToCouncil(
  mail: CouncilMail,
  to: Pick<ContactPoint, 'name' | 'email'>,
  message: CouncilMessageDue,
  words: CouncilWords,
  situation: CouncilSituation,
): Promise<SendOutcome> {
  const { tables, council, sendEmail, now } = mail
  const key = messageKey(message)
  const composed = composeForCouncil(words, situation)
  await mail.waitForTurn()
  const attempt = await claimToSend(mail, COUNCIL, { ...message, key, subject: composed.subject })
  if (attempt === undefined) return 'settled-before'
  const email = await buildEmail(composed, {
    caseId: COUNCIL,
    messageKey: key,
    from: { name: council.name, address: council.contacts.senderEmail },
    to: { name: to.name, address: to.email },
    replyTo: council.contacts.officer.email,
    date: now(),
  })
  try {
    const sesMessageId = await sendEmail({ email, to: to.email, caseId: COUNCIL, messageKey: key })
    await settleMessage(tables, COUNCIL, key, sesMessageId, now())
    return 'sent'
  } catch (error) {
    if (!(error instanceof UnsendableError)) throw error
    await settleWithoutEmail(tables, COUNCIL, key, { state: 'unsettled', problem: error.reason }, now())
    return 'unsendable'
  }
}
