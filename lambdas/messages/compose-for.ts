import { type Case, plannedMeeting } from '../cases/case.ts'
import { caseDates } from '../cases/case-dates.ts'
import type { Contact, PrivateWords } from '../cases/contact.ts'
import type { DeliveryTo } from '../cases/deliveries.ts'
import { factTold, type MessageDue } from '../cases/message.ts'
import type { Sequence } from '../cases/sequence.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type ComposedMessage, composeMessage } from './compose-message.ts'
import { approvedLanguage } from './languages/approved-language.ts'
import type { Language } from './languages/language.ts'
import type { MessageSituation } from './message-situation.ts'

/** In whose name messages are written, and in which languages they can be. */
export interface Writer {
  readonly council: MessageSituation['council']
  /** Where families reach the public pages, without a slash at the end. */
  readonly publicAddress: string
  readonly languages: readonly Language[]
}

/** A message about a case, before it is known who reads it. */
export interface MessageToWrite {
  readonly message: MessageDue
  /** The case as the message tells of it. */
  readonly subject: Case
  readonly contact: Contact
  /** The private words of the fact that it is about. */
  readonly words: PrivateWords
  /** The facts that it tells together. Empty where it tells of one. */
  readonly news: readonly Sequence[]
  /** When the family was last written to before that was recorded. ISO 8601; undefined: never. */
  readonly lastTold: string | undefined
  /** Whether a message had named a day by then. */
  readonly wasTold: (day: CalendarDate) => boolean
  /** The day in England. */
  readonly today: CalendarDate
}

/** The private words of the fact that a message is about; of one about the whole case, those of the meeting that is planned. */
export function wordsAbout(
  message: MessageDue,
  subject: Case,
  words: ReadonlyMap<Sequence, PrivateWords>,
): PrivateWords {
  const fact = message.kind === 'where-your-case-stands' ? plannedMeeting(subject)?.lastChangedBy : factTold(message)
  return (fact && words.get(fact)) ?? {}
}

/**
 * What one of those who get a message reads, in their language. It is the same before the message goes out and then.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function composeFor(
  { council, publicAddress, languages }: Writer,
  { message, subject, today, ...toWrite }: MessageToWrite,
  { recipient: { role, name }, way }: Pick<DeliveryTo, 'recipient' | 'way'>,
): ComposedMessage {
  // Whoever acts for the family reads English.
  const language = role === 'representative' ? undefined : approvedLanguage(toWrite.contact.language, languages, today)
  const email = way.by === 'email' ? way.address : undefined
  return composeMessage(
    { ...message, ...toWrite, subject, dates: caseDates(subject, today), council, publicAddress, today },
    { reader: { role, name, email }, language },
  )
}
