import { caseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact, PrivateWords } from '../../cases/contact.ts'
import type { MessageDue } from '../../cases/message.ts'
import type { Sequence } from '../../cases/sequence.ts'
import type { NotNeededReason } from '../../cases/telling/held-message.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { type Writer, wordsAbout } from '../compose-for.ts'
import type { MessageSituation } from '../message-situation.ts'
import { whyOfNoUse } from '../words/all-messages.ts'
import { whyNothingToPutRight } from './put-right.ts'
import { toldBefore } from './told-before.ts'

/** What it takes to say whether a message that is to leave is of use. */
export interface ToJudge {
  readonly file: Pick<CaseFile, 'subject' | 'messages'>
  readonly contact: Contact
  readonly words: ReadonlyMap<Sequence, PrivateWords>
  readonly writer: Pick<Writer, 'council' | 'publicAddress'>
  /** The day in England. */
  readonly today: CalendarDate
}

/** Why a message that is to leave is not needed: it is of no use now, or has nothing to put right. */
export function whyNotNeeded(
  { file, contact, words, writer, today }: ToJudge,
  message: MessageDue,
): NotNeededReason | undefined {
  const { subject } = file
  const dates = caseDates(subject, today)
  const situation: MessageSituation = {
    ...message,
    subject,
    dates,
    contact,
    words: wordsAbout(message, subject, words),
    news: [],
    ...toldBefore(file, message, []),
    council: writer.council,
    publicAddress: writer.publicAddress,
    today,
  }
  return (
    whyOfNoUse(message, { subject, dates, ownTimes: writer.council.ownTimes, today }) ??
    (situation.kind === 'duty-overdue' ? undefined : whyNothingToPutRight(situation))
  )
}
