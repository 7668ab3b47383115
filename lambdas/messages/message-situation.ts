import type { Case } from '../cases/case.ts'
import type { CaseDates } from '../cases/case-dates.ts'
import type { Contact, PrivateWords } from '../cases/contact.ts'
import type { Council } from '../cases/council.ts'
import type { FactDetails, FactType } from '../cases/fact.ts'
import type { AboutDuty, AboutFact, MessageDue } from '../cases/message.ts'
import type { Sequence } from '../cases/sequence.ts'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import type { CalendarDate } from '../law/calendar-date.ts'

/** All that the words of a message may look at. */
export type MessageSituation = MessageDue & Situation
/** As it is for a message about a fact. */
export type SituationOfFact = AboutFact & Situation
/** As it is for a message about one of the things to be done. */
export type SituationOfDuty = AboutDuty & Situation

interface Situation {
  readonly subject: Case
  /** Every date that applies to the case on the facts of now. */
  readonly dates: CaseDates
  readonly contact: Contact
  /** The private words of the fact `about`: where a meeting is. */
  readonly words: PrivateWords
  /** The facts that one message tells together, in the order of recording. Empty of a message that tells of one. */
  readonly news: readonly Sequence[]
  /**
   * The instant, ISO 8601, at which the family was last written to before what this message tells was recorded. What was
   * recorded by then is what it has been told. Undefined: nobody had written to it yet.
   */
  readonly lastTold: string | undefined
  /** Whether a message had named a day by then. */
  readonly wasTold: (day: CalendarDate) => boolean
  readonly council: CouncilForFamilies & Pick<Council, 'ownTimes'>
  /** Where families reach the public pages, without a slash at the end: "https://send.example.gov.uk". */
  readonly publicAddress: string
  /** The day in England. */
  readonly today: CalendarDate
}

/**
 * What the message cannot be written without.
 * @throws Error naming the message, the case and what is missing: the message was asked for at the wrong time.
 */
export function required<Value>(value: Value | undefined, what: string, { kind, subject }: MessageSituation): Value {
  if (value === undefined) {
    throw new Error(`The message "${kind}" of case ${subject.caseId} cannot be written: ${what}.`)
  }
  return value
}

/**
 * What the fact that the message is about says.
 * @param types the kinds of fact that it can be
 * @throws Error when it is of another kind, or is not there
 */
export function detailsOf<Type extends FactType>(
  situation: SituationOfFact,
  ...types: readonly Type[]
): FactDetails[Type] {
  const { subject, about } = situation
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  const details = types.find((type) => type === fact?.type) && fact?.details
  return required(details as FactDetails[Type] | undefined, `fact ${about} is not "${types.join('" or "')}"`, situation)
}
