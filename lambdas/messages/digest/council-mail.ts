import type { Council } from '../../cases/council.ts'
import { COUNCIL, type CouncilMessageDue } from '../../cases/message.ts'
import { type Sender, type SendOutcome, sendOnce } from '../send-once.ts'
import { type CouncilSituation, type CouncilWords, composeForCouncil } from './council-situation.ts'

/** What a message to the officer or the mediation adviser takes. */
export interface CouncilMail extends Sender {
  readonly council: Council
  /** Where the pages are, without a slash at the end. */
  readonly publicAddress: string
}

/** Who gets the messages that the council's own people get, each in its own words. */
export type CouncilReader = 'officer' | 'adviser'

/** Sends a message to the officer or the mediation adviser, once. Answers go to the officer. */
export function sendToCouncil(
  mail: CouncilMail,
  reader: CouncilReader,
  message: CouncilMessageDue,
  words: CouncilWords,
  situation: CouncilSituation,
): Promise<SendOutcome> {
  const { council } = mail
  const to = reader === 'officer' ? council.officer : council.mediationAdviser
  return sendOnce(mail, {
    caseId: COUNCIL,
    message,
    composed: composeForCouncil(words, situation),
    from: { name: council.name, address: council.senderEmail },
    to: { name: to.name, address: to.email },
    replyTo: council.officer.email,
  })
}
